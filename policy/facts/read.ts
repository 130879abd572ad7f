import { PolicyError, quoted } from '../errors.ts';
import { legacyId } from './order-facts.ts';

/** An object of the input with the place it stands at, so that every complaint can name where. */
export type Node = Readonly<{ at: string; value: Readonly<Record<string, unknown>> }>;

const missing = (at: string): PolicyError =>
  new PolicyError('facts/missing', at, `\`${at}\` is missing from the order; ask Shopify for it`);

const illTyped = (at: string, what: string, value: unknown): PolicyError =>
  new PolicyError('input/ill-typed', at, `expected ${what}, got ${quoted(value)}`);

export const asNode = (value: unknown, at: string): Node => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { at, value: value as Record<string, unknown> };
  }
  throw value === undefined || value === null ? missing(at) : illTyped(at, 'an object', value);
};

const place = (node: Node, key: string): string => `${node.at}.${key}`;
const absent = (value: unknown): value is undefined | null => value === undefined || value === null;

/** The object under a key, or null where there is none. */
export const child = (node: Node, key: string): Node | null =>
  absent(node.value[key]) ? null : asNode(node.value[key], place(node, key));

/** The objects of a list; a list that is not there is empty. */
export const children = (node: Node, key: string): Node[] => {
  const list = node.value[key];
  if (absent(list)) return [];
  if (!Array.isArray(list)) throw illTyped(place(node, key), 'a list', list);
  return list.map((item, i) => asNode(item, `${place(node, key)}[${i}]`));
};

export const has = (node: Node, key: string): boolean => !absent(node.value[key]);

export const text = (node: Node, key: string): string | null => {
  const value = node.value[key];
  if (absent(value) || value === '') return null;
  if (typeof value !== 'string') throw illTyped(place(node, key), 'text', value);
  return value;
};

export const needText = (node: Node, key: string): string => {
  const value = text(node, key);
  if (value === null) throw missing(place(node, key));
  return value;
};

export const flag = (node: Node, key: string): boolean | null => {
  const value = node.value[key];
  if (absent(value)) return null;
  if (typeof value !== 'boolean') throw illTyped(place(node, key), 'true or false', value);
  return value;
};

/** A whole number that is not negative. */
export const count = (node: Node, key: string): number | null => {
  const value = node.value[key];
  if (absent(value)) return null;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw illTyped(place(node, key), 'a whole number', value);
  }
  return value;
};

export const needCount = (node: Node, key: string): number => {
  const value = count(node, key);
  if (value === null) throw missing(place(node, key));
  return value;
};

/** The digits of an id: a number of any size, digits in quotes, or a global id. */
export const id = (node: Node, key: string): string | null => {
  const value = node.value[key];
  if (absent(value)) return null;
  const whole = (typeof value === 'bigint' || Number.isSafeInteger(value)) && (value as number | bigint) >= 0;
  const written = typeof value === 'string' && /^(\d+|gid:\/\/shopify\/\w+\/\d+(\?.*)?)$/.test(value);
  if (!whole && !written) {
    throw illTyped(place(node, key), 'an id (read JSON with `parseJson`, so that large ones stay exact)', value);
  }
  return legacyId(value as string | number | bigint);
};

export const needId = (node: Node, key: string): string => {
  const value = id(node, key);
  if (value === null) throw missing(place(node, key));
  return value;
};

/** One of a list of words, compared in lower case; null where absent. */
export const word = <W extends string>(node: Node, key: string, words: readonly W[]): W | null => {
  const value = text(node, key);
  if (value === null) return null;
  const lower = value.toLowerCase() as W;
  if (words.includes(lower)) return lower;
  throw new PolicyError(
    'input/unknown-value',
    place(node, key),
    `expected one of ${words.join(', ')}, got ${quoted(value)}`,
  );
};

export const missingFact = missing;
