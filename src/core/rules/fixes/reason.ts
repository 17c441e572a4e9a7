import type { Sentence } from '../../language/analyse';
import type { Tagged } from '../../language/tag';
import type { StorySentence } from '../../story/story';
import { capital } from '../../text/capital';
import { tabStop } from '../../text/snippet';
import type { RuleFix } from '../rule';
import { replaceSentence, takesUp } from './sentence';
import { endOfStatement } from './statements';

const CAUSE = new Set(['because', 'since', 'as', 'bc', 'cos', 'coz']);
const REASON = 'the reason that held in this case';

/** Fixes that ask for a reason of the writer's own where `isLoaded` words stand for one. */
export function reasonFixes(at: StorySentence, isLoaded: (token: Tagged) => boolean): RuleFix[] {
  const { tokens } = at.sentence;
  const [opener] = tokens;
  const loaded = tokens.flatMap((token, i) => (isLoaded(token) ? [i] : []));
  const first = loaded[0] ?? 0;
  const last = loaded.at(-1) ?? tokens.length;
  const title = 'Put in the reason that held in this case';
  const because = `because ${tabStop(1, `[${REASON}]`)}`;
  const fixes: RuleFix[] = [];
  const cause = tokens.findLastIndex(({ text }, i) => i > 0 && i < first && CAUSE.has(text));
  const so = tokens.findIndex((_, i) => i > last && isConsequence(at.sentence, i));
  const comma = tokens.findIndex(({ text }) => text === ',');
  const end = tokens[endOfStatement(at.sentence, Math.max(last, cause))]?.end ?? at.sentence.end;
  const causeStart = tokens[cause]?.start;
  const soStart = tokens[so]?.start;
  if (loaded.length > 0 && causeStart !== undefined && so < 0)
    fixes.push({ title, edits: [{ start: causeStart, end, text: because }], snippet: true });
  else if (loaded.length > 0 && CAUSE.has(opener?.text ?? '') && last < comma && tokens[comma + 1]?.text === 'i')
    fixes.push({ title, edits: [{ start: 0, end: tokens[comma]?.start ?? 0, text: capital(because) }], snippet: true });
  else if (
    loaded.length > 0 &&
    soStart !== undefined &&
    !tokens.some((token, i) => i > so && takesUp(token, tokens[i + 1]))
  )
    fixes.push({
      title,
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

/** "…, so I kept it", but not "the policy says so": something else is told behind it. */
function isConsequence({ tokens, clauses }: Sentence, at: number): boolean {
  let next = at + 1;
  while (tokens[next]?.tag === 'adverb' || tokens[next]?.text === 'that') next++;
  return tokens[at]?.text === 'so' && clauses.some(({ subject, inherited }) => !inherited && subject.first === next);
}
