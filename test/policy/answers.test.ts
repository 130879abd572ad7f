import { describe, expect, it } from 'vitest';
import { decide, parseRequest } from '../../policy/index.ts';
import { type AskOptions, answerTo, aRequest, inspection, lines, type OrderOptions } from './support/builders.ts';
import { oneLine } from './support/one-line.ts';

/** Whole answers: every amount with its clause, every unit, every date, for orders that have a bit of everything. */
const EARLY = { createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' };
const SHIPPED: AskOptions = { order: { ...EARLY, unitsShipped: 2 } };
/** Two headphones at 40.00, 6.40 tax, 10.00 shipping, 8.00 duties, 4.00 tip; this shop keeps 10 % where it may. */
const rich = (settings: Record<string, unknown> = {}): AskOptions => ({
  order: { ...EARLY, unitsShipped: 2, lines: [{ duties: '8.00' }], tips: '4.00' },
  settings: { restockingFee: 10, ...settings },
});
const RICH = rich();
const FREE: AskOptions = { order: { ...EARLY, unitsShipped: 2, shipping: '0' }, settings: { restockingFee: 10 } };
const FIVE: OrderOptions = { ...EARLY, unitsShipped: 5, lines: [{ quantity: 5, price: '10.00' }] };
/** Headphones, and something that is downloaded (or not even the headphones need a parcel). */
const mixed = (carried = true, shipping = '10.00'): AskOptions => ({
  order: {
    ...EARLY,
    shipping,
    lines: [
      { quantity: 2, requiresShipping: carried },
      { quantity: 1, price: '20.00', requiresShipping: false },
    ],
    parcels: [{ lines: { 1: 2, 2: 1 }, at: EARLY.shippedAt }],
  },
});
/** Two products, in a parcel each. */
const both = (secondAt: string = EARLY.shippedAt): OrderOptions => ({
  createdAt: EARLY.createdAt,
  lines: [{ quantity: 1 }, { quantity: 1, price: '20.00' }],
  parcels: [
    { lines: { 1: 1 }, at: EARLY.shippedAt },
    { lines: { 2: 1 }, at: secondAt },
  ],
});
const three = (restock: 'cancel' | 'return'): AskOptions => ({
  order: { lines: [{ quantity: 3, price: '10.00' }], unitsShipped: 2, refunds: [{ lines: { 1: 1 }, restock }] },
});
const none = (refundedAt: string): AskOptions => ({
  order: {
    updatedAt: refundedAt,
    lines: [{ quantity: 4, price: '10.00', fulfillableQuantity: 2 }],
    unitsShipped: 2,
    refunds: [{ lines: { 1: 2 }, restock: 'no_restock' }],
  },
});
const label = (parcel: object): AskOptions => ({
  order: { parcels: [{ lines: { 1: 2 }, ...parcel }] },
  settings: { 'shippedOut.event': 'label_purchased' },
});
const LABEL = { returnPostage: { paidBy: 'merchant', amount: '6.50' } };
const POSTAGE = { returnPostage: { paidBy: 'customer', amount: '5.00' } };
const out = (quantity: number) => ({ kind: 'stock-out', lines: lines(quantity), answer: 'refund' });
const back = (reason: string, more: object = {}) => ({ kind: 'return', reason, lines: lines(2), ...more });
const defect = (more: object = {}) => back('defective', { photos: 1, troubleshootingDone: true, ...more });
const settle = (
  reason: string,
  found: Record<string, number> | readonly unknown[],
  more: object = {},
  parcel: object = {},
) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00', ...more },
  parcel: { receivedAt: '2026-10-20T12:00:00-04:00', ...parcel },
  inspection: Array.isArray(found) ? found : inspection(found as Record<string, number>),
});

const are = (rows: readonly (readonly [name: string, ask: unknown, options: AskOptions, told: string])[]) =>
  it.each(rows)('%s', (_name, ask, options, told) => expect(oneLine(ask, options)).toBe(told));

describe('what goes back, by why it came back', () => {
  // biome-ignore format: rows of a table
  are([
    ['changed_mind, our label', settle('changed_mind', { accepted: 2 }, LABEL), RICH, 'granted refund P12 | 80.00 goods + 6.40 tax − 6.50 return label (P12) − 8.64 restocking fee (P12) = 71.26 | 2 of 1 refunded P12 86.40'],
    ['changed_mind, their postage, one of two', settle('changed_mind', { accepted: 1, artificial_damage: 1 }, POSTAGE), RICH, 'granted refund P12 P25 | 40.00 goods + 3.20 tax − 4.32 restocking fee (P12) = 38.88 | 1 of 1 refunded P12 43.20, 1 of 1 rejected P25'],
    ['changed_mind, shipped free', settle('changed_mind', { accepted: 1 }, { originalShippingCost: '7.00' }), FREE, 'granted refund P12 P17 | 40.00 goods + 3.20 tax − 3.50 original shipping of a free order (P12) − 4.32 restocking fee (P12) = 35.38 | 1 of 1 refunded P12 43.20, 1 of 1 pending P17'],
    ['refused_delivery, our label', settle('refused_delivery', { accepted: 2 }, LABEL), RICH, 'granted refund P12 P13 | 80.00 goods + 6.40 tax − 6.50 the way back of a refused parcel (P12) − 8.64 restocking fee (P12) = 71.26 | 2 of 1 refunded P12 86.40'],
    ['refused_delivery, their postage, one of two', settle('refused_delivery', { accepted: 1, artificial_damage: 1 }, POSTAGE), RICH, 'granted refund P12 P13 P25 | 40.00 goods + 3.20 tax − 4.32 restocking fee (P12) = 38.88 | 1 of 1 refunded P12 43.20, 1 of 1 rejected P25'],
    ['refused_delivery, shipped free', settle('refused_delivery', { accepted: 1 }, { originalShippingCost: '7.00' }), FREE, 'granted refund P12 P13 P17 | 40.00 goods + 3.20 tax − 3.50 original shipping of a free order (P12) − 4.32 restocking fee (P12) = 35.38 | 1 of 1 refunded P12 43.20, 1 of 1 pending P17'],
    ['defective, our label', settle('defective', { accepted: 2 }, LABEL), RICH, 'granted refund P26 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P26 86.40'],
    ['defective, their postage, one of two', settle('defective', { accepted: 1, artificial_damage: 1 }, POSTAGE), RICH, 'granted refund P25 P26 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1 refunded P26 43.20, 1 of 1 rejected P25'],
    ['defective, shipped free', settle('defective', { accepted: 1 }, { originalShippingCost: '7.00' }), FREE, 'granted refund P24 P26 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1 refunded P26 43.20, 1 of 1 pending P24'],
    ['wrong_item_sent, our label', settle('wrong_item_sent', { accepted: 2 }, LABEL), RICH, 'granted refund P16 P17 | 80.00 goods + 6.40 tax + 10.00 shipping + 8.00 duties + 4.00 tips = 108.40 | 2 of 1 refunded P16 86.40'],
    ['wrong_item_sent, their postage, one of two', settle('wrong_item_sent', { accepted: 1, artificial_damage: 1 }, POSTAGE), RICH, 'granted refund P16 P17 P25 | 40.00 goods + 3.20 tax + 5.00 shipping + 4.00 duties + 2.00 tips = 54.20 | 5.00 to reimburse (P16) | 1 of 1 refunded P16 43.20, 1 of 1 rejected P25'],
    ['wrong_item_sent, shipped free', settle('wrong_item_sent', { accepted: 1 }, { originalShippingCost: '7.00' }), FREE, 'granted refund P16 P17 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1 refunded P16 43.20, 1 of 1 pending P17'],
    ['missing_item, our label', settle('missing_item', { accepted: 2 }, LABEL), RICH, 'granted refund P4 | 80.00 goods + 6.40 tax + 10.00 shipping + 8.00 duties + 4.00 tips = 108.40 | 2 of 1 refunded P4 86.40'],
    ['missing_item, their postage, one of two', settle('missing_item', { accepted: 1, artificial_damage: 1 }, POSTAGE), RICH, 'granted refund P4 P25 | 40.00 goods + 3.20 tax + 5.00 shipping + 4.00 duties + 2.00 tips = 54.20 | 5.00 to reimburse (P4) | 1 of 1 refunded P4 43.20, 1 of 1 rejected P25'],
    ['missing_item, shipped free', settle('missing_item', { accepted: 1 }, { originalShippingCost: '7.00' }), FREE, 'granted refund P4 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1 refunded P4 43.20, 1 of 1 pending P4'],
    ['ordered wrong, charged', settle('customer_ordered_wrong', { accepted: 2 }, LABEL), rich({ 'wrongItemCustomer.carriage': 'charge' }), 'granted refund P1 P12 | 80.00 goods + 6.40 tax − 6.50 return label (P12) − 8.64 restocking fee (P12) = 71.26 | 2 of 1 refunded P12 86.40'],
    ['ordered wrong, never charged', settle('customer_ordered_wrong', { accepted: 2 }, LABEL), rich({ 'wrongItemCustomer.carriage': 'never' }), 'granted refund P1 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P1 86.40'],
    ['ordered wrong, never charged, their postage', settle('customer_ordered_wrong', { accepted: 2 }, POSTAGE), rich({ 'wrongItemCustomer.carriage': 'never' }), 'granted refund P1 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P1 86.40'],
    ['our mistake, postage on the customer, shipped free', settle('wrong_item_sent', { accepted: 2 }, { ...LABEL, originalShippingCost: '7.00' }), { ...FREE, settings: { 'merchantFault.postage': 'customer', restockingFee: 10 } }, 'granted refund P16 P17 | 80.00 goods + 6.40 tax − 6.50 return label (P16) = 79.90 | 2 of 1 refunded P16 86.40'],
    ['refused, no fee here', settle('refused_delivery', { accepted: 2 }, LABEL), rich({ 'refusal.rtsFee': 'none' }), 'granted refund P12 P13 | 80.00 goods + 6.40 tax − 8.64 restocking fee (P12) = 77.76 | 2 of 1 refunded P12 86.40'],
    ['not delivered, and not because it was refused', settle('refused_delivery', { accepted: 2 }, { ...POSTAGE, judged: { undelivered: 'our-side' } }), RICH, 'granted refund P13 | 80.00 goods + 6.40 tax + 10.00 shipping + 8.00 duties + 4.00 tips = 108.40 | 5.00 to reimburse (P13) | 2 of 1 refunded P13 86.40'],
    ['a defect, labels are ours', settle('defective', { accepted: 2 }, POSTAGE), rich({ 'label.defective': 'merchant' }), 'granted refund P26 | 80.00 goods + 6.40 tax = 86.40 | 5.00 to reimburse (P26) | 2 of 1 refunded P26 86.40'],
    ['a defect, labels are ours, and not charged', settle('defective', { accepted: 2 }, LABEL), rich({ 'label.defective': 'merchant', 'label.defectiveFee': 'deduct' }), 'granted refund P26 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P26 86.40'],
    ['a defect, our label is charged', settle('defective', { accepted: 2 }, LABEL), rich({ 'label.defectiveFee': 'deduct' }), 'granted refund P26 | 80.00 goods + 6.40 tax − 6.50 return label (P26) = 79.90 | 2 of 1 refunded P26 86.40'],
    ['a defect, shipping goes back', settle('defective', { accepted: 1 }), rich({ 'defective.shippingRefund': 'proportional' }), 'granted refund P24 P26 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1 refunded P26 43.20, 1 of 1 pending P24'],
    ['a defect, duties and tips always', settle('defective', { accepted: 1 }), rich({ 'duties.refund': 'always', 'tips.refund': 'always' }), 'granted refund P24 P26 | 40.00 goods + 3.20 tax + 4.00 duties + 2.00 tips = 49.20 | 1 of 1 refunded P26 43.20, 1 of 1 pending P24'],
    ['our mistake, duties and tips never', settle('wrong_item_sent', { accepted: 1 }), rich({ 'duties.refund': 'never', 'tips.refund': 'never' }), 'granted refund P16 P17 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1 refunded P16 43.20, 1 of 1 pending P17'],
    ['changed mind in Germany, applied', settle('changed_mind', { accepted: 2 }, LABEL), { order: { ...RICH.order, shipTo: 'DE' }, settings: { legalOverlay: 'apply', restockingFee: 10 } }, 'granted refund P12 | 80.00 goods + 6.40 tax + 10.00 shipping − 6.50 return label (P12) = 89.90 | 2 of 1 refunded P12 86.40'],
    ['a defect in Germany, applied', settle('defective', { accepted: 2 }, POSTAGE), { order: { ...RICH.order, shipTo: 'DE' }, settings: { legalOverlay: 'apply', restockingFee: 10 } }, 'granted refund P26 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 5.00 to reimburse (P26) | 2 of 1 refunded P26 86.40'],
    ['changed mind in Germany, warned', settle('changed_mind', { accepted: 2 }, LABEL), { order: { ...RICH.order, shipTo: 'DE' } }, 'granted refund P12 | 80.00 goods + 6.40 tax − 6.50 return label (P12) = 79.90 | 2 of 1 refunded P12 86.40 | law DE P12'],
    ['a label, the fee and missing parts, dearer than the goods', settle('changed_mind', [{ lineItemId: 1, quantity: 2, result: 'missing_components', deduction: '70.00' }], LABEL), rich({ missingParts: 'deduct', restockingFee: 15 }), 'granted refund P12 P33 | 80.00 goods + 6.40 tax − 6.50 return label (P12) − 12.96 restocking fee (P12) − 66.94 missing parts, as far as it goes (P33) = 0.00 | 2 of 1 refunded P12 86.40'],
    ['a fee of large sums', settle('changed_mind', { accepted: 2 }), { order: { ...EARLY, unitsShipped: 2, lines: [{ price: '1000000.00', tax: '0' }] }, settings: { restockingFee: 12.35 } }, 'granted refund P12 | 2000000.00 goods − 247000.00 restocking fee (P12) = 1753000.00 | 2 of 1 refunded P12 2000000.00'],
    ['no rates where actual cost is asked for', settle('changed_mind', { accepted: 2 }), { ...FREE, settings: { 'originalShipping.rates': { US: '4.00' } } }, 'needs-info ask P12 | missing originalShippingCost | 2 of 1 pending P12'],
  ]);
});

describe('shares of what belongs to the whole order', () => {
  // biome-ignore format: rows of a table
  are([
    ['by value of what is carried', settle('wrong_item_sent', { accepted: 1 }, { lines: lines({ 1: 1 }) }), mixed(), 'granted refund P16 P17 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1 refunded P16 43.20'],
    ['what is not carried bears nothing', settle('wrong_item_sent', [{ lineItemId: 2, quantity: 1, result: 'accepted' }], { lines: lines({ 2: 1 }) }), mixed(), 'granted refund P16 P17 | 20.00 goods = 20.00 | 1 of 2 refunded P16 20.00'],
    ['nothing is carried: all bear it by value', settle('wrong_item_sent', [{ lineItemId: 2, quantity: 1, result: 'accepted' }], { lines: lines({ 2: 1 }) }), mixed(false), 'granted refund P16 P17 | 20.00 goods + 2.00 shipping = 22.00 | 1 of 2 refunded P16 20.00'],
    ['free goods bear it by unit', settle('wrong_item_sent', { accepted: 1 }, { lines: lines({ 1: 1 }) }), { order: { ...EARLY, unitsShipped: 3, lines: [{ quantity: 3, price: '0', tax: '0' }, { quantity: 1, price: '0', requiresShipping: false }] } }, 'granted refund P16 P17 | 3.34 shipping = 3.34 | 1 of 1 refunded P16'],
    ['what shipped free and needs no parcel has no cost', settle('changed_mind', [{ lineItemId: 2, quantity: 1, result: 'accepted' }], { lines: lines({ 2: 1 }) }), mixed(true, '0'), 'granted refund P12 | 20.00 goods = 20.00 | 1 of 2 refunded P12 20.00'],
    ['a parcel with something that needs one has', settle('changed_mind', [{ lineItemId: 1, quantity: 1, result: 'accepted' }, { lineItemId: 2, quantity: 1, result: 'accepted' }], { lines: lines({ 1: 1, 2: 1 }), originalShippingCost: '7.00' }), mixed(true, '0'), 'granted refund P12 | 60.00 goods + 3.20 tax − 3.50 original shipping of a free order (P12) = 59.70 | 1 of 1 refunded P12 43.20, 1 of 2 refunded P12 20.00'],
    ['tax in the price', settle('wrong_item_sent', { accepted: 1 }), { order: { ...RICH.order, taxesIncluded: true } }, 'granted refund P16 P17 | 40.00 goods + 5.00 shipping + 4.00 duties + 2.00 tips = 51.00 | 1 of 1 refunded P16 40.00, 1 of 1 pending P17'],
    ['tax on the shipping', { kind: 'cancel' }, { order: { shipping: [{ price: '10.00', tax: '0.83' }] } }, 'granted cancel_order P11 | 80.00 goods + 7.23 tax + 10.00 shipping = 97.23 | 2 of 1 refunded P11 86.40'],
    ['tax on the shipping, a part out of stock', out(1), { order: { shipping: [{ price: '10.00', tax: '0.83' }] } }, 'granted refund_lines P9 | 40.00 goods + 3.62 tax + 5.00 shipping = 48.62 | 1 of 1 refunded P9 43.20'],
    ['two shipments and a discount', out(1), { order: { shipping: [{ price: '10.00', discount: '3.00' }, { price: '4.01' }] } }, 'granted refund_lines P9 | 40.00 goods + 3.20 tax + 5.51 shipping = 48.71 | 1 of 1 refunded P9 43.20'],
    ['our mistake, tax on the shipping', settle('wrong_item_sent', { accepted: 1 }), { order: { ...EARLY, unitsShipped: 2, shipping: [{ price: '10.00', tax: '0.83' }] } }, 'granted refund P16 P17 | 40.00 goods + 3.62 tax + 5.00 shipping = 48.62 | 1 of 1 refunded P16 43.20, 1 of 1 pending P17'],
    ['shipping that went back before does not go back again', out(1), { order: { refunds: [{ shipping: '8.00' }] } }, 'granted refund_lines P9 | 40.00 goods + 3.20 tax + 2.00 shipping = 45.20 | 1 of 1 refunded P9 43.20'],
    ['nor with the whole', { kind: 'cancel' }, { order: { refunds: [{ shipping: '8.00' }] } }, 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 2.00 shipping = 88.40 | 2 of 1 refunded P11 86.40'],
  ]);
});

describe('how much there is to refund', () => {
  // biome-ignore format: rows of a table
  are([
    ['paid', { kind: 'cancel' }, { order: { financialStatus: 'paid' } }, 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P11 86.40'],
    ['pending', { kind: 'cancel' }, { order: { financialStatus: 'pending' } }, 'granted cancel_order P11 | 2 of 1 refunded P11'],
    ['authorized', { kind: 'cancel' }, { order: { financialStatus: 'authorized' } }, 'granted cancel_order P11 | 0 = 0.00 | 2 of 1 refunded P11'],
    ['voided', { kind: 'cancel' }, { order: { financialStatus: 'voided' } }, 'granted cancel_order P11 | 2 of 1 refunded P11'],
    ['expired', { kind: 'cancel' }, { order: { financialStatus: 'expired' } }, 'granted cancel_order P11 | 2 of 1 refunded P11'],
    ['out of stock, authorized', out(2), { order: { financialStatus: 'authorized' } }, 'granted cancel_order P9 | 0 = 0.00 | 2 of 1 refunded P9'],
    ['out of stock, expired', out(2), { order: { financialStatus: 'expired' } }, 'granted cancel_order P9 | 2 of 1 refunded P9'],
    ['free', { kind: 'cancel' }, { order: { lines: [{ price: '0', tax: '0' }], shipping: '0' } }, 'granted cancel_order P11 | 2 of 1 refunded P11'],
    ['a penny', { kind: 'cancel' }, { order: { lines: [{ quantity: 1, price: '0.01' }], shipping: '0' } }, 'granted cancel_order P11 | 0.01 goods = 0.01 | 1 of 1 refunded P11 0.01'],
    ['a penny out of stock', { kind: 'stock-out', lines: lines(1), answer: 'refund' }, { order: { lines: [{ quantity: 1, price: '0.01' }], shipping: '0' } }, 'granted cancel_order P9 | 0.01 goods = 0.01 | 1 of 1 refunded P9 0.01'],
    ['exactly what is left', { kind: 'cancel' }, { order: { refunds: [{ paid: '0.00' }] } }, 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P11 86.40'],
    ['all gone by hand', { kind: 'cancel' }, { order: { refunds: [{ paid: '96.40' }] } }, 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping − 96.40 limited to what is left to refund = 0.00 | 2 of 1 refunded P11 86.40'],
    ['a cent more than was paid', { kind: 'cancel' }, { order: { refunds: [{ paid: '96.41' }] } }, 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping − 96.40 limited to what is left to refund = 0.00 | 2 of 1 refunded P11 86.40'],
  ]);
});

describe('where the units are', () => {
  // biome-ignore format: rows of a table
  are([
    ['nothing named, a part shipped', { kind: 'cancel' }, { order: { unitsShipped: 1 } }, 'granted refund_lines P11 P12 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1 refunded P11 43.20, 1 of 1 returnable P12'],
    ['two lines, one shipped', { kind: 'cancel' }, { order: { lines: [{ quantity: 1 }, { quantity: 2 }], parcels: [{ lines: { 2: 2 } }] } }, 'granted refund_lines P11 P12 | 40.00 goods = 40.00 | 1 of 1 refunded P11 40.00, 2 of 2 returnable P12'],
    ['two lines, only the shipped one named', { kind: 'cancel', lines: lines({ 2: 1 }) }, { order: { lines: [{ quantity: 1 }, { quantity: 2 }], parcels: [{ lines: { 2: 2 } }] } }, 'refused offer_return P12 P13 P14 | would be 40.00 goods + 3.20 tax = 43.20 | 1 of 2 returnable P12'],
    ['two lines, both named, against their sequence', { kind: 'cancel', lines: lines({ 2: 1, 1: 1 }).reverse() }, { order: { lines: [{ quantity: 1 }, { quantity: 2 }] } }, 'granted refund_lines P11 | 80.00 goods + 3.20 tax = 83.20 | 1 of 1 refunded P11 40.00, 1 of 2 refunded P11 43.20'],
    ['cancelled, something named', { kind: 'cancel', lines: lines(1) }, { order: { cancelledAt: '2026-11-21T00:00:00Z' } }, 'refused reject P11 | 1 of 1 rejected P11'],
    ['cancelled and refunded, something named', { kind: 'cancel', lines: lines(2) }, { order: { cancelledAt: '2026-11-21T00:00:00Z', refunds: [{ lines: { 1: 2 } }] } }, 'refused reject P11 | 2 of 1 rejected P11'],
    ['cancelled and shipped', { kind: 'cancel' }, { order: { cancelledAt: '2026-11-21T00:00:00Z', unitsShipped: 2 } }, 'refused reject P11 | 2 of 1 rejected P11'],
    ['cancelled, out of stock', out(2), { order: { cancelledAt: '2026-11-21T00:00:00Z', refunds: [{ lines: { 1: 2 } }] } }, 'refused reject P9 | 2 of 1 rejected P9'],
    ['too late to cancel', { kind: 'cancel' }, { order: { unitsShipped: 1 }, settings: { 'cancel.until': 1 } }, 'refused reject P11 | 1 of 1 rejected P11, 1 of 1 rejected P11'],
    ['all shipped, to Germany', { kind: 'cancel' }, { order: { unitsShipped: 2, shipTo: 'DE' } }, 'refused offer_return P12 P13 P14 | would be 80.00 goods + 6.40 tax = 86.40 | 2 of 1 returnable P12 | law DE P12'],
    ['will wait', { kind: 'stock-out', lines: lines(1), answer: 'wait' }, {}, 'granted wait P8 | 1 of 1 wait P8'],
    ['told', { kind: 'stock-out', lines: lines(2), customerNotifiedAt: '2026-11-19T10:00:00.001-05:00' }, {}, 'granted wait P7 | 2 of 1 wait P7'],
    ['waiting for all is offered', { kind: 'stock-out', lines: lines(1), answer: 'wait' }, { settings: { 'oos.partial.choices': ['wait-all'] } }, 'granted wait P8 | 1 of 1 wait P8'],
    ['shipping the rest is offered', { kind: 'stock-out', lines: lines(1), answer: 'wait' }, { settings: { 'oos.partial.choices': ['ship-rest'] } }, 'granted wait P8 | 1 of 1 wait P8'],
    ['all that is left, the rest came back', out(1), { order: { unitsShipped: 1, refunds: [{ lines: { 1: 1 }, restock: 'return' }] } }, 'granted refund_lines P9 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1 refunded P9 43.20'],
    ['three units, two shipped, one refunded as cancel: cancel', { kind: 'cancel' }, three('cancel'), 'refused offer_return P12 P13 P14 | would be 20.00 goods = 20.00 | 2 of 1 returnable P12'],
    ['three units, two shipped, one refunded as cancel: return of two', { kind: 'return', reason: 'changed_mind', lines: lines(2) }, three('cancel'), 'granted issue_rma P12 P14 P29 P31 | would be 20.00 goods = 20.00 | 2 of 1 returnable P12'],
    ['three units, two shipped, one refunded as return: cancel', { kind: 'cancel' }, three('return'), 'granted refund_lines P11 P12 | 10.00 goods = 10.00 | 1 of 1 refunded P11 10.00, 1 of 1 returnable P12'],
    ['three units, two shipped, one refunded as return: return of two', { kind: 'return', reason: 'changed_mind', lines: lines(1) }, three('return'), 'granted issue_rma P12 P14 P29 P31 | would be 10.00 goods = 10.00 | 1 of 1 returnable P12'],
    ['three units, two shipped, one removed by an edit: what Shopify still ships tells', { kind: 'cancel' }, { order: { lines: [{ quantity: 3, price: '10.00', currentQuantity: 2, fulfillableQuantity: 1 }], unitsShipped: 2 } }, 'granted refund_lines P11 P12 | 10.00 goods = 10.00 | 1 of 1 refunded P11 10.00, 1 of 1 returnable P12'],
    ['and if nothing is left to ship', { kind: 'cancel' }, { order: { lines: [{ quantity: 3, price: '10.00', currentQuantity: 2, fulfillableQuantity: 0 }], unitsShipped: 2 } }, 'refused offer_return P12 P13 P14 | would be 20.00 goods = 20.00 | 2 of 1 returnable P12'],
    ['and if that can not be', { kind: 'cancel' }, { order: { lines: [{ quantity: 3, price: '10.00', currentQuantity: 2, fulfillableQuantity: 3 }], unitsShipped: 2 } }, 'refused offer_return P12 P13 P14 | would be 20.00 goods = 20.00 | 2 of 1 returnable P12'],
    ['four units, two shipped, one cancelled and one come back', { kind: 'cancel' }, { order: { lines: [{ quantity: 4, price: '10.00', fulfillableQuantity: 0 }], unitsShipped: 2, refunds: [{ lines: { 1: 1 } }, { lines: { 1: 1 }, restock: 'return' }] } }, 'granted refund_lines P11 P12 | 10.00 goods = 10.00 | 1 of 1 refunded P11 10.00, 1 of 1 returnable P12'],
    ['four units, two shipped, two refunded before that without restock', { kind: 'cancel' }, none('2026-11-20T10:00:00-05:00'), 'refused offer_return P12 P13 P14 | would be 20.00 goods = 20.00 | 2 of 1 returnable P12'],
    ['the same after the parcel had left', { kind: 'cancel' }, none('2026-11-22T09:00:00-05:00'), 'granted refund_lines P11 P12 | 20.00 goods = 20.00 | 2 of 1 refunded P11 20.00'],
    ['a label, where labels count', { kind: 'cancel' }, label({ tracking: '1Z' }), 'refused offer_return P12 P13 P14 | would be 80.00 goods + 6.40 tax = 86.40 | 2 of 1 returnable P12'],
    ['no label, where labels count', { kind: 'cancel' }, label({}), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P11 86.40'],
    ['ready, where labels count', { kind: 'cancel' }, label({ shipmentStatus: 'ready_for_pickup' }), 'refused offer_return P12 P13 P14 | would be 80.00 goods + 6.40 tax = 86.40 | 2 of 1 returnable P12'],
    ['delivered, where labels count', { kind: 'cancel' }, label({ deliveredAt: '2026-11-22T00:00:00Z' }), 'refused offer_return P12 P13 P14 | would be 80.00 goods + 6.40 tax = 86.40 | 2 of 1 returnable P12'],
    ['one of two parcels scanned, where scans count', { kind: 'cancel' }, { order: { parcels: [{ lines: { 1: 1 }, shipmentStatus: 'in_transit' }, { lines: { 1: 1 } }] }, settings: { 'shippedOut.event': 'carrier_scan' } }, 'granted refund_lines P11 P12 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1 refunded P11 43.20, 1 of 1 returnable P12'],
    ['scanned, cancelled and refunded in part, where scans count', { kind: 'cancel' }, { order: { lines: [{ quantity: 3, price: '10.00' }], parcels: [{ lines: { 1: 2 }, shipmentStatus: 'delivered' }], refunds: [{ lines: { 1: 1 }, restock: 'return' }] }, settings: { 'shippedOut.event': 'carrier_scan' } }, 'granted refund_lines P11 P12 | 10.00 goods = 10.00 | 1 of 1 refunded P11 10.00, 1 of 1 returnable P12'],
  ]);
});

describe('asking for a return', () => {
  // biome-ignore format: rows of a table
  are([
    ['a defect', defect(), SHIPPED, 'granted issue_rma P21 P29 P31 | would be 80.00 goods + 6.40 tax = 86.40 | by 2026-12-22 | 2 of 1 returnable P21'],
    ['a defect, with a limit of 45 days', defect(), { ...SHIPPED, settings: { 'rma.validDays': 45 } }, 'granted issue_rma P21 P29 P31 | would be 80.00 goods + 6.40 tax = 86.40 | by 2027-01-06 | 2 of 1 returnable P21'],
    ['two products: the longer limit, the more pictures', defect({ lines: lines({ 1: 1, 2: 1 }), photos: 2 }), { order: both(), settings: { products: { '101': { 'rma.validDays': 10, 'evidence.minPhotos.defective': 2 }, '102': { 'rma.validDays': 20 } } } }, 'granted issue_rma P21 P29 P31 | would be 60.00 goods = 60.00 | by 2026-12-12 | 1 of 1 returnable P21, 1 of 2 returnable P21'],
    ['two products: one picture too few', defect({ lines: lines({ 1: 1, 2: 1 }) }), { order: both(), settings: { products: { '101': { 'evidence.minPhotos.defective': 2 } } } }, 'needs-info ask P3 | missing photos | 1 of 1 pending P3, 1 of 2 pending P3'],
    ['a limit for all', back('changed_mind'), { ...SHIPPED, settings: { 'rmaValidity.appliesTo': 'all' } }, 'granted issue_rma P12 P14 P21 P29 P31 | would be 80.00 goods + 6.40 tax = 86.40 | by 2026-12-22 | 2 of 1 returnable P12'],
    ['a limit for all, refused at the door', back('refused_delivery'), { ...SHIPPED, settings: { 'rmaValidity.appliesTo': 'all' } }, 'granted issue_rma P12 P13 | would be 80.00 goods + 6.40 tax = 86.40 | 2 of 1 returnable P12'],
    ['a limit for all, never arrived', back('missing_item', { photos: 1 }), { ...SHIPPED, settings: { 'rmaValidity.appliesTo': 'all' } }, 'needs-person ask P4 | 2 of 1 pending P4'],
    ['a limit for all, our mistake, in Germany where the law applies', back('wrong_item_sent', { photos: 1 }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' }, settings: { 'rmaValidity.appliesTo': 'all', legalOverlay: 'apply' } }, 'granted issue_rma P16 P21 P29 P31 | would be 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | by 2026-12-22 | 2 of 1 returnable P16'],
    ['a defect in Germany, where the law applies', defect(), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' }, settings: { legalOverlay: 'apply' } }, 'granted issue_rma P29 P31 | would be 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 returnable P29'],
    ['one line out of warranty', defect({ lines: lines({ 1: 1, 2: 1 }), warrantyMonths: 2 }), { order: both('2026-11-01T12:00:00Z') }, 'granted issue_rma P21 P23 P29 P31 | would be 20.00 goods = 20.00 | by 2026-12-22 | 1 of 2 returnable P21, 1 of 1 rejected P23'],
    ['one line too late', back('changed_mind', { lines: lines({ 1: 1, 2: 1 }) }), { order: both('2026-11-15T12:00:00Z'), settings: { 'changeOfMind.windowDays': 14 } }, 'granted issue_rma P10 P12 P14 P29 P31 | would be 20.00 goods = 20.00 | 1 of 2 returnable P12, 1 of 1 rejected P10'],
    ['to cancel what has shipped, one line too late', { kind: 'cancel' }, { order: both('2026-11-15T12:00:00Z'), settings: { 'changeOfMind.windowDays': 14 } }, 'refused offer_return P10 P12 P13 P14 | would be 20.00 goods = 20.00 | 1 of 2 returnable P12, 1 of 1 rejected P10'],
    ['to cancel an order of which a line is to ship, and one too late', { kind: 'cancel' }, { order: { ...both(), parcels: [{ lines: { 1: 1 }, at: EARLY.shippedAt }] }, settings: { 'changeOfMind.windowDays': 14 } }, 'granted refund_lines P10 P11 P12 | 20.00 goods = 20.00 | 1 of 2 refunded P11 20.00, 1 of 1 rejected P10'],
    ['to cancel it, the line that has shipped in time', { kind: 'cancel' }, { order: { ...both(), parcels: [{ lines: { 1: 1 }, at: EARLY.shippedAt }] } }, 'granted refund_lines P11 P12 | 20.00 goods = 20.00 | 1 of 2 refunded P11 20.00, 1 of 1 returnable P12'],
    ['the line that is late has days of its own', back('changed_mind', { lines: lines({ 1: 1, 2: 1 }) }), { order: both('2026-11-15T12:00:00Z'), settings: { products: { '101': { 'changeOfMind.windowDays': 14 } } } }, 'granted issue_rma P10 P12 P14 P29 P31 | would be 20.00 goods = 20.00 | 1 of 2 returnable P12, 1 of 1 rejected P10'],
    ['waived by a person', back('customer_ordered_wrong', { judged: { carriage: 'waive' } }), SHIPPED, 'granted issue_rma P1 P14 P29 P31 | would be 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 returnable P1'],
    ['changed mind, our label', back('changed_mind', LABEL), RICH, 'granted issue_rma P12 P14 P29 P31 | would be 80.00 goods + 6.40 tax − 6.50 return label (P12) − 8.64 restocking fee (P12) = 71.26 | 2 of 1 returnable P12'],
    ['no picture, in Germany', defect({ photos: 0 }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' } }, 'needs-info ask P3 | missing photos | 2 of 1 pending P3 | law DE P26'],
    ['a gift card beside goods', back('changed_mind', { lines: lines({ 1: 1, 2: 1 }) }), { order: { ...both(), lines: [{ quantity: 1 }, { quantity: 1, price: '25.00', giftCard: true }] } }, 'needs-person ask P4 | 1 of 1 pending P4, 1 of 2 pending P4'],
  ]);
});

describe('settling, unit by unit', () => {
  // biome-ignore format: rows of a table
  are([
    ['a bit of everything', settle('defective', { accepted: 1, artificial_damage: 1, missing_components: 1, not_received: 1 }, { lines: lines(5) }), { order: FIVE, settings: { missingParts: 'refuse' } }, 'granted refund P17 P24 P25 P26 P33 | 10.00 goods = 10.00 | 1 of 1 refunded P26 10.00, 1 of 1 rejected P25, 1 of 1 rejected P33, 1 of 1 pending P17, 1 of 1 pending P24'],
    ['something else among it', settle('defective', { accepted: 1, wrong_item: 1 }, { lines: lines(5) }), { order: FIVE }, 'needs-person ask P4 | 5 of 1 pending P4'],
    ['something else, refused by a person', settle('defective', { accepted: 1, wrong_item: 1 }, { lines: lines(5), judged: { wrongItem: 'refuse' } }), { order: FIVE }, 'granted refund P4 P24 P26 | 10.00 goods = 10.00 | 1 of 1 refunded P26 10.00, 1 of 1 rejected P4, 3 of 1 pending P24'],
    ['no fault in one of two', settle('defective', { accepted: 1, no_fault_found: 1 }), { ...SHIPPED, settings: { 'test.inconclusive': 'ask' } }, 'needs-person ask P24 | 2 of 1 pending P24'],
    ['no fault, and none was claimed', settle('changed_mind', { no_fault_found: 2 }), { ...SHIPPED, settings: { 'test.inconclusive': 'ask' } }, 'granted refund P12 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P12 86.40'],
    ['all damaged, unmarked', settle('defective', { artificial_damage: 2 }, {}, { rmaMarked: false }), SHIPPED, 'refused reject P25 | 2 of 1 rejected P25'],
    ['damaged, too late', settle('defective', { artificial_damage: 2 }, {}, { receivedAt: '2026-11-10T12:00:00-05:00' }), SHIPPED, 'refused reject P21 P22 | 2 of 1 rejected P21'],
    ['exchanged, one of two', settle('wrong_item_sent', { accepted: 1, artificial_damage: 1 }, { remedy: 'exchange', ...POSTAGE }), SHIPPED, 'granted exchange P16 P17 P25 | 5.00 to reimburse (P16) | 1 of 1 exchanged P16, 1 of 1 rejected P25'],
    ['exchanged, our label unknown', settle('wrong_item_sent', { accepted: 2 }, { remedy: 'exchange', returnPostage: { paidBy: 'merchant' } }), SHIPPED, 'granted exchange P16 P17 | 2 of 1 exchanged P16'],
    ['looked at, nobody told when it came', settle('defective', { accepted: 2 }, {}, { receivedAt: undefined }), SHIPPED, 'needs-info ask P21 | missing parcel.receivedAt | 2 of 1 pending P21'],
    ['looked at in time, nobody told when it came', settle('defective', { accepted: 2 }, { rmaIssuedAt: '2026-11-01T12:00:00-04:00' }, { receivedAt: undefined }), SHIPPED, 'granted refund P26 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P26 86.40'],
    ['looked at, no number was issued', settle('defective', { accepted: 2 }, { rmaIssuedAt: undefined }, { receivedAt: undefined }), SHIPPED, 'granted refund P26 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P26 86.40'],
    ['looked at, sent too late', settle('defective', { accepted: 2 }, {}, { receivedAt: undefined, carrierAcceptedAt: '2026-11-05T12:00:00-05:00' }), SHIPPED, 'refused reject P21 P22 | 2 of 1 rejected P21'],
    ['nothing in the parcel list', settle('defective', { not_received: 2 }, {}, { receivedAt: undefined }), SHIPPED, 'refused reject P21 P22 | 2 of 1 rejected P21'],
    ['nothing in the parcel list, still in time', settle('defective', { not_received: 2 }, { rmaIssuedAt: '2026-11-01T12:00:00-04:00' }, { receivedAt: undefined }), SHIPPED, 'granted wait P17 | 2 of 1 pending P17'],
    ['handed over and received in one moment', settle('changed_mind', { accepted: 2 }, {}, { carrierAcceptedAt: '2026-10-20T12:00:00-04:00' }), SHIPPED, 'granted refund P12 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P12 86.40'],
    ['received this moment', settle('changed_mind', { accepted: 2 }, {}, { receivedAt: '2026-11-22T10:00:00-05:00' }), SHIPPED, 'granted refund P12 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P12 86.40'],
    ['too late and parts missing, to be asked', settle('defective', { missing_components: 2 }, {}, { receivedAt: '2026-11-10T12:00:00-05:00' }), SHIPPED, 'refused reject P21 P22 | 2 of 1 rejected P21'],
    ['too late, unmarked, and given out of goodwill', settle('defective', { accepted: 2 }, { judged: { goodwill: true } }, { receivedAt: '2026-11-10T12:00:00-05:00', rmaMarked: false }), { ...SHIPPED, settings: { unmarkedParcel: 'refuse' } }, 'granted refund P4 P20 P26 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1 refunded P26 86.40'],
    ['unmarked, refused here', settle('changed_mind', { accepted: 2 }, {}, { rmaMarked: false }), { ...SHIPPED, settings: { unmarkedParcel: 'refuse' } }, 'refused reject P34 P35 | 2 of 1 rejected P34'],
    ['never arrived, said to be lost', settle('missing_item', { accepted: 2 }, {}, { receivedAt: undefined, lost: true }), SHIPPED, 'granted refund P4 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P4 86.40'],
    ['lost, a defect, in Germany, their label', settle('defective', [], {}, { receivedAt: undefined, lost: true }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' }, settings: { legalOverlay: 'apply' } }, 'needs-info ask P38 | missing parcel.carrierAcceptedAt | 2 of 1 pending P38'],
    ['lost, a defect, in Germany, our label', settle('defective', [], { labelBy: 'merchant' }, { receivedAt: undefined, lost: true }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' }, settings: { legalOverlay: 'apply' } }, 'granted refund P26 P38 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1 refunded P26 86.40'],
    ['lost, a change of mind, in Germany, their label', settle('changed_mind', [], {}, { receivedAt: undefined, lost: true }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' }, settings: { legalOverlay: 'apply' } }, 'refused reject P38 | 2 of 1 rejected P38'],
    ['not here, a defect, in Germany', settle('defective', [], {}, { receivedAt: undefined }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' }, settings: { legalOverlay: 'apply' } }, 'granted wait P17 | 2 of 1 pending P17'],
    ['a cent deducted', settle('changed_mind', [{ lineItemId: 1, quantity: 2, result: 'accepted', deduction: '0.01' }]), SHIPPED, 'granted refund P12 P33 | 80.00 goods + 6.40 tax − 0.01 missing parts (P33) = 86.39 | 2 of 1 refunded P12 86.40'],
    ['a person is asked, in Germany', settle('defective', { missing_components: 2 }), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' } }, 'needs-person ask P33 | 2 of 1 pending P33'],
    ['waiting, in Germany', settle('changed_mind', {}), { order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' } }, 'granted wait P17 | 2 of 1 pending P17'],
  ]);
});

describe('why, where the facts choose the words', () => {
  const because = (ask: unknown, options: AskOptions, clause: string) =>
    answerTo(ask, options).reasons.find((reason) => reason.clause === clause)?.because;
  const germany = (legalOverlay: string): AskOptions => ({
    order: { ...EARLY, unitsShipped: 2, shipTo: 'DE' },
    settings: { legalOverlay },
  });
  const THEIRS = 'shipping, there and back, is the customer’s';
  const BY_LAW = 'the way back is the customer’s; the outbound shipping goes back as the law of the market has it';
  // biome-ignore format: rows of a table
  it.each<[string, unknown, AskOptions, string, string | undefined]>([
    ['changed mind', back('changed_mind'), SHIPPED, 'P12', THEIRS],
    ['changed mind, the law applies', back('changed_mind'), germany('apply'), 'P12', BY_LAW],
    ['changed mind, the law is warned of', back('changed_mind'), germany('warn'), 'P12', THEIRS],
    ['our mistake is not theirs', back('wrong_item_sent', { photos: 1 }), SHIPPED, 'P12', undefined],
    ['changed mind, settled', settle('changed_mind', { accepted: 2 }), SHIPPED, 'P12', THEIRS],
    ['changed mind, settled, the law applies', settle('changed_mind', { accepted: 2 }), germany('apply'), 'P12', BY_LAW],
    ['a defect', settle('defective', { accepted: 2 }), SHIPPED, 'P26', 'shipping, there and back, is not refunded for a defective product'],
    ['a defect, shipping goes back', settle('defective', { accepted: 2 }), germany('apply'), 'P26', 'shipping is refunded with a defective product here'],
    ['refused', settle('refused_delivery', { accepted: 2 }), SHIPPED, 'P13', 'the parcel was refused and is back'],
    ['not delivered', settle('refused_delivery', { accepted: 2 }, { judged: { undelivered: 'our-side' } }), SHIPPED, 'P13', 'the parcel could not be delivered, and not because the customer refused it'],
    ['not delivered and lost, where a lost return is the customer’s loss', settle('refused_delivery', [], { judged: { undelivered: 'our-side' } }, { receivedAt: undefined, lost: true }), { ...SHIPPED, settings: { returnRisk: 'customer' } }, 'P38', 'lost before it reached the customer: at our risk'],
    ['not delivered and lost', settle('refused_delivery', [], { judged: { undelivered: 'our-side' } }, { receivedAt: undefined, lost: true }), SHIPPED, 'P38', 'lost before it reached the customer: at our risk'],
    ['out of warranty: the first that ended', defect({ lines: lines({ 1: 1, 2: 1 }), warrantyMonths: 1 }), { order: both('2026-10-10T12:00:00Z') }, 'P23', 'the warranty ended on 2026-10-21'],
    ['out of warranty: the one that ended', defect({ lines: lines({ 1: 1, 2: 1 }), warrantyMonths: 1 }), { order: both('2026-11-10T12:00:00Z') }, 'P23', 'the warranty ended on 2026-10-21'],
    ['out of warranty: the second line', defect({ lines: lines({ 2: 1 }), warrantyMonths: 1 }), { order: both('2026-10-10T12:00:00Z') }, 'P23', 'the warranty ended on 2026-11-10'],
    ['two parcels of one line, both over, one comes back', defect({ lines: lines(1), warrantyMonths: 1 }), { order: { createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 1 }, at: '2026-10-02T12:00:00Z' }, { lines: { 1: 1 }, at: '2026-10-10T12:00:00Z' }] } }, 'P23', 'the warranty ended on 2026-11-10'],
    ['two lines, the second was first: the earliest end', defect({ lines: lines({ 1: 1, 2: 1 }), warrantyMonths: 1 }), { order: { createdAt: EARLY.createdAt, lines: [{ quantity: 1 }, { quantity: 1, price: '20.00' }], parcels: [{ lines: { 1: 1 }, at: '2026-10-10T12:00:00Z' }, { lines: { 2: 1 }, at: '2026-10-02T12:00:00Z' }] } }, 'P23', 'the warranty ended on 2026-11-02'],
    ['never arrived, nobody has looked', settle('missing_item', [], {}, { receivedAt: undefined }), SHIPPED, 'P4', 'nothing can come back for what never arrived: a person decides'],
    ['two parcels of one line: the older ended first', defect({ warrantyMonths: 1 }), { order: { createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 1 }, at: '2026-10-02T12:00:00Z' }, { lines: { 1: 1 }, at: '2026-10-10T12:00:00Z' }] } }, 'P23', 'the warranty ended on 2026-11-02'],
    ['two parcels of one line, told the other way round', defect({ warrantyMonths: 1 }), { order: { createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 1 }, at: '2026-10-10T12:00:00Z' }, { lines: { 1: 1 }, at: '2026-10-02T12:00:00Z' }] } }, 'P23', 'the warranty ended on 2026-11-02'],
    ['delivered: no days on the way are added', defect({ warrantyMonths: 1 }), { order: { createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 2 }, at: '2026-09-21T12:00:00Z', deliveredAt: '2026-09-25T12:00:00Z' }] }, settings: { 'warranty.transitDays': 3 } }, 'P23', 'the warranty ended on 2026-10-25'],
    ['not told: a day on the way is added', defect({ warrantyMonths: 1 }), { ...SHIPPED, settings: { 'warranty.transitDays': 1 } }, 'P23', 'the warranty ended on 2026-10-22'],
    ['proof of warranty', defect({ warrantyMonths: 1, judged: { warranty: 'accept' } }), SHIPPED, 'P23', 'a person has seen proof that the warranty runs'],
    ['too late: the days of the line that is', back('changed_mind', { lines: lines({ 1: 1, 2: 1 }) }), { order: both('2026-11-15T12:00:00Z'), settings: { products: { '101': { 'changeOfMind.windowDays': 14 }, '102': { 'changeOfMind.windowDays': 30 } } } }, 'P10', 'later than the 14 days within which this shop takes it back'],
    ['cancelled, and too late for the part that has shipped', { kind: 'cancel' }, { order: { ...both(), parcels: [{ lines: { 1: 1 }, at: EARLY.shippedAt }] }, settings: { 'changeOfMind.windowDays': 14 } }, 'P12', 'a part has shipped: its shipping is not refunded'],
    ['too late: the second line', back('changed_mind', { lines: lines({ 1: 1, 2: 1 }) }), { order: both('2026-10-15T12:00:00Z'), settings: { products: { '101': { 'changeOfMind.windowDays': 90 }, '102': { 'changeOfMind.windowDays': 30 } } } }, 'P10', 'later than the 30 days within which this shop takes it back'],
    ['ordered wrong, waived', back('customer_ordered_wrong', { judged: { carriage: 'waive' } }), SHIPPED, 'P1', 'ordered by mistake: a person waived the carriage'],
    ['ordered wrong, too late', back('customer_ordered_wrong'), { ...SHIPPED, settings: { 'changeOfMind.windowDays': 14 } }, 'P10', 'later than the 14 days within which this shop takes it back'],
  ])('%s', (_name, ask, options, clause, told) => expect(because(ask, options, clause)).toBe(told));
});

describe('each reason is given once', () => {
  it.each([
    ['missing parts whose price is deducted', 'missing_components', 'their price is deducted'],
    ['accepted, with a price deducted', 'accepted', 'accepted without its original parts'],
  ])('%s', (_name, result, told) => {
    const ask = settle('changed_mind', [{ lineItemId: 1, quantity: 2, result, deduction: '5.00' }]);
    const { reasons } = answerTo(ask, { ...SHIPPED, settings: { missingParts: 'deduct' } });
    expect(reasons.map(({ clause }) => clause)).toEqual(['P12', 'P33']);
    expect(reasons[1]?.because).toContain(told);
  });
});

describe('what went back before', () => {
  const set = (amount: string) => ({
    shop_money: { amount, currency_code: 'USD' },
    presentment_money: { amount, currency_code: 'USD' },
  });
  const asked = (change: object, options: AskOptions = {}) => {
    const request = aRequest({ kind: 'cancel' }, options);
    const { refund } = decide(parseRequest({ ...request, order: { ...request.order, ...change } }));
    return refund && [refund.tax, refund.shipping, refund.duties, refund.total];
  };
  const rich: AskOptions = { order: { lines: [{ duties: '8.00' }], shipping: [{ price: '10.00', tax: '0.83' }] } };
  const refunds = [
    {
      id: 1,
      refund_line_items: [],
      refund_shipping_lines: [{ subtotal_amount_set: set('4.00'), tax_amount_set: set('0.33') }],
      duties: [{ duty_id: 1000, amount_set: set('3.00') }],
      transactions: [{ id: 2, kind: 'refund', status: 'success', amount: '7.33', currency: 'USD' }],
    },
  ];

  it('shipping, its tax and duties go back once', () => {
    expect(asked({}, rich)).toEqual([723, 1000, 800, 10523]);
    expect(asked({ refunds }, rich)).toEqual([690, 600, 500, 9790]);
  });

  it('more than there was leaves nothing, and takes nothing else', () => {
    const [refund] = refunds;
    const more = [
      {
        ...refund,
        refund_shipping_lines: [{ subtotal_amount_set: set('11.00'), tax_amount_set: set('0.90') }],
        duties: [{ amount_set: set('9.00') }],
      },
    ];
    expect(asked({ refunds: more }, rich)).toEqual([640, 0, 0, 8640]);
  });

  it('payments and refunds in the shop’s currency are not added to the customer’s', () => {
    const euros: AskOptions = { order: { presentment: { currency: 'EUR', rate: 1.1 } } };
    const payment = (kind: string, amount: string) => ({ id: 3, kind, status: 'success', amount, currency: 'USD' });
    expect(asked({ transactions: [payment('sale', '106.04')] }, euros)).toEqual([640, 1000, 0, 9640]);
    expect(asked({ transactions: [payment('sale', '50.00')] }, euros)).toEqual([640, 1000, 0, 9640]);
    expect(asked({ transactions: [payment('sale', '106.04'), payment('refund', '50.00')] }, euros)).toEqual([
      640, 1000, 0, 9640,
    ]);
    expect(asked({ transactions: [{ ...payment('capture', '50.00'), currency: 'EUR' }] }, euros)).toEqual([
      640, 1000, 0, 5000,
    ]);
  });
});
