import { FileType, Uri, workspace } from 'vscode';
import { PACKS_FOLDER } from '../../core/fileNames';
import type { PackFile } from '../../core/packs/ownPacks';
import type { Pack } from '../../core/packs/packSchema';
import type { Problem } from '../../core/yaml/problem';
import type { ChecklistCore } from '../lazy/lazyCore';

/** The part of the core that reads packs; of any of the pieces that are loaded lazily. */
export type PackReader = Pick<ChecklistCore, 'decodeText' | 'isPackFile' | 'MOST_PACKS' | 'readOwnPacks'>;

/** A file with a pack that is refused. */
export interface RefusedPack {
  readonly name: string;
  readonly uri: Uri;
  readonly problems: readonly Problem[];
}

/** Where packs of the user's own may be; only those beside a `starl.yaml` count. */
export const PACKS_GLOB = '**/packs/*';

/** The folder with the packs of a preparation. */
export function packsFolder(preparation: Uri): Uri {
  return Uri.joinPath(preparation, PACKS_FOLDER);
}

/** The packs of a preparation in a folder. A file that cannot be read is none. */
export async function readPacks(
  preparation: Uri,
  { decodeText, isPackFile, MOST_PACKS, readOwnPacks }: PackReader,
): Promise<{ packs: readonly Pack[]; refused: readonly RefusedPack[] }> {
  const folder = packsFolder(preparation);
  const entries = await workspace.fs.readDirectory(folder).then(undefined, () => []);
  const names = entries.filter(([name, type]) => type !== FileType.Directory && isPackFile(name)).map(([name]) => name);
  const files = await Promise.all(
    names
      .sort()
      .slice(0, MOST_PACKS)
      .map(async (name): Promise<PackFile[]> => {
        const bytes = await workspace.fs.readFile(Uri.joinPath(folder, name)).then(undefined, () => undefined);
        return bytes ? [{ name, ...decodeText(bytes) }] : [];
      }),
  );
  const { packs, refused } = readOwnPacks(files.flat());
  return { packs, refused: refused.map(({ name, problems }) => ({ name, uri: Uri.joinPath(folder, name), problems })) };
}
