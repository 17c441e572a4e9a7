const FRAMING = /^[\s#]*framing(?:[ \t]+notes?)?(?:[ \t]*[:–—-][ \t]*|[ \t]+for[ \t]+)(?<name>[^\r\n]*?)[\s#]*$/i;

/**
 * Whom a heading frames a story for: "Framing: netflix-tpm", "Framing for Acme". What stands below it is a note to oneself
 * and no part of the story. Undefined where it is no such heading.
 */
export function framedFor(heading: string): string | undefined {
  return FRAMING.exec(heading.split(/\r\n|\n|\r/, 1)[0] ?? '')?.groups?.name || undefined;
}
