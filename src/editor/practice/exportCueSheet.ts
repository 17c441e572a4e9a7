import { commands, type Disposable, env, UIKind, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import type { Round } from '../../core/config/schemas';
import type { CueSheet } from '../../core/cueSheet/cueSheet';
import { isMarkdown } from '../../core/text/markdownFile';
import type { Clock } from '../clock';
import type { Configs } from '../config/config';
import { chooseFolder } from '../files/chooseFolder';
import { openAt, tellFailure } from '../files/fileFailure';
import { isWithin } from '../files/paths';
import { writeSafely } from '../files/safeWrite';
import { exists, readTextFile } from '../files/textFile';
import { loadCueSheetCore } from '../lazy/lazyCore';
import type { LibraryStore } from '../library/libraryStore';
import type { Services } from '../services';
import { counted } from '../ui/format';
import { plain } from '../ui/quickInput';
import { unlinked } from '../ui/shownText';
import type { PracticeStore } from './practiceStore';
import type { PracticeTreeRow } from './practiceTree';

/** "Starl: Export Cue Sheet": one page for a round or the whole interview, saved where the user says. */
export function registerExportCueSheet(services: Services): Disposable {
  return commands.registerCommand('starl.exportCueSheet', async (row?: PracticeTreeRow) => {
    const folder = row?.entry.of.folder ?? (await chooseFolder());
    if (!folder) return;
    const practice = await services.practice.of(folder);
    const given = practice?.rounds.find(({ line }) => row?.entry.row?.place?.line === line);
    const picked = given ?? (await pickRound(practice?.rounds ?? []));
    if (picked === undefined) return;
    const round = picked === 'all' ? undefined : picked;
    const sheet = await makeSheet(services, folder, round);
    if (sheet instanceof Uri) {
      const why = `${workspace.asRelativePath(sheet)} has errors: confidential terms that cannot be read could stand in the cue sheet.`;
      if ((await window.showErrorMessage(`No cue sheet was made, since ${why}`, 'Open')) === 'Open')
        await openAt(sheet, 1);
      return;
    }
    const missing = await missingIn(sheet, round);
    if (sheet.stories.length === 0) {
      const why = missing === '' ? ` There is no story in ${folder.name} yet.` : missing;
      void window.showInformationMessage(unlinked(`No cue sheet was made.${why}${notesIn(sheet)}`));
      return;
    }
    await save(folder, sheet, missing);
  });
}

/** A sentence about the stories that rounds name and that are not there, behind another one; nothing where all are there. */
export async function missingIn(sheet: CueSheet, round: Round | undefined): Promise<string> {
  const { capital, missingText } = await loadCueSheetCore();
  const missing = missingText(sheet, round);
  return missing === undefined ? '' : ` ${capital(missing)}.`;
}

/** What may be missing on a sheet, and why: of the first file, and how many more there are. */
function notesIn({ notes: [first, ...more] }: CueSheet): string {
  if (!first) return '';
  return ` ${first.file}: ${first.message}${more.length > 0 ? ` (and ${counted(more.length, 'more note')})` : ''}`;
}

async function pickRound(rounds: readonly Round[]): Promise<Round | 'all' | undefined> {
  if (rounds.length === 0) return 'all';
  const picks = [
    { label: 'The whole interview', round: 'all' as const },
    ...rounds.map((round) => ({ label: plain(round.title), description: round.date ?? '', round })),
  ];
  return (await window.showQuickPick(picks, { title: 'Export Cue Sheet', placeHolder: 'For which round?' }))?.round;
}

/** What a sheet is made of. */
export interface CueServices {
  readonly clock: Clock;
  readonly library: { readonly store: Pick<LibraryStore, 'libraryOf' | 'listed' | 'refused'> };
  readonly practice: Pick<PracticeStore, 'of'>;
  readonly configs: Pick<Configs, 'resolve' | 'ofFolder'>;
}

/**
 * The sheet for a round of a folder, or for its whole interview; or the settings of which not all confidential terms can be
 * read, so that there must not be any.
 */
export async function makeSheet(
  { clock, library, practice, configs }: CueServices,
  folder: WorkspaceFolder,
  round: Round | undefined,
): Promise<CueSheet | Uri> {
  const [core, held, own] = await Promise.all([loadCueSheetCore(), practice.of(folder), configs.ofFolder(folder.uri)]);
  await library.store.listed();
  const stories = library.store.libraryOf(folder)?.stories ?? [];
  const decode = async (bytes: Uint8Array) => core.decodeText(bytes);
  const found = await Promise.all(
    [...new Set(stories.map(({ file }) => file))].map(async (file) => {
      const uri = Uri.parse(file);
      const [decoded, { settings, root, file: config }] = await Promise.all([
        readTextFile(uri, { clock, decode }),
        configs.resolve(uri),
      ]);
      const info = { path: core.globPath(uri.path, root) };
      return { name: workspace.asRelativePath(uri), text: decoded?.text ?? '', info, settings, config };
    }),
  );
  const lost = [own.file, ...found.map(({ config }) => config)].find((config) => config?.mayLoseTerms);
  if (lost) return lost.uri;
  const sheet = core.makeCueSheet(found, {
    interview: held?.interview?.date,
    level: held?.level,
    rounds: held?.rounds ?? [],
    round,
    profiles: own.pack ? core.profileIds(own.pack.id, own.file?.config.packs) : [],
    confidential: own.settings.confidential,
  });
  const refused = [...library.store.refused.values()].filter(({ uri }) => isWithin(uri, folder.uri));
  const unread = refused.map(({ uri, why }) => ({ file: workspace.asRelativePath(uri), message: why }));
  return { ...sheet, notes: [...unread, ...sheet.notes] };
}

async function save(folder: WorkspaceFolder, sheet: CueSheet, missing: string): Promise<void> {
  const { slug } = await loadCueSheetCore();
  const uri = await window.showSaveDialog({
    title: 'Export Cue Sheet: .html for a page to print, .md for Markdown',
    defaultUri: Uri.joinPath(folder.uri, `${slug(sheet.title)}.html`),
    filters: { 'Page to print': ['html'], Markdown: ['md'] },
  });
  if (!uri) return;
  try {
    await writeSheet(uri, sheet);
    // Only a desktop has a folder to show it in, from where a page is opened and printed.
    const show =
      uri.scheme === 'file' && !isMarkdown(uri.path) && env.uiKind === UIKind.Desktop ? 'Show in Folder' : 'Open';
    const chosen = await window.showInformationMessage(
      unlinked(`${workspace.asRelativePath(uri)} is ready.${missing}${notesIn(sheet)}`),
      show,
    );
    if (chosen === 'Open') await window.showTextDocument(uri);
    else if (chosen) await commands.executeCommand('revealFileInOS', uri);
  } catch (error) {
    await tellFailure('The cue sheet was not written', uri, error);
  }
}

/** Writes a sheet to a file, by its name as a page to print or as Markdown. Throws where that fails. */
export async function writeSheet(uri: Uri, sheet: CueSheet): Promise<void> {
  const { cueHtml, cueMarkdown } = await loadCueSheetCore();
  const before = (await exists(uri)) ? await workspace.fs.readFile(uri) : undefined;
  await writeSafely(uri, new TextEncoder().encode(isMarkdown(uri.path) ? cueMarkdown(sheet) : cueHtml(sheet)), before);
}
