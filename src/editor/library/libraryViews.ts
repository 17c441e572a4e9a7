import { commands, type DataTransfer, DataTransferItem } from 'vscode';
import type { LibraryStory } from '../../core/library/library';
import { MOST_FILES } from '../files/markdownFiles';
import { counted } from '../ui/format';
import type { Row } from '../ui/rowTree';
import type { LibraryStore } from './libraryStore';

/** As what stories travel from one view to another: a list of their keys. A tree's own type would hold what VS Code puts there. */
export const STORIES_MIME = 'application/vnd.starl.stories';

/** Takes the stories along that the dragged rows stand for. */
export function dragStories(rows: readonly Row<object | { readonly one: LibraryStory }>[], data: DataTransfer): void {
  const keys = rows.flatMap(({ entry }) => ('one' in entry ? entry.one.key : []));
  if (keys.length > 0) data.set(STORIES_MIME, new DataTransferItem(keys));
}

/** The keys of the stories that are dropped. From another view they come as text, behind an empty one that VS Code puts there. */
export async function droppedStories(data: DataTransfer): Promise<string[]> {
  const items = [...data].filter(([type]) => type === STORIES_MIME);
  const texts = await Promise.all(items.map(([, item]) => item.asString()));
  return texts.flatMap(readKeys);
}

/** Any extension may offer something under this name. */
function readKeys(text: string): string[] {
  try {
    const keys: unknown = JSON.parse(text);
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** What stands above the rows: what is still to be read, and what there is to say of the rest. */
export function messageOf(
  { isListed, unjudged, isCutOff }: Pick<LibraryStore, 'isListed' | 'unjudged' | 'isCutOff'>,
  ...told: readonly string[]
): string {
  const files = unjudged === undefined ? undefined : counted(unjudged, 'file');
  const reading = files === undefined ? 'Reading…' : `${isListed ? 'Judging' : 'Reading'}, ${files} to go.`;
  const cutOff = `Only the first ${MOST_FILES.toLocaleString('en')} Markdown files of a folder are read.`;
  return [unjudged === 0 ? '' : reading, isCutOff ? cutOff : '', ...told].filter((text) => text !== '').join(' ');
}

/** Sets what the welcome text of a view goes by, once it is known what there is. */
export function setState({ isListed }: LibraryStore, key: string, state: string): void {
  if (isListed) void commands.executeCommand('setContext', key, state);
}
