import type { TextDocument } from 'vscode';
import type { DocumentInfo } from '../../core';
import type { Resolved } from '../config/config';
import type { Engine } from '../lazy/engine';

/** What the engine is told of a document: its path, as the globs of the configuration see it. */
export function documentInfo(
  { globPath }: Engine,
  { uri }: Pick<TextDocument, 'uri'>,
  { root }: Resolved,
): DocumentInfo {
  return { path: globPath(uri.path, root) };
}
