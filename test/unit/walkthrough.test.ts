import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';

interface Step {
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const steps: readonly Step[] = contributes.walkthroughs[0].steps;
const views = Object.values<{ id: string }[]>(contributes.views).flatMap((list) => list.map(({ id }) => id));
const commands = [
  ...contributes.commands.map(({ command }: { command: string }) => command),
  ...views.map((id) => `${id}.focus`),
];
const source = readFileSync('src/editor/setUp/walkthrough.ts', 'utf8');

describe('the walkthrough', () => {
  it('has four steps, each with one button', () => {
    assert.equal(steps.length, 4);
    for (const { title, description } of steps)
      assert.equal(description.match(/^\[[A-Z].*\]\(command:/gm)?.length, 1, title);
  });

  it('names commands, views and contexts that there are', () => {
    for (const { description, completionEvents } of steps) {
      for (const [, command] of description.matchAll(/\(command:([\w.]+)\)/g))
        assert.ok(commands.includes(command), command);
      for (const event of completionEvents) {
        const [kind, name = ''] = event.split(':');
        if (kind === 'onCommand') assert.ok(commands.includes(name), event);
        else if (kind === 'onView') assert.ok(views.includes(name), event);
        else assert.ok(kind === 'onContext' && source.includes(`'setContext', '${name}'`), event);
      }
    }
  });

  it('has pictures that say what they show, in the colors of any theme', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      assert.ok(svg.includes(`<title>${media.altText}</title>`), media.svg);
      const fixed = [...svg.matchAll(/(?:fill|stroke)="(?!none|var\(--vscode-)([^"]+)"/g)].map(([, color]) => color);
      assert.deepEqual(fixed, [], media.svg);
    }
  });
});
