import type { ClauseId } from '../clauses.ts';
import type { ReturnReason } from '../decision.ts';
import { overlayOf } from '../rules/overlay.ts';
import type { Settings } from '../settings.ts';
import type { Context } from './context.ts';

/** What terms are told by. */
export type About = Pick<Context, 'order' | 'settings' | 'judged' | 'timeZone'>;

/** Who bears what when goods come back. */
export type Terms = Readonly<{
  /** The clause that the money rests on. */
  clause: ClauseId;
  /** Original shipping: kept, or given back by value. */
  shipping: 'keep' | 'share';
  /** Duties and tips, where their settings go by clause. */
  extras: 'keep' | 'share';
  /** A label of ours; `if-known`: nothing is made up where its cost was not told. */
  ourLabel: 'deduct' | 'deduct-if-known' | 'free';
  /** Postage that the customer paid. */
  theirPostage: 'theirs' | 'reimburse';
  /** What shipping cost us, where the order shipped free. */
  freeShippingCost: 'deduct' | 'free';
  restocking: boolean;
}>;

const CUSTOMER_BEARS: Terms = {
  clause: 'P12',
  shipping: 'keep',
  extras: 'keep',
  ourLabel: 'deduct',
  theirPostage: 'theirs',
  freeShippingCost: 'deduct',
  restocking: true,
};

const MERCHANT_BEARS: Terms = {
  clause: 'P16',
  shipping: 'share',
  extras: 'share',
  ourLabel: 'free',
  theirPostage: 'reimburse',
  freeShippingCost: 'free',
  restocking: false,
};

const defective = (settings: Settings): Terms => ({
  clause: 'P26',
  shipping: settings['defective.shippingRefund'] === 'proportional' ? 'share' : 'keep',
  extras: 'keep',
  ourLabel:
    settings['label.defective'] === 'customer' && settings['label.defectiveFee'] === 'deduct' ? 'deduct' : 'free',
  theirPostage: settings['label.defective'] === 'merchant' ? 'reimburse' : 'theirs',
  freeShippingCost: 'free',
  restocking: false,
});

const byText = (reason: ReturnReason, { settings, judged }: About): Terms => {
  switch (reason) {
    case 'changed_mind':
      return CUSTOMER_BEARS;
    case 'customer_ordered_wrong':
      return settings['wrongItemCustomer.carriage'] === 'never'
        ? { ...MERCHANT_BEARS, clause: 'P1', extras: 'keep', theirPostage: 'theirs' }
        : CUSTOMER_BEARS;
    case 'refused_delivery':
      if (judged.undelivered === 'our-side') return { ...MERCHANT_BEARS, clause: 'P13' };
      return { ...CUSTOMER_BEARS, ourLabel: settings['refusal.rtsFee'] === 'none' ? 'free' : 'deduct-if-known' };
    case 'wrong_item_sent':
      return settings['merchantFault.postage'] === 'merchant'
        ? MERCHANT_BEARS
        : { ...CUSTOMER_BEARS, clause: 'P16', freeShippingCost: 'free', restocking: false };
    case 'missing_item':
      return { ...MERCHANT_BEARS, clause: 'P4' };
    case 'defective':
      return defective(settings);
    default:
      return reason satisfies never;
  }
};

/** What the text and the merchant's settings say, and where the law of the market is applied, what that says. */
export const termsOf = (context: About, reason: ReturnReason, requestedAt: number): Terms => {
  const terms = byText(reason, context);
  const overlay = overlayOf(context, requestedAt);
  const free = context.settings['originalShipping.freeOrders'] === 'none' ? { freeShippingCost: 'free' as const } : {};
  if (overlay.withdrawal && terms.clause === 'P12') {
    return { ...terms, shipping: 'share', freeShippingCost: 'free', restocking: false };
  }
  if (overlay.conformity && terms.clause === 'P26') {
    return { ...terms, shipping: 'share', ourLabel: 'free', theirPostage: 'reimburse' };
  }
  return { ...terms, ...free };
};
