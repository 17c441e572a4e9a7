import type { Framing } from './mapping';

/**
 * The notes of a story for an interview, by the names that it goes by: the question, the company, the profile and what that
 * extends, the most particular first. Case does not matter.
 */
export function framingsFor(framings: readonly Framing[], names: readonly string[]): Framing[] {
  return names.flatMap((name) => framings.filter((framing) => framing.name.toLowerCase() === name.toLowerCase()));
}
