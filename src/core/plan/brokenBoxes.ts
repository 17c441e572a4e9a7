import type { Item } from '../checklist/checklist';
import { itemsIn } from '../checklist/readChecklist';
import type { Edit } from '../types';

/** An item that Markdown does not take for one, because something in its box is amiss. */
export interface BrokenBox {
  /** The item as it reads once its box is mended. */
  readonly item: Item;
  /** Mends the box, in the text as it is. */
  readonly edit: Edit;
}

/** The sign of a list and a box, before something that makes no link of it. */
const BOX =
  /^(?<sign>[ \t]*(?:[-*+]|\d{1,9}[.)]))(?<gap>[ \t]*)\[[ \t]*(?:(?<tick>[xX])[ \t]*)?\](?<space>[ \t]*)(?=[^\s([:])/gm;
const SOUND = /^[ \t]*\S+[ \t]+\[[ \txX]\][ \t]+$/;

/** Finds the items whose box is amiss, as in `- []`, `- [ ]Write` or `-[ ]`. They are items once they are mended. */
export function brokenBoxes(text: string): BrokenBox[] {
  const mended = new Map<number, Edit>();
  let written = '';
  let at = 0;
  for (const found of text.matchAll(BOX)) {
    const [whole] = found;
    const { sign = '', gap = '', tick = '' } = found.groups ?? {};
    if (SOUND.test(whole)) continue;
    const start = found.index + sign.length;
    const end = found.index + whole.length;
    const box = `${gap || ' '}[${tick || ' '}] `;
    written += text.slice(at, start) + box;
    mended.set(written.length - 3, { start, end, text: box });
    at = end;
  }
  if (mended.size === 0) return [];
  return itemsIn(written + text.slice(at)).flatMap((item) => {
    const edit = mended.get(item.mark);
    return edit ? [{ item, edit }] : [];
  });
}
