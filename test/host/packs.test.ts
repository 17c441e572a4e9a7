import { type CompletionList, commands, Position, TabInputWebview, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from './assert';
import { accepted, BAD, dismissed, eventuallyMarks, ours, replace, story, useDesk } from './desk';

const pack = (rest: string) => `id: mine\ntitle: Mine\ndescription: My own\nextends: general\n${rest}`;
const OFF = pack('rules: { vague-we: off }\n');
const COMPETENCY = pack('competencies:\n  - { id: patience, title: Patience, probes: Waiting }\n');

describe('a pack of one’s own', () => {
  const desk = useDesk('packs');
  const problems = (uri: Uri) => ours(uri).map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);

  it('decides as a profile, and as soon as it changes', async () => {
    await desk.write('starl.yaml', 'profile: mine\n');
    await desk.write('packs/mine.yaml', OFF);
    const document = await desk.open('stories/a.md', story(BAD));
    await eventuallyMarks(document, [], 'off in the pack');
    equal(problems(desk.at('starl.yaml')), []);
    await desk.write('packs/mine.yaml', pack(''));
    await eventuallyMarks(document, ['We decided'], 'changed outside');
    await desk.write('packs/mine.yaml', OFF);
    await eventuallyMarks(document, [], 'changed back');
    await desk.remove('packs');
    await eventuallyMarks(document, ['We decided'], 'deleted');
    await eventually(() => problems(desk.at('starl.yaml')), ['1:10'], 'the profile is gone');
  });

  it('that is broken is marked where it is broken, and the rest goes on', async () => {
    const file = desk.at('packs/mine.yaml');
    await desk.write('starl.yaml', 'profile: mine\nrules: { vague-we: off }\n');
    await desk.write('packs/mine.yaml', `${pack('')}promts: []\n`);
    const document = await desk.open('stories/a.md', story(BAD));
    await eventually(() => problems(file), ['5:1']);
    await eventuallyMarks(document, [], 'the settings hold');
    const open = await window.showTextDocument(file, { preview: false });
    await replace(open.document, 'promts', 'prompts');
    await eventually(() => problems(file), [], 'mended in the editor');
    await open.document.save();
    await eventually(() => problems(desk.at('starl.yaml')), [], 'and on disk');
    equal(problems(file), []);
  });

  it('can be read again after a restart, in which the command has not been run', async () => {
    await desk.write('starl.yaml', 'profile: mine\n');
    await desk.write('packs/mine.yaml', COMPETENCY);
    const page = (path: string) =>
      workspace
        .openTextDocument(Uri.from({ scheme: 'starl-profile', path, query: desk.at('starl.yaml').toString() }))
        .then((document) => document.getText());
    ok((await page('/mine.md')).includes('Patience'), 'the own one');
    ok((await page('/netflix-tpm.md')).startsWith('# '), 'a built-in one');
    equal(await page('/gone.md'), 'There is no profile "gone" here any more.');
  });

  it('lends its competencies to front matter', async () => {
    await desk.write('starl.yaml', 'profile: mine\n');
    await desk.write('packs/mine.yaml', COMPETENCY);
    const { uri } = await desk.open('stories/a.md', `---\nstarl: story\ncompetencies: []\n---\n${story(BAD)}`);
    const offered = async () => {
      const list: CompletionList = await commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        uri,
        new Position(2, 15),
      );
      return list.items.some(({ label }) => typeof label === 'object' && label.label === 'patience');
    };
    await eventually(offered, true);
  });

  it('is switched to without losing what is ticked', async () => {
    await desk.write('starl.yaml', '# mine\r\nprofile: general # for now\r\nlevel: L6\r\n');
    await desk.write('prep.md', '# Preparation\n\n## Stories\n\n- [x] Mine\n');
    await desk.write(
      'packs/mine.yaml',
      pack('checklist:\n  - { id: stories, title: Stories, items: [{ id: x, text: Breathe }] }\n'),
    );
    await desk.open('stories/a.md', story(BAD));
    await commands.executeCommand('starl.switchProfile', 'mine');
    await eventually(() => desk.read('starl.yaml'), '# mine\r\nprofile: mine # for now\r\nlevel: L6\r\n');
    const list = await desk.read('prep.md');
    ok(list.startsWith('# Preparation\n\n## Stories\n\n- [x] Mine\n\n- [ ] Go through your career'), list);
    ok(list.includes('\n- [ ] Breathe\n'), list);
    await accepted(commands.executeCommand('starl.switchProfile', 'netflix-pmm'));
    await eventually(() => desk.read('starl.yaml'), '# mine\r\nprofile: netflix-pmm # for now\r\nlevel: L6\r\n');
    const both = await desk.read('prep.md');
    ok(
      both.includes('- [x] Mine\n') && both.includes('- [ ] Breathe\n') && both.includes('\n## Know the process\n'),
      both,
    );
  });

  it('takes its untouched items with it, where that is wanted, and no others', async () => {
    await desk.write('starl.yaml', 'profile: mine\n');
    await desk.write(
      'packs/mine.yaml',
      pack(
        'checklist:\n  - id: stories\n    title: Stories\n    items:\n      - { id: x, text: Breathe }\n      - { id: y, text: Sleep }\n      - { id: mocks, text: Play three rounds, evidence: mocks >= 3 }\n',
      ),
    );
    const list = '# Preparation: Mine\n\n## Stories\n\n- [x] Sleep\n\n- [ ] Breathe\n\n- [ ] Sing\n';
    await desk.write('prep.md', `${list}\n- [ ] Play three rounds <!-- starl: mocks >= 3 -->\n`);
    await desk.open('stories/a.md', story(BAD));
    await commands.executeCommand('starl.switchProfile', 'general', true);
    await eventually(() => desk.read('starl.yaml'), 'profile: general\n');
    const after = await desk.read('prep.md');
    ok(
      after.startsWith('# Preparation: General\n\n## Stories\n\n- [x] Sleep\n\n- [ ] Sing\n\n- [ ] Hold at least'),
      after,
    );
    equal(after.match(/mocks >= 3/g)?.length, 1);
  });

  it('is not switched to where the checklist cannot be read', async () => {
    await desk.write('starl.yaml', 'profile: general\n');
    await desk.write('prep.md', '- [ ] a\n<<<<<<< HEAD\n');
    await desk.open('stories/a.md', story(BAD));
    await dismissed(commands.executeCommand('starl.switchProfile', 'netflix-pmm'));
    equal(
      [await desk.read('starl.yaml'), await desk.read('prep.md')],
      ['profile: general\n', '- [ ] a\n<<<<<<< HEAD\n'],
    );
  });

  it('is shown on a page, as hostile as its words may be', async () => {
    await desk.write('starl.yaml', 'profile: mine\n');
    await desk.write('packs/mine.yaml', pack('asks:\n  - { id: a, text: "<b>[x](command:y)", learns: Z }\n'));
    const { uri: here } = await desk.open('stories/a.md', story(BAD));
    await commands.executeCommand('starl.showProfile');
    await eventually(() => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview, true);
    const address = Uri.from({ scheme: 'starl-profile', path: '/mine.md', query: here.toString() });
    const page = (await workspace.openTextDocument(address)).getText();
    ok(page.startsWith('# Mine\n') && page.includes('\n## Rubric\n'), page);
    ok(page.includes('- \\<b>\\[x\\](command:y) *Z*'), page);
  });
});
