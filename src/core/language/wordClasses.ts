import data from './wordClasses.yaml';

/** The named classes of words that phrases may speak of (`@people`). */
export const WORD_CLASSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(data).map(([name, list]) => [name, new Set(list.split(' '))]),
);
