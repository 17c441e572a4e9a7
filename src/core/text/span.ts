/** A stretch of a text, in UTF-16 offsets; `end` stands behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
