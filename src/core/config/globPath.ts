import { withoutEnd } from '../text/endRun';

/**
 * The path as the globs of a configuration see it: from the folder of the `starl.yaml`, and from the top where there is
 * none or the file stands elsewhere. Both paths are absolute and use `/`.
 */
export function globPath(path: string, root: string | undefined): string {
  const folder = root === undefined ? undefined : `${withoutEnd(root, /\//)}/`;
  return folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : path.replace(/^\//, '');
}
