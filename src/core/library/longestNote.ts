/** The longest note of a framing that is read, in UTF-16 code units. */
export const LONGEST_NOTE = 2000;
