import type { DocumentKind } from '../types';
import { KINDS } from '../types';

/** What the front matter says the document is (`starl: story`). */
export function declaredKind(value: unknown): DocumentKind | undefined {
  return KINDS.find((kind) => kind === value);
}
