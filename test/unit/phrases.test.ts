import assert from 'node:assert/strict';
import { analyse } from '../../src/core/language/analyse';
import { PhraseError, parsePhrase } from '../../src/core/language/phrases';
import { EvidenceFinder, packEvidence } from '../../src/core/scorer/evidence';

function occurs(phrase: string, text: string): boolean {
  const finder = new EvidenceFinder(packEvidence({ test: { for: { it: [phrase] }, against: {} } }));
  return analyse(text).some((sentence) => finder.find(sentence).has('test'));
}

describe('phrases', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["couldn't be bothered", "They couldn't be bothered to call.", true],
    ['drag~ their feet', 'They were dragging their feet.', true],
    ['micromanag*', 'He was micromanaging us.', true],
    ['(not|never) my fault', 'It was never my fault.', true],
    ['not (really)? my fault', 'It was not my fault.', true],
    ['not (really)? my fault', 'It was not really my fault.', true],
    ['not (really)? my fault', 'It was not quite my fault.', false],
    ['if .. had', 'If the whole north office had asked.', true],
    ['if .. had', 'If the whole big new north office had asked.', false],
    ['@people refused', 'The vendor refused.', true],
    ['by #', 'It fell by 12%.', true],
    ['mail@work', 'He was at work.', false],
    ['^ honestly', 'Honestly, it was fine.', true],
    ['^ honestly', 'It was, honestly, fine.', false],
    ['on time $', 'We shipped on time.', true],
    ['on time $', 'On time we shipped.', false],
    ['never _ again', 'Never say again.', true],
    ["i 'd do", "I'd do it.", true],
    ['of course', 'He said "of course" to me.', false],
    ['late because', 'It was late, because he slept.', true],
    ['late because', 'It was late; because he slept.', false],
  ];
  for (const [phrase, text, expected] of cases)
    it(`${phrase} ${expected ? 'is in' : 'is not in'} "${text}"`, () => assert.equal(occurs(phrase, text), expected));

  for (const wrong of ['(^ a|b) c', 'a (b|$)', 'a ^ b', 'a $ b', '', '(a', 'a)', '(a)?', '(|a)', '?']) {
    it(`"${wrong}" is an error that says where`, () => {
      assert.throws(
        () => parsePhrase(wrong),
        (error) => error instanceof PhraseError && error.offset <= wrong.length,
      );
    });
  }

  it('of evidence for a rule cannot be called like evidence against it', () => {
    assert.throws(
      () => packEvidence({ test: { for: { 'not mine': ['above my pay grade'] }, against: {} } }),
      /not mine/,
    );
  });
});
