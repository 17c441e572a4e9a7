import type { RuleExample } from '../rules/rule';

/** A stretch of an example: what stands under one heading, or where there is none. */
export interface ExamplePiece {
  /** The words of the heading. */
  readonly label?: string;
  readonly lines: readonly string[];
}

/** A text as it is written, where its marks are what it is about; else its pieces. */
export type ShownText = string | readonly ExamplePiece[];

/** The two lines of an example as people read them: of two stories only what tells them apart. */
export function shownExample({ bad, good }: RuleExample): Readonly<Record<'bad' | 'good', ShownText>> {
  const [weak, strong] = [piecesOf(bad), piecesOf(good)];
  if (typeof weak === 'string' || typeof strong === 'string') return { bad: weak, good: strong };
  const [ownWeak, ownStrong] = [without(weak, strong), without(strong, weak)];
  // Stories may differ in the order of their parts alone.
  const isOrder = ownWeak.length === 0 || ownStrong.length === 0;
  return isOrder ? { bad: weak, good: strong } : { bad: ownWeak, good: ownStrong };
}

function piecesOf(text: string): ShownText {
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) + 4 : 0;
  const body = text.slice(end).trim();
  if (body === '' || body.startsWith('<!--')) return text;
  const pieces: { label?: string; lines: string[] }[] = [];
  for (const line of body.split('\n')) {
    const [marks = ''] = line.split(' ', 1);
    if (/^#{1,6}$/.test(marks)) pieces.push({ label: line.slice(marks.length).trim(), lines: [] });
    else if (pieces.length === 0) pieces.push({ lines: [line] });
    else if (line.trim() !== '') pieces.at(-1)?.lines.push(line);
  }
  return pieces;
}

function without(pieces: readonly ExamplePiece[], others: readonly ExamplePiece[]): ExamplePiece[] {
  const known = new Set(others.map((piece) => JSON.stringify(piece)));
  return pieces.filter((piece) => !known.has(JSON.stringify(piece)));
}
