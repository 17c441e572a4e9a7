/** Markup that may stand in a page as it is: only `html` makes it. */
export class SafeHtml {
  readonly #markup: string;

  constructor(strings: TemplateStringsArray, values: readonly HtmlValue[]) {
    this.#markup = String.raw({ raw: strings }, ...values.map(markupOf));
  }

  toString(): string {
    return this.#markup;
  }
}

/** A text is escaped; markup stays as it is. */
export type HtmlValue = string | number | SafeHtml | readonly SafeHtml[];

/** Markup from a template: every text that is put into it is escaped, so that it stands for itself. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  return new SafeHtml(strings, values);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(value: HtmlValue): string {
  if (value instanceof SafeHtml) return value.toString();
  if (typeof value === 'object') return value.join('\n');
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
