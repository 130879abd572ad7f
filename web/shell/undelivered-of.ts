import type { CaseRecord } from '../../policy/app/records.ts';
import type { Ask } from '../../policy/decision.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { cancelAsk, stockOutAsk } from './asks.ts';

type Lines = readonly Readonly<{ lineItemId: string; quantity: number }>[];

/** What never shipped and is paid back (P9, P11): the question its amount answers, and its lines (null: all that is left). */
export const undeliveredOf = (record: CaseRecord): { ask: Ask; lines: Lines | null } => {
  const { data } = record;
  switch (data.kind) {
    case 'cancellation':
      return { ask: cancelAsk(data.lines, record.createdAt), lines: data.lines };
    case 'backorder':
      return {
        ask: stockOutAsk({ ...data, answer: 'refund' }),
        lines: data.refund === 'order' ? null : data.lines,
      };
    case 'return':
      throw new Error(`case ${record.id} is a return: its goods have shipped`);
    default:
      return data satisfies never;
  }
};

/** Lines of a refund as Shopify is asked about them; `null` is every line that has something left. */
export const refundedLines = (facts: OrderFacts, lines: Lines | null): Lines =>
  lines ??
  facts.lines
    .filter((line) => line.currentQuantity > 0)
    .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity }));

/** Duties go back with the units they were paid for; none where the sum has none. */
export const refundedDuties = (facts: OrderFacts, lines: Lines, duties: number): readonly string[] =>
  duties === 0
    ? []
    : facts.lines.filter((line) => lines.some((one) => one.lineItemId === line.id)).flatMap((line) => line.dutyIds);
