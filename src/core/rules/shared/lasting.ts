/** Words that tell what was or is so at all times, not what happened once. */
export const LASTING: ReadonlySet<string> = new Set(
  'always allways never traditionally historically usually normally forever generally customarily'.split(' '),
);
