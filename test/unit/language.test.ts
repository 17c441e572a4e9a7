import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, findSentences, readSentence } from '../../src/core/language/analyse';
import { tokenize } from '../../src/core/language/tokens';

const sentences = (text: string): string[] => analyse(text).map((sentence) => sentence.text);

/** Who does what, one word each: "we:decide", with "!" where it is denied and "?" where it is not (yet) so; passives in brackets. */
function acts(text: string): string[] {
  return analyse(text).flatMap(({ clauses }) =>
    clauses.map(({ actor, lemma, voice, negated, unreal }) => {
      const verb = voice === 'passive' ? `(${lemma})` : lemma;
      return `${actor}:${verb}${negated ? '!' : ''}${unreal ? '?' : ''}`;
    }),
  );
}

describe('splitting sentences', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['It cost $3.2M, e.g. for p99. We moved to v16.4. Done!', 3],
    ['Dr. Lind agreed. He signed.', 2],
    ['"We are late," he said. "Stop." I stopped.', 3],
    ['no capitals here. i shipped it. fine', 3],
    ['Was it late? Yes… but it worked.', 2],
    ["J. R. O'Neil (VP Eng.) and J. de Vries agreed. I. M. Pei drew it.", 2],
    ['We had 22 releases by Sep. 30 vs. 6 the year before. It held.', 2],
    ['66 pct. by Sept. 12, approx. $1.2M p.a. saved, acc. to Ms. Diaz, i.e. my VP. It held.', 2],
    ['I joined Acme Inc. Finance agreed at 5 p.m. Then I left in Dec. She stayed.', 4],
    ['They met at "Acme Inc." Everybody came at 9 a.m. sharp.', 2],
    ['I chose option B. Marketing agreed. So did I. Sales came. It was plan C. I shipped it.', 6],
    ['No A/B. Marketing agreed. It was a B. Dull. They sent B. Did it. A beat B. Dropped it.', 8],
    ['Late by 5 wks. 4 were legal. Out on 30 Jan. 6 came back. It began on Jan. 6 at 8 p.m. sharp.', 5],
    ['It began at 5 p.m. PST. Out at 5 p.m. Friday by hand. On at 9 a.m. Sat. It held.', 4],
    ['I asked the Sr. Director, an Assoc. Director and an Eng. Manager. It was up to mktg. They agreed.', 3],
    ['I cut over at 9:40 EST. The queue went to the finance dept. They own it, acc. to The Times.', 3],
    ['It was set by Sec. 4 of the plan. It took 30 sec. 4 were legal. I asked the PM. 6 were not.', 5],
    ['p99 fell to 40 ms. The queue held. I told Ms. The. I chose between A and B. Marketing agreed.', 5],
    ['She was late, and so was I. B. M. Jones was not. So said I. M. Pei.', 3],
    ['We moved to the U.S. We stayed. The U.S. team left.', 3],
    ['See fig. 3, No. 5 and p. 7. I said no. I went.', 3],
    ['I asked Dr. Lee and the prof. We shipped it in May. I saw my dr. Lee left. He is a Dr. We are not.', 6],
    ['I asked the prof. 3 of us stayed. I met the prof. and left. The Prof. Lee plan and that Dr. Ng won.', 4],
    ['I rewrote it in R. Customers liked it. I wrote it in C. Performance doubled. It was in C. Lee’s plan.', 5],
    ['I moved it to C. Performance doubled. I compared A. Acme won. Then we chose B. Costs fell.', 6],
    ['I met A. Smith. I heard that C. Lee won. I heard A. Smith won. The plan by D. Ng was late.', 4],
    ['I worked with J. Smith. The plan I wrote with J. Smith was late. I was faster than J. Smith was.', 3],
    ['The answer was no. 3 of 4 agreed. They said no. 12 left. It was no. 3 of 4. Only no. 3 failed.', 6],
    [
      'It was no. 3 on the list that we sent. It was no. 3 we shipped. In sec. 4 we said so. It came in a few sec. 4 came late.',
      5,
    ],
    ['40 per sec. 4 nodes held. By wk. 6 it stood. See p. 4 and sec. 5 of it.', 4],
    ['', 0],
    ['...', 0],
  ];
  for (const [text, count] of cases) it(`${count} in "${text}"`, () => assert.equal(sentences(text).length, count));
});

describe('splitting into words', () => {
  const pieces = fc.constantFrom(
    ...['I', "we've", 'e.g.', 'p99', '$3.2M', '12%', '3°C', '4.5', 'v2.1', 'w/', 'sign-off', '’', '“so', '”', '…', '—'],
    ...["'", '[', ']', '(', ')', '.', '..', ',', '\u00A0', '\n', '€5', 'Q&A', 'co-op’s', '|', '_', '~', '\uFFFC'],
  );

  it('splits a text alike where a letter of another language stands in it', () => {
    const texts = fc.array(fc.tuple(pieces, fc.constantFrom('', ' '))).map((all) => all.flat().join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenize(`${text} `);
        assert.deepEqual(tokenize(`${text} é`).slice(0, -1), tokens);
      }),
    );
  });
});

describe('who does what', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['We decided to ship.', ['we:decide', 'we:ship?']],
    ['I pulled the logs and saw the gap.', ['i:pull', 'i:see']],
    ['Led a team of eight. Cut the cost.', ['elided:lead', 'elided:cut']],
    ['The fix was implemented.', ['thing:(implement)']],
    ['The file got validated.', ['thing:get', 'thing:(validate)']],
    ["We didn't ask.", ['we:ask!']],
    ["They've never answered.", ['other:answer!']],
    ['Our crew landed on lazy loading.', ['we:land']],
    ['Rosa, the shift lead, told me.', ['thing:tell']],
    ['The field team confirmed a leak.', ['other:confirm']],
    ['We could have shipped.', ['we:ship?']],
    ['The lot of us went through it.', ['we:go']],
    ['My team and I drafted it.', ['we:draft']],
    ['The platform team and I drafted it.', ['i:draft']],
    ['I asked the team and I drafted it.', ['i:ask', 'i:draft']],
    ['"We decided it," he said.', ['other:say']],
    ["Everybody's favourite was a modem.", ['thing:be']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(acts(text), expected));
});

describe('the analysis of a text', () => {
  const words = fc.array(
    fc.constantFrom(
      'we',
      'I',
      "I've",
      'decided',
      'was',
      'the',
      'team',
      '.',
      ',',
      '"',
      '’',
      '“',
      '”',
      '\n',
      '12%',
      '😀',
      'é',
      'e\u0301',
      '\uFFFC',
      '(',
      'not',
      'to',
      'ship',
      '—',
      "'",
      '...',
    ),
  );
  it('never throws, and keeps sentences apart, in order and in range', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const sentence of findSentences(text)) {
          const { start, text: own } = sentence;
          assert.ok(start >= end && own.length > 0);
          assert.equal(own, text.slice(start, start + own.length));
          end = start + own.length;
          assert.equal(readSentence(sentence).tokens.at(-1)?.end, own.length);
          assert.equal(readSentence(sentence).tokens.at(-1)?.end, own.length, 'a second time');
        }
      }),
    );
  });
  it('takes any text at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void analyse(text)));
  });
});
