import general from '../../packs/general.yaml';
import netflixPmm from '../../packs/netflix-pmm.yaml';
import netflixTpm from '../../packs/netflix-tpm.yaml';
import type { SettingsLayer } from '../config/layers';
import type { ChecklistGroup, Pack } from './packSchema';

/** The profile of those who name none. */
export const DEFAULT_PROFILE = 'general';

/** The lists of a pack whose entries are merged by their ids alone. */
export const LISTS = [
  'competencies',
  'questions',
  'prompts',
  'scoping',
  'phases',
  'rubric',
  'shifts',
  'simulations',
  'asks',
  'notes',
  'feedbackLog',
  'reading',
  'plan',
  'rounds',
  'levels',
  'facts',
] as const satisfies readonly (keyof Pack)[];

/** The built-in packs, each with everything that it inherits. */
export const PACKS: readonly Pack[] = [general, netflixTpm, netflixPmm].map((pack, _, all) => inherit(pack, all));

/** The pack with an id: a built-in one, or one of the user's `own`. */
export function findPack(id: string, own: readonly Pack[] = []): Pack | undefined {
  return PACKS.find((pack) => pack.id === id) ?? own.find((pack) => pack.id === id);
}

/** The id of a profile, and of what it extends, the most particular first; some may be the user's `own`. */
export function profileIds(id: string, own: readonly Pack[] = []): string[] {
  const ids = [id];
  for (let base = findPack(id, own)?.extends; base !== undefined && !ids.includes(base); ) {
    ids.push(base);
    base = findPack(base, own)?.extends;
  }
  return ids;
}

/** The pack with everything that it inherits from the one it extends; as it is where that one isn't there. */
export function inherit(pack: Pack, packs: readonly Pack[]): Pack {
  const base = packs.find(({ id }) => id === pack.extends);
  return base && base !== pack
    ? merge(
        inherit(
          base,
          packs.filter((other) => other !== pack),
        ),
        pack,
      )
    : pack;
}

/** What a pack has to say about how texts are judged. */
export function profileLayer({ rules, spoken }: Pack): SettingsLayer {
  if (!spoken) return { rules };
  const { min, max } = spoken.wordsPerMinute;
  return {
    rules,
    wordsPerMinute: { min, max },
    limits: { story: spoken.story.seconds, speech: spoken.speech.seconds },
  };
}

function merge(base: Pack, pack: Pack): Pack {
  const spoken = pack.spoken ?? base.spoken;
  const lists = LISTS.map((key) => [key, mergeById<{ id: string }>(base[key], pack[key])]);
  return {
    ...pack,
    ...(Object.fromEntries(lists) as Pick<Pack, (typeof LISTS)[number]>),
    sources: { ...base.sources, ...pack.sources },
    checklist: mergeById(base.checklist, pack.checklist, mergeGroups),
    rules: { ...base.rules, ...pack.rules },
    ...(spoken && { spoken }),
  };
}

function mergeGroups(base: ChecklistGroup, group: ChecklistGroup): ChecklistGroup {
  return { ...group, items: mergeById(base.items, group.items) };
}

/** Entries with an id that the base has take its place; the others follow. */
function mergeById<T extends { readonly id: string }>(
  base: readonly T[],
  entries: readonly T[],
  join: (base: T, entry: T) => T = (_, entry) => entry,
): T[] {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const taken = new Set(base.map(({ id }) => id));
  const replaced = base.map((entry) => {
    const other = own.get(entry.id);
    return other ? join(entry, other) : entry;
  });
  return [...replaced, ...entries.filter(({ id }) => !taken.has(id))];
}
