import { type Said, type Speaker, speakerOf } from '../../../policy/app/said/speaker.ts';
import { en } from './en.ts';
import type { Language } from './languages.ts';

export type MessageKey = keyof typeof en;
/** A whole language: the same keys, other words. */
export type Messages = Readonly<Record<MessageKey, string>>;
export type Values = Readonly<Record<string, string | number>>;

/** Keys that come in two forms, without their ending. */
export type CountedKey = MessageKey extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;

let messages: Messages = en;
let plural = new Intl.PluralRules('en');
let current: Language = 'en';

/** What the pages speak now. */
export const language = (): Language => current;

/** What the server and the policy word in English, in another language. */
export type FromServer = Readonly<{
  said?: Said;
  /** How the language writes an amount that the server wrote in English. */
  amount?: (text: string) => string | null;
  clauses?: Readonly<Record<string, string>>;
}>;

const asItComes: Speaker = (text) => text;
let speaker: Speaker = asItComes;
let clauses: Readonly<Record<string, string>> = {};

/** Set once, before the first page is drawn; what a language lacks is said in English. */
export const speak = (next: Language, words: Readonly<Partial<Messages>>, server: FromServer = {}): void => {
  current = next;
  messages = { ...en, ...words };
  speaker = server.said === undefined ? asItComes : speakerOf(server.said, server.amount);
  clauses = server.clauses ?? {};
  plural = new Intl.PluralRules(next);
};

/** A sentence of the server's, in the reader's language. */
export const said = (text: string): string => speaker(text);

/** A clause in the reader's language; undefined where it is the policy's own. */
export const ownClause = (id: string): string | undefined => (Object.hasOwn(clauses, id) ? clauses[id] : undefined);

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const t = (key: MessageKey, values: Values = {}): string => fill(messages[key], values);

/** The form that fits the number, e.g. `tn('home.parked', 2)`; `{count}` is the number. */
export const tn = (key: CountedKey, count: number, values: Values = {}): string => {
  const form = plural.select(count) === 'one' ? 'one' : 'other';
  return fill(messages[`${key}.${form}` as MessageKey], { count, ...values });
};

const isKey = (key: string): key is MessageKey => Object.hasOwn(messages, key);

/**
 * The word for a value that comes from the server, e.g. `word('state', 'in_transit')`. A value without a word (a newer
 * server) is shown readably rather than not at all.
 */
export const word = (group: string, value: string): string => {
  const key = `${group}.${value}`;
  if (isKey(key)) return messages[key];
  const plain = value.replace(/[._-]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

/** Whether the catalogue names it; tests walk every state with this. */
export const hasWord = (group: string, value: string): boolean => isKey(`${group}.${value}`);
