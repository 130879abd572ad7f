import type { ReturnData } from '../../../policy/app/records.ts';
import { CLAUSES } from '../../../policy/clauses.ts';
import { whileChanging } from './change-return.ts';
import { caseOf, type Runner } from './runner.ts';

/** Shopify's limit on what a customer reads with a declined request. */
const LONGEST_NOTE = 500;

/**
 * Takes the Return back. Shopify declines one only while it is asked for, and cancels one that is open with nothing
 * processed; one that has ended already is left as it is.
 */
export const cancelReturn: Runner<'shopify.cancel-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const data = detail.case.data as ReturnData;
  if (data.shopifyReturn === null) {
    const opening = detail.effects.findLast((one) => one.kind === 'shopify.create-return');
    const isComing = opening?.state === 'queued' || opening?.state === 'running' || opening?.state === 'unknown';
    return isComing ? { again: 3000 } : { done: { cancelled: false } };
  }
  const changing = whileChanging(detail);
  if (changing !== null) return changing;
  const ours = data.shopifyReturn.id;
  const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
  const status = returns.find((one) => one.id === ours)?.status;
  if (status === 'requested')
    await deps.shopify.declineReturn(record.shop, { returnId: ours, note: noteOf(data).slice(0, LONGEST_NOTE) });
  else if (status === 'open') await deps.shopify.cancelReturn(record.shop, ours);
  return { done: { cancelled: status === 'requested' || status === 'open' } };
};

const noteOf = ({ declined }: ReturnData): string =>
  declined == null
    ? 'The return was called off.'
    : `${declined.because} ${declined.clauses.map((clause) => `${CLAUSES[clause].sentence} (${clause})`).join(' ')}`;
