import { nextStep } from '../../../../policy/app/next-step.ts';
import type { CaseDetail } from '../../../../policy/app/read-model.ts';
import type { RefundIntentRecord, ReturnData } from '../../../../policy/app/records.ts';
import { previewText } from '../../../../policy/app/return-preview.ts';
import { formatDeadline } from '../../../../policy/format.ts';
import { whyDifferent } from '../../../../web/shell/effects/ask-again.ts';
import type { DemoShop } from './demo-shop.ts';
import {
  aBreakdown,
  aCase,
  aDecision,
  aDecisionRecord,
  aDetail,
  anEntry,
  anIntent,
  aUnit,
  returnData,
  uuid,
} from './records.ts';

/** Cases that a shop does not have on an ordinary afternoon, and that a page has to show all the same. */

const deadline = { date: '2026-12-20', timeZone: 'America/New_York', instant: '2026-12-21T04:59:59Z' };
const rmaOf = (number: string) => ({ number, issuedAt: '2026-11-20T15:01:00Z', deadline });
const PARCEL = { receivedAt: '2026-11-22T13:40:00Z', rmaMarked: true, carrierAcceptedAt: null };

/** With what is due next, as the case itself tells it. */
const withNext = (detail: CaseDetail): CaseDetail => ({ ...detail, next: nextStep(detail) });

/** Two parcels: the refund of the first waits for an approver, and the policy refuses what came in the second. */
const partRefused = (): CaseDetail => {
  const record = aCase({
    number: 41,
    state: 'received',
    rma: 'RMA-41PARTS',
    data: returnData({ rma: rmaOf('RMA-41PARTS'), parcel: PARCEL }),
  });
  return withNext(
    aDetail(record, {
      units: [
        aUnit(record.id, 0),
        aUnit(record.id, 1, { goods: 'rejected', money: 'refused', result: 'artificial_damage' }),
      ],
      intents: [anIntent(record.id, 41, { breakdown: aBreakdown({ items: 4000, tax: 320, total: 4320 }) })],
      decisions: [
        aDecisionRecord(record.id, 41, {
          decision: aDecision({
            verdict: 'refused',
            action: 'reject',
            clauses: ['P25'],
            reasons: [{ clause: 'P25', because: '1 unit damaged by handling' }],
            refund: null,
          }),
        }),
      ],
    }),
  );
};

/** An exchange for what we sent by mistake, whose goods are still with the customer. */
const exchangeOf = (number: number, more: Partial<ReturnData>) => {
  const rma = `RMA-${number}FIRST`;
  const data = returnData({
    reason: 'wrong_item_sent',
    because: 'the box holds the white ones',
    remedy: 'exchange',
    rma: rmaOf(rma),
    shopifyReturn: { id: `gid://shopify/Return/${number}`, name: `#${1000 + number}-R1`, lines: [] },
    ...more,
  });
  return { rma, data };
};
const nothing = aBreakdown({ items: 0, tax: 0, total: 0 });
const FIRST = {
  because: 'a birthday on Friday',
  by: uuid(9101),
  byName: 'Ada Agent',
  dropped: false,
  worth: 8640,
  sentAt: null,
  backBy: null,
};

/** P17: somebody wants the replacement sent before its goods are back; nobody has agreed yet. */
const shipFirstAsked = (): CaseDetail => {
  const intent = anIntent(uuid(42), 42, { breakdown: nothing, shopMinor: 0, unitIds: [uuid(5000), uuid(5001)] });
  const record = aCase({
    number: 42,
    state: 'authorized',
    ...exchangeOf(42, { shipFirst: { ...FIRST, intentIds: [intent.id] } }),
  });
  return withNext(
    aDetail(record, {
      units: [0, 1].map((index) => aUnit(record.id, index, { goods: 'expected', result: null })),
      intents: [intent],
      decisions: [
        aDecisionRecord(record.id, 42, {
          decision: aDecision({
            action: 'exchange',
            clauses: ['P16', 'P17'],
            reasons: [{ clause: 'P17', because: 'the replacement goes out first: the goods are not back yet' }],
            refund: null,
          }),
        }),
      ],
      entries: [
        anEntry(record.id, 1, {
          event: 'exchange.ship-first',
          to: null,
          text: 'asked to send the replacement ($86.40) before the goods are back: a birthday on Friday; somebody else has to approve',
          clauses: ['P16', 'P17'],
        }),
      ],
    }),
  );
};

/** The replacement is out, and its goods are not back. */
const shippedFirst = (): CaseDetail => {
  const intent = anIntent(uuid(43), 43, {
    state: 'succeeded',
    breakdown: nothing,
    shopMinor: 0,
    approvals: [{ personId: uuid(9201), name: 'Lena Lead', at: '2026-11-22T14:40:00Z' }],
    updatedAt: '2026-11-22T14:45:00Z',
  });
  const record = aCase({
    number: 43,
    state: 'in_transit',
    ...exchangeOf(43, {
      shipFirst: { ...FIRST, intentIds: [intent.id], sentAt: '2026-11-22T14:45:00Z' },
      exchange: { state: 'releasing', lineItemIds: ['7002'] },
    }),
  });
  return withNext(
    aDetail(record, {
      units: [0, 1].map((index) => aUnit(record.id, index, { goods: 'expected', result: null, money: 'paid' })),
      intents: [intent],
      entries: [
        anEntry(record.id, 1, {
          event: 'exchange.shipped-first',
          to: null,
          by: 'system',
          byName: 'Makegood',
          text: `the replacement goes out before the goods are back, asked for by Ada Agent: a birthday on Friday; $86.40 is at stake until ${formatDeadline(deadline)}`,
          clauses: ['P16', 'P17'],
        }),
      ],
    }),
  );
};

/** Before anything is back Shopify reckons the restocking fee without its tax. */
const previewDiffers = (): CaseDetail => {
  const sums = { items: 8000, tax: 640, restocking: 864, shippingFee: 0, exchange: null };
  const rma = 'RMA-44SUMS';
  const record = aCase({
    number: 44,
    state: 'authorized',
    rma,
    data: returnData({ rma: rmaOf(rma), preview: { policy: sums, shopify: { ...sums, restocking: 800 } } }),
  });
  return withNext(
    aDetail(record, {
      units: [0, 1].map((index) => aUnit(record.id, index, { goods: 'expected', result: null, money: 'none' })),
      entries: [
        anEntry(record.id, 1, {
          event: 'return.preview-differs',
          to: null,
          by: 'system',
          byName: 'Makegood',
          text: `${previewText({ policy: sums, shopify: { ...sums, restocking: 800 } }, 'USD')}; nothing is paid while they differ`,
        }),
      ],
    }),
  );
};

/** The goods are back, and the sum that Shopify suggests is another: nothing is paid before somebody has looked. */
const sumsDiffer = (): CaseDetail => {
  const rma = 'RMA-45SUMS';
  const breakdown = aBreakdown({
    deductions: [{ clause: 'P33', label: 'restocking fee', amount: 864 }],
    total: 7776,
  });
  const record = aCase({ number: 45, state: 'received', rma, data: returnData({ rma: rmaOf(rma), parcel: PARCEL }) });
  return withNext(
    aDetail(record, {
      units: [0, 1].map((index) => aUnit(record.id, index)),
      intents: [
        anIntent(record.id, 45, {
          state: 'needs_person',
          breakdown,
          shopMinor: 7776,
          suggested: { amount: 7840, items: 8000, tax: 640, shipping: 0, fees: 800 },
          lastError: whyDifferent({ breakdown } as RefundIntentRecord, 7840),
        }),
      ],
    }),
  );
};

const RARE = { partRefused, shipFirstAsked, shippedFirst, previewDiffers, sumsDiffer };
export type RareCase = keyof typeof RARE;
export const RARE_CASES = Object.keys(RARE) as RareCase[];

/** The number in its heading, and the address of its page. */
export const rareCase = (name: RareCase): Readonly<{ number: number; path: string }> => {
  const { number, id } = RARE[name]().case;
  return { number, path: `/cases/${id}` };
};

export const addRareCases = (shop: DemoShop): void => {
  const details = Object.values(RARE).map((detail) => detail());
  shop.details.push(...details);
  shop.orders.push(...details.map(({ order }) => order));
};
