/** What a group does together by its nature: agreeing, meeting, pairing, taking up what one of them proposed. */
export const MUTUAL: ReadonlySet<string> = new Set(
  'agree meet talk discuss pair argue disagree debate adopt celebrate laugh speak chat fight compromise settle share join sit compare differ part shake joke'.split(
    ' ',
  ),
);
