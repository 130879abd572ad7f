import { PolicyError } from '../errors.ts';

type ReviverContext = Readonly<{ source?: string }>;
const parse = JSON.parse as (
  text: string,
  reviver: (this: unknown, key: string, value: unknown, context: ReviverContext) => unknown,
) => unknown;

const WHOLE = /^-?\d+$/;
/** Sixteen digits in a row: only then can a number be too large to be exact, and only then is the slow way taken. */
const LONG_NUMBER = /\d{16}/;

/**
 * JSON.parse that keeps whole numbers exact: beyond 2^53 they become bigints.
 * @throws PolicyError `input/not-json`
 */
export const parseJson = (text: string): unknown => {
  try {
    if (!LONG_NUMBER.test(text)) return JSON.parse(text);
    return parse(text, (_key, value, { source }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && WHOLE.test(source)
        ? BigInt(source)
        : value,
    );
  } catch (cause) {
    throw new PolicyError('input/not-json', '', 'expected one whole JSON value; the text is cut off or malformed', {
      cause,
    });
  }
};

/** JSON.rawJSON, which Node has and TypeScript's library does not list yet. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/** JSON.stringify that prints bigints as numbers, exactly. */
export const stringifyJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? rawJSON(item.toString()) : item), indent);

/** An id of digits as a JSON number, exact at any size. */
export const idNumber = (digits: string): number | bigint => {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
};
