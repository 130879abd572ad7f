/** Markup that was built here and needs no escaping. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const escapeText = (value: string): string =>
  value.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const shown = (value: unknown): string => {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(shown).join('');
  return value === null || value === undefined || value === false ? '' : escapeText(String(value));
};

/** A template whose values are escaped unless they are markup themselves; nothing is shown for null and false. */
export const html = (parts: TemplateStringsArray, ...values: unknown[]): Html =>
  new Html(parts.reduce((text, part, index) => text + (index === 0 ? '' : shown(values[index - 1])) + part, ''));

/** JSON inside a script element that is data, not code. */
export const data = (value: unknown): Html => new Html(JSON.stringify(value).replace(/</g, '\\u003c'));
