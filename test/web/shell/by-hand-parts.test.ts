import { expect, it } from 'vitest';
import type { RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import { breakdownOf } from '../../../policy/decide/breakdown.ts';
import { lessByHand } from '../../../web/shell/by-hand.ts';
import { returnData } from './return-world.ts';

/** A return of two units, 48.20 each with its shipping, settled one after the other: all of the 96.40 is due. */
const PAID = 9640;

it.each([1, 4819, 4820, 4821, 5000, 9639])(
  '%i by hand for the goods: all that is due is paid, to the cent',
  (byHand) => {
    const data: ReturnData = returnData({ byHand: [{ refundId: '1', amount: byHand, for: 'line' }] });
    const settle = (left: number, before: readonly RefundIntentRecord[]) => {
      const parts = { items: 4000, tax: 320, shipping: 500, duties: 0, tips: 0 };
      return lessByHand(breakdownOf('USD', parts, [], left), data, before);
    };
    const first = settle(PAID - byHand, []);
    const made = { state: 'succeeded', breakdown: first } as unknown as RefundIntentRecord;
    const second = settle(PAID - byHand - first.total, [made]);
    expect(byHand + first.total + second.total).toBe(PAID);
  },
);
