import { CallFailed } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { ReturnData } from '../../../policy/app/records.ts';
import { caseOf, type Runner, type RunResult } from './runner.ts';

const BETWEEN_LOOKS_MS = 1000;

/** P5: the case was opened again, and the Return that mirrors it is too. Shopify reopens only what is closed. */
export const reopenReturn: Runner<'shopify.reopen-return'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const { shopifyReturn } = detail.case.data as ReturnData;
  if (shopifyReturn === null || detail.case.closedAt !== null) return { done: { reopened: false } };
  // What still closes it comes first, and sees by itself that the case is open.
  if (isUnderWay(detail, 'shopify.close-return')) return { again: BETWEEN_LOOKS_MS };
  const returns = await deps.shopify.readReturns(record.shop, detail.case.orderId);
  const status = returns.find((one) => one.id === shopifyReturn.id)?.status;
  if (status === 'open') return { done: { reopened: true } };
  if (status !== 'closed')
    throw new CallFailed('refused', `return ${shopifyReturn.name} is ${status ?? 'gone'} in Shopify: it stays so`);
  await deps.shopify.reopenReturn(record.shop, shopifyReturn.id);
  return { done: { reopened: true } };
};

const UNDER_WAY: ReadonlySet<string> = new Set(['queued', 'running', 'unknown']);

const isUnderWay = (detail: CaseDetail, kind: string): boolean =>
  detail.effects.some((one) => one.kind === kind && UNDER_WAY.has(one.state));

/** Shopify settles nothing on a closed return: what wants to waits while it is opened again. */
export const whileReopening = (detail: CaseDetail): RunResult | null =>
  isUnderWay(detail, 'shopify.reopen-return') ? { again: BETWEEN_LOOKS_MS } : null;
