import { z } from 'zod';
import { formatMoney } from '../format.ts';

const Minor = z.number().int();

/** What a return comes to before it is made, in minor units of the order's currency. */
export const ReturnSums = z.object({
  /** What was paid for the goods; with their tax where prices include it. */
  items: Minor,
  /** Tax on top of it; 0 where prices include it. */
  tax: Minor,
  restocking: Minor,
  shippingFee: Minor,
  /** What goes out in exchange, tax included; null: nothing does. */
  exchange: Minor.nullable(),
});
export type ReturnSums = z.infer<typeof ReturnSums>;

/** The policy's sums and Shopify's own, where they differ: a person compares them before anything comes back. */
export const ReturnPreview = z.object({ policy: ReturnSums, shopify: ReturnSums });
export type ReturnPreview = z.infer<typeof ReturnPreview>;

export const SUMS = [
  'items',
  'tax',
  'restocking',
  'shippingFee',
  'exchange',
] as const satisfies readonly (keyof ReturnSums)[];

/** @returns null where every sum is the same, to the minor unit */
export const compareSums = (policy: ReturnSums, shopify: ReturnSums): ReturnPreview | null =>
  SUMS.every((name) => policy[name] === shopify[name]) ? null : { policy, shopify };

const WORDS: Readonly<Record<(typeof SUMS)[number], string>> = {
  items: 'goods',
  tax: 'tax',
  restocking: 'restocking fee',
  shippingFee: 'shipping fee',
  exchange: 'what goes out in exchange',
};

/** One sentence for the history: what differs, and by whom it is reckoned how. */
export const previewText = ({ policy, shopify }: ReturnPreview, currency: string): string => {
  const shown = (minor: number | null): string => (minor === null ? 'nothing' : formatMoney(minor, currency));
  const parts = SUMS.filter((name) => policy[name] !== shopify[name]).map(
    (name) => `${WORDS[name]} ${shown(shopify[name])}, the policy ${shown(policy[name])}`,
  );
  return `before anything comes back Shopify reckons ${parts.join('; ')}`;
};
