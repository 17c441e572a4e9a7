import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { parse } from 'yaml';
import { snippetFile } from '../../src/build/snippets';
import { TemplateFileSchema } from '../../src/core/packs/templateSchema';
import { fileNames, slug } from '../../src/core/templates/fileName';
import { placeholder, TEMPLATES, templateSnippet } from '../../src/core/templates/templates';
import { findFrontMatter } from '../../src/core/text/frontMatter';
import { readMarkdown } from '../../src/core/text/markdown';
import { expandSnippet } from './expandSnippet';

const HOSTILE = [
  'Costs $5, then $1 and $TM_FILENAME or ${2:more',
  'A brace } and a backslash \\ and \\$ both',
  'Two\r\nlines\nand\ta tab\u0000',
  '<script>alert(1)</script> <!-- starl-ignore vague-we -->',
  '# Hash *stars* _lines_ `code` [a link](x) &amp; ~~gone~~ #',
  'Quote " and \': yes, {no}',
];

describe('templates', () => {
  it('follow their schema', () => {
    v.parse(TemplateFileSchema, { templates: TEMPLATES });
  });

  it('are ten, of every kind of document', () => {
    assert.equal(TEMPLATES.length, 10);
    assert.deepEqual(new Set(TEMPLATES.map(({ kind }) => kind)), new Set(['story', 'design', 'speech', 'narrative']));
  });

  for (const template of TEMPLATES) {
    it(`${template.id} makes every prompt a tab stop, in the order of the text`, () => {
      const { text, stops } = expandSnippet(templateSnippet(template, 'A title'));
      const prompts = template.parts.flatMap((part) => part.prompts.map(placeholder));
      const tags = template.kind === 'story' ? ['', ''] : [];
      assert.deepEqual([...stops.values()], [...prompts, ...tags, '']);
      assert.deepEqual(
        [...stops.keys()],
        [...stops.values()].map((_, index) => (index + 1) % stops.size),
      );
      assert.deepEqual(text.match(/\[[^\]]+\]/g), prompts);
    });

    it(`${template.id} is Markdown with front matter`, () => {
      const { text } = expandSnippet(templateSnippet(template, 'A title'));
      const front = findFrontMatter(text);
      assert.ok(front);
      const { starl, title, ...tags } = parse(front.yaml);
      assert.deepEqual({ starl, title }, { starl: template.kind, title: 'A title' });
      assert.deepEqual(tags, template.kind === 'story' ? { competencies: [], questions: [] } : {});
      const headings = readMarkdown(text, front.end).blocks.filter(({ kind }) => kind === 'heading');
      assert.deepEqual(
        headings.map((heading) => heading.text.trim()),
        ['A title', ...template.parts.map(({ heading }) => heading)],
      );
    });
  }

  it('end their lines as the document does', () => {
    for (const template of TEMPLATES) {
      const text = templateSnippet(template, 'Two\nlines', '\r\n');
      assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1);
    }
  });
});

describe('a title', () => {
  function assertKept(title: string): void {
    const [template] = TEMPLATES;
    assert.ok(template);
    const { text, stops } = expandSnippet(templateSnippet(template, title));
    const plain = title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    assert.equal(stops.size, expandSnippet(templateSnippet(template, 'Plain')).stops.size);
    const front = findFrontMatter(text);
    assert.ok(front);
    assert.equal(parse(front.yaml).title, plain);
    const { blocks, comments } = readMarkdown(text, front.end);
    assert.deepEqual(comments, []);
    assert.equal(blocks[0]?.kind, 'heading');
    assert.equal(blocks[0].text.replaceAll(' ', ''), plain.replaceAll(' ', ''));
    assert.equal(blocks.filter(({ kind }) => kind === 'heading').length, 6);
  }

  for (const title of HOSTILE) it(`is kept as it is: ${JSON.stringify(title)}`, () => assertKept(title));

  it('is kept whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), assertKept));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'$}{\\1:|\'"#[]<>!-*_`&; \n'), minLength: 1 }), assertKept),
    );
  });
});

describe('a file name', () => {
  const cases = {
    'The Night the Feed Stopped': 'the-night-the-feed-stopped',
    "Why I didn't ship": 'why-i-didnt-ship',
    'Crème brûlée, 30%': 'creme-brulee-30',
    'Über uns: 東京のチーム': 'uber-uns-東京のチーム',
    '../../etc/passwd': 'etc-passwd',
    CON: 'story-con',
    '🎉 !!!': 'story',
    '': 'story',
  };
  for (const [title, name] of Object.entries(cases)) {
    it(`for ${JSON.stringify(title)} is ${name}`, () => assert.equal(slug(title), name));
  }

  it('is safe, short and stable for any title', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const name = slug(title);
        assert.match(name, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
        assert.ok([...name].length <= 66);
        assert.equal(slug(name), name);
      }),
    );
  });

  it('has another to offer where one is taken', () => {
    const names = fileNames('One story');
    assert.deepEqual(
      [names.next().value, names.next().value, names.next().value],
      ['one-story.md', 'one-story-2.md', 'one-story-3.md'],
    );
  });
});

describe('the snippet file', () => {
  const entries = Object.entries(JSON.parse(snippetFile().text) as Record<string, { prefix: string; body: string[] }>);

  it('offers every template', () => {
    assert.deepEqual(
      entries.map(([, { prefix }]) => prefix),
      TEMPLATES.map(({ prefix }) => prefix),
    );
  });

  it('asks for the title first, and once', () => {
    for (const [name, { body }] of entries) {
      const { text, stops } = expandSnippet(body.join('\n'));
      assert.equal([...stops.keys()][0], 1, name);
      const title = parse(findFrontMatter(text)?.yaml ?? '').title;
      assert.ok(text.includes(`\n# ${title}\n`), name);
    }
  });
});
