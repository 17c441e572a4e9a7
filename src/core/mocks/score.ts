/** What a dimension of a mock can be scored, from poor to ready for the day. */
export const SCORE = { min: 1, max: 5 } as const;
/** What to say of any other score. */
export const WRITE_SCORE = `A score is from ${SCORE.min} to ${SCORE.max}`;
