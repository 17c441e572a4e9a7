import { WORD_CLASSES } from '../../language/wordClasses';

/** What a verb tells: that something was decided, that something was made or handed over, or whatever else may happen. */
export type Deed = 'decision' | 'delivery' | 'event';

const DECISIONS = WORD_CLASSES.get('decide');
const DELIVERIES = WORD_CLASSES.get('deliver');

/** By the dictionary form of the verb; "rebuild" is a delivery where "build" is. */
export function deedOf(lemma: string): Deed {
  if (DECISIONS?.has(lemma)) return 'decision';
  const plain = lemma.replace(/^(?:re|over|under)-?/, '');
  return DELIVERIES?.has(lemma) || DELIVERIES?.has(plain) ? 'delivery' : 'event';
}
