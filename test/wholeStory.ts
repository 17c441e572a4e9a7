/** A story that has all its parts, with what its Action says, and its front matter or comment. */
export function wholeStory(
  title: string,
  { action = 'I rewrote the crane plan and dropped the night shift to pay for it.', own = '' } = {},
): string {
  return [
    `## ${title}`,
    ...(own ? ['', own] : []),
    '',
    '**Situation:** The port had 41 cranes, and 9 of them stood still at any time of the day.',
    '',
    '**Task:** I was to halve the waiting time of the ships before the summer season began.',
    '',
    `**Action:** ${action} I chose that over a tenth crane, which would have cost two million. When the crews objected, I walked the quay with them for a week, found that two of my assumptions were wrong, and moved the break times before I asked them again.`,
    '',
    '**Result:** Ships waited 40% less from May on, at a cost of 3% more overtime for the crews.',
    '',
    '**Learning:** I now ask the crews first, and did so again this spring when the gates moved.',
    '',
  ].join('\n');
}
