import type { OrderContact } from '../../policy/facts/order-facts.ts';
import type { Secrets } from '../secrets.ts';

/** Lower case, without accents, blanks as one: how people type what they read. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.+_-]+/gu, ' ')
    .trim();

/** The last nine digits: with or without a country's code, however it is grouped. */
const phoneKey = (phone: string): string | null => {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 6 ? null : `phone:${digits.slice(-9)}`;
};

/** Words an order is found by: its e-mail address, its phone number, the name and each part of it. */
export const contactWords = ({
  name,
  email,
  phone,
}: Pick<OrderContact, 'name' | 'email' | 'phone'>): readonly string[] => {
  const words = plainWords(name ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return [
    ...new Set([
      ...(email === null ? [] : [`email:${plainWords(email)}`]),
      ...(phone === null ? [] : [phoneKey(phone)].filter((key) => key !== null)),
      ...(words.length === 0 ? [] : [`name:${words.join(' ')}`, ...words.map((word) => `word:${word}`)]),
    ]),
  ];
};

/** What somebody typed, as the words that would have been kept of it. */
export const searchedWords = (text: string): readonly string[] => {
  const typed = plainWords(text);
  if (typed === '') return [];
  if (typed.includes('@')) return [`email:${typed}`];
  const phone = /^[\d ()+./-]+$/.test(text.trim()) ? phoneKey(text) : null;
  return phone === null ? [typed.includes(' ') ? `name:${typed}` : `word:${typed}`] : [phone];
};

export const orderKeys = (secrets: Secrets, contact: OrderContact): readonly string[] =>
  contactWords(contact).map((word) => secrets.digests(word)[0]);

/** Digests to look for: under every key that was ever used. */
export const searchedKeys = (secrets: Secrets, text: string): readonly string[] =>
  searchedWords(text).flatMap((word) => secrets.digests(word));
