import { RefundResult, ReturnCreated } from '../../../policy/app/effects.ts';
import type { CaseData, RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import { shipsFirst } from '../../../policy/app/ship-first.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { closeReturn, mail, mailThisTime, readOrder, say, sayInCase, showApproval, showCase } from '../effects-of.ts';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';
import { unlessDone } from './not-paid.ts';
import { confirmPaid, foundOther } from './paid.ts';
import { previewNews } from './preview-news.ts';
import { replacedFirst } from './replaced-first.ts';

/** Shopify has the Return: now the customer gets the number. */
export const createReturnSettled: Settle<'shopify.create-return'> = (world, _effect, settled, context) => {
  const found = world.case;
  if (found === null || found.data.kind !== 'return') return {};
  if (settled.outcome === 'unknown') return {};
  if (settled.outcome === 'refused') {
    const record = nextVersion(found, {}, context);
    const text = `Shopify did not open the return: ${settled.error ?? 'no reason given'}; the customer has not been written to`;
    return {
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.not-opened', text })],
      effects: [
        ...showCase(context, record),
        ...(found.thread === null
          ? []
          : [
              say(context, `not-opened:${found.id}:${record.version}`, {
                channel: found.thread.channel,
                threadTs: found.thread.ts,
                text,
                caseId: found.id,
                orderId: null,
              }),
            ]),
      ],
    };
  }
  const created = ReturnCreated.parse(settled.result);
  const data: ReturnData = {
    ...found.data,
    shopifyReturn: created.return,
    ...(created.exchange === undefined ? {} : { exchange: { state: created.exchange } }),
    ...(created.preview == null ? {} : { preview: created.preview }),
  };
  const record = nextVersion(found, { data }, context);
  const differs = previewNews(world, record, created.preview ?? null, context);
  return {
    cases: [record],
    entries: [
      entry(context, found.id, {
        event: 'return.opened',
        text: `return ${created.return.name} opened in Shopify`,
        clauses: ['P29'],
      }),
      ...differs.entries,
    ],
    // What comes back undelivered has no number, and its customer need do nothing.
    effects: [
      ...(data.rma === null ? [] : [mailThisTime(context, found, 'rma-issued')]),
      ...differs.effects,
      ...showCase(context, record),
    ],
  };
};

/** returnProcess has moved the money: the return is closed and the customer hears the sum. */
export const processReturnSettled: Settle<'shopify.process-return'> = (world, effect, settled, context) => {
  const intent = world.intents.find((one) => one.id === effect.intentId);
  const found = world.case;
  if (intent === undefined || found === null) return {};
  const stopped = unlessDone(world, intent, settled, context);
  if (stopped !== null) return stopped;
  const refund = RefundResult.parse(settled.result);
  const other = foundOther(world, intent, refund.amount, context);
  if (other !== null) return other;
  const paid = confirmPaid(intent, refund.refundId, refund.amount, context);
  if (!paid.ok) return paid;
  if (shipsFirst(found.data, intent.id) !== null) return replacedFirst(world, paid, refund.exchanged ?? [], context);
  const ids = new Set(intent.unitIds);
  // Units that have not come yet, or are looked at again, are settled after these.
  const isPart = world.units.some(
    (unit) => !ids.has(unit.id) && unit.money !== 'paid' && !isFinal(inspection, unit.goods),
  );
  const paidFor = withPostageTaken(found.data, intent);
  const exchanged = refund.exchanged ?? [];
  const isExchange = found.data.kind === 'return' && found.data.remedy === 'exchange' && intent.breakdown.total === 0;
  const data: CaseData =
    isExchange && paidFor.kind === 'return'
      ? {
          ...paidFor,
          exchange: { state: 'releasing', lineItemIds: [...(paidFor.exchange?.lineItemIds ?? []), ...exchanged] },
        }
      : paidFor;
  const record = nextVersion(found, { data }, context);
  return {
    cases: [record],
    intents: [paid.intent],
    units: world.units.map((unit) =>
      ids.has(unit.id)
        ? { ...unit, money: 'paid' as const }
        : unit.money === 'none' && !isPart
          ? { ...unit, money: 'refused' as const }
          : unit,
    ),
    entries: paid.entries,
    effects: [
      ...(isPart ? [] : [closeReturn(context, found)]),
      // What is exchanged is written of when it ships.
      ...(isExchange ? [] : [mail(context, found.id, 'refund-made', intent.id)]),
      readOrder(context, found.orderId, `after:${intent.id}`),
      ...(intent.approvalsNeeded > 0 ? [showApproval(context, paid.intent)] : []),
      ...showCase(context, record),
    ],
  };
};

/** Once our label was taken off an amount that is paid, it is not taken off the next one. */
const withPostageTaken = (data: CaseData, { breakdown, unitIds }: RefundIntentRecord): CaseData =>
  data.kind === 'return' &&
  unitIds.length > 0 &&
  data.returnPostage?.paidBy === 'merchant' &&
  breakdown.deductions.length > 0
    ? { ...data, postageTaken: true }
    : data;

/** Nothing is left to do: the books are closed in Shopify, and here. */
export const closeReturnSettled: Settle<'shopify.close-return'> = (world, _effect, settled, context) => {
  const found = world.case;
  if (found === null || found.state !== 'settling') return {};
  // The effect comes back by itself and looks.
  if (settled.outcome === 'unknown') return {};
  if (settled.outcome !== 'done') {
    const record = nextVersion(found, {}, context);
    return {
      cases: [record],
      entries: [
        entry(context, found.id, {
          event: 'return.not-closed',
          text: `paid, but Shopify did not close the return: ${settled.error ?? 'no answer yet'}`,
        }),
      ],
      effects: showCase(context, record),
    };
  }
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      {
        event: 'money-and-goods-done',
        facts: { openIntents: 0, dispositionsSet: true },
        text: 'goods and money are settled; the return is closed',
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
  return { cases: [record], entries: advanced.entries, effects: showCase(context, record) };
};

/** Where Shopify leaves it closed, nothing can be settled on it: a person has to know. */
export const reopenReturnSettled: Settle<'shopify.reopen-return'> = (world, _effect, settled, context) => {
  const found = world.case;
  if (found === null || settled.outcome !== 'refused') return {};
  const record = nextVersion(found, {}, context);
  const text = `Shopify did not open the return again: ${settled.error ?? 'no reason given'}`;
  return {
    cases: [record],
    entries: [entry(context, found.id, { event: 'return.not-reopened', text })],
    effects: [
      ...showCase(context, record),
      ...sayInCase(context, `not-reopened:${found.id}:${record.version}`, record, text),
    ],
  };
};
