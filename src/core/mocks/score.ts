/** What a dimension of a mock can be scored, from poor to ready for the day. */
export const SCORE = { min: 1, max: 5 } as const;
