import assert from 'node:assert/strict';
import { createLinter, type DocumentKind } from '../../src/core';
import { DEFAULT_SETTINGS } from '../../src/core/config/settings';
import { makeCueSheet } from '../../src/core/cueSheet/cueSheet';
import { toldIn } from '../../src/editor/documents/parts';

describe('the parts that are shown', () => {
  const MARKED = '# The port\n\n## Situation\n\nIt had 41 cranes.\n\n## Action\n\nI sold one.\n';
  const UNMARKED = 'I ran a port of 41 cranes. I sold one, and the queue went from 9 ships to 2.\n';
  const parts = (text: string, kind: DocumentKind) =>
    toldIn(createLinter().lint(text, { kind })).map((story) => story.parts.map(({ part }) => part));

  it('are those of a story, marked or as they read', () => {
    assert.deepEqual(parts(MARKED, 'story'), [['situation', 'action']]);
    assert.notEqual(parts(UNMARKED, 'story')[0]?.length, 0);
  });
  it('are of a speech those only that it marks', () => {
    assert.deepEqual(parts(MARKED, 'speech'), [['situation', 'action']]);
    assert.deepEqual(parts(UNMARKED, 'speech'), [[]]);
  });
  it('take a letter for a part beside others, and for a title where it is the only one', () => {
    const story = (title: string, [s, a, r] = ['Situation', 'Action', 'Result']) =>
      `${title}\n\n## ${s}\n\nThe port had 41 cranes.\n\n## ${a}\n\nI sold one.\n\n## ${r}\n\nThe queue fell to 2 ships.\n`;
    const told = (text: string) => {
      const { stories, findings } = createLinter().lint(text, { kind: 'story' });
      return [stories.map(({ title }) => title), findings.some(({ rule }) => rule === 'part-order')];
    };
    const all = ['situation', 'action', 'result'];
    for (const text of [story('# T'), story('# T', ['S', 'A', 'R'])]) {
      assert.deepEqual([parts(text, 'story'), ...told(text)], [[all], ['T'], false], text);
    }
    assert.deepEqual(parts(story('# T').replaceAll('##', '#'), 'story'), [['task', 'situation', 'action', 'result']]);
    assert.deepEqual(parts(story('# The port', ['S', 'A', 'R']), 'story'), [all]);
    assert.deepEqual(parts(story('', ['S', 'A', 'R']).replaceAll('##', '#'), 'story'), [all]);
    const [prose] = createLinter().lint('Before.\n\n# A\n\nThe port had 41 cranes.\n', { kind: 'story' }).stories;
    assert.equal(prose?.parts.action, undefined);
  });
  describe('where labels stand in one running paragraph', () => {
    const TOLD = [
      'Our pager fired 300 times a week and nobody looked.',
      'I owned on-call and had to halve it.',
      'I deleted forty alerts that nobody had acted on.',
      'Pages fell from 300 to 80 a week.',
      'I now ask of each alert what somebody will do.',
    ];
    const WORDS = ['Situation', 'Task', 'Action', 'Result', 'Learning'];
    const told = (text: string) => {
      const [outline] = createLinter().lint(text, { kind: 'story' }).outline;
      return outline?.parts.filter(({ marked }) => marked).map(({ start, end }) => text.slice(start, end)) ?? [];
    };
    const as = (label: (word: string, i: number) => string) =>
      TOLD.map((line, i) => `${label(WORDS[i] ?? '', i)} ${line}`);
    for (const lines of [
      as(([letter]) => `**${letter}:**`),
      as(([letter]) => `**${letter}**`),
      as(([letter]) => `**${letter}**:`),
      as(([letter]) => `*${letter}:*`),
      as((word) => `**${word}:**`),
      as((word) => `**${word}**:`),
      as((word) => `**${word}**`),
      as((word) => `**${word}.**`),
      as((word) => `**${word.charAt(0)}**${word.slice(1)}:`),
      as((word) => `${word} –`),
      as((_, i) => `${['Context', 'My role', 'Approach', 'The outcome', 'What I learned'][i]} (20s):`),
      as((word) => `**${word} (0:20)** –`),
      as((word) => `**${word} -**`),
      as((word) => `__${word.toUpperCase()}:__`),
      as((word) => `${word}:`),
      as((word) => `**${word}:**`).map((line) => line.replace(/\.$/, '')),
    ])
      it(`are told apart: ${lines[0]?.slice(0, 18)}`, () => {
        const text = lines.join(' ');
        assert.deepEqual(
          told(text).map((part) => part.replace(/[\s*_]+$/, '').replace(/^[*_]+/, '')),
          lines.map((line) => line.replace(/^[*_]+/, '')),
        );
      });

    it('may stand behind what they name', () => {
      const text = TOLD.map((line, i) => `${line} (${WORDS[i]?.charAt(0)})`).join(' ');
      assert.deepEqual(told(text), TOLD);
    });

    it('are none where a word or a letter is stressed in a sentence', () => {
      for (const stress of [
        'the **result** was 40 %',
        'it was known. **Results** were what we lacked',
        'the **Result** 40 % of us saw was wrong',
        'the **goal**: zero pages',
        'we had to (a) see each page and (b) mend it',
        'all of it was plain. The problem: nobody looked',
        'all of it was plain. **A**nd nobody looked',
        'every ticket says **Result:** in its first line',
        'the **result** – 40 % fewer',
        'the **Action** plan was mine',
        'we took plan **A** and it held',
        'I asked for **action**-based reviews',
      ]) {
        for (const label of ['**S:**', '**Situation**:']) {
          const text = `${label} ${TOLD[0]} By then ${stress}. I went on with it.`;
          assert.deepEqual(told(text), [text], text);
        }
      }
    });

    it('leave no mark on the cue sheet', () => {
      const text = as(([letter]) => `**${letter}**`).join(' ');
      const settings = DEFAULT_SETTINGS;
      const files = [{ name: 'a', text, info: { kind: 'story' } as const, settings }];
      const [story] = makeCueSheet(files, { rounds: [], profiles: [], confidential: [] }).stories;
      assert.deepEqual(
        story?.lines.map((line) => line.text),
        TOLD,
      );
    });
  });
  describe('where labels begin lines', () => {
    const TOLD = [
      'It had 41 cranes.',
      'I had to sell one.',
      'I sold one.',
      'The queue fell to 2 ships.',
      'I sell early.',
    ];
    const WORDS = ['Situation', 'Task', 'Action', 'Result', 'Learning'];
    const words = (text: string) => {
      const [story] = createLinter().lint(text, { kind: 'story' }).stories;
      return Object.values(story?.parts ?? {}).map((part) => part.words);
    };
    const ways: readonly ((word: string, i: number) => string)[] = [
      (word, i) => `(${i + 1}) ${word}: `,
      (word) => `⭐ ${word}: `,
      (word) => `${word}—`,
      (word) => `${word}\n`,
      (word) => `${word.charAt(0)} - ${word}: `,
      (_, i) =>
        `${['Context & Problem', 'My goal / role', 'What I actually did', 'Results & Impact', 'Lesson learned'][i] ?? ''}: `,
      (word) => `**${word.charAt(0)}**${word.slice(1)}: `,
      (_, i) =>
        `**What ${['was the situation', 'was my task', 'did I do', 'was the result', 'did I learn'][i] ?? ''}?** `,
    ];
    for (const way of ways)
      it(`are told apart and not counted: ${JSON.stringify(way('Situation', 0))}`, () => {
        for (const gap of ['\n', '\n\n'])
          assert.deepEqual(words(TOLD.map((line, i) => way(WORDS[i] ?? '', i) + line).join(gap)), [4, 5, 3, 6, 3]);
      });
  });
  it('are none of a design sheet, which nobody tells', () => assert.deepEqual(parts(MARKED, 'design'), []));
});
