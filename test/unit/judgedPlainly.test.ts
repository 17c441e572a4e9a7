import assert from 'node:assert/strict';
import { rules } from './judgedWords';

describe('plain sentences, as people type them,', () => {
  const FLAGGED: readonly (readonly [rule: string, words: string, part?: string])[] = [
    ['blame-framing', 'The partner dropped the ball and delivered six weeks late.'],
    ['blame-framing', 'Engineering refused to listen to me.'],
    ['blame-framing', 'The display company was totally unprepared and should have tested it before.', 'Situation'],
    ['blame-framing', 'My predecessor had left the backlog in a terrible state.', 'Situation'],
    [
      'status-quo',
      'I chose Kafka, since it is what every serious engineering organisation runs for this. I tested it in May.',
    ],
    ['status-quo', 'I set up Jira, since it is simply what everyone in the industry uses.'],
    ['passenger', 'I sort of led the migration.'],
    ['passenger', 'I was kind of in charge of the risk register.'],
    ['sanitized', 'None of my products has ever flopped.', 'Situation'],
    ['permission-seeking', 'I asked my boss to choose between the two vendors.'],
    ['permission-seeking', 'I asked my VP to approve the change.'],
  ];
  for (const [rule, words, part] of FLAGGED)
    it(`are flagged by ${rule}: ${words}`, () => assert.ok(rules(words, part).includes(rule)));

  const INNOCENT: readonly (readonly [rule: string, words: string, part?: string])[] = [
    ['permission-seeking', 'I asked my manager to stay out of the meeting, and she did.'],
    ['permission-seeking', 'I asked my director to stop mailing my engineers directly, and she stopped.'],
    ['permission-seeking', 'I asked my manager to tell the customer himself, since the promise had been his.'],
    ['permission-seeking', 'My manager approved the budget for two more machines.'],
    ['permission-seeking', 'The board approved a second depot on the strength of it.', 'Result'],
    ['process-crutch', 'Halting the report to address the duplicates would delay the report.'],
    ['passenger', 'The invoices were stored in two systems.'],
    ['blame-framing', 'Partners broke each time we shipped.', 'Situation'],
    ['status-quo', 'The procedure said post; I drove it over, since the court closed at four.'],
  ];
  for (const [rule, words, part] of INNOCENT)
    it(`are left alone by ${rule}: ${words}`, () => assert.ok(!rules(words, part).includes(rule)));
});
