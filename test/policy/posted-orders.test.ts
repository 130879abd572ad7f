import { describe, expect, it } from 'vitest';
import { decide, errorAnswer, parseJson, parseRequest, toAnswer } from '../../policy/index.ts';
import { inOneLine } from './support/one-line.ts';
import {
  abroad,
  abroadShipped,
  american,
  americanShipped,
  canadian,
  canadianShipped,
  german,
  germanShipped,
  japanese,
  japaneseShipped,
  kuwaiti,
  kuwaitiShipped,
  parcel,
  refund,
  refundedLine,
} from './support/posted-orders.ts';

/**
 * Whole orders as Shopify posts them, asked as the command asks. Every answer here was reckoned on paper from the
 * clauses, the settings' table and the amounts told beside each order in `support/posted-orders.ts`.
 */
type Row = readonly [name: string, order: unknown, ask: unknown, told: string, more?: More];
type More = Readonly<{ settings?: object; now?: string; timeZone?: string }>;

const BERLIN = '2026-11-22T10:00:00+01:00';
const request = (order: unknown, ask: unknown, { settings = {}, now = BERLIN, timeZone }: More = {}) => ({
  now,
  shop: { timeZone: timeZone ?? 'Europe/Berlin', country: 'DE', currency: 'EUR' },
  settings,
  order,
  ask,
});

const of = (lineItemId: number, quantity: number) => ({ lineItemId, quantity });
type Line = ReturnType<typeof of>;
const cancel = (...lines: Line[]) => ({ kind: 'cancel', ...(lines.length > 0 ? { lines } : {}) });
const out = (lines: Line[], more: object = { answer: 'refund' }) => ({ kind: 'stock-out', lines, ...more });
const back = (reason: string, lines: Line[], more: object = {}) => ({ kind: 'return', reason, lines, ...more });
const defect = (lines: Line[], more: object = {}) =>
  back('defective', lines, { photos: 1, troubleshootingDone: true, ...more });
const found = (line: Line, result = 'accepted', more: object = {}) => ({ ...line, result, ...more });
/** Issued three days before the question, received the day before it. */
const settle = (reason: string, lines: Line[], inspection?: object[], more: object = {}, parcelMore: object = {}) => ({
  kind: 'settle',
  return: { reason, lines, rmaIssuedAt: '2026-11-19T12:00:00+01:00', ...more },
  parcel: { receivedAt: '2026-11-21T12:00:00+01:00', ...parcelMore },
  ...(inspection ? { inspection } : {}),
});
/** All of it came back sound. */
const sound = (reason: string, lines: Line[], more: object = {}) =>
  settle(
    reason,
    lines,
    lines.map((line) => found(line)),
    more,
  );
const lost = (reason: string, lines: Line[], more: object = {}) =>
  settle(reason, lines, undefined, more, { receivedAt: undefined, lost: true });
const ourLabel = (amount?: string) => ({ returnPostage: { paidBy: 'merchant', amount } });
const theirLabel = (amount?: string) => ({ returnPostage: { paidBy: 'customer', amount } });

const LAMPS = [of(1001, 3)];
const LAMP = [of(1001, 1)];
const CABLE = [of(1002, 1)];
const HEADPHONES = [of(1501, 2)];
const HEADPHONE = [of(1501, 1)];
const overlay = (legalOverlay: string) => ({ settings: { legalOverlay } });
const set = (settings: object): More => ({ settings });

// biome-ignore format: rows of a table
const GERMANY: readonly Row[] = [
  ['cancelled', german(), cancel(), 'granted cancel_order P11 | 109.98 goods + 7.90 shipping = 117.88 | 3 of 1001 refunded P11 92.49, 1 of 1002 refunded P11 17.49'],
  ['a lamp is cancelled', german(), cancel(...LAMP), 'granted refund_lines P11 | 30.83 goods = 30.83 | 1 of 1001 refunded P11 30.83'],
  ['a lamp is cancelled, with its share of both shipping lines', german(), cancel(...LAMP), 'granted refund_lines P11 | 30.83 goods + 2.22 shipping = 33.05 | 1 of 1001 refunded P11 30.83', set({ 'cancel.partialShipping': 'proportional' })],
  ['the cable is out of stock', german(), out(CABLE), 'granted refund_lines P9 | 17.49 goods + 1.26 shipping = 18.75 | 1 of 1002 refunded P9 17.49'],
  ['the cable is out of stock, no shipping goes back', german(), out(CABLE), 'granted refund_lines P9 | 17.49 goods = 17.49 | 1 of 1002 refunded P9 17.49', set({ 'oos.partial.shipping': 'none' })],
  ['the cable is out of stock, all shipping goes back', german(), out(CABLE), 'granted refund_lines P9 | 17.49 goods + 7.90 shipping = 25.39 | 1 of 1002 refunded P9 17.49', set({ 'oos.partial.shipping': 'full' })],
  ['all of it is out of stock, no shipping goes back with a part', german(), out([...LAMPS, ...CABLE]), 'granted cancel_order P9 | 109.98 goods + 7.90 shipping = 117.88 | 3 of 1001 refunded P9 92.49, 1 of 1002 refunded P9 17.49', set({ 'oos.partial.shipping': 'none' })],
  ['the cable is out of stock, and this shop refunds no parts', german(), out(CABLE), 'needs-person ask P9 | 1 of 1002 pending P9', set({ 'oos.partial.choices': ['wait-all'] })],
  ['the customer waits for the cable', german(), out(CABLE, { answer: 'wait' }), 'granted wait P8 | 1 of 1002 wait P8'],
  ['cancelled too late', germanShipped(), cancel(), 'refused offer_return P12 P13 P14 | would be 109.98 goods = 109.98 | 3 of 1001 returnable P12, 1 of 1002 returnable P12 | law DE P12'],
  ['cancelled too late, the law is applied', germanShipped(), cancel(), 'refused offer_return P12 P13 P14 | would be 109.98 goods + 7.90 shipping = 117.88 | 3 of 1001 returnable P12, 1 of 1002 returnable P12', overlay('apply')],
  ['cancelled too late, the law is silent', germanShipped(), cancel(), 'refused offer_return P12 P13 P14 | would be 109.98 goods = 109.98 | 3 of 1001 returnable P12, 1 of 1002 returnable P12', overlay('off')],
  ['cancelled too late, silent in this market', germanShipped(), cancel(...CABLE), 'refused offer_return P12 P13 P14 | would be 17.49 goods = 17.49 | 1 of 1002 returnable P12', set({ markets: { DE: { legalOverlay: 'off' } } })],
  ['cancelled too late, applied in another market', germanShipped(), cancel(...CABLE), 'refused offer_return P12 P13 P14 | would be 17.49 goods = 17.49 | 1 of 1002 returnable P12 | law DE P12', set({ markets: { FR: { legalOverlay: 'apply' } } })],
  ['a lamp came back', germanShipped(), sound('changed_mind', LAMP), 'granted refund P12 | 30.83 goods = 30.83 | 1 of 1001 refunded P12 30.83 | law DE P12'],
  ['a lamp came back with our label, the law is applied', germanShipped(), sound('changed_mind', LAMP, ourLabel('4.50')), 'granted refund P12 | 30.83 goods + 2.22 shipping − 4.50 return label (P12) = 28.55 | 1 of 1001 refunded P12 30.83', overlay('apply')],
  ['the lamps are defective', germanShipped(), sound('defective', LAMPS), 'granted refund P26 | 92.49 goods = 92.49 | 3 of 1001 refunded P26 92.49 | law DE P26'],
  ['the lamps are defective, the law is applied', germanShipped(), sound('defective', LAMPS, theirLabel('4.50')), 'granted refund P26 | 92.49 goods + 6.64 shipping = 99.13 | 4.50 to reimburse (P26) | 3 of 1001 refunded P26 92.49', overlay('apply')],
  ['a defect is asked about', germanShipped(), defect(LAMPS), 'granted issue_rma P21 P29 P31 | would be 92.49 goods = 92.49 | by 2026-12-22 | 3 of 1001 returnable P21 | law DE P21 | law DE P26'],
  ['a defect is asked about, the law is applied', germanShipped(), defect(LAMPS), 'granted issue_rma P29 P31 | would be 92.49 goods + 6.64 shipping = 99.13 | 3 of 1001 returnable P29', overlay('apply')],
  ['a fee of a tenth', germanShipped(), sound('changed_mind', CABLE), 'granted refund P12 | 17.49 goods − 1.75 restocking fee (P12) = 15.74 | 1 of 1002 refunded P12 17.49', set({ restockingFee: 10, legalOverlay: 'off' })],
  ['a fee for lamps alone', germanShipped(), sound('changed_mind', [...LAMP, ...CABLE]), 'granted refund P12 | 48.32 goods − 6.17 restocking fee (P12) = 42.15 | 1 of 1001 refunded P12 30.83, 1 of 1002 refunded P12 17.49', set({ products: { 501: { restockingFee: 20 } }, legalOverlay: 'off' })],
  ['a fee for a collection', germanShipped(), sound('changed_mind', [...LAMP, ...CABLE]), 'granted refund P12 | 48.32 goods − 6.17 restocking fee (P12) = 42.15 | 1 of 1001 refunded P12 30.83, 1 of 1002 refunded P12 17.49', set({ collections: { 9: { productIds: ['501'], settings: { restockingFee: 20 } } }, legalOverlay: 'off' })],
  ['lamps out of warranty, the cable has none', germanShipped(), defect([...LAMP, ...CABLE]), 'granted issue_rma P21 P23 P29 P31 | would be 17.49 goods = 17.49 | by 2026-12-22 | 1 of 1002 returnable P21, 1 of 1001 rejected P23', set({ products: { 501: { 'warranty.months': 0 } }, legalOverlay: 'off' })],
  ['lamps out of warranty', germanShipped(), defect(LAMP), 'refused reject P23 | 1 of 1001 rejected P23 | law DE P23 | law DE P26', set({ products: { 501: { 'warranty.months': 0 } } })],
  ['lamps out of warranty, the law is applied', germanShipped(), defect(LAMP), 'granted issue_rma P29 P31 | would be 30.83 goods + 2.22 shipping = 33.05 | 1 of 1001 returnable P29', set({ products: { 501: { 'warranty.months': 0 } }, legalOverlay: 'apply' })],
  ['more pictures of lamps', germanShipped(), defect([...LAMP, ...CABLE]), 'needs-info ask P3 | missing photos | 1 of 1001 pending P3, 1 of 1002 pending P3', set({ products: { 501: { 'evidence.minPhotos.defective': 2 } }, legalOverlay: 'off' })],
  ['thought over too long', germanShipped(), back('changed_mind', LAMP), 'refused reject P10 | 1 of 1001 rejected P10 | law DE P12', set({ 'changeOfMind.windowDays': 3 })],
  ['thought over too long for this shop, the law gives fourteen days', germanShipped(), back('changed_mind', LAMP), 'granted issue_rma P12 P14 P29 P31 | would be 30.83 goods + 2.22 shipping = 33.05 | 1 of 1001 returnable P12', set({ 'changeOfMind.windowDays': 3, legalOverlay: 'apply' })],
  ['thought over to the last day', germanShipped(), back('changed_mind', LAMP), 'granted issue_rma P12 P14 P29 P31 | would be 30.83 goods = 30.83 | 1 of 1001 returnable P12', set({ 'changeOfMind.windowDays': 4, legalOverlay: 'off' })],
];

// biome-ignore format: rows of a table
const CURRENCIES: readonly Row[] = [
  ['yen, all', japanese(), cancel(), 'granted cancel_order P11 | 3000 goods + 350 tax + 500 shipping = 3850 | 3 of 1101 refunded P11 3300'],
  ['yen, one is cancelled', japanese(), cancel(of(1101, 1)), 'granted refund_lines P11 | 1000 goods + 100 tax = 1100 | 1 of 1101 refunded P11 1100'],
  ['yen, one is out of stock', japanese(), out([of(1101, 1)]), 'granted refund_lines P9 | 1000 goods + 117 tax + 167 shipping = 1284 | 1 of 1101 refunded P9 1100'],
  ['yen, two are out of stock', japanese(), out([of(1101, 2)]), 'granted refund_lines P9 | 2000 goods + 234 tax + 334 shipping = 2568 | 2 of 1101 refunded P9 2200'],
  ['yen, our mistake', japaneseShipped(), sound('wrong_item_sent', [of(1101, 3)], theirLabel('800')), 'granted refund P16 P17 | 3000 goods + 350 tax + 500 shipping = 3850 | 800 to reimburse (P16) | 3 of 1101 refunded P16 3300'],
  ['yen, our label', japaneseShipped(), sound('changed_mind', [of(1101, 3)], ourLabel('800')), 'granted refund P12 | 3000 goods + 300 tax − 800 return label (P12) = 2500 | 3 of 1101 refunded P12 3300'],
  ['yen, a part whose price is set in dollars', japaneseShipped(), settle('defective', [of(1101, 3)], [found(of(1101, 3), 'missing_components', { parts: ['lid'] })]), 'needs-info ask P33 | missing inspection[0].deduction | 3 of 1101 pending P33', set({ missingParts: 'deduct', 'component.prices': { lid: '6.50' } })],
  ['dinar, all', kuwaiti(), cancel(), 'granted cancel_order P11 | 3.750 goods + 0.500 shipping = 4.250 | 3 of 1201 refunded P11 3.750'],
  ['dinar, one is out of stock', kuwaiti(), out([of(1201, 1)]), 'granted refund_lines P9 | 1.250 goods + 0.167 shipping = 1.417 | 1 of 1201 refunded P9 1.250'],
  ['dinar, our label', kuwaitiShipped(), sound('changed_mind', [of(1201, 3)], ourLabel('0.125')), 'granted refund P12 | 3.750 goods − 0.125 return label (P12) = 3.625 | 3 of 1201 refunded P12 3.750'],
  ['Canadian dollars in a shop of dollars', canadian(), cancel(), 'granted cancel_order P11 | 108.00 goods + 8.64 tax + 13.50 shipping = 130.14 | 2 of 1301 refunded P11 116.64'],
  ['Canadian dollars, one is cancelled', canadian(), cancel(of(1301, 1)), 'granted refund_lines P11 | 54.00 goods + 4.32 tax = 58.32 | 1 of 1301 refunded P11 58.32'],
  ['Canadian dollars, our label', canadianShipped(), sound('changed_mind', [of(1301, 2)], ourLabel('6.50')), 'granted refund P12 | 108.00 goods + 8.64 tax − 6.50 return label (P12) = 110.14 | 2 of 1301 refunded P12 116.64'],
  ['Canadian dollars, one of two was our mistake', canadianShipped(), sound('wrong_item_sent', [of(1301, 1)]), 'granted refund P16 P17 | 54.00 goods + 4.32 tax + 6.75 shipping = 65.07 | 1 of 1301 refunded P16 58.32'],
];

// biome-ignore format: rows of a table
const DUTIES_AND_TIPS: readonly Row[] = [
  ['all is cancelled', abroad(), cancel(), 'granted cancel_order P11 | 100.00 goods + 12.00 shipping + 10.00 duties + 5.00 tips = 127.00 | 2 of 1401 refunded P11 60.00, 1 of 1402 refunded P11 40.00'],
  ['a hat is cancelled', abroad(), cancel(of(1401, 1)), 'granted refund_lines P11 | 30.00 goods + 3.00 duties + 1.50 tips = 34.50 | 1 of 1401 refunded P11 30.00'],
  ['the scarf is out of stock', abroad(), out([of(1402, 1)]), 'granted refund_lines P9 | 40.00 goods + 4.80 shipping + 4.00 duties + 2.00 tips = 50.80 | 1 of 1402 refunded P9 40.00'],
  ['a change of mind keeps both', abroadShipped(), sound('changed_mind', [of(1401, 2), of(1402, 1)]), 'granted refund P12 | 100.00 goods = 100.00 | 2 of 1401 refunded P12 60.00, 1 of 1402 refunded P12 40.00 | law GB P12'],
  ['a defect keeps both', abroadShipped(), sound('defective', [of(1402, 1)]), 'granted refund P26 | 40.00 goods = 40.00 | 1 of 1402 refunded P26 40.00 | law GB P26'],
  ['our mistake gives both back', abroadShipped(), sound('wrong_item_sent', [of(1402, 1)]), 'granted refund P16 P17 | 40.00 goods + 4.80 shipping + 4.00 duties + 2.00 tips = 50.80 | 1 of 1402 refunded P16 40.00'],
  ['our mistake, duties never', abroadShipped(), sound('wrong_item_sent', [of(1402, 1)]), 'granted refund P16 P17 | 40.00 goods + 4.80 shipping + 2.00 tips = 46.80 | 1 of 1402 refunded P16 40.00', set({ 'duties.refund': 'never' })],
  ['a change of mind, duties always', abroadShipped(), sound('changed_mind', [of(1402, 1)]), 'granted refund P12 | 40.00 goods + 4.00 duties = 44.00 | 1 of 1402 refunded P12 40.00', set({ 'duties.refund': 'always', legalOverlay: 'off' })],
  ['a tip is no line to cancel', abroad(), cancel(of(1403, 1)), 'error ask/unknown-line ask.lines[0].lineItemId'],
];

const sale = (amount: string, more: object = {}) => ({
  id: 1,
  kind: 'sale',
  status: 'success',
  amount,
  currency: 'USD',
  ...more,
});
/** Three were ordered and one was taken off again before anything was paid. */
const EDITED = { total_price: '139.60', transactions: [sale('96.40')] };
const edited = american(EDITED, { quantity: 3, current_quantity: 2, tax_lines: [{ price: '9.60' }] });
const editedShipped = (more: object = {}) =>
  americanShipped({ ...EDITED, ...more }, { quantity: 3, current_quantity: 2, tax_lines: [{ price: '9.60' }] });
const ONE_CANCELLED = { refunds: [refund('43.20', [refundedLine(1501, 1, 'cancel', 40, 3.2)])] };
const ONE_RETURNED = { refunds: [refund('43.20', [refundedLine(1501, 1, 'return', 40, 3.2)])] };

// biome-ignore format: rows of a table
const WHAT_HAPPENED_BEFORE: readonly Row[] = [
  ['only authorised', american({ financial_status: 'authorized', transactions: [sale('96.40', { kind: 'authorization' })] }), cancel(), 'granted cancel_order P11 | 0 = 0.00 | 2 of 1501 refunded P11'],
  ['only authorised, one is out of stock', american({ financial_status: 'authorized' }), out(HEADPHONE), 'granted refund_lines P9 | 0 = 0.00 | 1 of 1501 refunded P9'],
  ['not paid yet', american({ financial_status: 'pending' }), cancel(), 'granted cancel_order P11 | 2 of 1501 refunded P11'],
  ['paid in part', american({ financial_status: 'partially_paid', transactions: [sale('50.00')] }), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping − 46.40 limited to what is left to refund = 50.00 | 2 of 1501 refunded P11 86.40'],
  ['a gift card and a card', american({ transactions: [sale('30.00', { gateway: 'gift_card' }), sale('66.40')] }), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1501 refunded P11 86.40'],
  ['cancelled already', american({ cancelled_at: '2026-11-20T12:00:00Z' }), cancel(), 'refused reject P11 | 2 of 1501 rejected P11'],
  ['cancelled already, asked for by line', american({ cancelled_at: '2026-11-20T12:00:00Z' }, { current_quantity: 0 }), cancel(...HEADPHONES), 'refused reject P11 | 2 of 1501 rejected P11'],
  ['cancelled already, more than there was', american({ cancelled_at: '2026-11-20T12:00:00Z' }, { current_quantity: 0 }), cancel(of(1501, 3)), 'error ask/too-many ask.lines[0].quantity'],
  ['refunded in part, and told how much', americanShipped({ financial_status: 'partially_refunded', ...ONE_RETURNED }), sound('changed_mind', HEADPHONE), 'granted refund P12 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P12 43.20'],
  ['a refund that only the payments tell of', american({ transactions: [sale('96.40'), sale('90.00', { kind: 'refund' })] }), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping − 90.00 limited to what is left to refund = 6.40 | 2 of 1501 refunded P11 86.40'],
  ['cancelled already, and out of stock', american({ cancelled_at: '2026-11-20T12:00:00Z' }), out(HEADPHONES), 'refused reject P9 | 2 of 1501 rejected P9'],
  ['all of it refunded already', american({ financial_status: 'refunded', refunds: [refund('96.40', [refundedLine(1501, 2, 'cancel', 80, 6.4)])] }), cancel(), 'refused reject P11 | '],
  ['one was cancelled before: the rest is the order', american(ONE_CANCELLED), cancel(), 'granted cancel_order P11 | 40.00 goods + 3.20 tax + 10.00 shipping = 53.20 | 1 of 1501 refunded P11 43.20'],
  ['one was cancelled before, two are asked for', american(ONE_CANCELLED), cancel(...HEADPHONES), 'error ask/too-many ask.lines[0].quantity'],
  ['one was cancelled, the other shipped and comes back', americanShipped(ONE_CANCELLED, {}, 1), back('changed_mind', HEADPHONE), 'granted issue_rma P12 P14 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 returnable P12'],
  ['one was cancelled, the other shipped: two can’t come back', americanShipped(ONE_CANCELLED, {}, 1), back('changed_mind', HEADPHONES), 'error ask/too-many ask.lines[0].quantity'],
  ['one came back before, the other was our mistake', americanShipped(ONE_RETURNED), sound('wrong_item_sent', HEADPHONE), 'granted refund P16 P17 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P16 43.20'],
  ['an amount by hand before', americanShipped({ refunds: [refund('20.00')] }), sound('changed_mind', HEADPHONES), 'granted refund P12 | 80.00 goods + 6.40 tax − 10.00 limited to what is left to refund = 76.40 | 2 of 1501 refunded P12 86.40'],
  ['the shipping by hand before', american({ refunds: [refund('10.00', [], { order_adjustments: [{ kind: 'shipping_refund', amount: '-10.00', tax_amount: '0.00' }] })] }), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax = 86.40 | 2 of 1501 refunded P11 86.40'],
  ['a refund that failed gave nothing back', american({ refunds: [refund('20.00', [], { transactions: [{ kind: 'refund', status: 'failure', amount: '20.00' }] })] }), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1501 refunded P11 86.40'],
  ['one was taken off by an edit', edited, cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1501 refunded P11 86.40'],
  ['one was taken off by an edit, of the rest one is out of stock', edited, out(HEADPHONE), 'granted refund_lines P9 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P9 43.20'],
  ['one was taken off by an edit, three are asked for', edited, cancel(of(1501, 3)), 'error ask/too-many ask.lines[0].quantity'],
  ['one was taken off by an edit, the rest was our mistake', editedShipped(), sound('wrong_item_sent', HEADPHONES), 'granted refund P16 P17 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1501 refunded P16 86.40'],
  ['the edit is told as a refund of no money', editedShipped({ refunds: [{ id: 3002, created_at: '2026-11-16T12:00:00Z', refund_line_items: [refundedLine(1501, 1, 'no_restock', 40, 3.2)], transactions: [] }] }), sound('wrong_item_sent', HEADPHONE), 'granted refund P16 P17 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P16 43.20'],
  ['shipped free, one was taken off by an edit', editedShipped({ shipping_lines: [], total_price: '129.60' }), sound('changed_mind', HEADPHONE, { originalShippingCost: '7.00' }), 'granted refund P12 | 40.00 goods + 3.20 tax − 3.50 original shipping of a free order (P12) = 39.70 | 1 of 1501 refunded P12 43.20'],
  ['shipped free, the other has not left yet', americanShipped({ shipping_lines: [], total_price: '86.40' }, {}, 1), sound('changed_mind', HEADPHONE, { originalShippingCost: '7.00' }), 'granted refund P12 | 40.00 goods + 3.20 tax − 7.00 original shipping of a free order (P12) = 36.20 | 1 of 1501 refunded P12 43.20'],
  ['one has shipped: the rest is cancelled', americanShipped({}, {}, 1), cancel(), 'granted refund_lines P11 P12 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P11 43.20, 1 of 1501 returnable P12'],
  ['one has shipped, shipping by value', americanShipped({}, {}, 1), cancel(), 'granted refund_lines P11 P12 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P11 43.20, 1 of 1501 returnable P12', set({ 'cancel.partialShipping': 'proportional' })],
  ['one has shipped: one is cancelled, which has not', americanShipped({}, {}, 1), cancel(...HEADPHONE), 'granted refund_lines P11 P12 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P11 43.20'],
  ['one has shipped: the other is out of stock', americanShipped({}, {}, 1), out(HEADPHONE), 'granted refund_lines P9 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P9 43.20'],
  ['one has shipped: two can’t be out of stock', americanShipped({}, {}, 1), out(HEADPHONES), 'error ask/too-many ask.lines[0].quantity'],
  ['one has shipped: two can’t come back', americanShipped({}, {}, 1), back('changed_mind', HEADPHONES), 'error ask/not-shipped ask.lines[0].quantity'],
  ['the parcel was cancelled: nothing has shipped', american({ fulfillments: [parcel(87, '2026-11-18T12:00:00Z', { 1501: 2 }, { status: 'cancelled' })] }), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1501 refunded P11 86.40'],
  ['made ready and not scanned, where a scan counts', americanShipped(), cancel(), 'granted cancel_order P11 | 80.00 goods + 6.40 tax + 10.00 shipping = 96.40 | 2 of 1501 refunded P11 86.40', set({ 'shippedOut.event': 'carrier_scan' })],
  ['labelled, where a label counts', americanShipped(), cancel(), 'refused offer_return P12 P13 P14 | would be 80.00 goods + 6.40 tax = 86.40 | 2 of 1501 returnable P12', set({ 'shippedOut.event': 'label_purchased' })],
  ['a gift card among the goods', american({ line_items: [{ id: 1501, quantity: 1, price: '40.00' }, { id: 1502, quantity: 1, price: '25.00', gift_card: true, requires_shipping: false }], total_price: '75.00' }), out(HEADPHONE), 'granted refund_lines P9 | 40.00 goods + 10.00 shipping = 50.00 | 1 of 1501 refunded P9 40.00'],
];

const REASONS_SHIPPED = americanShipped();
const FREE = americanShipped({
  shipping_lines: [
    { id: 97, title: 'Free', price: '10.00', discounted_price: '0.00', discount_allocations: [{ amount: '10.00' }] },
  ],
  total_price: '86.40',
});
const GOODS = '80.00 goods + 6.40 tax';
const ALL = `${GOODS} + 10.00 shipping = 96.40`;

// biome-ignore format: rows of a table
const WHAT_CAME_BACK: readonly Row[] = [
  ['no longer wanted, their label', REASONS_SHIPPED, sound('changed_mind', HEADPHONES, theirLabel('9.00')), `granted refund P12 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`],
  ['no longer wanted, our label of unknown cost', REASONS_SHIPPED, sound('changed_mind', HEADPHONES, ourLabel()), 'needs-info ask P12 | missing returnPostage.amount | 2 of 1501 pending P12'],
  ['no longer wanted, our label dearer than the goods', REASONS_SHIPPED, sound('changed_mind', HEADPHONE, ourLabel('50.00')), 'granted refund P12 | 40.00 goods + 3.20 tax − 43.20 return label, as far as it goes (P12) = 0.00 | 1 of 1501 refunded P12 43.20'],
  ['shipped free by a discount, cost unknown', FREE, sound('changed_mind', HEADPHONES), 'needs-info ask P12 | missing originalShippingCost | 2 of 1501 pending P12'],
  ['shipped free by a discount, cost and label unknown', FREE, sound('changed_mind', HEADPHONES, ourLabel()), 'needs-info ask P12 | missing returnPostage.amount, originalShippingCost | 2 of 1501 pending P12'],
  ['shipped free, by the table of rates', FREE, sound('changed_mind', HEADPHONES), `granted refund P12 | ${GOODS} − 7.00 original shipping of a free order (P12) = 79.40 | 2 of 1501 refunded P12 86.40`, set({ 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { US: '7.00', '*': '9.00' } })],
  ['shipped free, the cost as told wins over the table', FREE, sound('changed_mind', HEADPHONES, { originalShippingCost: '8.00' }), `granted refund P12 | ${GOODS} − 8.00 original shipping of a free order (P12) = 78.40 | 2 of 1501 refunded P12 86.40`, set({ 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { US: '7.00' } })],
  ['shipped free, nothing is taken', FREE, sound('changed_mind', HEADPHONES), `granted refund P12 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`, set({ 'originalShipping.freeOrders': 'none' })],
  ['ordered wrong: a person', REASONS_SHIPPED, sound('customer_ordered_wrong', HEADPHONES), 'needs-person ask P1 | 2 of 1501 pending P1'],
  ['ordered wrong, shipped free: still a person first', FREE, sound('customer_ordered_wrong', HEADPHONES), 'needs-person ask P1 | 2 of 1501 pending P1'],
  ['ordered wrong, charged', REASONS_SHIPPED, sound('customer_ordered_wrong', HEADPHONES, ourLabel('6.50')), `granted refund P1 P12 | ${GOODS} − 6.50 return label (P12) = 79.90 | 2 of 1501 refunded P12 86.40`, set({ 'wrongItemCustomer.carriage': 'charge' })],
  ['ordered wrong, never charged', REASONS_SHIPPED, sound('customer_ordered_wrong', HEADPHONES, ourLabel('6.50')), `granted refund P1 | ${ALL} | 2 of 1501 refunded P1 86.40`, set({ 'wrongItemCustomer.carriage': 'never' })],
  ['our mistake, their label', REASONS_SHIPPED, sound('wrong_item_sent', HEADPHONES, theirLabel('6.50')), `granted refund P16 P17 | ${ALL} | 6.50 to reimburse (P16) | 2 of 1501 refunded P16 86.40`],
  ['our mistake, their label of unknown cost', REASONS_SHIPPED, sound('wrong_item_sent', HEADPHONES, theirLabel()), 'needs-info ask P16 | missing returnPostage.amount | 2 of 1501 pending P16'],
  ['our mistake, our label', REASONS_SHIPPED, sound('wrong_item_sent', HEADPHONES, ourLabel('6.50')), `granted refund P16 P17 | ${ALL} | 2 of 1501 refunded P16 86.40`],
  ['our mistake, exchanged', REASONS_SHIPPED, sound('wrong_item_sent', HEADPHONES, { remedy: 'exchange', ...theirLabel('6.50') }), 'granted exchange P16 P17 | 6.50 to reimburse (P16) | 2 of 1501 exchanged P16'],
  ['a defect, exchanged', REASONS_SHIPPED, sound('defective', HEADPHONES, { remedy: 'exchange' }), 'granted exchange P26 | 2 of 1501 exchanged P26'],
  ['no longer wanted, an exchange', REASONS_SHIPPED, sound('changed_mind', HEADPHONES, { remedy: 'exchange' }), 'needs-person ask P4 | 2 of 1501 pending P4'],
  ['a defect, our label', REASONS_SHIPPED, sound('defective', HEADPHONES, ourLabel('6.50')), `granted refund P26 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`],
  ['a defect, our label is charged', REASONS_SHIPPED, sound('defective', HEADPHONES, ourLabel('6.50')), `granted refund P26 | ${GOODS} − 6.50 return label (P26) = 79.90 | 2 of 1501 refunded P26 86.40`, set({ 'label.defectiveFee': 'deduct' })],
  ['a defect, shipping goes back here', REASONS_SHIPPED, sound('defective', HEADPHONE), 'granted refund P26 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P26 43.20', set({ 'defective.shippingRefund': 'proportional' })],
  ['no fault found', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2), 'no_fault_found')]), `granted refund P24 P26 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`],
  ['no fault found, a person decides here', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'no_fault_found')]), 'needs-person ask P24 | 2 of 1501 pending P24', set({ 'test.inconclusive': 'ask' })],
  ['not looked at', REASONS_SHIPPED, settle('defective', HEADPHONES), 'granted wait P24 | 2 of 1501 pending P24'],
  ['not looked at, no defect', REASONS_SHIPPED, settle('wrong_item_sent', HEADPHONES), 'granted wait P17 | 2 of 1501 pending P17'],
  ['one to be tested still', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 1))]), 'granted refund P24 P26 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P26 43.20, 1 of 1501 pending P24'],
  ['one was not in the parcel', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'not_received')]), 'granted refund P17 P26 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P26 43.20, 1 of 1501 pending P17'],
  ['damaged by handling, both', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2), 'artificial_damage')]), 'refused reject P25 | 2 of 1501 rejected P25'],
  ['damaged by handling and to be tested still', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 1), 'artificial_damage')]), 'granted wait P24 P25 | 1 of 1501 rejected P25, 1 of 1501 pending P24'],
  ['something else came back', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'wrong_item')]), 'needs-person ask P4 | 2 of 1501 pending P4'],
  ['parts are missing: a person', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'missing_components', { deduction: '5.00' })]), 'needs-person ask P33 | 2 of 1501 pending P33'],
  ['parts are missing and deducted', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'missing_components', { deduction: '5.00' })]), `granted refund P12 P33 | ${GOODS} − 5.00 missing parts (P33) = 81.40 | 2 of 1501 refunded P12 86.40`, set({ missingParts: 'deduct' })],
  ['parts are missing, of unknown price', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'missing_components')]), 'needs-info ask P33 | missing inspection[1].deduction | 2 of 1501 pending P33', set({ missingParts: 'deduct' })],
  ['parts are missing, by their prices', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2), 'missing_components', { parts: ['case', 'cable'] })]), `granted refund P26 P33 | ${GOODS} − 11.00 missing parts (P33) = 75.40 | 2 of 1501 refunded P26 86.40`, set({ missingParts: 'deduct', 'component.prices': { case: '4.00', cable: '1.50' } })],
  ['parts are missing, the price as told wins', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2), 'missing_components', { parts: ['case'], deduction: '3.00' })]), `granted refund P26 P33 | ${GOODS} − 3.00 missing parts (P33) = 83.40 | 2 of 1501 refunded P26 86.40`, set({ missingParts: 'deduct', 'component.prices': { case: '4.00' } })],
  ['parts are missing, one without a price', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2), 'missing_components', { parts: ['case', 'manual'] })]), 'needs-info ask P33 | missing inspection[0].deduction | 2 of 1501 pending P33', set({ missingParts: 'deduct', 'component.prices': { case: '4.00' } })],
  ['parts are missing, and it is accepted as it is', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2), 'accepted', { parts: ['case'] })]), `granted refund P26 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`, set({ missingParts: 'deduct', 'component.prices': { case: '4.00' } })],
  ['parts are missing and refused, one of two', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'missing_components')]), 'granted refund P12 P33 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P12 43.20, 1 of 1501 rejected P33', set({ missingParts: 'refuse' })],
  ['parts are missing and refused, both', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, [found(of(1501, 2), 'missing_components')]), 'refused reject P33 | 2 of 1501 rejected P33', set({ missingParts: 'refuse' })],
  ['unmarked', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2))], {}, { rmaMarked: false }), `granted refund P20 P26 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`],
  ['unmarked, refused here', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2))], {}, { rmaMarked: false }), 'refused reject P34 P35 | 2 of 1501 rejected P34', set({ unmarkedParcel: 'refuse' })],
  ['refused at the door', REASONS_SHIPPED, sound('refused_delivery', HEADPHONES), `granted refund P12 P13 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`],
  ['refused at the door, the carrier’s fee', REASONS_SHIPPED, sound('refused_delivery', HEADPHONES, ourLabel('6.50')), `granted refund P12 P13 | ${GOODS} − 6.50 the way back of a refused parcel (P12) = 79.90 | 2 of 1501 refunded P12 86.40`],
  ['refused at the door, a fee nobody knows', REASONS_SHIPPED, sound('refused_delivery', HEADPHONES, ourLabel()), `granted refund P12 P13 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`],
  ['refused at the door, no fee here', REASONS_SHIPPED, sound('refused_delivery', HEADPHONES, ourLabel('6.50')), `granted refund P12 P13 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`, set({ 'refusal.rtsFee': 'none' })],
  ['refused at the door, without a number, where one is demanded', REASONS_SHIPPED, settle('refused_delivery', HEADPHONES, [found(of(1501, 2))], {}, { rmaMarked: false }), `granted refund P12 P13 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`, set({ unmarkedParcel: 'refuse' })],
  ['never in the parcel', REASONS_SHIPPED, settle('missing_item', HEADPHONE, [found(of(1501, 1))], {}, { receivedAt: undefined }), 'granted refund P4 | 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 refunded P4 43.20'],
  ['never in the parcel, nobody has looked', REASONS_SHIPPED, settle('missing_item', HEADPHONE, undefined, {}, { receivedAt: undefined }), 'needs-person ask P4 | 1 of 1501 pending P4'],
  ['lost, their label', REASONS_SHIPPED, lost('changed_mind', HEADPHONES, { labelBy: 'customer' }), 'refused reject P38 | 2 of 1501 rejected P38'],
  ['lost, nobody said whose label', REASONS_SHIPPED, lost('defective', HEADPHONES), 'refused reject P38 | 2 of 1501 rejected P38'],
  ['lost, a defect where labels are ours', REASONS_SHIPPED, lost('defective', HEADPHONES), `granted refund P26 P38 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`, set({ 'label.defective': 'merchant' })],
  ['lost, a defect where labels are ours, with their own', REASONS_SHIPPED, lost('defective', HEADPHONES, { labelBy: 'customer' }), 'refused reject P38 | 2 of 1501 rejected P38', set({ 'label.defective': 'merchant' })],
  ['lost, our label', REASONS_SHIPPED, lost('changed_mind', HEADPHONES, { labelBy: 'merchant' }), `granted refund P12 P38 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`],
  ['lost, our label, and paid for', REASONS_SHIPPED, lost('changed_mind', HEADPHONES, { labelBy: 'merchant', ...ourLabel('6.50') }), `granted refund P12 P38 | ${GOODS} − 6.50 return label (P12) = 79.90 | 2 of 1501 refunded P12 86.40`],
  ['lost, our mistake, our label', REASONS_SHIPPED, lost('wrong_item_sent', HEADPHONES, { labelBy: 'merchant' }), `granted refund P16 P38 | ${ALL} | 2 of 1501 refunded P16 86.40`],
  ['lost, our label, where the customer always bears it', REASONS_SHIPPED, lost('changed_mind', HEADPHONES, { labelBy: 'merchant' }), 'refused reject P38 | 2 of 1501 rejected P38', set({ returnRisk: 'customer' })],
  ['lost, their label, where we always bear it', REASONS_SHIPPED, lost('changed_mind', HEADPHONES, { labelBy: 'customer' }), `granted refund P12 P38 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`, set({ returnRisk: 'merchant' })],
  ['lost on its way back after it was refused', REASONS_SHIPPED, lost('refused_delivery', HEADPHONES), `granted refund P12 P13 P38 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`],
  ['both lost and here', REASONS_SHIPPED, settle('changed_mind', HEADPHONES, undefined, {}, { lost: true }), 'error facts/contradictory ask.parcel.lost'],
];

/** Half past nine in New York. */
const NEW_YORK = { timeZone: 'America/New_York' };
const at = (now: string, more: More = {}): More => ({ ...NEW_YORK, now, ...more });
const told = (customerNotifiedAt: string) => ({ customerNotifiedAt });
const SEPTEMBER = american({
  created_at: '2026-09-20T09:00:00-04:00',
  fulfillments: [parcel(88, '2026-09-21T09:00:00-04:00', { 1501: 2 })],
});
const JANUARY = american({
  created_at: '2026-01-30T09:00:00-05:00',
  fulfillments: [parcel(89, '2026-01-31T23:30:00-05:00', { 1501: 2 })],
});
const TWO_PARCELS = american({
  created_at: '2026-09-20T09:00:00-04:00',
  fulfillments: [
    parcel(90, '2026-09-21T09:00:00-04:00', { 1501: 1 }),
    parcel(91, '2026-10-25T09:00:00-04:00', { 1501: 1 }),
  ],
});

// biome-ignore format: rows of a table
const TIME: readonly Row[] = [
  ['told 72 hours ago, over the end of daylight saving time', american({ created_at: '2026-10-30T09:00:00-04:00' }), out(HEADPHONES, told('2026-10-31T10:00:00-04:00')), `granted cancel_order P9 | ${ALL} | 2 of 1501 refunded P9 86.40`, at('2026-11-03T09:00:00-05:00')],
  ['a second less', american({ created_at: '2026-10-30T09:00:00-04:00' }), out(HEADPHONES, told('2026-10-31T10:00:00-04:00')), 'granted wait P7 | 2 of 1501 wait P7', at('2026-11-03T08:59:59-05:00')],
  ['told, and the customer refuses within the hour', american(), out(HEADPHONES, { ...told('2026-11-22T09:30:00+01:00'), answer: 'refund' }), `granted cancel_order P9 | ${ALL} | 2 of 1501 refunded P9 86.40`],
  ['told long ago, and the customer waits', american(), out(HEADPHONES, { ...told('2026-11-16T15:00:00Z'), answer: 'wait' }), 'granted wait P8 | 2 of 1501 wait P8'],
  ['told tomorrow', american(), out(HEADPHONES, told('2026-11-23T09:30:00+01:00')), 'error ask/impossible-date ask.customerNotifiedAt'],
  ['a day to answer', american(), out(HEADPHONES, told('2026-11-21T10:00:00+01:00')), `granted cancel_order P9 | ${ALL} | 2 of 1501 refunded P9 86.40`, set({ 'backorder.responseHours': 24 })],
  ['cancelled in the 24th hour', american({ created_at: '2026-11-21T10:00:00+01:00' }), cancel(), `granted cancel_order P11 | ${ALL} | 2 of 1501 refunded P11 86.40`, set({ 'cancel.until': 24 })],
  ['cancelled in the 25th hour', american({ created_at: '2026-11-21T09:59:59+01:00' }), cancel(), 'refused reject P11 | 2 of 1501 rejected P11', set({ 'cancel.until': 24 })],
  ['an RMA in Berlin, to the night the clocks change', germanShipped({ created_at: '2027-02-20T09:00:00+01:00', fulfillments: [parcel(92, '2027-02-22T09:00:00+01:00', { 1001: 3, 1002: 1 })] }), defect(LAMP), 'granted issue_rma P21 P29 P31 | would be 30.83 goods = 30.83 | by 2027-03-28 | 1 of 1001 returnable P21', { now: '2027-02-26T23:59:00+01:00', settings: { legalOverlay: 'off' } }],
  ['an RMA in New York, a day earlier than in UTC', SEPTEMBER, defect(HEADPHONE), 'granted issue_rma P21 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-11-04 | 1 of 1501 returnable P21', at('2026-10-06T03:59:00Z')],
  ['an RMA counted in another zone', SEPTEMBER, defect(HEADPHONE), 'granted issue_rma P21 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-11-05 | 1 of 1501 returnable P21', at('2026-10-06T03:59:00Z', set({ 'deadline.zone': 'UTC' }))],
  ['ten days for an RMA', SEPTEMBER, defect(HEADPHONE), 'granted issue_rma P21 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-10-15 | 1 of 1501 returnable P21', at('2026-10-05T12:00:00Z', set({ 'rma.validDays': 10 }))],
  ['a last day for every return', SEPTEMBER, back('changed_mind', HEADPHONE), 'granted issue_rma P12 P14 P21 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-11-04 | 1 of 1501 returnable P12', at('2026-10-05T12:00:00Z', set({ 'rmaValidity.appliesTo': 'all' }))],
  ['a month of warranty from the 31st of January, on its last day', JANUARY, defect(HEADPHONES, { warrantyMonths: 1 }), `granted issue_rma P21 P29 P31 | would be ${GOODS} = 86.40 | by 2026-03-30 | 2 of 1501 returnable P21`, at('2026-02-28T23:59:59-05:00')],
  ['and the day after', JANUARY, defect(HEADPHONES, { warrantyMonths: 1 }), 'refused reject P23 | 2 of 1501 rejected P23', at('2026-03-01T00:00:00-05:00')],
  ['the warranty as told wins over the setting', JANUARY, defect(HEADPHONES, { warrantyMonths: 1 }), 'refused reject P23 | 2 of 1501 rejected P23', at('2026-03-01T00:00:00-05:00', set({ 'warranty.months': 24 }))],
  ['days on the way are added where no delivery is told', JANUARY, defect(HEADPHONES), `granted issue_rma P21 P29 P31 | would be ${GOODS} = 86.40 | by 2026-04-02 | 2 of 1501 returnable P21`, at('2026-03-03T00:00:00-05:00', set({ 'warranty.months': 1, 'warranty.transitDays': 3 }))],
  ['no warranty is told and none is set', JANUARY, defect(HEADPHONES), `granted issue_rma P21 P29 P31 | would be ${GOODS} = 86.40 | by 2028-03-31 | 2 of 1501 returnable P21`, at('2028-03-01T00:00:00-05:00')],
  ['two parcels: the older is out of warranty', TWO_PARCELS, defect(HEADPHONES, { warrantyMonths: 1 }), 'granted issue_rma P21 P23 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-12-22 | 1 of 1501 returnable P21, 1 of 1501 rejected P23', at('2026-11-22T10:00:00-05:00')],
  ['two parcels: one comes back, taken for the newer', TWO_PARCELS, defect(HEADPHONE, { warrantyMonths: 1 }), 'granted issue_rma P21 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-12-22 | 1 of 1501 returnable P21', at('2026-11-22T10:00:00-05:00')],
];

const PROMPT: Record<string, string> = {
  granted: `granted refund P26 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`,
  accepted: `granted refund P21 P26 | ${GOODS} = 86.40 | 2 of 1501 refunded P26 86.40`,
  person: 'needs-person ask P21 | 2 of 1501 pending P21',
  refused: 'refused reject P21 P22 | 2 of 1501 rejected P21',
  wait: 'granted wait P17 | 2 of 1501 pending P17',
};
const DAY_30 = '2026-11-04T23:59:59-05:00';
const DAY_31 = '2026-11-05T00:00:00-05:00';
/** Issued on the 5th of October; the clocks change on the way to the 4th of November, which is day 30. */
const dated = (parcelTold: object, here: boolean) => ({
  kind: 'settle',
  return: { reason: 'defective', lines: HEADPHONES, rmaIssuedAt: '2026-10-05T15:00:00-04:00' },
  parcel: parcelTold,
  ...(here ? { inspection: [found(of(1501, 2))] } : {}),
});
const PARCELS: Record<string, object> = {
  'here on day 30': dated({ receivedAt: DAY_30, carrierAcceptedAt: '2026-11-01T12:00:00-05:00' }, true),
  'sent on day 30, here on day 31': dated({ receivedAt: DAY_31, carrierAcceptedAt: DAY_30 }, true),
  'sent on day 31': dated({ receivedAt: '2026-11-08T12:00:00-05:00', carrierAcceptedAt: DAY_31 }, true),
  'here on day 31, no scan': dated({ receivedAt: DAY_31 }, true),
  'sent on day 30, not here': dated({ carrierAcceptedAt: DAY_30 }, false),
  'not here, no scan': dated({}, false),
};
// biome-ignore format: rows of a table
const LAST_DAY: readonly (readonly [basis: string, greyZone: string, ...string[]])[] = [
  // basis     grey zone  here in time  grey zone   sent late  no scan    on its way  nothing
  ['received', 'ask',     'granted',    'person',   'refused', 'refused', 'wait',     'refused'],
  ['received', 'accept',  'granted',    'accepted', 'refused', 'refused', 'wait',     'refused'],
  ['received', 'decline', 'granted',    'refused',  'refused', 'refused', 'wait',     'refused'],
  ['shipped',  'ask',     'granted',    'granted',  'refused', 'refused', 'wait',     'refused'],
  ['shipped',  'accept',  'granted',    'granted',  'refused', 'refused', 'wait',     'refused'],
  ['shipped',  'decline', 'granted',    'granted',  'refused', 'refused', 'wait',     'refused'],
  ['either',   'ask',     'granted',    'granted',  'refused', 'refused', 'wait',     'refused'],
  ['either',   'accept',  'granted',    'granted',  'refused', 'refused', 'wait',     'refused'],
  ['either',   'decline', 'granted',    'granted',  'refused', 'refused', 'wait',     'refused'],
];
const DEADLINES: readonly Row[] = LAST_DAY.flatMap(([basis, greyZone, ...answers]) =>
  Object.entries(PARCELS).map(
    ([name, ask], i): Row => [
      `${name}: ${basis} counts, grey zone ${greyZone}`,
      SEPTEMBER,
      ask,
      PROMPT[answers[i] ?? ''] ?? '',
      at('2026-11-22T10:00:00-05:00', set({ 'deadline.basis': basis, 'deadline.greyZone': greyZone })),
    ],
  ),
);

// biome-ignore format: rows of a table
const ASKED_FOR: readonly Row[] = [
  ['a wrong item, no picture', REASONS_SHIPPED, back('wrong_item_sent', HEADPHONE), 'needs-info ask P3 | missing photos | 1 of 1501 pending P3'],
  ['a wrong item, a picture', REASONS_SHIPPED, back('wrong_item_sent', HEADPHONE, { photos: 1 }), 'granted issue_rma P16 P29 P31 | would be 40.00 goods + 3.20 tax + 5.00 shipping = 48.20 | 1 of 1501 returnable P16'],
  ['two pictures are wanted, one is here', REASONS_SHIPPED, defect(HEADPHONE), 'needs-info ask P3 | missing photos | 1 of 1501 pending P3', set({ 'evidence.minPhotos.defective': 2 })],
  ['something is missing, no picture', REASONS_SHIPPED, back('missing_item', HEADPHONE), 'needs-info ask P3 P4 | missing photos | 1 of 1501 pending P3'],
  ['something is missing, a picture', REASONS_SHIPPED, back('missing_item', HEADPHONE, { photos: 1 }), 'needs-person ask P4 | 1 of 1501 pending P4'],
  ['nothing is known of a defect', REASONS_SHIPPED, back('defective', HEADPHONE), 'needs-info ask P3 P18 | missing photos, troubleshootingDone | 1 of 1501 pending P3'],
  ['nobody to write to', american({ email: '', contact_email: null, customer: null, fulfillments: [parcel(93, '2026-11-18T12:00:00Z', { 1501: 2 })] }), defect(HEADPHONE), 'needs-info ask P30 | missing contact.email | 1 of 1501 pending P30'],
  ['nobody to write to but whom the request names', american({ email: '', contact_email: null, customer: null, fulfillments: [parcel(93, '2026-11-18T12:00:00Z', { 1501: 2 })] }), defect(HEADPHONE, { contact: { email: 'ada@example.com' } }), 'granted issue_rma P21 P29 P31 | would be 40.00 goods + 3.20 tax = 43.20 | by 2026-12-22 | 1 of 1501 returnable P21'],
  ['a phone is wanted too', REASONS_SHIPPED, defect(HEADPHONE), 'needs-info ask P30 | missing contact.phone | 1 of 1501 pending P30', set({ 'intake.required': ['order_number', 'email', 'phone'] })],
  ['a refused parcel, shipped free', FREE, back('refused_delivery', HEADPHONES), `granted issue_rma P12 P13 | would be ${GOODS} = ? (originalShippingCost) | 2 of 1501 returnable P12`],
  ['no longer wanted, shipped free', FREE, back('changed_mind', HEADPHONES), 'needs-info ask P12 | missing originalShippingCost | 2 of 1501 pending P12'],
  ['no longer wanted, shipped free, cost and label told', FREE, back('changed_mind', HEADPHONES, { originalShippingCost: '7.00', ...ourLabel('6.50') }), `granted issue_rma P12 P14 P29 P31 | would be ${GOODS} − 6.50 return label (P12) − 7.00 original shipping of a free order (P12) = 72.90 | 2 of 1501 returnable P12`],
  ['ordered wrong', REASONS_SHIPPED, back('customer_ordered_wrong', HEADPHONES), 'needs-person ask P1 | 2 of 1501 pending P1'],
  ['ordered wrong, never charged', REASONS_SHIPPED, back('customer_ordered_wrong', HEADPHONES), `granted issue_rma P1 P14 P29 P31 | would be ${ALL} | 2 of 1501 returnable P1`, set({ 'wrongItemCustomer.carriage': 'never' })],
  ['their own damage, decided before a test', REASONS_SHIPPED, defect(HEADPHONE, { artificialDamageDeclared: true }), 'refused reject P2 P23 | 1 of 1501 rejected P2', set({ 'misuse.decision': 'before_test' })],
  ['their own damage, no picture', REASONS_SHIPPED, defect(HEADPHONE, { artificialDamageDeclared: true, photos: 0 }), 'needs-info ask P2 P3 | missing photos | 1 of 1501 pending P2'],
  ['cancelled, all shipped free', FREE, cancel(), `refused offer_return P12 P13 P14 | would be ${GOODS} = ? (originalShippingCost) | 2 of 1501 returnable P12`],
];

const COSTLY = americanShipped({ shipping_lines: [{ id: 97, title: 'Ground', price: '10.01' }], total_price: '96.41' });
const DE_FREE = germanShipped({ shipping_lines: [], total_price: '109.98' });

// biome-ignore format: rows of a table
const BESIDE: readonly Row[] = [
  ['uneven shipping after an edit: the first of what is left', american({ ...EDITED, shipping_lines: [{ id: 97, price: '10.01' }] }, { quantity: 3, current_quantity: 2, tax_lines: [{ price: '9.60' }] }), out(HEADPHONE), 'granted refund_lines P9 | 40.00 goods + 3.20 tax + 5.01 shipping = 48.21 | 1 of 1501 refunded P9 43.20'],
  ['uneven cost of a free parcel: the first of what it held', FREE, sound('changed_mind', HEADPHONE, { originalShippingCost: '7.01' }), 'granted refund P12 | 40.00 goods + 3.20 tax − 3.51 original shipping of a free order (P12) = 39.69 | 1 of 1501 refunded P12 43.20'],
  ['uneven cost of a free parcel: the second', americanShipped({ ...ONE_RETURNED, shipping_lines: [], total_price: '86.40' }), sound('changed_mind', HEADPHONE, { originalShippingCost: '7.01' }), 'granted refund P12 | 40.00 goods + 3.20 tax − 3.50 original shipping of a free order (P12) = 39.70 | 1 of 1501 refunded P12 43.20'],
  ['uneven shipping, our mistake', COSTLY, sound('wrong_item_sent', HEADPHONE), 'granted refund P16 P17 | 40.00 goods + 3.20 tax + 5.01 shipping = 48.21 | 1 of 1501 refunded P16 43.20'],
  ['days to think it over do not matter to our mistake', SEPTEMBER, back('wrong_item_sent', HEADPHONES, { photos: 1 }), `granted issue_rma P16 P29 P31 | would be ${ALL} | 2 of 1501 returnable P16`, set({ 'changeOfMind.windowDays': 14 })],
  ['no last day for a refused parcel, even where all have one', SEPTEMBER, back('refused_delivery', HEADPHONES), `granted issue_rma P12 P13 | would be ${GOODS} = 86.40 | 2 of 1501 returnable P12`, set({ 'rmaValidity.appliesTo': 'all' })],
  ['a refused parcel is never too late', SEPTEMBER, { ...sound('refused_delivery', HEADPHONES, { rmaIssuedAt: '2026-10-05T15:00:00-04:00' }) }, `granted refund P12 P13 | ${GOODS} = 86.40 | 2 of 1501 refunded P12 86.40`, set({ 'rmaValidity.appliesTo': 'all' })],
  ['what never arrived is never too late', SEPTEMBER, sound('missing_item', HEADPHONES, { rmaIssuedAt: '2026-10-05T15:00:00-04:00' }), `granted refund P4 | ${ALL} | 2 of 1501 refunded P4 86.40`, set({ 'rmaValidity.appliesTo': 'all' })],
  ['something else, refused by a person, beside a mistake of the customer', REASONS_SHIPPED, settle('customer_ordered_wrong', HEADPHONES, [found(of(1501, 1)), found(of(1501, 1), 'wrong_item')], { judged: { wrongItem: 'refuse', carriage: 'charge' } }), 'granted refund P1 P4 P12 | 40.00 goods + 3.20 tax = 43.20 | 1 of 1501 refunded P12 43.20, 1 of 1501 rejected P4'],
  ['what is asked for is warned of too', DE_FREE, sound('changed_mind', LAMP), 'needs-info ask P12 | missing originalShippingCost | 1 of 1001 pending P12 | law DE P12'],
  ['lost, no longer wanted, where labels for defects are ours', REASONS_SHIPPED, lost('changed_mind', HEADPHONES), 'refused reject P38 | 2 of 1501 rejected P38', set({ 'label.defective': 'merchant' })],
  ['handed over in time, looked at, and nobody told when it came', SEPTEMBER, { ...dated({ carrierAcceptedAt: DAY_30 }, true) }, PROMPT.granted ?? '', at('2026-11-22T10:00:00-05:00', set({ 'deadline.basis': 'shipped' }))],
  ['parts deducted twice over, unmarked', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 1), 'missing_components', { deduction: '2.00' }), found(of(1501, 1), 'accepted', { deduction: '1.00' })], {}, { rmaMarked: false }), `granted refund P20 P26 P33 | ${GOODS} − 3.00 missing parts (P33) = 83.40 | 2 of 1501 refunded P26 86.40`, set({ missingParts: 'deduct' })],
  ['no fault in one, which is accepted, and parts to be asked about', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 1), 'no_fault_found'), found(of(1501, 1), 'missing_components')]), 'needs-person ask P33 | 2 of 1501 pending P33'],
  ['a parcel that was cancelled starts no younger warranty', american({ created_at: '2026-01-30T09:00:00-05:00', fulfillments: [parcel(94, '2026-01-31T12:00:00-05:00', { 1501: 2 }), parcel(95, '2026-11-01T12:00:00-05:00', { 1501: 2 }, { status: 'cancelled' })] }), defect(HEADPHONES, { warrantyMonths: 1 }), 'refused reject P23 | 2 of 1501 rejected P23'],
  ['a year to cancel, to the hour', american({ created_at: '2025-11-22T10:00:00+01:00' }), cancel(), `granted cancel_order P11 | ${ALL} | 2 of 1501 refunded P11 86.40`, set({ 'cancel.until': 8760 })],
  ['a year to cancel, and a second', american({ created_at: '2025-11-22T09:59:59+01:00' }), cancel(), 'refused reject P11 | 2 of 1501 rejected P11', set({ 'cancel.until': 8760 })],
  ['a payment that failed is none', american({ financial_status: 'partially_paid', transactions: [sale('50.00'), sale('46.40', { status: 'failure' })] }), cancel(), `granted cancel_order P11 | ${GOODS} + 10.00 shipping − 46.40 limited to what is left to refund = 50.00 | 2 of 1501 refunded P11 86.40`],
  ['change that was given back in cash', american({ transactions: [sale('100.00'), { kind: 'change', status: 'success', amount: '3.60', currency: 'USD' }, { kind: 'change', status: 'failure', amount: '9.00', currency: 'USD' }] }), cancel(), `granted cancel_order P11 | ${ALL} | 2 of 1501 refunded P11 86.40`],
  ['more was paid than the order came to', american({ transactions: [sale('90.00'), { kind: 'change', status: 'success', amount: '3.60', currency: 'USD' }] }), cancel(), `granted cancel_order P11 | ${GOODS} + 10.00 shipping − 10.00 limited to what is left to refund = 86.40 | 2 of 1501 refunded P11 86.40`],
  ['a refund on its way counts, one that failed does not', american({ transactions: [sale('96.40'), sale('30.00', { kind: 'refund', status: 'pending' }), sale('40.00', { kind: 'refund', status: 'failure' })] }), cancel(), `granted cancel_order P11 | ${GOODS} + 10.00 shipping − 30.00 limited to what is left to refund = 66.40 | 2 of 1501 refunded P11 86.40`],
  ['more of a line was looked at than came back, in two rows', REASONS_SHIPPED, settle('defective', HEADPHONES, [found(of(1501, 2)), found(of(1501, 1), 'artificial_damage')]), 'error ask/too-many ask.inspection[1].quantity'],
  ['one of two lines was looked at', germanShipped(), settle('changed_mind', [...LAMPS, ...CABLE], [found(of(1001, 3))]), 'granted refund P12 P17 | 92.49 goods = 92.49 | 3 of 1001 refunded P12 92.49, 1 of 1002 pending P17', overlay('off')],
  ['a free order that counts as refunded', americanShipped({ total_price: '0.00', shipping_lines: [], financial_status: 'refunded' }, { price: '0.00', tax_lines: [] }), sound('wrong_item_sent', HEADPHONE), 'granted refund P16 P17 | 0 = 0.00 | 1 of 1501 refunded P16'],
  ['refunded, and nobody tells how much', americanShipped({ financial_status: 'partially_refunded' }), sound('changed_mind', HEADPHONE), 'error facts/missing order.refunds'],
];

const TABLES: Record<string, readonly Row[]> = {
  'tax included, discounts, two shipping lines, in the EU': GERMANY,
  'currencies of all kinds': CURRENCIES,
  'duties and tips': DUTIES_AND_TIPS,
  'what happened to the order before': WHAT_HAPPENED_BEFORE,
  'what came back': WHAT_CAME_BACK,
  'what is asked for': ASKED_FOR,
  'what lies beside': BESIDE,
  'hours, days, months': TIME,
  'the last day: what counts, and the grey zone': DEADLINES,
};

/** A question as a line of JSON, and what the command would print for it. */
const answer = (order: unknown, ask: unknown, more?: More): string => {
  try {
    const asked = parseRequest(parseJson(JSON.stringify(request(order, ask, more))));
    return inOneLine(toAnswer(decide(asked), asked.order.currency));
  } catch (error) {
    const { code, path } = errorAnswer(error).error;
    return `error ${code} ${path}`;
  }
};

for (const [table, rows] of Object.entries(TABLES)) {
  describe(table, () => {
    const cases = rows.map(([name, order, ask, told, more]) => ({ name, order, ask, told, more }));
    it.each(cases)('$name', ({ order, ask, told, more }) => expect(answer(order, ask, more)).toBe(told));
  });
}
