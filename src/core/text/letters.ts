// The pattern for all letters there are takes long to make, so it is asked only about what no plainer one knows.

const PLAIN = /[A-Za-z0-9]/;
const ASCII = /[ -~\s]/;
const ANY = /[\p{L}\p{N}]/u;
const LETTER = /^\p{L}/u;

/** Whether a character is a letter or a digit of any script. */
export const isWordCharacter = (character: string): boolean =>
  PLAIN.test(character) || (!ASCII.test(character) && ANY.test(character));

/** Whether a text begins with a letter of any script. */
export const beginsWithLetter = (text: string): boolean =>
  /^[A-Za-z]/.test(text) || (!/^[ -~\s]/.test(text) && LETTER.test(text));
