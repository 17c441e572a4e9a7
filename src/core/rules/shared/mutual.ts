/** What takes two, whatever it is about. */
export const NEVER_ALONE: ReadonlySet<string> = new Set(
  'agree disagree discuss debate talk speak chat compromise celebrate joke'.split(' '),
);

/** What a group does together by its nature: agreeing, meeting, pairing, taking up what one of them proposed. */
export const MUTUAL: ReadonlySet<string> = new Set([
  ...NEVER_ALONE,
  ...'meet pair argue adopt laugh fight settle share join sit compare differ part shake'.split(' '),
]);
