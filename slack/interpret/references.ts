import { takeEmail, takePhone } from './references/contacts.ts';
import { takeOrders } from './references/order-numbers.ts';
import { readLink, takeParcel } from './references/parcel-numbers.ts';
import { type Passage, plainCharacters } from './references/passage.ts';
import { takeRmas } from './references/rma-numbers.ts';

export { ORDER_MARK, RMA_MARK } from './references/passage.ts';

/** What a text names: found once, and taken out of the text, so that a tracking number is never read as an order. */
export type References = Readonly<{
  orders: readonly string[];
  rmas: readonly string[];
  /** RMA numbers whose check symbol or length is wrong, as written. */
  invalidRmas: readonly string[];
  tracking: string | null;
  carrier: string | null;
  email: string | null;
  phone: string | null;
  /** The text without them, line breaks kept; `‹order›` and `‹rma›` stand where they stood. */
  rest: string;
}>;

const LINK = /https?:\/\/\S+/gi;

/** Order of taking matters: what is longest and surest first, bare numbers last. */
export const takeReferences = (text: string): References => {
  const passage: Passage = { text: ` ${plainCharacters(text)} ` };
  const email = takeEmail(passage);
  passage.text = passage.text.replace(LINK, readLink);
  const { valid: rmas, invalid: invalidRmas } = takeRmas(passage);
  const { tracking, carrier } = takeParcel(passage);
  const phone = takePhone(passage);
  const orders = takeOrders(passage);
  const rest = passage.text.replace(/[^\S\n]+/g, ' ').replace(/\s*\n\s*/g, '\n');
  return { orders, rmas, invalidRmas, tracking, carrier, email, phone, rest: rest.trim() };
};
