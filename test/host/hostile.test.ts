import { commands, type Hover, MarkdownString, Position, type TreeItem, Uri } from 'vscode';
import type { RuleExplanation } from '../../src/core/config/explainRule';
import { cueHtml, cueMarkdown } from '../../src/core/cueSheet/formats';
import { systemClock } from '../../src/editor/clock';
import { messageFor } from '../../src/editor/coverage/heatMap';
import { placesOf } from '../../src/editor/findings/explainRule';
import { createEngineLoader } from '../../src/editor/lazy/engine';
import { makeSheet } from '../../src/editor/practice/exportCueSheet';
import { HOSTILE, LONG, linksIn } from '../hostile';
import { wholeStory } from '../wholeStory';
import { equal, eventually, ok } from './assert';
import { Checklist } from './checklistDesk';
import { useDesk } from './desk';
import { LibraryDesk } from './libraryDesk';
import { Practising } from './practiceDesk';

/** A tree, as a view sees it. */
interface Tree<R> {
  getChildren(row?: R): Promise<R[]> | R[];
  getTreeItem(row: R): TreeItem;
}

describe('hostile texts', () => {
  const desk = useDesk('hostile');

  async function items<R>(tree: Tree<R>, row?: R): Promise<TreeItem[]> {
    const found: TreeItem[] = [];
    for (const child of await tree.getChildren(row)) found.push(tree.getTreeItem(child), ...(await items(tree, child)));
    return found;
  }

  /** Rows are plain text of a length that can be shown, and start nothing but commands of Starl's. */
  function areHarmless(rows: readonly TreeItem[], least: number): void {
    ok(rows.length >= least, `${rows.length} rows`);
    for (const { label, description, tooltip, command, accessibilityInformation } of rows) {
      ok(typeof label === 'string' && label.length < 300, String(label).slice(0, 300));
      ok(description === undefined || (typeof description === 'string' && description.length < 300), 'description');
      ok(tooltip === undefined || (typeof tooltip === 'string' && tooltip.length < 10_000), 'tooltip');
      ok((accessibilityInformation?.label.length ?? 0) < 10_000, 'label for screen readers');
      const isOpening = command?.command === 'vscode.open' && command.arguments?.[0] instanceof Uri;
      ok(!command || isOpening || command.command.startsWith('starl.'), command?.command);
    }
  }

  const quoted = JSON.stringify;
  const cases = { ...HOSTILE, 'a megabyte': LONG };
  for (const [what, text] of Object.entries(cases)) {
    const line = text.replace(/[\r\n]/g, ' ');
    it(`are text in every tree, in the heat map and on the cue sheet: ${what}`, async () => {
      await desk.write(
        'stories/a.md',
        `---\nquestions: [launch, ${quoted(line.slice(0, 150))}]\n---\n\n${wholeStory('x').replace('## x', `## ${line}`)}\n### Framing: ${line.slice(0, 100)}\n\n${line}\n`,
      );
      await desk.write(
        'prep.md',
        `# ${line}\n\n## ${line}\n\n- [ ] ${line}\n  - ${line}\n\n- [ ] b <!-- starl: ${line.slice(0, 40)} -->\n`,
      );
      await desk.write('plan.md', `# Plan\n\n- [ ] 2999-01-01 ${line}\n`);
      const name = quoted(line.slice(0, 150));
      await desk.write('starl.yaml', `rounds:\n  - { title: ${name}, tests: ${name}, stories: [${name}] }\n`);
      await desk.write(
        'mocks.yaml',
        `mocks:\n  - { date: 2020-01-01, kind: ${name}, change: ${name}, stories: [${name}] }\n`,
      );
      const library = desk.use(new LibraryDesk(desk.at('')));
      await library.store.settled();
      // A line of a megabyte is no title.
      const told = text === LONG ? 0 : 1;
      areHarmless(await items(library.tree), 1 + 5 * told);
      areHarmless(await items(library.coverage), 4 * told);
      const checklist = desk.use(new Checklist(desk.at('')));
      areHarmless(await items(checklist.tree), 1);
      const practising = desk.use(new Practising(desk.at('')));
      areHarmless(await items(practising.tree), 1);

      const message = await messageFor(library.services);
      equal(JSON.parse(JSON.stringify(message)), message);
      const [one] = library.store.folders[0]?.library.stories ?? [];
      equal(message.folders[0]?.maps[0]?.rows[0]?.title, one?.story.title);

      const sheet = await makeSheet(
        {
          clock: systemClock,
          library,
          practice: practising.store,
          configs: library.configs,
        },
        practising.only,
        undefined,
      );
      ok(!(sheet instanceof Uri));
      const page = cueHtml(sheet);
      equal(page.match(/<(?:script|img|a|iframe|svg)\b/gi), null);
      ok(page.length < 200_000, `a page of ${page.length}`);
      equal(linksIn(cueMarkdown(sheet).replace(/\\./g, '')), []);
    });

    if (text === LONG) continue;
    it(`are text in hovers and completions: ${what}`, async () => {
      const said = quoted(line.replace(/\p{Cc}/gu, ' ').slice(0, 150));
      const rule = `{ id: mine, message: ${said}, title: ${said}, hears: ${said}, severity: warning, phrases: [huge win] }`;
      const pack = `id: mine\ntitle: ${said}\ndescription: ${said}\nextends: general\n`;
      await desk.write('packs/mine.yaml', pack);
      const config = await desk.open('starl.yaml', `profile: general\nownRules:\n  - ${rule}\n`);
      const story = await desk.open('stories/a.md', wholeStory('One', { action: 'I said it was a huge win for us.' }));
      const at = story.positionAt(story.getText().indexOf('huge win') + 2);
      await eventually(
        async () => (await hovers(story.uri, at)).some(({ value }) => value.includes('starl.openRulePage')),
        true,
      );
      for (const { value, isTrusted, supportHtml } of await hovers(story.uri, at)) {
        ok(!supportHtml && isTrusted !== true, 'trusts all');
        const links = [...value.replace(/\\./g, '').matchAll(/\]\(([^)]*)\)|<(\w+:[^>]*)>|<\w/g)].map(
          ([, target]) => target,
        );
        equal(
          links.filter((target) => !target?.startsWith('command:starl.openRulePage?')),
          [],
        );
        ok(!/(?<!\\)\$\((?!close\)|check\))/.test(value), value);
        ok(!value.includes('&nbsp;'), 'words that cannot be broken');
      }
      for (const { value } of await hovers(config.uri, new Position(0, 12))) equal(linksIn(value), []);
    });
  }

  async function hovers(uri: Uri, position: Position): Promise<MarkdownString[]> {
    const found: Hover[] = await commands.executeCommand('vscode.executeHoverProvider', uri, position);
    return found.flatMap(({ contents }) => contents.filter((content) => content instanceof MarkdownString));
  }

  const broken: Readonly<Record<string, string>> = {
    'an alias bomb': 'a: &a [x]\nb: &b [*a, *a]\nprofile: [*b, *b]\n',
    'a key twice': 'profile: general\nprofile: netflix-tpm\n',
    'a tab': 'rules:\n\tvague-we: off\n',
    'a conflict': '<<<<<<< ours\nprofile: general\n=======\nprofile: netflix-tpm\n>>>>>>> theirs\n',
    'a megabyte': `profile: ${'x'.repeat(1_000_000)}\n`,
  };
  for (const [what, text] of Object.entries(broken)) {
    it(`are refused with file and line, and left alone: ${what}`, async () => {
      for (const file of ['starl.yaml', 'mocks.yaml']) await desk.write(file, text);
      await desk.write('stories/a.md', wholeStory('One'));
      await desk.write('stories/b.md', `---\n${text}---\n\n${wholeStory('Two')}`);
      const practising = desk.use(new Practising(desk.at('')));
      const problems = (await practising.outline()).join('\n');
      for (const file of ['starl.yaml', 'mocks.yaml'])
        ok(new RegExp(`${file}, line \\d`).test(problems), problems.slice(0, 400));
      const library = desk.use(new LibraryDesk(desk.at('')));
      equal((await library.titles()).includes('One'), true);
      areHarmless([...(await items(library.tree)), ...(await items(practising.tree))], 2);
      const kept = await desk.read('mocks.yaml');
      ok(kept === text, 'the file was changed');
    });
  }

  it('make no icon among the places that decide about a rule', async () => {
    const icon = '$(zap) team';
    const document = await desk.open('stories/a.md', wholeStory('One'));
    const engine = await createEngineLoader()();
    const file = { uri: desk.at(`${icon}/starl.yaml`), config: {}, problems: [], refused: [] };
    const explanation: RuleExplanation = {
      level: 'warning',
      decidedBy: 'config',
      layers: [{ layer: 'config', level: 'warning' }],
      settings: [{ key: 'allowedPhrases', value: `“${icon}”`, decidedBy: 'config' }],
      profile: 'general',
      profileChosenBy: 'default',
    };
    const sources = { layers: {}, file, userProblems: [] };
    const shown = placesOf('vague-we', explanation, sources, document, engine).slice(0, -1);
    const texts = shown.flatMap(({ label, description = '' }) => [label, description]);
    equal(texts.filter((text) => text.includes('zap')).length, 2);
    equal(
      texts.filter((text) => /(?<!\\)\$\(/.test(text)),
      [],
    );
  });
});
