import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { goodsSums } from '../../../policy/decide/goods-sums.ts';
import { worthOf } from '../../../policy/decide/worth.ts';
import { type Ask, type Breakdown, DEFAULT_SETTINGS, decide, type OrderFacts, sum } from '../../../policy/index.ts';
import {
  arbOrder,
  arbOrderAndSplit,
  arbReason,
  type Picked,
  picked,
  request,
  settleAll,
  shipped,
  totalPaid,
} from './random-orders.ts';

/** What goes back of an order that cost nothing. */
const NOTHING: Breakdown = {
  currency: 'USD',
  items: 0,
  tax: 0,
  shipping: 0,
  duties: 0,
  tips: 0,
  deductions: [],
  total: 0,
};

/** The refund of one question; nothing where none is due. */
const refundOf = (order: OrderFacts, ask: Ask): Breakdown | null => decide(request(order, ask), '').refund;
const totalOf = (order: OrderFacts, ask: Ask): number => refundOf(order, ask)?.total ?? 0;

/** The order after a refund was paid, as Shopify would tell it. */
const after = (order: OrderFacts, units: Picked, refund: Breakdown, restock: 'cancel' | 'return'): OrderFacts => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, currentQuantity: line.currentQuantity - (units[line.id] ?? 0) })),
  refunds: [
    ...order.refunds,
    {
      id: String(order.refunds.length + 1),
      createdAt: '2026-11-21T00:00:00Z',
      note: null,
      lines: picked(units).map((line) => ({ ...line, subtotal: 0, tax: 0, restock })),
      shipping: refund.shipping,
      // The breakdown tells one tax; what of it was the shipping's is reckoned as the decision did.
      shippingTax: refund.tax - goodsTax(order, units),
      duties: refund.duties,
      paid: refund.total,
    },
  ],
});

const share = (total: number, quantity: number, from: number, to: number): number =>
  to * Math.floor(total / quantity) +
  Math.min(to, total % quantity) -
  from * Math.floor(total / quantity) -
  Math.min(from, total % quantity);

const goodsTax = (order: OrderFacts, units: Picked): number =>
  order.taxesIncluded
    ? 0
    : sum(
        order.lines.map((line) => {
          const gone = line.quantity - line.currentQuantity;
          return share(line.tax, line.quantity, gone, gone + (units[line.id] ?? 0));
        }),
      );

/** Refunds heap after heap; what each gave. */
const inTurn = (
  start: OrderFacts,
  split: readonly Picked[],
  askFor: (units: Picked) => Ask,
  restock: 'cancel' | 'return',
) => {
  let order = start;
  const paid: number[] = [];
  for (const units of split) {
    const refund = refundOf(order, askFor(units)) ?? NOTHING;
    paid.push(refund.total);
    order = after(order, units, refund, restock);
  }
  return sum(paid);
};

const everything = (order: OrderFacts): Picked => Object.fromEntries(order.lines.map((l) => [l.id, l.quantity]));
const cancel = (units: Picked): Ask => ({ kind: 'cancel', lines: picked(units) });
const stockOut = (units: Picked): Ask => ({ kind: 'stock-out', lines: picked(units), answer: 'refund' });

const addsUp = (b: Breakdown): boolean =>
  b.total === b.items + b.tax + b.shipping + b.duties + b.tips - sum(b.deductions.map((d) => d.amount));

/** Laws of money. Each is checked on random orders: briefly with every test run, on a hundred thousand in the slow one. */
export const MONEY_LAWS: Readonly<Record<string, (numRuns: number) => void>> = {
  'a breakdown adds up, and nothing in it is negative': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, arbReason, ({ order, split }, reason) => {
        for (const refund of [
          refundOf(order, cancel(split[0] ?? {})),
          refundOf(order, stockOut(split[0] ?? {})),
          refundOf(shipped(order), settleAll(reason, split[0] ?? {})),
        ]) {
          if (refund === null) continue;
          ok(addsUp(refund));
          for (const part of [refund.items, refund.tax, refund.shipping, refund.duties, refund.tips, refund.total])
            ok(part >= 0);
          for (const { amount } of refund.deductions) ok(amount > 0);
        }
      }),
      { numRuns },
    ),

  'returns in any split never give back more than was paid': (numRuns) =>
    fc.assert(
      fc.property(
        arbOrderAndSplit,
        fc.array(arbReason, { minLength: 4, maxLength: 4 }),
        ({ order, split }, reasons) => {
          let turn = 0;
          const given = inTurn(
            shipped(order),
            split,
            (units) => settleAll(reasons[turn++] ?? 'changed_mind', units),
            'return',
          );
          ok(given <= totalPaid(order), `${given} of ${totalPaid(order)}`);
        },
      ),
      { numRuns },
    ),

  'returns of one reason give the same in any split and any sequence': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, arbReason, ({ order, split }, reason) => {
        // What a free parcel cost is asked once per return; whole orders that shipped for money are compared.
        fc.pre(sum(order.shippingLines.map((s) => s.total)) > 0);
        const whole = totalOf(shipped(order), settleAll(reason, everything(order)));
        const askFor = (units: Picked) => settleAll(reason, units);
        strictEqual(inTurn(shipped(order), split, askFor, 'return'), whole);
        strictEqual(inTurn(shipped(order), split.toReversed(), askFor, 'return'), whole);
      }),
      { numRuns },
    ),

  'a replacement before its goods pays nothing, and what is at stake is what was paid for them, however it is split': (
    numRuns,
  ) =>
    fc.assert(
      fc.property(arbOrderAndSplit, fc.constantFrom('defective', 'wrong_item_sent'), ({ order, split }, reason) => {
        let now = shipped(order);
        let stake = 0;
        for (const units of split) {
          const lines = picked(units);
          if (lines.length === 0) continue;
          const decision = decide(
            request(now, {
              kind: 'settle',
              return: { reason, lines, remedy: 'exchange', judged: { shipFirst: true } },
              parcel: {},
            }),
            '',
          );
          strictEqual(decision.action, 'exchange');
          strictEqual(decision.refund, null);
          ok(decision.units.every((unit) => unit.outcome === 'exchanged' && unit.amount === 0));
          const worth = worthOf(now, DEFAULT_SETTINGS, lines);
          ok(worth >= 0);
          const { items, tax } = goodsSums(now, DEFAULT_SETTINGS, lines);
          strictEqual(items + tax, worth);
          stake += worth;
          now = after(now, units, NOTHING, 'return');
        }
        const paid = sum(order.lines.map((line) => line.total + (order.taxesIncluded ? 0 : line.tax)));
        strictEqual(stake, paid);
      }),
      { numRuns },
    ),

  'an order cancelled piece by piece gives back all that was paid': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, ({ order, split }) => {
        strictEqual(inTurn(order, split, cancel, 'cancel'), totalPaid(order));
      }),
      { numRuns },
    ),

  'an order out of stock piece by piece gives back all that was paid, the tip too': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, ({ order, split }) => {
        strictEqual(inTurn(order, split, stockOut, 'cancel'), totalPaid(order));
      }),
      { numRuns },
    ),

  'the same question has the same answer': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, arbReason, ({ order, split }, reason) => {
        const ask = settleAll(reason, split[0] ?? {});
        const copy = structuredClone(shipped(order));
        deepStrictEqual(decide(request(shipped(order), ask)), decide(request(copy, structuredClone(ask))));
      }),
      { numRuns },
    ),

  'one more unit accepted never gives back less': (numRuns) =>
    fc.assert(
      fc.property(arbOrder, arbReason, fc.nat(2_000), fc.nat(30), (order, reason, label, pick) => {
        const line = order.lines[pick % order.lines.length];
        if (!line) throw new Error('expected a line');
        const returned = picked(everything(order));
        const totals = Array.from({ length: line.quantity + 1 }, (_, accepted) => {
          const ask: Ask = {
            kind: 'settle',
            return: {
              reason,
              lines: returned,
              originalShippingCost: 300,
              returnPostage: { paidBy: 'merchant', amount: label },
            },
            parcel: { receivedAt: '2026-11-20T15:00:00Z' },
            inspection: returned.flatMap(({ lineItemId, quantity }) => {
              const sound = lineItemId === line.id ? accepted : 0;
              return [
                { lineItemId, quantity: sound, result: 'accepted' as const },
                { lineItemId, quantity: quantity - sound, result: 'artificial_damage' as const },
              ].filter((item) => item.quantity > 0);
            }),
          };
          return totalOf(shipped(order), ask);
        });
        totals.reduce((less, more) => {
          ok(more >= less, `${less} then ${more}`);
          return more;
        });
      }),
      { numRuns },
    ),

  'tax on top and tax included agree: wholly for the whole, for a part within one minor unit of each item': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, arbReason, ({ order, split }, reason) => {
        const added: OrderFacts = { ...order, taxesIncluded: false };
        const included: OrderFacts = {
          ...order,
          taxesIncluded: true,
          lines: order.lines.map((l) => ({ ...l, total: l.total + l.tax })),
          shippingLines: order.shippingLines.map((s) => ({ ...s, total: s.total + s.tax })),
        };
        const bothPaid = { total: totalPaid(added), totalShop: totalPaid(added) };
        const pay = (o: OrderFacts): OrderFacts => ({ ...o, ...bothPaid });
        strictEqual(totalOf(pay(added), { kind: 'cancel' }), totalOf(pay(included), { kind: 'cancel' }));
        // Shares of shipping are by value, which tax changes: compared where none goes back.
        fc.pre(reason !== 'wrong_item_sent' && sum(order.shippingLines.map((s) => s.total)) > 0);
        const of = (o: OrderFacts, units: Picked) => totalOf(pay(shipped(o)), settleAll(reason, units));
        strictEqual(of(added, everything(order)), of(included, everything(order)));
        const part = split[0] ?? {};
        ok(Math.abs(of(added, part) - of(included, part)) <= sum(Object.values(part)));
      }),
      { numRuns },
    ),

  'a full return: refund, deductions and what is kept are what was paid': (numRuns) =>
    fc.assert(
      fc.property(arbOrder, arbReason, (order, reason) => {
        const refund = refundOf(shipped(order), settleAll(reason, everything(order)));
        if (refund === null) throw new Error('expected a refund, be it of nothing');
        const kept =
          sum(order.shippingLines.map((s) => s.total + (order.taxesIncluded ? 0 : s.tax))) +
          sum(order.lines.map((l) => l.duties)) +
          order.tips;
        const back = reason === 'wrong_item_sent';
        strictEqual(refund.total + sum(refund.deductions.map((d) => d.amount)) + (back ? 0 : kept), totalPaid(order));
      }),
      { numRuns },
    ),

  'what a return is told it will give back is what it gives back if all is accepted': (numRuns) =>
    fc.assert(
      fc.property(arbOrderAndSplit, arbReason, ({ order, split }, reason) => {
        const units = split[0] ?? {};
        const ask: Ask = {
          kind: 'return',
          reason,
          lines: picked(units),
          photos: 1,
          troubleshootingDone: true,
          originalShippingCost: 300,
        };
        const { estimate } = decide(request(shipped(order), ask), '');
        strictEqual(estimate?.total, totalOf(shipped(order), settleAll(reason, units)));
      }),
      { numRuns },
    ),

  'what was refunded by hand before is taken off, to the last unit': (numRuns) =>
    fc.assert(
      fc.property(arbOrder, fc.nat(1_000), (order, permille) => {
        const by = Math.floor((totalPaid(order) * permille) / 1000);
        const refunded: OrderFacts = {
          ...order,
          refunds: [
            {
              id: '1',
              createdAt: order.createdAt,
              note: null,
              lines: [],
              shipping: 0,
              shippingTax: 0,
              duties: 0,
              paid: by,
            },
          ],
        };
        const refund = refundOf(refunded, { kind: 'cancel' });
        strictEqual((refund?.total ?? 0) + by, totalPaid(order));
      }),
      { numRuns },
    ),
};
