// A long working day in the editor: edits and commands at random, the same for the same seed.
import {
  CodeActionKind,
  commands,
  EndOfLine,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { itemsWithin } from '../../src/core/checklist/checklist';
import { MOST_SHOWN } from '../../src/core/text/limits';
import { isShown } from '../../src/editor/documents/documentSources';
import { ruleOf } from '../../src/editor/findings/diagnostics';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { loadChecklistCore } from '../../src/editor/lazy/lazyCore';
import { pick, type Random, randomFrom } from '../fuzz/random';
import { eventually, ok } from './assert';
import { actions, BAD, OTHER, ours, story } from './desk';

/** What a soak has found. */
export interface Soaked {
  /** Edits and commands done. */
  readonly steps: number;
  /** How often what is shown was held against a fresh reading of the text. */
  readonly compared: number;
  /** Where the two differed. */
  readonly ghosts: readonly string[];
  /** Where a tick changed more or less than its box. */
  readonly lost: readonly string[];
}

const STORIES = ['stories/a.md', 'stories/b.md', 'stories/c.md'] as const;
const CONFIG = 'starl.yaml';
const CONFIGS = [
  '',
  'rules: { vague-we: off }\n',
  'confidential: [scheduler]\n',
  'rules: [\n',
  'profile: general\n',
] as const;
const KEYS = ['a', 'we ', 'I ', ' ', '.', ' ', '\n', '#', '`', '-', '>', '<', '*', '😀', 'é'] as const;
const PASTES = [
  `${BAD} `,
  `${OTHER}\n\n`,
  '## Action\n\n',
  '## Result\r\n\r\nIt fell by 12%.\r\n',
  '---\nstarl: design\n---\n',
  '---\nrules: { vague-we: off }\n---\n',
  '<!-- starl-ignore vague-we: x -->\n',
  '<!-- starl-ignore-file passenger -->\n',
  '```\n',
  '| a | b |\n|--|--|\n| We chose it. | x |\n',
  story(`It was decided to wait. ${OTHER}`),
] as const;
/** A text that has grown beyond this, in UTF-16 code units, makes room for a new one. */
const LONGEST = 6_000;
/** Steps from one comparison of the story in front to the next, and of all stories. */
const LOOK = 100;
const LOOK_AT_ALL = 500;
const MOST_KEYS = 25;

/** Does so many steps in stories within a folder and in the checklist beside it, which is put back at the end. */
export async function soak(
  folder: Uri,
  { seed, steps, each }: { seed: number; steps: number; each?: (step: number) => void },
): Promise<Soaked> {
  const soaking = new Soaking(folder, randomFrom(seed));
  await soaking.start();
  let done = 0;
  while (done < steps) {
    const before = done;
    done += await soaking.step();
    const passed = (every: number) => Math.floor(done / every) > Math.floor(before / every);
    if (passed(LOOK)) await soaking.look(`step ${done}`);
    if (passed(LOOK_AT_ALL) || done >= steps) await soaking.lookAtAll(`step ${done}`);
    each?.(done);
  }
  await soaking.end();
  return { steps: done, compared: soaking.compared, ghosts: soaking.ghosts, lost: soaking.lost };
}

class Soaking {
  compared = 0;
  readonly ghosts: string[] = [];
  readonly lost: string[] = [];
  readonly #folder: Uri;
  readonly #random: Random;
  readonly #checklist: Uri;
  readonly #loadEngine = createEngineLoader();
  #before = '';

  constructor(folder: Uri, random: Random) {
    this.#folder = folder;
    this.#random = random;
    this.#checklist = this.#at('../prep.md');
  }

  async start(): Promise<void> {
    await this.#write(CONFIG, '');
    for (const path of STORIES) {
      await this.#write(path, story(BAD));
      await window.showTextDocument(this.#at(path), { preview: false });
    }
    this.#before = await this.#readChecklist();
  }

  async end(): Promise<void> {
    await this.#write('../prep.md', this.#before);
  }

  /** What a user does in one go: many keys, or one thing of another kind. Gives how much that was. */
  async step(): Promise<number> {
    const editor = window.activeTextEditor ?? (await this.#switch());
    if (this.#random(3) === 0) this.#moveCursors(editor);
    if (this.#random(2) === 0) return this.#type(1 + this.#random(MOST_KEYS));
    await this.#act(editor);
    return 1;
  }

  /** Keys come faster than anything is answered. */
  async #type(count: number): Promise<number> {
    await Promise.all(Array.from({ length: count }, () => this.#key()));
    return count;
  }

  #key(): Thenable<void> {
    const chance = this.#random(100);
    if (chance < 60) return commands.executeCommand('type', { text: pick(this.#random, KEYS) });
    if (chance < 80) return commands.executeCommand('deleteLeft');
    if (chance < 85)
      return commands.executeCommand('paste', { text: pick(this.#random, PASTES), pasteOnNewLine: false });
    return commands.executeCommand(chance < 95 ? 'undo' : 'redo');
  }

  async #act(editor: TextEditor): Promise<void> {
    if (editor.document.getText().length > LONGEST) return this.#shorten(editor);
    const chance = this.#random(20);
    if (chance < 4) return this.#flip(editor);
    if (chance < 8) return this.#fix(editor.document);
    if (chance < 10) return commands.executeCommand('starl.fixAll');
    if (chance < 13) return void (await this.#switch());
    if (chance < 14) return commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if (chance < 16) return void (await editor.document.save());
    return chance < 18 ? this.#tick() : this.#configure();
  }

  /** Holds what is shown of the story in front against a fresh reading of it. */
  async look(when: string): Promise<void> {
    const document = window.activeTextEditor?.document;
    // The settings, which VS Code may show as well, are judged by other rules than the stories.
    if (!document || !STORIES.some((path) => this.#at(path).toString() === document.uri.toString())) return;
    const shown = async () => {
      await commands.executeCommand('starl.checkFile');
      return JSON.stringify(
        ours(document.uri).map((one) => [ruleOf(one), document.offsetAt(one.range.start), one.message]),
      );
    };
    await this.#compare(`${when}, ${document.uri.path}`, async () => (await shown()) === (await this.#fresh(document)));
  }

  /** Looks at each story, of which one that is closed must say nothing. */
  async lookAtAll(when: string): Promise<void> {
    for (const path of STORIES) {
      const uri = this.#at(path);
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (document && isShown(document)) {
        await window.showTextDocument(document);
        await this.look(when);
      } else await this.#compare(`${when}, ${path} is closed`, async () => ours(uri).length === 0);
    }
  }

  async #compare(what: string, isSame: () => Promise<boolean>): Promise<void> {
    this.compared++;
    await eventually(isSame, true).catch(() => this.ghosts.push(what));
  }

  async #fresh(document: TextDocument): Promise<string> {
    const engine = await this.#loadEngine();
    const config = await workspace.openTextDocument(this.#at(CONFIG));
    const { settings } = engine.resolveSettings(engine.parseConfig(config.getText()));
    const path = document.uri.path.slice(this.#folder.path.length).replace(/^\//, '');
    const { findings } = engine.createLinter({ settings }).lint(document.getText(), { path });
    return JSON.stringify(
      findings.slice(0, MOST_SHOWN).map(({ rule, start, message }) => [rule, start.offset, message]),
    );
  }

  #moveCursors(editor: TextEditor): void {
    const { document } = editor;
    const at = () => this.#random(document.getText().length + 1);
    editor.selections = Array.from({ length: 1 + this.#random(3) }, () => {
      const start = at();
      const end = start + (this.#random(4) === 0 ? this.#random(30) : 0);
      return new Selection(document.positionAt(start), document.positionAt(end));
    });
  }

  async #flip(editor: TextEditor): Promise<void> {
    const eol = editor.document.eol === EndOfLine.LF ? EndOfLine.CRLF : EndOfLine.LF;
    await editor.edit((builder) => builder.setEndOfLine(eol));
  }

  async #fix(document: TextDocument): Promise<void> {
    const problems = ours(document.uri);
    const problem = problems[this.#random(problems.length)];
    if (!problem) return;
    const offered = (await actions(document, problem.range, CodeActionKind.QuickFix)).filter(({ edit }) => edit);
    const edit = offered[this.#random(offered.length)]?.edit;
    if (edit) await workspace.applyEdit(edit);
  }

  async #shorten(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
    await editor.edit((builder) => builder.replace(whole, story(`${BAD} ${OTHER}`)));
  }

  #switch(): Thenable<TextEditor> {
    return window.showTextDocument(this.#at(pick(this.#random, STORIES)), { preview: false });
  }

  /** Ticks or unticks an item of the checklist as its row does. */
  async #tick(): Promise<void> {
    const before = await this.#readChecklist();
    const { readChecklist } = await loadChecklistCore();
    const { checklist } = readChecklist(before);
    const items = checklist ? [...itemsWithin(checklist)] : [];
    const item = items[this.#random(items.length)];
    ok(item, 'the checklist has no item');
    const entry = { kind: 'item', item, of: { uri: this.#checklist } };
    await commands.executeCommand(`starl.checklist.${item.done ? 'untickRow' : 'tickRow'}`, { entry });
    const lines = before.split('\n');
    const line = lines[item.line - 1] ?? '';
    lines[item.line - 1] = item.done ? line.replace(/\[[xX]\]/, '[ ]') : line.replace('[ ]', '[x]');
    if ((await this.#readChecklist()) !== lines.join('\n')) this.lost.push(`line ${item.line}: ${line}`);
  }

  async #configure(): Promise<void> {
    const document = await workspace.openTextDocument(this.#at(CONFIG));
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), pick(this.#random, CONFIGS));
    await workspace.applyEdit(edit);
    await document.save();
  }

  #at(path: string): Uri {
    return Uri.joinPath(this.#folder, path);
  }

  #write(path: string, text: string): Thenable<void> {
    return workspace.fs.writeFile(this.#at(path), new TextEncoder().encode(text));
  }

  async #readChecklist(): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(this.#checklist));
  }
}
