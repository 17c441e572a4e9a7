import { unknownRules } from '../config/schemas';
import { amountOf } from '../plan/amount';
import { nearest, suggest } from '../yaml/nearest';
import type { Problem } from '../yaml/problem';
import { type Complaint, readYaml } from '../yaml/yaml';
import { type Pack, PackSchema } from './packSchema';
import { inherit, PACKS } from './packs';

export interface PackResult {
  /** The pack with everything that it inherits; undefined where there are problems. */
  readonly pack: Pack | undefined;
  readonly problems: readonly Problem[];
}

/** What a pack of the user's own is read among. */
export interface PackSurroundings {
  /** The ids of packs of other files, which are named. */
  readonly taken?: ReadonlyMap<string, string>;
  /** Packs of the user's own that it may extend, each with all that it inherits. */
  readonly own?: readonly Pack[];
  /** Why a pack of the user's own cannot be extended, by its id. */
  readonly barred?: ReadonlyMap<string, string>;
}

/** Reads a pack of the user's own, which may extend a built-in one or another of these. Never throws. */
export function parsePack(text: string, surroundings: PackSurroundings = {}): PackResult {
  const { own = [] } = surroundings;
  const { value, problems } = readYaml(text, PackSchema, { check: (pack) => check(pack, surroundings) });
  return { pack: value && problems.length === 0 ? inherit(value, [...PACKS, ...own]) : undefined, problems };
}

function check(pack: Pack, { taken, own = [], barred }: PackSurroundings): Complaint[] {
  const why = pack.extends === undefined ? undefined : barred?.get(pack.extends);
  if (why !== undefined) return [{ path: ['extends'], message: why }];
  const complaints = checkReferences(pack, [...PACKS, ...own]);
  if (PACKS.some(({ id }) => id === pack.id)) {
    complaints.push({
      path: ['id'],
      message: `"${pack.id}" is a built-in pack. Choose another id, and extend that one.`,
    });
  }
  const owner = taken?.get(pack.id);
  if (owner !== undefined)
    complaints.push({ path: ['id'], message: `The id "${pack.id}" belongs to ${owner}. Choose another one.` });
  return complaints;
}

/** What a pack names that is neither in it nor in what it extends. */
export function checkReferences(pack: Pack, packs: readonly Pack[]): Complaint[] {
  const complaints = unknownRules(pack.rules);
  const whole = inherit(pack, packs);
  const name = (kind: string, known: readonly string[], names: readonly string[], path: Complaint['path']): void => {
    for (const [index, id] of names.entries()) {
      if (!known.includes(id))
        complaints.push({
          path: [...path, index],
          message: `There is no ${kind} "${id}". ${suggest(id, known)}`,
          meant: nearest(id, known),
        });
    }
  };
  const sources = Object.keys(whole.sources);
  const competencies = whole.competencies.map(({ id }) => id);
  const items = whole.checklist.flatMap((group) => group.items.map(({ id }) => id));
  const bases = packs.map(({ id }) => id);
  if (pack.extends !== undefined && !bases.includes(pack.extends)) {
    complaints.push({
      path: ['extends'],
      message: `There is no pack "${pack.extends}". ${suggest(pack.extends, bases)}`,
      meant: nearest(pack.extends, bases),
    });
  }
  for (const [path, names] of citations(pack)) name('source', sources, names, path);
  for (const [index, entry] of pack.questions.entries())
    name('competency', competencies, entry.competencies, ['questions', index, 'competencies']);
  for (const [index, entry] of pack.plan.entries())
    name('checklist item', items, entry.items, ['plan', index, 'items']);
  complaints.push(...amountComplaints(pack, whole));
  const weight = whole.rubric.reduce((sum, dimension) => sum + dimension.weight, 0);
  if (pack.rubric.length > 0 && weight !== 100)
    complaints.push({
      path: ['rubric'],
      key: true,
      message: `The weights add up to ${weight}. Make them add up to 100.`,
    });
  return complaints;
}

/** Tasks of the plan that go by an amount which none of the checklist items that they serve names. */
function amountComplaints({ plan }: Pack, { checklist }: Pack): Complaint[] {
  const items = checklist.flatMap((group) => group.items);
  return plan.flatMap((task, index) => {
    const isAsked = task.times !== undefined || task.text.includes('{of}');
    if (!isAsked || task.items.some((id) => items.some((item) => item.id === id && amountOf(item) !== undefined)))
      return [];
    const message = 'None of the items that this serves names an amount. Give one of them evidence or an "amount".';
    return [{ path: ['plan', index, 'items'], message, key: true }];
  });
}

/** Every list of sources in a pack, with its path. */
export function* citations(value: unknown, path: Complaint['path'] = []): Generator<[Complaint['path'], string[]]> {
  if (typeof value !== 'object' || value === null) return;
  const isPack = path.length === 0;
  for (const [key, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key !== 'sources') yield* citations(child, [...path, step]);
    else if (!isPack) yield [[...path, key], child];
  }
}
