import fixtures from 'starl:fixtures';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { createLinter, type Finding } from '../../src/core';
import { parseConfig } from '../../src/core/config/config';
import { KNOWN_RULES } from '../../src/core/config/knownRules';
import { type Layers, resolveSettings } from '../../src/core/config/layers';
import { readUserLayer } from '../../src/core/config/lintSettings';
import { ignoreFixes } from '../../src/core/lint/ignoreFixes';
import type { RuleInfo } from '../../src/core/rules/rule';
import { kindOfExamples, underPart } from '../ruleExamples';
import { equal, eventually, ok } from './assert';
import { BAD, ours, story, useDesk } from './desk';

const CONFIG = 'confidential:\n  - { term: Acme, say: the client }\n';
const LEVELS = ['error', 'warning', 'information', 'hint'] as const;

/** An example as a document of its own, in a kind that the rule judges. */
function documentOf(rule: RuleInfo, line: string, part: Parameters<typeof underPart>[1]): string {
  const text = underPart(line, part);
  const kind = kindOfExamples(rule);
  return kind === 'story' || text.startsWith('---') ? text : `---\nstarl: ${kind}\n---\n\n${text}`;
}

/** What Starl says of a document, as rows that the engine's findings can be compared with. */
function rows(document: TextDocument): string[] {
  return ours(document.uri)
    .map(({ code, range, severity, message }) => {
      const place = `${document.offsetAt(range.start)}-${document.offsetAt(range.end)}`;
      return `${typeof code === 'object' ? code.value : ''} ${place} ${severity} ${message}`;
    })
    .sort();
}

function judge({ uri }: TextDocument, text: string, layers: Layers): readonly Finding[] {
  const { settings } = resolveSettings(layers);
  return createLinter({ settings }).lint(text, { path: uri.path }).findings;
}

/** What the engine says of the same text by the same settings. */
function expected(document: TextDocument, layers: Layers): string[] {
  const severities = { error: 0, warning: 1, information: 2, hint: 3 };
  return judge(document, document.getText(), layers)
    .map(
      ({ rule, start, end, severity, message }) =>
        `${rule} ${start.offset}-${end.offset} ${severities[severity]} ${message}`,
    )
    .sort();
}

const of = (rule: string, all: readonly string[]): string[] => all.filter((row) => row.startsWith(`${rule} `));

/** Puts another text in the document, and has it checked. */
async function set(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(document.positionAt(0), document.positionAt(document.getText().length)), text);
  ok(await workspace.applyEdit(edit), 'the edit was refused');
  await commands.executeCommand('starl.checkFile');
}

const ASKS_WHERE = 'Ignore in the part or file…';

describe('every rule', () => {
  const desk = useDesk('every-rule');
  const layers = { config: parseConfig(CONFIG).config };
  const open = async (config = CONFIG) => {
    await desk.write('starl.yaml', config);
    return desk.open('stories/a.md', '');
  };

  const actionsAt = (document: TextDocument, { start, end }: Finding) =>
    commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(document.positionAt(start.offset), document.positionAt(end.offset)),
      CodeActionKind.QuickFix.value,
      100,
    );

  for (const rule of KNOWN_RULES) {
    it(`${rule.id} says what the engine says, is cured by its fixes and silenced by ignores`, async () => {
      const document = await open();
      for (const { bad, good, part } of rule.examples) {
        await set(document, documentOf(rule, good, part));
        await eventually(() => rows(document), expected(document, layers), good);
        equal(of(rule.id, rows(document)), []);
        await set(document, documentOf(rule, bad, part));
        await eventually(() => rows(document), expected(document, layers), bad);
        ok(of(rule.id, rows(document)).length > 0, bad);
      }
      const [example] = rule.examples;
      ok(example);
      const text = documentOf(rule, example.bad, example.part);
      const finding = judge(document, text, layers).find((one) => one.rule === rule.id);
      ok(finding);
      await set(document, text);
      const before = of(rule.id, rows(document)).length;
      const stale = of('stale-ignore', rows(document)).length;
      for (const { title } of [...finding.fixes, ...ignoreFixes(text, finding)]) {
        const titles = [title, `${title} (${rule.id})`];
        const offered = await actionsAt(document, finding);
        const action = offered.find((one) => titles.includes(one.title));
        // Beside other findings, what reaches further is asked for.
        const isAskedFor = title.startsWith('Ignore') && offered.some((one) => one.title === ASKS_WHERE);
        if (!action && isAskedFor) continue;
        ok(action?.edit && (await workspace.applyEdit(action.edit)), title);
        // What is to be filled in is only selected.
        ok(document.getText() !== text || rule.id === 'placeholder-left', `${title} changes nothing`);
        await commands.executeCommand('starl.checkFile');
        await eventually(() => rows(document), expected(document, layers), title);
        const now = rows(document);
        // A prompt is for the writer to fill in.
        const isAsked = of('placeholder-left', now).length > 0 && !title.startsWith('Ignore');
        ok(of(rule.id, now).length < before || isAsked, `${title} leaves ${now.join('\n')}`);
        if (rule.id !== 'stale-ignore') equal(of('stale-ignore', now).length, stale, title);
        await set(document, text);
      }
    }).timeout(60_000);
  }

  it('takes the severity that starl.yaml gives it, or none', async () => {
    const texts = KNOWN_RULES.flatMap((rule) =>
      rule.examples.slice(0, 1).map(({ bad, part }) => documentOf(rule, bad, part)),
    );
    const all = (level: string) => `${CONFIG}rules:\n${KNOWN_RULES.map(({ id }) => `  ${id}: ${level}\n`).join('')}`;
    const document = await open(all('error'));
    for (const text of texts) {
      await set(document, text);
      await eventually(() => rows(document), expected(document, { config: parseConfig(all('error')).config }), text);
      const wrong = ours(document.uri).filter(({ severity }) => severity !== DiagnosticSeverity.Error);
      equal(
        wrong.map(({ message }) => message),
        [],
      );
    }
    await desk.write('starl.yaml', all('off'));
    await eventually(() => rows(document), []);
    for (const text of texts) {
      await set(document, text);
      equal(rows(document), []);
    }
  }).timeout(60_000);

  it('takes the severity that the user gives it', async () => {
    const document = await open();
    const levels = new Map(KNOWN_RULES.map(({ id }, i) => [`rules.${id}`, [...LEVELS, 'off'][i % 5]]));
    const user = readUserLayer((key) => levels.get(key)).layer;
    const settings = Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? document.uri, '.vscode', 'settings.json');
    const before = await workspace.fs.readFile(settings).then(undefined, () => new TextEncoder().encode('{}'));
    const own = Object.fromEntries([...levels].map(([key, level]) => [`starl.${key}`, level]));
    try {
      await workspace.fs.writeFile(settings, new TextEncoder().encode(JSON.stringify(own)));
      const isRead = () => workspace.getConfiguration('starl', document.uri).get(`rules.${KNOWN_RULES[0]?.id}`);
      await eventually(isRead, LEVELS[0]);
      for (const rule of KNOWN_RULES) {
        const [example] = rule.examples;
        await set(document, documentOf(rule, example?.bad ?? '', example?.part));
        await eventually(() => rows(document), expected(document, { ...layers, user }), rule.id);
        equal(of(rule.id, rows(document)).length > 0, levels.get(`rules.${rule.id}`) !== 'off', rule.id);
      }
    } finally {
      await workspace.fs.writeFile(settings, before);
    }
  }).timeout(120_000);
});

describe('the marked documents', () => {
  const desk = useDesk('marked');
  for (const [name, text] of Object.entries(fixtures)) {
    it(`${name} says what the engine says`, async () => {
      const document = await desk.open(`stories/${name.replace('/', '-')}`, text);
      await eventually(() => rows(document), expected(document, {}));
      equal(rows(document).length > 0, name !== 'design/good.md');
    });
  }
});

describe('every setting that decides how texts are judged', () => {
  const desk = useDesk('every-setting');
  const STORY = `# T\n\n## Situation\n\n${'The port had cranes in the rain. '.repeat(12)}\n\n## Action\n\nI moved them.\n`;
  const SHARES = STORY.replace('I moved them.', 'I moved them to the other quay by night. '.repeat(4));
  const SPEECH = `---\nstarl: speech\n---\n\n${'I run the cranes of a port. '.repeat(8)}\n`;
  const cases: readonly (readonly [key: string, value: unknown, path: string, text: string])[] = [
    ['limits.story', 10, 'stories/a.md', STORY],
    ['limits.speech', 5, 'stories/a.md', SPEECH],
    ['wordsPerMinute.min', 60, 'stories/a.md', SPEECH],
    ['wordsPerMinute.max', 400, 'stories/a.md', SPEECH.replace('port. ', `port. ${'I run it. '.repeat(8)}`)],
    ['shares.action', 10, 'stories/a.md', SHARES],
    ['shares.scene', 95, 'stories/a.md', SHARES],
    ['allowedPhrases', ['we decided to rewrite'], 'stories/a.md', story(BAD)],
    ['files', ['**/talks/*.md'], 'talks/a.md', '# T\n\nWe decided to move the cranes.\n'],
  ];
  /** `limits.story: 10` as starl.yaml has it. */
  const yaml = (key: string, value: unknown): string => {
    const [group = '', name] = key.split('.');
    return JSON.stringify({ [group]: name === undefined ? value : { [name]: value } });
  };
  for (const [key, value, path, text] of cases) {
    it(`${key} has its effect from starl.yaml and from the settings`, async () => {
      const document = await desk.open(path, text);
      await eventually(() => rows(document), expected(document, {}), 'by default');
      const before = rows(document);
      const { config } = parseConfig(yaml(key, value));
      await desk.write('starl.yaml', yaml(key, value));
      await eventually(() => rows(document), expected(document, { config }), 'starl.yaml');
      const after = rows(document);
      ok(JSON.stringify(after) !== JSON.stringify(before), 'no effect');
      await desk.remove('starl.yaml');
      await eventually(() => rows(document), before, 'without');
      const settings = () => workspace.getConfiguration('starl', document.uri);
      await settings().update(key, value, ConfigurationTarget.Workspace);
      try {
        await eventually(() => rows(document), after, 'the settings');
      } finally {
        await settings().update(key, undefined, ConfigurationTarget.Workspace);
      }
    });
  }
});
