import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { plainText } from '../../src/core/checklist/plainText';
import { parseTree } from '../../src/core/text/markdown';
import { oneLine } from '../../src/core/text/oneLine';
import { html } from '../../src/core/text/safeHtml';
import { cutLabel, markdownText, tooltipOf, unlinked } from '../../src/editor/ui/shownText';
import { HOSTILE, LONG, linksIn } from '../hostile';

/** What the Markdown of a text is made of, but for words. */
function nodes(source: string): string[] {
  const names: string[] = [];
  parseTree(source).iterate({ enter: ({ name }) => void names.push(name) });
  return [...new Set(names)].filter((name) => !['Document', 'Paragraph', 'Escape'].includes(name));
}

function shown(source: string): string {
  const block = parseTree(source).topNode.firstChild;
  return block ? plainText(source, block) : '';
}

describe('a text that is shown', () => {
  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`stays ${what} in Markdown and in messages`, () => {
      assert.deepEqual(nodes(markdownText(text)), []);
      assert.equal(shown(markdownText(text)), oneLine(text));
      assert.doesNotMatch(markdownText(text), /(?<!\\)\$\(/);
      assert.deepEqual(linksIn(unlinked(text)), []);
    });
  }

  it('stays itself, whatever it is', () => {
    const mark = fc.constantFrom(...Array.from('[](){}<>&*_`~#+-.!|\\:/@$1a \n'), 'command:x', 'http', 'www', 'lt;');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), (marks) => {
        const text = marks.join('');
        assert.deepEqual(nodes(markdownText(text)), []);
        assert.equal(shown(markdownText(text)), oneLine(text));
        assert.deepEqual(linksIn(unlinked(text)), []);
      }),
    );
  });

  it('is cut where nobody reads on', () => {
    assert.ok(cutLabel(LONG).length < 130 && cutLabel(LONG).endsWith('…'));
    assert.ok(tooltipOf(['A', LONG, 'B']).startsWith('A\n\nCrane x') && tooltipOf([LONG, LONG, LONG]).length < 5000);
    assert.equal(tooltipOf(['A', 'B']), 'A\n\nB');
    assert.equal(cutLabel('A'), 'A');
    for (const before of ['', 'A']) assert.doesNotMatch(cutLabel(before + '🚢'.repeat(100)), /\p{Cs}/u);
  });

  it('escapes whatever is put into a page', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`<>&"'a/!-`) }), (text) => {
        const page = html`<p title="${text}">${text}</p>${[html`<b>${text}</b>`]}`.toString();
        assert.deepEqual(
          page.match(/<[^>]*>/g)?.map((tag) => tag.replace(/".*"/, '""')),
          ['<p title="">', '</p>', '<b>', '</b>'],
        );
      }),
    );
  });
});
