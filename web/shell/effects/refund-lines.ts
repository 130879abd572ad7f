import { CallFailed, type RefundInput, type SuggestedMoney } from '../../../policy/app/ports.ts';
import type { CancellationData } from '../../../policy/app/records.ts';
import { cancelAsk } from '../asks.ts';
import { beginExecution, readBoth, whyDifferent, whyLapsed } from './ask-again.ts';
import { caseOf, intentOf, type Runner } from './runner.ts';

/** Shopify remembers a refund's key for a day; past this we look instead of asking again. */
const KEY_YOUNG_MS = 20 * 3_600_000;

type Execution = Readonly<{ input: RefundInput; tenders: SuggestedMoney['tenders']; startedAt: string }>;

/** refundCreate for lines that never shipped. What is sent is stored first; a second try sends the same under the same key. */
export const refundLines: Runner<'shopify.refund-lines'> = async (deps, effect, record) => {
  const intent = intentOf(await caseOf(deps, record, effect.caseId), effect.intentId);
  let execution = intent.execution as Execution | undefined;
  if (intent.state === 'executing' || intent.state === 'unknown') {
    if (execution === undefined) throw new Error(`refund ${intent.id} is ${intent.state} without what was sent`);
    if (Date.parse(deps.clock.now()) - Date.parse(execution.startedAt) > KEY_YOUNG_MS) {
      throw new CallFailed(
        'refused',
        'the answer to this refund was lost and its key is too old to ask again: look at the order in Shopify and settle by hand',
      );
    }
  } else {
    const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
    const data = world.case?.data as CancellationData;
    const ask = cancelAsk(data.lines);
    const lapsed = whyLapsed(deps, world, facts, ask, intent);
    if (lapsed !== null) return { done: { lapsed } };
    if (data.lines === null) throw new Error(`case ${effect.caseId} names no lines to refund`);
    const input: RefundInput = {
      orderId: facts.id,
      currency: facts.currency,
      lines: data.lines.map((line) => ({ ...line, restock: effect.restock })),
      shipping: intent.breakdown.shipping,
      dutyIds: [],
    };
    const suggested = await deps.shopify.suggestedRefund(record.shop, input);
    const different = whyDifferent(intent, suggested.amount);
    if (different !== null) return { done: { lapsed: different } };
    execution = { input, tenders: suggested.tenders, startedAt: deps.clock.now() };
    const stopped = await beginExecution(deps, record.shop, record.id, intent.id, execution);
    if (stopped !== null) return { done: { lapsed: stopped } };
  }
  const refund = await deps.shopify.refund(record.shop, {
    ...execution.input,
    tenders: execution.tenders,
    key: intent.key,
    note: `Makegood: refund ${intent.id.slice(0, 8)}`,
  });
  return { done: { refundId: refund.refundId, amount: refund.amount } };
};
