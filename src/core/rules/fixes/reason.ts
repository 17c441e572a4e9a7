import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';
import { replaceSentence, takesUp } from './sentence';
import { endOfStatement } from './statements';

const CAUSE = new Set(['because', 'since', 'as', 'bc', 'cos', 'coz']);
const REASON = 'the reason that held in this case';

/** Fixes that ask for a reason of the writer's own where `isLoaded` words stand for one. */
export function reasonFixes(at: StorySentence, isLoaded: (token: Tagged) => boolean): RuleFix[] {
  const { tokens } = at.sentence;
  const loaded = tokens.flatMap((token, i) => (isLoaded(token) ? [i] : []));
  const first = loaded[0] ?? 0;
  const last = loaded.at(-1) ?? tokens.length;
  const fixes: RuleFix[] = [];
  const cause = tokens.findLastIndex(({ text }, i) => i > 0 && i < first && CAUSE.has(text));
  const so = tokens.findIndex(({ text }, i) => i > last && text === 'so');
  const end = tokens[endOfStatement(at.sentence, Math.max(last, cause))]?.end ?? at.sentence.end;
  const causeStart = tokens[cause]?.start;
  const soStart = tokens[so]?.start;
  if (loaded.length > 0 && causeStart !== undefined && so < 0)
    fixes.push({
      title: 'Put in the reason that held in this case',
      edits: [{ start: causeStart, end, text: `because ${tabStop(1, `[${REASON}]`)}` }],
      snippet: true,
    });
  else if (
    loaded.length > 0 &&
    soStart !== undefined &&
    !tokens.some((token, i) => i > so && takesUp(token, tokens[i + 1]))
  )
    fixes.push({
      title: 'Put in the reason that held in this case',
      edits: [{ start: 0, end: soStart, text: `${tabStop(1, `[The reason that held in this case]`)}, ` }],
      snippet: true,
    });
  fixes.push(
    replaceSentence(
      at,
      'Replace with the choice, what else there was, and the reason',
      `I chose ${tabStop(1, '[what]')} over ${tabStop(2, '[what else there was]')} because ${tabStop(3, `[${REASON}]`)}`,
    ),
  );
  return fixes;
}
