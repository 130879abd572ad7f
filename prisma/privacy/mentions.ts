import type { OrderContact } from '../../policy/facts/order-facts.ts';
import { contactWords, plainWords } from '../store/order-keys.ts';

/** How a person is known: what their orders say, and what a request about them says. */
export type KnownBy = Readonly<{
  contacts: readonly Pick<OrderContact, 'name' | 'email' | 'phone'>[];
  /** As they are said: `#1401`. */
  orderNames: readonly string[];
}>;

/**
 * Whether a text of somebody's is about this person: it has their whole name, address, number or one of their orders.
 * A first name alone is many people's.
 */
export const mentionsOf = ({ contacts, orderNames }: KnownBy): ((text: string) => boolean) => {
  const words = contacts.flatMap(contactWords);
  const names = words.filter((word) => word.startsWith('name:') && word.includes(' ')).map(afterColon);
  const emails = words.filter((word) => word.startsWith('email:')).map(afterColon);
  const phones = words.filter((word) => word.startsWith('phone:')).map(afterColon);
  const orders = orderNames.map((name) => plainWords(name)).filter((name) => name.length > 2);
  return (text) => {
    const plain = ` ${plainWords(text)} `;
    const digits = text.replace(/\D/g, '');
    return (
      emails.some((email) => plain.includes(email)) ||
      [...names, ...orders].some((name) => plain.includes(` ${name} `)) ||
      phones.some((phone) => digits.includes(phone))
    );
  };
};

/** In what was written about one of their own cases a part of the name is enough. */
export const mentionsInCase = (contacts: KnownBy['contacts']): ((text: string) => boolean) => {
  const mentions = mentionsOf({ contacts, orderNames: [] });
  const parts = contacts
    .flatMap(contactWords)
    .filter((word) => word.startsWith('word:'))
    .map(afterColon)
    .filter((word) => word.length > 2);
  return (text) => mentions(text) || parts.some((part) => plainWords(text).includes(part));
};

const afterColon = (word: string): string => word.slice(word.indexOf(':') + 1);
