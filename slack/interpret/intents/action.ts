import type { Sentence } from '../speech/sentences.ts';
import type { Subject } from '../subject.ts';
import type { Intent, Meaning } from '../types.ts';

/** One thing that a text may ask for. */
export type Action = Readonly<{
  intent: Intent;
  /** What must be known, from the text or its thread. */
  needs: 'order' | 'rma' | 'either';
  /** The words that ask for it, on normalised text. */
  says: RegExp;
  /** Sentences that hold those words and mean something else. */
  unless?: RegExp;
  /** An agent's decision about money or goods: hesitation, and words in quotation marks, do not make it. */
  decides?: 'own-words' | 'any-words';
  /** Other readings of the same sentence that this one wins over. */
  wins?: readonly Intent[];
  /** The meaning with its fields; null where a field shows that it is not meant after all. */
  of: (subject: Subject, sentence: Sentence) => Meaning | null;
}>;

/** Whole words, and never inside a mark. */
export const words = (...says: readonly string[]): RegExp =>
  new RegExp(`(?<![\\w‹-])(?:${says.join('|')})(?!\\w)`, 'g');

export const aboutOrders = ({ orders, order }: Subject): { order?: string; orders?: string[] } =>
  orders.length > 1 ? { orders: [...orders] } : order === undefined ? {} : { order };

export const aboutRmaOrOrder = ({ rma, order }: Subject): { rma?: string; order?: string } =>
  rma !== undefined ? { rma } : order !== undefined ? { order } : {};
