/** Texts that would do harm, or be shown as something else, wherever they are taken for more than text. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script>',
  'an image that fails': '<img src=x onerror=alert(1)>',
  'a command link': '[run](command:workbench.action.terminal.sendSequence?%7B%7D "now")',
  'a link of its own': '<command:workbench.action.quit> https://example.com www.example.com a@example.com',
  'an image from afar': '![x](https://example.com/a.png)',
  'an icon': '$(trash) \\$(zap)',
  emphasis: '**bold** _em_ `code` ~~gone~~ # no | table & &lt;entity',
  'control characters': 'a\u0000b\u001b[31m\u202Ec',
};

/** Longer than anybody reads. */
export const LONG = `Crane ${'x'.repeat(1_000_000)}`;

/** The links that VS Code makes of a text in notifications and prompts. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/gi)].map(
    ([link]) => link,
  );
}
