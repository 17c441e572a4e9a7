const FRAMING = /^[\s#]*framing(?:[ \t]+notes?)?(?:[ \t]*[:–—-]|[ \t]+for[ \t])/i;

/**
 * Whom a heading frames a story for: "Framing: netflix-tpm", "Framing for Acme". What stands below it is a note to oneself
 * and no part of the story. Undefined where it is no such heading.
 */
export function framedFor(heading: string): string | undefined {
  const [line = ''] = heading.split(/\r\n|\n|\r/, 1);
  const opening = FRAMING.exec(line)?.[0];
  if (opening === undefined) return undefined;
  return line.slice(opening.length).trim() || undefined;
}
