import { escapeMarkdown } from '../text/escapeMarkdown';
import { oneLine } from '../text/oneLine';
import { readChecklist } from './readChecklist';

/** How a label is written into the file: as it is where Markdown lets it stand for itself, and escaped where not. */
export function itemText(label: string): string {
  const line = oneLine(label);
  const { checklist } = readChecklist(`- [ ] ${line}`);
  return checklist?.items[0]?.label === line ? line : escapeMarkdown(line);
}
