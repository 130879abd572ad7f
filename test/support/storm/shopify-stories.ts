import { persist } from './persist.ts';
import type { StormStage } from './stage.ts';
import { act, chosenLines, noteTrouble, PATIENCE_MS, type Told } from './tell-by-command.ts';
import type { Seen } from './watch.ts';

/**
 * P14: the customer asks in their account. Here and there an agent approves it in Shopify admin just when Makegood is
 * about to. (What is approved there before Makegood has heard of it is the agent's, who goes on there by hand.)
 */
export const askInShopify = async (stage: StormStage, told: Told): Promise<Seen | null> => {
  const id = await request(stage, told, 'unwanted');
  const found = await firstCase(stage, told);
  if (told.planned.dice.chance(0.4)) {
    await pause(told.planned.dice.between(0, 500));
    // Makegood may have been there first: then Shopify says that it is not asked for any more.
    await stage.call('POST', `/shopify/returns/${id}/answer`, { answer: 'approve' }).catch(noteTrouble(told));
  }
  return found;
};

/** A defect without a picture waits (P3), and meanwhile the request ends in Shopify: by hand, or by the customer. */
export const declineInShopify = async (stage: StormStage, told: Told): Promise<Seen | null> => {
  const { dice } = told.planned;
  const id = await request(stage, told, 'defective');
  if (dice.chance(0.5)) await firstCase(stage, told);
  else await pause(dice.between(0, 3_000));
  await stage.call('POST', `/shopify/returns/${id}/answer`, { answer: dice.pick(['decline', 'cancel']) });
  return null;
};

const request = async (stage: StormStage, told: Told, reason: string): Promise<number> => {
  const lines = chosenLines(told).map(({ lineItemId, quantity }) => ({ id: lineItemId, quantity }));
  const made = await stage.call<{ return: { id: number } }>('POST', `/shopify/orders/${told.orderId}/return-request`, {
    reason,
    lines,
  });
  return made.return.id;
};

const firstCase = (stage: StormStage, told: Told): Promise<Seen | null> =>
  stage.watch.until(() => stage.watch.casesOf(told.orderId)[0], PATIENCE_MS);

/** P13: an agent finds out that it was refused; it comes to the dock, with what the carrier takes for that. */
export const bringBack = async (stage: StormStage, told: Told, caseId: string): Promise<void> => {
  const { dice } = told.planned;
  told.carriage = dice.chance(0.5) ? dice.between(1, 400) : null;
  await persist(
    async () => {
      await act(stage, told, 'find', { kind: 'delivery.find', caseId, finding: 'refused' });
      await act(stage, told, 'receive', {
        kind: 'parcel.receive',
        caseId,
        ...(told.carriage === null ? {} : { returnPostage: { paidBy: 'merchant' as const, amount: told.carriage } }),
      });
    },
    () => stage.watch.until(() => stage.watch.casesOf(told.orderId)[0]?.state === 'received', 2_000),
    { patienceMs: PATIENCE_MS, everyMs: 3_000 },
    noteTrouble(told),
  );
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
