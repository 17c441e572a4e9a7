import {
  CancellationTokenSource,
  CodeAction,
  type CodeActionProvider,
  CodeActionTriggerKind,
  commands,
  Disposable,
  languages,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { systemClock } from '../../src/editor/clock';
import { createConfigs } from '../../src/editor/config/config';
import { editorSources } from '../../src/editor/documents/documentSources';
import { followDocuments } from '../../src/editor/documents/lifecycle';
import { Stories } from '../../src/editor/documents/stories';
import { watchFiles } from '../../src/editor/files/fileEvents';
import { registerFixes } from '../../src/editor/findings/fixes';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { equal, eventually, ok } from './assert';
import { BAD, ours, story, useDesk } from './desk';

const CURED = BAD.replace('We', 'I');

/** VS Code asks for fixes as the menu opens, and for the edit of one as it is chosen: this is what happens in between. */
describe('a fix of a sentence that is edited after it was offered', () => {
  const desk = useDesk('fix-faults');
  const log = { error: () => undefined, show: () => undefined, dispose: () => undefined };
  const { token } = new CancellationTokenSource();
  const { registerCodeActionsProvider } = languages;
  const { registerCommand } = commands;
  let provider: Required<CodeActionProvider>;
  let fixes: Disposable;

  before(() => {
    const loadEngine = createEngineLoader();
    const files = watchFiles();
    const configs = createConfigs(loadEngine, files, log, systemClock);
    const failed = () => undefined;
    const stories = new Stories({
      loadEngine,
      resolve: configs.resolve,
      onDidChangeSettings: configs.onDidChange,
      failed,
    });
    const keep = (_: unknown, given: typeof provider) => {
      provider = given;
      return new Disposable(() => undefined);
    };
    Object.assign(languages, { registerCodeActionsProvider: keep });
    // The extension has registered its commands already.
    Object.assign(commands, { registerCommand: () => new Disposable(() => undefined) });
    fixes = Disposable.from(
      registerFixes({ stories, loadEngine }),
      followDocuments(editorSources(files), stories),
      files,
      configs,
    );
    Object.assign(languages, { registerCodeActionsProvider });
    Object.assign(commands, { registerCommand });
  });
  after(() => fixes.dispose());

  /** Opens a story, and offers the cure of its `vague-we`. */
  async function offered(text: string): Promise<[TextDocument, CodeAction]> {
    const document = await desk.open('stories/a.md', text);
    const find = async () => {
      const diagnostics = ours(document.uri).filter(({ range }) => document.getText(range) === 'We decided');
      const context = { diagnostics, only: undefined, triggerKind: CodeActionTriggerKind.Invoke };
      const given = await provider.provideCodeActions(document, new Range(8, 0, 8, 0), context, token);
      return (given ?? []).find(({ title }) => title.includes('say "I"'));
    };
    await eventually(async () => (await find()) !== undefined, true, 'no fix is offered');
    const action = await find();
    ok(action instanceof CodeAction, 'no action');
    return [document, action];
  }

  async function apply(action: CodeAction): Promise<void> {
    const resolved = await provider.resolveCodeAction(action, token);
    if (resolved?.edit) ok(await workspace.applyEdit(resolved.edit));
  }

  /** As typed: of an edit of the workspace VS Code makes smaller ones. */
  async function put(document: TextDocument, before: string, text: string): Promise<void> {
    const start = document.getText().indexOf(before);
    const range = new Range(document.positionAt(start), document.positionAt(start + before.length));
    ok(start >= 0 && (await window.activeTextEditor?.edit((builder) => builder.replace(range, text))));
  }
  const insert = (before: string, text: string) => async (document: TextDocument) => {
    const at = document.positionAt(document.getText().indexOf(before));
    ok(await window.activeTextEditor?.edit((builder) => builder.insert(at, text)));
  };
  const change = (before: string, text: string) => (document: TextDocument) => put(document, before, text);
  const all = (text: string) => (document: TextDocument) => put(document, document.getText(), text);

  const cases: readonly [what: string, between: (document: TextDocument) => Promise<void>, lands: boolean][] = [
    ['text is inserted above', insert('# The port', 'A line. 🚢\n\nAnother line.\n\n'), true],
    ['the same sentence is inserted above', insert('# The port', `${BAD}\n\n`), true],
    ['text is inserted before it in its line', insert(BAD, 'I asked first. '), true],
    ['the same sentence is inserted before it', insert(BAD, `${BAD} `), true],
    ['what stands above is deleted', change('The port had 41 cranes.', ''), true],
    ['it is deleted', change(BAD, ''), false],
    ['it is written anew', change(BAD, 'I decided it.'), false],
    ['its line and the next are deleted', change(`${BAD}\n\n## Result`, ''), false],
    ['the whole text is replaced by another with that sentence', all(story(`I wrote it down. ${BAD}`)), false],
    ['the whole text is deleted', all(''), false],
  ];
  for (const [what, between, lands] of cases) {
    it(`${lands ? 'lands on it' : 'is not applied'} where ${what}`, async () => {
      const [document, action] = await offered(story(BAD));
      await between(document);
      const before = document.getText();
      await apply(action);
      const after = document.getText();
      const at = before.lastIndexOf(BAD);
      const cured = `${before.slice(0, at)}${CURED}${before.slice(at + BAD.length)}`;
      ok(after === before || after === cured, `it landed elsewhere:\n${after}`);
      if (!lands) equal(after, before);
      else ok(after === cured, 'it was not applied');
    });
  }
});
