import assert from 'node:assert/strict';
import { Session } from '../../src/editor/documents/session';
import { type Offered, refind } from '../../src/editor/findings/refind';
import * as engine from '../../src/editor/lazy/engineModules';
import { FakeDocument } from './fakeEditor';

const BAD = 'We decided to rewrite the scheduler.';
const TEXT = `# A story\n\n## Situation\n\nThe port had 41 cranes.\n\n## Action\n\n${BAD} I moved. ${BAD}\n`;

/** A story with two sentences alike, and the first fix that is offered for the first of them. */
function offer() {
  const document = new FakeDocument('file:///prep/stories/a.md', TEXT);
  const resolved = { settings: engine.DEFAULT_SETTINGS, root: undefined, file: undefined, userProblems: [] };
  const session = new Session(engine, document.asDocument(), resolved);
  const edit = (before: string, after: string) => {
    const { contentChanges } = document.replace(document.getText().indexOf(before), before.length, after);
    session.edit(contentChanges);
  };
  const finding = session.report.findings.find(({ rule }) => rule === 'vague-we') ?? assert.fail();
  const span = { start: finding.start.offset, end: finding.end.offset };
  const offered: Offered = { title: 'Ignore vague-we here', rule: 'vague-we', span, version: session.version };
  const place = () => refind(engine, session, offered)?.edits[0]?.start;
  return { document, edit, place };
}

describe('a fix that was offered', () => {
  it('is found where it was', () => {
    const { place } = offer();
    assert.equal(place(), TEXT.indexOf(BAD));
  });

  it('is found where the text has moved to, and not at a sentence that is alike', () => {
    const { document, edit, place } = offer();
    edit('# A story', '# A much longer story, 🚢 and more');
    edit('I moved.', 'I went.');
    assert.equal(place(), document.getText().indexOf(BAD));
    edit('The port had 41 cranes.\n', '');
    assert.equal(place(), document.getText().indexOf(BAD));
  });

  it('is gone when its finding is', () => {
    const { edit, place } = offer();
    edit('We decided', 'I decided');
    assert.equal(place(), undefined);
  });

  it('is gone when its sentence was written anew, even in the same words', () => {
    const { edit, place } = offer();
    edit(BAD, '');
    assert.equal(place(), undefined);
    edit(' I moved.', `${BAD} I moved.`);
    assert.equal(place(), undefined);
  });
});
