import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  commands,
  type Hover,
  MarkdownString,
  Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { createLinter } from '../../src/core';
import { equal, eventually, ok } from './assert';
import { accepted, actions, BAD, eventuallyMarks, OTHER, ours, said, story, useDesk } from './desk';

async function fixesOf(document: TextDocument, rule: string): Promise<CodeAction[]> {
  const problem = ours(document.uri).find(({ code }) => typeof code === 'object' && code.value === rule);
  ok(problem, `no ${rule}`);
  return actions(document, problem.range, CodeActionKind.QuickFix);
}

describe('quick fixes', () => {
  const desk = useDesk('fixes');

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`cure the finding, and nothing but the sentence changes, with ${name}`, async () => {
      const text = story(`🚢 ${BAD}`, eol);
      const document = await desk.open('stories/a.md', text);
      await eventuallyMarks(document, ['We decided']);
      const [fix] = (await fixesOf(document, 'vague-we')).filter(({ title }) => !title.startsWith('Ignore'));
      ok(fix?.edit, 'no fix with an edit');
      equal(fix.isPreferred, true);
      ok(await workspace.applyEdit(fix.edit));
      equal(document.getText(), text.replace('We decided', 'I decided'));
      await eventuallyMarks(document, []);
    });
  }

  it('ignore a finding, with the cursor at the reason', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const fixes = await fixesOf(document, 'vague-we');
    const ignore = fixes.find(({ title }) => title === 'Ignore vague-we here');
    ok(ignore?.edit);
    equal(ignore.isPreferred, false);
    ok(await workspace.applyEdit(ignore.edit));
    equal(document.getText(), story(`<!-- starl-ignore vague-we: reason -->\n${BAD}`));
    await eventually(() => document.getText(window.activeTextEditor?.selection), 'reason');
    await eventuallyMarks(document, []);
  });

  it('cure all findings of a place before they offer to ignore one', async () => {
    const document = await desk.open('stories/a.md', story(`${BAD} ${OTHER}`));
    await eventuallyMarks(document, ['We decided', 'We convinced']);
    const line = document.lineAt(document.positionAt(document.getText().indexOf(BAD)).line).range;
    const offered = (await actions(document, line, CodeActionKind.QuickFix)).filter(
      ({ title }) => !/^Explain/.test(title),
    );
    const ignores = offered.map(({ title }) => title.startsWith('Ignore'));
    equal(ignores, [...ignores].sort());
    ok(ignores.includes(true) && ignores.includes(false));
  });

  it('gather the rest behind one row each where there are several findings', async () => {
    const both = "We decided to keep it, because that's how we have always done it.";
    const document = await desk.open('stories/a.md', story(both));
    await eventually(() => said(document.uri).filter((rule) => /vague-we|status-quo/.test(rule)).length, 2);
    const start = document.positionAt(document.getText().indexOf(both));
    const sentence = new Range(start, start.translate(0, both.length));
    const offered = await actions(document, sentence, CodeActionKind.QuickFix);
    const titles = offered.map(({ title }) => title).filter((title) => /^(?:Ignore|Explain)/.test(title));
    const asks = 'Ignore in the part or file…';
    equal(titles.sort(), ['Explain a rule here…', asks, 'Ignore status-quo here', 'Ignore vague-we here']);
    const { command } = offered.find(({ title }) => title === asks) ?? {};
    ok(command);
    await accepted(commands.executeCommand(command.command, ...(command.arguments ?? [])));
    const [rule = ''] = /(?<=starl-ignore-part )[\w-]+/.exec(document.getText()) ?? [];
    ok(['vague-we', 'status-quo'].includes(rule), document.getText());
    await eventually(() => said(document.uri).includes(rule), false);
  });

  it('are offered wherever in its sentence the cursor stands, and say what for: first what is at the cursor', async () => {
    const both = "We decided to keep it, because that's how we have always done it.";
    const document = await desk.open('stories/a.md', story(`I asked around. ${both} I went home.`));
    await eventually(() => said(document.uri).filter((rule) => /vague-we|status-quo/.test(rule)).length, 2);
    const start = document.getText().indexOf(both);
    const offered = async (offset: number): Promise<string[]> => {
      const at = document.positionAt(start + offset);
      const found = await actions(document, new Range(at, at), CodeActionKind.QuickFix);
      return found.flatMap(({ title }) =>
        /^(?:Ignore|Explain)/.test(title) ? [] : (/\(([\w-]+)\)$/.exec(title)?.[1] ?? title),
      );
    };
    const first = async (offset: number) => [...new Set(await offered(offset))];
    equal(await first(1), ['vague-we', 'status-quo']);
    equal(await first(both.indexOf('always')), ['status-quo', 'vague-we']);
    equal((await first(both.length - 1)).sort(), ['status-quo', 'vague-we']);
    equal(await first(-'around.'.length), []);
    equal(await first(both.length + ' I went'.length), []);
  });

  it('are not offered where nothing is found', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const calm = document.positionAt(document.getText().indexOf('The port had'));
    const found = await actions(document, new Range(calm, calm), CodeActionKind.QuickFix);
    equal(
      found.filter(({ title }) => /vague-we/.test(title)),
      [],
    );
  });
});

describe('Fix All', () => {
  const desk = useDesk('fix-all');
  const STALE = `<!-- starl-ignore passenger: no longer -->\n${BAD}`;
  const kind = CodeActionKind.SourceFixAll.append('starl');
  const fixed = (text: string) => {
    const edits = createLinter().fixAll(text, { path: 'stories/a.md' });
    return edits.reduceRight((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
  };

  it('does by command what the engine does, and a second time nothing', async () => {
    const document = await desk.open('stories/a.md', story(STALE));
    await commands.executeCommand('starl.fixAll');
    equal(document.getText(), fixed(story(STALE)));
    ok(document.getText() !== story(STALE), 'nothing was fixed');
    equal(fixed(document.getText()), document.getText());
  });

  it('does the same on save', async () => {
    const document = await desk.open('stories/a.md', story(STALE));
    const settings = workspace.getConfiguration('editor', document.uri);
    const before = settings.inspect('codeActionsOnSave')?.workspaceValue;
    await settings.update('codeActionsOnSave', { 'source.fixAll.starl': 'explicit' }, false);
    try {
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(0), '\n');
      await workspace.applyEdit(edit);
      await document.save();
      equal(document.getText(), fixed(`\n${story(STALE)}`));
    } finally {
      await settings.update('codeActionsOnSave', before, false);
    }
  });

  it('is offered for its own kind and all kinds above it only', async () => {
    const document = await desk.open('stories/a.md', story(STALE));
    const whole = new Range(0, 0, document.lineCount, 0);
    const titles = async (asked: CodeActionKind) =>
      (await actions(document, whole, asked)).filter(({ kind: own }) => own?.value === kind.value).length;
    equal(await titles(kind), 1);
    equal(await titles(CodeActionKind.SourceFixAll), 1);
    equal(await titles(CodeActionKind.QuickFix), 0);
  });

  it('leaves ordinary Markdown alone', async () => {
    const notes = await desk.open('notes.md', `# Notes\n\n${STALE}\n`);
    const edits = await actions(notes, new Range(0, 0, 0, 0), kind);
    equal(edits.length, 0);
  });
});

describe('what stands beside the text', () => {
  const desk = useDesk('beside');

  it('is in the hover what an interviewer hears, a weak and a strong line, and a link that needs no network', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, ['We decided']);
    const at = document.positionAt(document.getText().indexOf(BAD) + 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const contents = hovers.flatMap(({ contents: all }) => all).filter((one) => one instanceof MarkdownString);
    const own = contents.find(({ value }) => value.includes('What an interviewer hears'));
    ok(own, 'no hover');
    for (const text of ['Weak', 'Strong', '(command:starl.openRulePage?']) ok(own.value.includes(text), text);
    equal(own.isTrusted, { enabledCommands: ['starl.openRulePage'] });
  });

  it('is in the hover on several findings each by its name, in the order of their messages', async () => {
    const document = await desk.open('stories/a.md', '# Cranes\n\n## Action\n\nI sold it.\n');
    await eventually(() => said(document.uri).includes('missing-situation'), true);
    const at = new Position(0, 3);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const contents = hovers.flatMap(({ contents: all }) => all).filter((one) => one instanceof MarkdownString);
    const named = contents.flatMap(({ value }) => /^\*\*(.*?)\.\*\*/.exec(value)?.[1]?.replaceAll('\\', '') ?? []);
    const rules = ours(document.uri)
      .filter(({ range }) => range.contains(at))
      .map(({ code }) => (typeof code === 'object' ? String(code.value) : ''));
    ok(rules.length > 2, 'too few findings');
    equal(named, rules);
  });

  it('is in the hover over a story what tells two stories apart, part by part', async () => {
    const document = await desk.open(
      'stories/a.md',
      '# Cranes\n\n## Task\n\nI had to sell one.\n\n## Action\n\nI sold it.\n',
    );
    await eventually(() => said(document.uri).includes('missing-situation'), true);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(0, 3),
    );
    const contents = hovers.flatMap(({ contents: all }) => all).filter((one) => one instanceof MarkdownString);
    const own = contents.find(({ value }) => value.includes('missing-situation'));
    ok(own, 'no hover');
    ok(own.value.includes('\n\n**Situation:** In March the queue'), own.value);
    ok(!own.value.includes('##'), own.value);
  });

  it('explains what is no fault of a sentence, too', async () => {
    await desk.write('starl.yaml', 'confidential: [Acme]\n');
    const head = '---\nstarl: story\nrules: { vague-we: never }\n---\n\n';
    const action = 'I rang Acme.\n\n<!-- starl-ignore passenger: x -->\nI ate.';
    const document = await desk.open('stories/a.md', head + story(action));
    for (const rule of ['front-matter', 'confidential', 'stale-ignore']) {
      const find = () => ours(document.uri).find(({ code }) => typeof code === 'object' && code.value === rule);
      await eventually(() => find() !== undefined, true, rule);
      const at = find()?.range.start;
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
      const contents = hovers.flatMap(({ contents: all }) => all).filter((one) => one instanceof MarkdownString);
      ok(
        contents.some(({ value }) => value.includes(encodeURIComponent(JSON.stringify([rule])))),
        `no hover on ${rule}`,
      );
    }
  });

  it('are above each part its words, share and spoken time, unless switched off', async () => {
    const document = await desk.open('stories/a.md', story(BAD));
    const lenses = async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
      return found.filter(({ command }) => command?.command === 'starl.goToPart');
    };
    await eventually(async () => (await lenses()).length, 3);
    const first = (await lenses())[0];
    equal(first?.command?.title, '5 words · 33% · 0:02 spoken');
    equal(document.lineAt(first?.range.start.line ?? 0).text, '## Situation');
    const settings = workspace.getConfiguration('starl', document.uri);
    await settings.update('codeLens', false, false);
    await eventually(async () => (await lenses()).length, 0);
    await settings.update('codeLens', undefined, false);
    await eventually(async () => (await lenses()).length, 3);
  });

  it('is nothing about parts where there are none: over a design sheet, and a speech that marks none', async () => {
    const lenses = async (path: string, kind: string) => {
      const document = await desk.open(path, `---\nstarl: ${kind}\n---\n\n${story(BAD)}`);
      await eventuallyMarks(document, kind === 'design' ? [] : ['We decided']);
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
      return found.filter(({ command }) => command?.command === 'starl.goToPart').length;
    };
    equal(await lenses('design/a.md', 'design'), 0);
    equal(await lenses('b.md', 'narrative'), 3);
    equal(await lenses('c.md', 'speech'), 3);
    const document = await desk.open('d.md', `---\nstarl: speech\n---\n\nI ran a port of 41 cranes. ${BAD}\n`);
    await eventuallyMarks(document, ['We decided']);
    const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
    equal(found.filter(({ command }) => command?.command === 'starl.goToPart').length, 0);
  });

  it('is the page of a rule, in the preview', async () => {
    await commands.executeCommand('starl.openRulePage', 'vague-we');
    const label = () => window.tabGroups.activeTabGroup.activeTab?.label ?? '';
    await eventually(() => /vague-we/.test(label()), true, 'no preview');
  });
});
