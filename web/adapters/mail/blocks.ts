import type { Words } from '../../../policy/texts/customer/index.ts';

/**
 * What a mail is made of. A template says it once; `html.ts` and `text.ts` show it, so that the two never differ.
 */
export type Block =
  | Readonly<{ kind: 'paragraph'; text: string }>
  /** Small print. */
  | Readonly<{ kind: 'note'; text: string }>
  | Readonly<{ kind: 'heading'; text: string }>
  /** One thing to be read at a glance: the RMA number. */
  | Readonly<{ kind: 'highlight'; label: string; value: string }>
  | Readonly<{ kind: 'facts'; facts: readonly Readonly<{ label: string; value: string }>[] }>
  | Readonly<{ kind: 'address'; lines: readonly string[] }>
  | Readonly<{ kind: 'steps'; steps: readonly string[] }>
  /** `toTick`: a packing list, with boxes where they can be ticked. */
  | Readonly<{ kind: 'items'; items: readonly MailItem[]; toTick?: boolean }>
  /** What the reader can do: each opens a page, on which it is confirmed. The first is what most came for. */
  | Readonly<{ kind: 'choices'; choices: readonly Readonly<{ label: string; url: string }>[] }>
  | Readonly<{ kind: 'amounts'; rows: readonly AmountRow[]; total: AmountRow }>
  | Readonly<{ kind: 'clauses'; clauses: readonly Readonly<{ id: string; sentence: string }>[] }>;

/** Goods, as the customer knows them. */
export type MailItem = Readonly<{ title: string; detail: string | null; quantity: number }>;
/** `amount` as it is shown, e.g. `−$12.30`. */
export type AmountRow = Readonly<{ label: string; amount: string; note: string | null }>;

/** A whole mail before it is drawn. */
export type MailDocument = Readonly<{
  subject: string;
  /** The line that mailboxes show beside the subject. */
  preview: string;
  title: string;
  blocks: readonly Block[];
}>;

/** Who writes, shown at the top and the bottom of every mail. */
export type MailShop = Readonly<{
  name: string;
  /** Where answers go; empty: nowhere that could be named. */
  contactEmail: string;
  /** `#rrggbb`, readable on white. */
  accent: string;
  /** The logo travels with the mail: nothing is loaded from anywhere. */
  hasLogo: boolean;
}>;

/** Content id under which the logo is attached. */
export const LOGO_CID = 'shop-logo';

/** What every template is given. */
export type MailBase = Readonly<{
  shop: MailShop;
  words: Words;
  /** null: greeted without a name. */
  customerName: string | null;
  /** As the customer knows it: `#1003`. */
  orderName: string;
}>;

/** The first block of every mail. */
export const greeting = ({ customerName, words }: MailBase): Block => ({
  kind: 'paragraph',
  text: customerName === null ? words.say('greeting.nobody') : words.say('greeting.name', { name: customerName }),
});

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });

/** Buttons for the links that could be made. */
export const choices = (links: readonly Readonly<{ label: string; url: string | null | undefined }>[]): Block[] => {
  const there = links.flatMap(({ label, url }) => (url ? [{ label, url }] : []));
  return there.length === 0 ? [] : [{ kind: 'choices', choices: there }];
};
