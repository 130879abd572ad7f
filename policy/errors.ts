/** What can be wrong with a question. One table: the code, and what it means. */
export const POLICY_ERRORS = {
  'input/not-json': 'the text is no JSON',
  'input/not-an-object': 'an object was expected',
  'input/missing': 'a field that is needed is not there',
  'input/unknown-field': 'a field has a name that nobody reads',
  'input/ill-typed': 'a field has another type than it should',
  'input/unknown-value': 'a field has a value outside the list',
  'input/bad-instant': 'an instant that does not exist, or lacks its offset',
  'input/bad-time-zone': 'no IANA time zone',
  'input/bad-amount': 'no exact, non-negative amount in the currency',
  'input/bad-quantity': 'no whole, positive quantity',
  'settings/unknown': 'a setting has a name that does not exist',
  'settings/bad-value': 'a setting has a value that is not allowed',
  'settings/not-overridable': 'a setting may not differ by market or product',
  'money/mixed-currencies': 'amounts of different currencies were added',
  'money/not-whole': 'an amount was not made of whole minor units',
  'money/unknown-currency': 'no ISO 4217 code',
  'facts/missing': 'the order lacks a fact that decisions need',
  'facts/contradictory': 'two facts of the order exclude each other',
  'facts/no-lines': 'the order has no line items',
  'ask/unknown-line': 'a line is not of this order',
  'ask/too-many': 'more is asked for than is left',
  'ask/not-shipped': 'a return of something that has not shipped',
  'ask/impossible-date': 'an event lies in the future or before what it follows',
  'internal/unexpected': 'a mistake of this software: please report it',
} as const;

export type PolicyErrorCode = keyof typeof POLICY_ERRORS;

/**
 * The question itself can't be answered: it names what is wrong and where (`ask.lines[0].quantity`). A refusal by the
 * policy is never an error but a `Decision`.
 */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: PolicyErrorCode;
  /** Where in the input, as it would be written in code; empty for the input itself. */
  readonly path: string;
  constructor(code: PolicyErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.path = path;
  }
}

/** A value as an error may quote it: short, and never a whole object. */
export const quoted = (value: unknown): string => {
  if (typeof value === 'bigint') return value.toString();
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
