import { endOf } from '../../../policy/app/deadline-stands.ts';
import type { BackorderData, CaseRecord, DeadlineRecord } from '../../../policy/app/records.ts';
import { ledgerOf } from '../../../policy/decide/ledger.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { type BackorderState, backorder } from '../../../policy/machines/backorder.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import type { Settings } from '../../../policy/settings.ts';
import { type Context, type Refused, refused, type World } from '../handler.ts';

export type BackorderCase = CaseRecord & Readonly<{ data: BackorderData }>;
export type ShortLine = Readonly<{ lineItemId: string; quantity: number }>;

/** The case as a backorder, or why it is none. */
export const backorderOf = (world: World): BackorderCase | Refused => {
  const found = world.case;
  if (found === null) return refused('not-found', 'no such case');
  if (found.data.kind !== 'backorder')
    return refused('invalid', `case ${found.number} is a ${found.kind}: nothing of it is out of stock`, {
      caseId: found.id,
    });
  return found as BackorderCase;
};

/** Backorders of the order that are not over. */
export const openBackorders = (world: World): readonly BackorderCase[] =>
  world.cases.filter(
    (one): one is BackorderCase => one.data.kind === 'backorder' && !isFinal(backorder, one.state as BackorderState),
  );

/** Of these lines what is still to be shipped: a part may have left, or been cancelled, meanwhile. */
export const stillToShip = (
  facts: OrderFacts,
  settings: Settings,
  lines: readonly ShortLine[],
): readonly ShortLine[] => {
  if (facts.cancelledAt !== null) return [];
  const ledger = ledgerOf(facts, settings);
  return lines.flatMap(({ lineItemId, quantity }) => {
    const open = Math.min(quantity, ledger.byId.get(lineItemId)?.unshipped ?? 0);
    return open > 0 ? [{ lineItemId, quantity: open }] : [];
  });
};

/** Everything of the order that has not left yet. */
export const allToShip = (facts: OrderFacts, settings: Settings): readonly ShortLine[] =>
  stillToShip(
    facts,
    settings,
    facts.lines.map((line) => ({ lineItemId: line.id, quantity: line.quantity })),
  );

/** Whether something else of the order is still to be shipped beside these lines (A2). */
export const isPartial = (facts: OrderFacts, settings: Settings, lines: readonly ShortLine[]): boolean => {
  const count = (some: readonly ShortLine[]) => some.reduce((sum, line) => sum + line.quantity, 0);
  return count(allToShip(facts, settings)) > count(stillToShip(facts, settings, lines));
};

export const unitsOf = (lines: readonly ShortLine[]): string => {
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  return count === 1 ? '1 unit' : `${count} units`;
};

/** What waits for a case's old state has nothing to wait for any more. */
export const droppedDeadlines = (world: World): readonly DeadlineRecord[] => endOf(world.deadlines, 'dropped');

export const newDeadline = (
  world: World,
  context: Context,
  caseId: string,
  kind: 'backorder-response' | 'backorder-reminder' | 'backorder-max-wait' | 'backorder-told',
  dueAt: string,
): DeadlineRecord => ({ id: context.ids.id(), shop: world.shop.domain, caseId, kind, dueAt, state: 'open' });

export const hoursOn = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
