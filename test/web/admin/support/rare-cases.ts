import type { CaseDetail } from '../../../../policy/app/read-model.ts';
import type { DemoShop } from './demo-shop.ts';
import { aBreakdown, aCase, aDecision, aDecisionRecord, aDetail, anIntent, aUnit, returnData } from './records.ts';

/** Cases that a shop does not have on an ordinary afternoon, and that a page has to show all the same. */

const deadline = { date: '2026-12-20', timeZone: 'America/New_York', instant: '2026-12-21T04:59:59Z' };
const rmaOf = (number: string) => ({ number, issuedAt: '2026-11-20T15:01:00Z', deadline });
const PARCEL = { receivedAt: '2026-11-22T13:40:00Z', rmaMarked: true, carrierAcceptedAt: null };

/** Two parcels: the refund of the first waits for an approver, and the policy refuses what came in the second. */
const partRefused = (): CaseDetail => {
  const record = aCase({
    number: 41,
    state: 'received',
    rma: 'RMA-41PARTS',
    data: returnData({ rma: rmaOf('RMA-41PARTS'), parcel: PARCEL }),
  });
  return aDetail(record, {
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
          reasons: [{ clause: 'P25', because: 'this was damaged by handling: it is not taken back' }],
          refund: null,
        }),
      }),
    ],
  });
};

const RARE = { partRefused };

/** The address of its page. */
export const rareCase = (name: keyof typeof RARE): string => `/cases/${RARE[name]().case.id}`;

export const addRareCases = (shop: DemoShop): void => {
  const details = Object.values(RARE).map((detail) => detail());
  shop.details.push(...details);
  shop.orders.push(...details.map(({ order }) => order));
};
