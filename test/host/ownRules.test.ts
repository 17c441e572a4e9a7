import {
  CodeActionKind,
  type CompletionItem,
  type CompletionList,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkdownString,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { createLinter } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import { equal, eventually, ok } from './assert';
import { accepted, actions, ours, replace, story, useDesk } from './desk';

const ID = 'big-words';
const CONFIG = `# mine
ownRules:
  - id: ${ID}
    message: Say what it was.
    hears: What all have said.
    parts: [action]
    severity: warning
    phrases: [(great|huge) win]
    fix: [success, "[what it was]"]
    flag: [It was a huge win.]
    pass: [We won.]
  - { id: tens, message: Give the figure., pattern: '\\b\\d+0\\b' }
`;
const ACTION = 'I said 🚢 it was a huge win, for 30 people. I told them of “a great win” and of a great win.';

describe("rules of the user's own", () => {
  const desk = useDesk('own-rules');
  const codeOf = ({ code }: Diagnostic) => (typeof code === 'object' ? String(code.value) : '');
  const problems = (document: TextDocument, id = ID) => ours(document.uri).filter((one) => codeOf(one) === id);
  const marks = (document: TextDocument, id = ID) => problems(document, id).map(({ range }) => document.getText(range));
  const actionsFor = (document: TextDocument, { range }: Diagnostic) =>
    actions(document, range, CodeActionKind.QuickFix);
  const open = async (config = CONFIG, text = story(ACTION, '\r\n')) => {
    await desk.write('starl.yaml', config);
    return desk.open('stories/a.md', text);
  };

  it('are judged by as on the command line', async () => {
    const document = await open();
    await eventually(() => marks(document), ['huge win', 'great win']);
    equal(problems(document)[0]?.severity, DiagnosticSeverity.Warning);
    const { config } = parseConfig(CONFIG);
    const { findings } = createLinter({ settings: { ownRules: config.ownRules ?? [] } }).lint(document.getText(), {
      path: document.uri.path,
    });
    equal(
      ours(document.uri)
        .map(
          (one) =>
            `${codeOf(one)} ${document.offsetAt(one.range.start)}-${document.offsetAt(one.range.end)} ${one.message}`,
        )
        .sort(),
      findings.map(({ rule, start, end, message }) => `${rule} ${start.offset}-${end.offset} ${message}`).sort(),
    );
    equal(marks(document, 'tens'), ['30', '40']);
  });

  it('offer their fixes, and to be ignored', async () => {
    const document = await open();
    await eventually(() => marks(document).length, 2);
    const [problem] = problems(document);
    ok(problem);
    const offered = await actionsFor(document, problem);
    const own = offered.map(({ title }) => title).filter((title) => /Say|Ignore|Explain/.test(title));
    equal(own.sort(), [
      `Explain ${ID} here`,
      `Ignore ${ID} here`,
      `Ignore ${ID} in this file`,
      `Ignore ${ID} in this part`,
      'Say “[what it was]” instead',
      'Say “success” instead',
    ]);
    const cure = offered.find(({ title }) => title === 'Say “success” instead');
    ok(cure?.edit && (await workspace.applyEdit(cure.edit)));
    await eventually(() => marks(document), ['great win']);
    const [left] = problems(document);
    ok(left);
    const ignore = (await actionsFor(document, left)).find(({ title }) => title === `Ignore ${ID} here`);
    ok(ignore?.edit && (await workspace.applyEdit(ignore.edit)));
    await eventually(() => marks(document), []);
    await replace(document, 'a great win.', 'a success.');
    await eventually(() => problems(document, 'stale-ignore').length, 1);
  });

  it('offer their fixes in the order in which they are written', async () => {
    const config = `ownRules: [{ id: ${ID}, message: M, phrases: [plain], fix: ["[what it was]", ""] }]\n`;
    const document = await open(config, story('I said it was a plain win.'));
    await eventually(() => marks(document), ['plain']);
    const [problem] = problems(document);
    ok(problem);
    const offered = await actionsFor(document, problem);
    equal(
      offered.map(({ title }) => title).filter((title) => /^Say|^Leave/.test(title)),
      ['Say “[what it was]” instead', 'Leave it out'],
    );
  });

  it('are explained in the hover, and lead to where they are defined', async () => {
    const document = await open();
    await eventually(() => marks(document).length, 2);
    const [problem] = problems(document);
    const target = typeof problem?.code === 'object' ? problem.code.target : undefined;
    equal(target?.toString(), desk.at('starl.yaml').toString());
    const at = problem?.range.start;
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const contents = hovers.flatMap(({ contents: all }) => all).filter((one) => one instanceof MarkdownString);
    ok(
      contents.some(
        ({ value }) =>
          /What all have said/.test(value) && /Flagged: It was a huge win/.test(value) && /Passes: We won/.test(value),
      ),
      'no hover',
    );
    await commands.executeCommand('starl.openRulePage', ID);
    const editor = window.activeTextEditor;
    equal(editor?.document.uri.toString(), desk.at('starl.yaml').toString());
    equal(editor?.selection.active.line, 2);
  });

  it('are set in starl.yaml, in front matter and in the settings, which Explain This Rule Here tells', async () => {
    const document = await open(`${CONFIG}rules: { ${ID}: error }\n`);
    await eventually(() => problems(document)[0]?.severity, DiagnosticSeverity.Error);
    const [problem] = problems(document);
    ok(problem);
    const { command } = (await actionsFor(document, problem)).find(({ title }) => title === `Explain ${ID} here`) ?? {};
    ok(command);
    await accepted(commands.executeCommand(command.command, ...(command.arguments ?? [])));
    const editor = window.activeTextEditor;
    equal(editor?.document.uri.toString(), desk.at('starl.yaml').toString());
    equal(editor?.document.getText(editor.selection), ID);
    await desk.write('starl.yaml', CONFIG);
    await eventually(() => problems(document)[0]?.severity, DiagnosticSeverity.Warning);
    await window.showTextDocument(document);
    await replace(document, '# The port', `---\nstarl: story\nrules: { ${ID}: off }\n---\n# The port`);
    await eventually(() => [marks(document), problems(document, 'front-matter').length], [[], 0]);
  });

  it('are opened where the settings that decide stand', async () => {
    const document = await open(CONFIG);
    await eventually(() => problems(document)[0]?.severity, DiagnosticSeverity.Warning);
    await desk.write('starl.yaml', CONFIG.replace('    severity: warning\n', ''));
    // The editor of settings writes none that it does not know.
    const settings = Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? document.uri, '.vscode', 'settings.json');
    const before = await workspace.fs.readFile(settings).then(undefined, () => new TextEncoder().encode('{}'));
    try {
      await workspace.fs.writeFile(settings, new TextEncoder().encode(`{ "starl.rules.${ID}": "error" }`));
      await eventually(() => problems(document)[0]?.severity, DiagnosticSeverity.Error);
      await window.showTextDocument(document);
      await accepted(commands.executeCommand('starl.explainRule', ID));
      await eventually(() => window.activeTextEditor?.document.uri.path, settings.path);
    } finally {
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await workspace.fs.writeFile(settings, before);
    }
  });

  it('are completed in front matter', async () => {
    const document = await open(CONFIG, '---\nstarl: story\nrules:\n  \n---\n');
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.lineAt(3).range.end,
    );
    const labels = list.items.map(({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label));
    ok(labels.includes(ID) && labels.includes('vague-we'), labels.join());
  });

  it('that are wrong are marked at their line, and the others go on', async () => {
    const document = await open(CONFIG.replace('pass: [We won.]', 'pass: [A huge win.]'));
    const config: Uri = desk.at('starl.yaml');
    const told = () =>
      ours(config).map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`);
    await eventually(told, [`11:12 The rule ${ID} flags this for “huge win”, and should not.`]);
    await eventually(() => [marks(document), marks(document, 'tens')], [[], ['30', '40']]);
  });
});
