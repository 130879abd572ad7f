import { decimal, decimalsOf } from './plan.ts';
import { pause } from './shopify-stories.ts';
import type { StormStage } from './stage.ts';
import { act, chosenLines, noteTrouble, PATIENCE_MS, type Told } from './tell-by-command.ts';
import type { Seen } from './watch.ts';

/**
 * Somebody refunds in Shopify what Makegood is about to refund, or a part of it: an amount of which nobody can tell what
 * it is for, or one unit of the return.
 * @param before  `money`: before Makegood may pay; `whenever`: it may be at it
 */
export const refundByHand = async (stage: StormStage, told: Told, before: 'money' | 'whenever'): Promise<void> => {
  const { planned } = told;
  const { dice } = planned;
  if (before === 'whenever') await pause(dice.between(0, 6_000));
  const units = planned.story === 'hand-return' && before === 'money' && dice.chance(0.4);
  const amount = dice.between(1, Math.max(1, Math.floor(cheapest(told) / 2)));
  const body = units
    ? {
        lines: chosenLines(told)
          .slice(0, 1)
          .map(({ lineItemId }) => ({ id: lineItemId, quantity: 1 })),
      }
    : { amount: decimal(amount, decimalsOf(planned.currency)) };
  try {
    await stage.call('POST', `/shopify/orders/${told.orderId}/refund`, { ...body, note: 'by phone' });
    told.byHand = { amount: units ? 0 : amount, before, for: units ? 'units' : null };
  } catch (error) {
    // Makegood was there first, and nothing is left to give back.
    noteTrouble(told)(error);
  }
};

/** Minor units of the cheapest unit of the order. */
const cheapest = (told: Told): number => {
  const { line_items } = told.before as { line_items: { price_set: { presentment_money: { amount: string } } }[] };
  const decimals = decimalsOf(told.planned.currency);
  return Math.min(
    ...line_items.map((line) => Math.round(Number(line.price_set.presentment_money.amount) * 10 ** decimals)),
  );
};

/** An agent says what it was for, as soon as the case asks; a case that ended before it knew asks nothing. */
export const attribute = async (stage: StormStage, told: Told): Promise<void> => {
  const { byHand, planned } = told;
  if (byHand === null || byHand.for !== null) return;
  const seen = (): Seen | undefined => stage.watch.casesOf(told.orderId)[0];
  const to = planned.story === 'hand-cancel' ? 'line' : planned.dice.pick(['line', 'goodwill'] as const);
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const open = await stage.watch.until(
      () => seen()?.unexplained[0] ?? (seen()?.closed === true ? 'over' : null),
      end - Date.now(),
    );
    if (open === null || open === 'over') return;
    const outcome = await act(stage, told, `attribute:${Date.now()}`, {
      kind: 'refund.attribute',
      caseId: (seen() as Seen).id,
      refundId: open,
      to,
    });
    if (outcome.status !== 'refused') {
      byHand.for = to;
      // What is looked at next is the case as it is after that.
      await stage.watch.until(() => seen()?.closed === true || !seen()?.unexplained.includes(open), PATIENCE_MS);
      return;
    }
    await pause(300);
  }
};
