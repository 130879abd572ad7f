import { createHash, timingSafeEqual } from 'node:crypto';
import type { ReadModel } from '../../../policy/app/read-model.ts';
import type { OrderContact } from '../../../policy/facts/order-facts.ts';

type Deps = Readonly<{
  read: Pick<ReadModel, 'orderByName'>;
  contactOf: (shop: string, orderId: string) => Promise<OrderContact | null>;
}>;

/** Answers take at least this long, found or not: nobody learns from the clock which numbers exist. */
const AT_LEAST_MS = 400;
/** Looked up where there is no such order, so that both ways cost the same. */
const NO_ORDER = '0';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** `SW1A 1AA` and `sw1a1aa` are one. */
const postcode = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();
const email = (text: string): string => text.trim().toLowerCase();

/**
 * The order of somebody who knows its number and its e-mail address or postcode. A number that does not exist, and one
 * whose address is another, are answered alike: same words, same time.
 */
export const findOrder = async (deps: Deps, shop: string, number: string, proof: string): Promise<string | null> => {
  const patience = new Promise((resolve) => setTimeout(resolve, AT_LEAST_MS + Math.random() * 100));
  const view = number.length > 60 ? null : await deps.read.orderByName(shop, number.trim());
  const contact = await deps.contactOf(shop, view?.facts.id ?? NO_ORDER);
  const byEmail = same(email(proof), email(contact?.email ?? '\0'));
  const byPostcode = same(postcode(proof), postcode(contact?.postcode ?? '\0'));
  await patience;
  const isProof = proof.trim().length >= 3 && (byEmail || byPostcode);
  return view !== null && contact !== null && isProof ? view.facts.id : null;
};
