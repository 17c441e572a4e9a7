// @ts-check
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { useWindow } from './useWindow.mjs';

const BAD = 'We decided to rewrite the scheduler. ';

describe('what is too much to be judged, in the window', () => {
  const window = useWindow();
  const cases = {
    'a text of more than 2 MB': ['longer than 2 MB', 'A word here. '.repeat(2 ** 18)],
    'a line of more than 20,000 characters': ['longer than 20,000 characters', BAD.repeat(600)],
    'more than 500 findings': ['only the first 500 are shown', `${BAD}\n\n`.repeat(510)],
  };
  for (const [what, [note = '', text]] of Object.entries(cases)) {
    it(`is told in the language status: ${what}`, async () => {
      const path = `stories/${what.replace(/\W+/g, '-')}.md`;
      await writeFile(join(window.workspace, path), `# The port\n\n## Action\n\n${text}\n`);
      await window.quickOpen(path);
      await window.waitForLanguageStatus(note);
    });
  }
});
