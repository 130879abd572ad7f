import type { Ask, ReturnReason } from '../../policy/decision.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { reasonOf } from '../interpret/fields/reason.ts';
import { cannotSupply } from '../interpret/intents/backorder.ts';
import { normalise } from '../interpret/spelling.ts';
import { shippedUnits } from '../views/order-line.ts';

/** What a question about an order imagines, and how the answer begins. */
export type WhatIf = Readonly<{ ask: Ask; says: string }>;

const BECAUSE: Readonly<Record<ReturnReason, string>> = {
  defective: 'it is defective',
  changed_mind: 'they changed their mind',
  customer_ordered_wrong: 'they ordered the wrong item',
  wrong_item_sent: 'we sent the wrong item',
  missing_item: 'something was missing',
  refused_delivery: 'they refused the parcel',
};

const REFUSED = /\brefus(?:e|es|ed|ing)\b[^.;]{0,30}\b(?:parcel|package|delivery|it|door)\b/;

const CANCELS = /\bcancel/;
/** Of goods that go back, or of money that goes back for them. */
const GOES_BACK =
  /\breturn(?:s|ed|able|ing)?\b|\brefund(?:s|ed|able|ing)?\b|\b(?:send|sent|sending|come|comes|came|coming|get|gets|give|gives|money|paid)\b[^.;]{0,30}\bback\b/;

/** All of the units of each line that are counted, where there are any. */
const linesOf = (units: ReadonlyMap<string, number>) =>
  [...units].flatMap(([lineItemId, quantity]) => (quantity > 0 ? [{ lineItemId, quantity }] : []));

/**
 * What is asked about an order, in the policy's terms: a return for a reason that the text gives, goods that can't be
 * supplied, a return whose reason nobody has named, else a cancellation now. Pictures and the steps of troubleshooting
 * are taken for given: they are asked for where the return is opened.
 */
export const whatIf = (text: string, order: OrderFacts): WhatIf => {
  const words = normalise(text);
  const shipped = shippedUnits(order);
  const reason = REFUSED.test(words) ? 'refused_delivery' : reasonOf(words);
  const back = linesOf(shipped);
  const returned = (why: ReturnReason, before = ''): WhatIf => ({
    ask: { kind: 'return', reason: why, lines: back, photos: 1, troubleshootingDone: true },
    says: `${before}If it came back because ${BECAUSE[why]}:`,
  });
  if (reason !== null && back.length > 0) return returned(reason);
  const toShip = linesOf(
    new Map(order.lines.map((line) => [line.id, line.currentQuantity - (shipped.get(line.id) ?? 0)])),
  );
  if (words.search(cannotSupply.says) >= 0 && toShip.length > 0)
    return { ask: { kind: 'stock-out', lines: toShip }, says: 'If it could not be supplied:' };
  if (GOES_BACK.test(words) && !CANCELS.test(words) && back.length > 0)
    return returned('changed_mind', 'The question names no reason. ');
  return { ask: { kind: 'cancel' }, says: 'If it were cancelled now:' };
};
