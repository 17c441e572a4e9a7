import * as v from 'valibot';

const WrittenSchema = v.object({ ownRules: v.array(v.unknown()) });
const EntrySchema = v.object({ id: v.string() });

/** The ids of the user's own rules as they are written, usable or not; undefined where a rule has none. */
export function ownRuleIds(written: unknown): (string | undefined)[] {
  const entries = v.is(WrittenSchema, written) ? written.ownRules : [];
  return entries.map((entry) => (v.is(EntrySchema, entry) ? entry.id : undefined));
}
