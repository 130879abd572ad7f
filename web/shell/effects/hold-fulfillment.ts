import type { FulfillmentOrderView } from '../../../policy/app/ports.ts';
import type { BackorderData } from '../../../policy/app/records.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { caseOf, type Runner } from './runner.ts';

type Wanted = Map<string, number>;

/** Ours, and told apart from any other hold: by the case, and whether it is what is short or what waits with it. */
const handleOf = (caseNumber: number, part: 'short' | 'rest'): string => `makegood-${caseNumber}-${part}`;

/**
 * P6: holds what is out of stock, so that nothing of it is sent; the rest of the order goes on. What our holds cover
 * already counts, so that a second run holds nothing twice.
 */
export const holdFulfillment: Runner<'shopify.hold-fulfillment'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const { state, number } = detail.case;
  const data = detail.case.data as BackorderData;
  // It was in stock again, or refunded, before this ran: a hold now would be one that nobody releases.
  if (isFinal(backorder, state) || state === 'releasing') return { done: { held: [] } };
  const handle = handleOf(number, effect.part);
  const ours = new Set([handleOf(number, 'short'), handleOf(number, 'rest')]);
  const isOurs = (one: FulfillmentOrderView): boolean => one.holds.some((hold) => ours.has(hold.handle ?? ''));
  const all = await deps.shopify.fulfillmentOrders(record.shop, detail.case.orderId);
  const open = all.filter((one) => !isOurs(one) && one.lines.some((line) => line.remaining > 0));
  const held = all.filter((one) => one.holds.some((hold) => hold.handle === handle)).map((one) => one.id);
  const wanted: Wanted | null = effect.part === 'rest' ? null : wantedOf(data, all.filter(isOurs));
  for (const one of open) {
    const lines = wanted === null ? null : take(wanted, one);
    if (lines !== null && lines.length === 0) continue;
    await deps.shopify.holdFulfillment(record.shop, {
      fulfillmentOrderId: one.id,
      handle,
      notes: `Makegood case ${number}: out of stock${data.eta === null ? '' : `, expected ${data.eta}`}`,
      // What is on hold for other reasons can't be split: then all of it waits. So does one of which nothing else is left.
      lines: lines === null || one.status === 'on_hold' || isAll(one, lines) ? null : lines,
    });
    held.push(one.id);
  }
  return { done: { held } };
};

/** Units of the case's lines that no hold of ours covers yet. */
const wantedOf = (data: BackorderData, ours: readonly FulfillmentOrderView[]): Wanted => {
  const wanted: Wanted = new Map(data.lines.map((line) => [line.lineItemId, line.quantity]));
  for (const line of ours.flatMap((one) => one.lines)) {
    const left = wanted.get(line.lineItemId);
    if (left !== undefined) wanted.set(line.lineItemId, Math.max(0, left - line.remaining));
  }
  return wanted;
};

/** What of this fulfilment order is wanted; taken off the list. */
const take = (wanted: Wanted, one: FulfillmentOrderView): { id: string; quantity: number }[] =>
  one.lines.flatMap((line) => {
    const quantity = Math.min(line.remaining, wanted.get(line.lineItemId) ?? 0);
    if (quantity === 0) return [];
    wanted.set(line.lineItemId, (wanted.get(line.lineItemId) ?? 0) - quantity);
    return [{ id: line.id, quantity }];
  });

const isAll = (one: FulfillmentOrderView, lines: readonly { id: string; quantity: number }[]): boolean =>
  one.lines.every((line) => line.remaining === (lines.find((each) => each.id === line.id)?.quantity ?? 0));

/** P8, P9: what this case holds goes out again; other people's holds stay. */
export const releaseHold: Runner<'shopify.release-hold'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const { number } = detail.case;
  const handles = new Set([handleOf(number, 'rest'), ...(effect.part === 'all' ? [handleOf(number, 'short')] : [])]);
  const released: string[] = [];
  for (const one of await deps.shopify.fulfillmentOrders(record.shop, detail.case.orderId)) {
    const holdIds = one.holds.filter((hold) => handles.has(hold.handle ?? '')).map((hold) => hold.id);
    if (holdIds.length === 0) continue;
    await deps.shopify.releaseHold(record.shop, { fulfillmentOrderId: one.id, holdIds });
    released.push(one.id);
  }
  return { done: { released } };
};
