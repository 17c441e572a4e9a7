import { sep } from 'node:path';

/** A path as it is shown and matched everywhere: with `/`. */
export function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
