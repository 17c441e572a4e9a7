import assert from 'node:assert/strict';
import type { Report } from '../../src/core';
import { MOST_SHOWN } from '../../src/core/text/limits';
import { type DocumentState, describeState, leftWords, outcomeOf } from '../../src/editor/findings/describeState';

const judged = (report: Partial<Pick<Report, 'kind' | 'notes'>>, state: Partial<DocumentState> = {}) =>
  describeState({
    kind: 'judged',
    report: { kind: 'story', notes: [], ...report },
    found: 0,
    configProblems: 0,
    userProblems: [],
    onDemand: false,
    ...state,
  } as DocumentState);

describe('the language status', () => {
  it('counts the findings', () => {
    assert.deepEqual(judged({}), { text: 'Starl: no findings', severity: 'information' });
    assert.equal(judged({}, { found: 1 }).text, 'Starl: 1 finding');
  });

  it('says how many are shown where there are too many', () => {
    const { detail, severity } = judged({}, { found: MOST_SHOWN + 1 });
    assert.equal(detail, `only the first ${MOST_SHOWN} are shown`);
    assert.equal(severity, 'warning');
  });

  it('says what was not judged', () => {
    assert.equal(judged({ notes: ['mostly not English'] }).detail, 'mostly not English');
  });

  it('leads to a configuration that is broken, whatever else there is', () => {
    const { text, severity, action } = judged({ kind: undefined }, { configProblems: 2 });
    assert.deepEqual([text, severity, action], ['starl.yaml has 2 problems', 'error', 'openConfig']);
  });

  it('says which of the user’s settings cannot be used', () => {
    const { detail, action } = judged({}, { userProblems: ['starl.files: Write a list'] });
    assert.deepEqual([detail, action], ['starl.files: Write a list', 'openSettings']);
  });

  it('is quiet about ordinary Markdown', () => {
    assert.deepEqual(judged({ kind: undefined }), { text: 'Starl: no story here', severity: 'information' });
  });

  it('offers the check where it waits to be asked, and the log where judging failed', () => {
    assert.equal(judged({}, { onDemand: true }).action, 'check');
    assert.equal(describeState({ kind: 'failed' }).action, 'showLog');
    assert.ok(describeState({ kind: 'reading' }).busy);
  });
});

describe('what a check tells', () => {
  const outcome = (report: Partial<Pick<Report, 'kind' | 'notes'>>, found = 0) =>
    outcomeOf({
      kind: 'judged',
      report: { kind: 'story', notes: [], ...report },
      found,
      configProblems: 0,
      userProblems: [],
      onDemand: false,
    });

  it('is that nothing is found only where all was judged', () => {
    assert.deepEqual(outcome({}), { text: 'Starl: no findings', severity: 'information', isPassing: true });
    const { text, isPassing } = outcome({ notes: ['more than 2 MB, so it is not judged'] }) ?? {};
    assert.deepEqual([text, isPassing], ['Starl: no findings: more than 2 MB, so it is not judged', false]);
  });

  it('is not that a file holds no story where judging has failed', () => {
    assert.deepEqual(outcomeOf({ kind: 'failed' }), {
      text: 'Starl could not judge this file: the log says why',
      severity: 'error',
      isPassing: false,
    });
    assert.equal(outcomeOf({ kind: 'unknown' })?.text, 'Starl does not judge this text');
  });

  it('is nothing where the findings speak for themselves', () => assert.equal(outcome({}, 2), undefined));
});

describe('what Fix All tells', () => {
  const told = (found: number, isFixed: boolean, report: Partial<Pick<Report, 'kind'>> = { kind: 'story' }) =>
    leftWords(
      {
        kind: 'judged',
        report: { kind: undefined, notes: [], ...report },
        found,
        configProblems: 0,
        userProblems: [],
        onDemand: false,
      },
      isFixed,
    );

  it('is how many findings are left for the reader to decide', () => {
    assert.equal(told(5, true), 'Starl: fixed what needs no decision, 5 findings left for you to decide');
    assert.equal(told(1, false), 'Starl: nothing to fix without you, 1 finding left for you to decide');
    assert.equal(told(0, true), 'Starl: fixed what needs no decision');
  });

  it('is why there is nothing to do', () => {
    assert.equal(told(0, false), 'Starl: no findings');
    assert.equal(told(0, false, {}), 'Starl: no story here');
    assert.equal(leftWords({ kind: 'unknown' }, false), 'Starl does not judge this text');
  });
});
