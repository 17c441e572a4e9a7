import type { Pack } from './packSchema';

type Sources = Pack['sources'];

/** Ids of sources in brackets. */
const CITED = /\(([a-z0-9-]+(?:, [a-z0-9-]+)*)\)/g;

/** What a source is called: its id where it has no short name. */
export function sourceName(id: string, sources: Sources): string {
  return (Object.hasOwn(sources, id) ? sources[id]?.short : undefined) ?? id;
}

/** What sources are called, one behind the other. */
export function sourceNames(ids: readonly string[], sources: Sources): string {
  return ids.map((id) => sourceName(id, sources)).join(', ');
}

/** A text in which ids of sources stand in brackets, with their names instead. */
export function withSourceNames(text: string, sources: Sources): string {
  return text.replace(CITED, (whole, list: string) => {
    const ids = list.split(', ');
    return ids.every((id) => Object.hasOwn(sources, id)) ? `(${sourceNames(ids, sources)})` : whole;
  });
}
