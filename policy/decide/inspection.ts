import type { Ask, InspectionResult } from '../decision.ts';
import { PolicyError } from '../errors.ts';
import { amountIn } from '../money/decimal.ts';
import { type Minor, sum } from '../money/money.ts';
import { type Context, settingsFor } from './context.ts';
import type { LineLedger } from './ledger.ts';
import type { Units } from './lines.ts';
import { paidFor } from './shares.ts';

export type SettleAsk = Extract<Ask, { kind: 'settle' }>;

/** What became of some units of a return. */
export type Found = Units &
  Readonly<{ fate: 'accepted' | 'rejected' | 'pending' | 'person'; result: InspectionResult | null }>;

export type Inspected = Readonly<{
  found: readonly Found[];
  /** What missing parts cost, of all units. */
  deductions: Minor;
  /** Paths of prices of missing parts that nobody told. */
  pricesMissing: readonly string[];
  noFaultAsks: boolean;
  /** Something was deducted for units that are accepted as they are. */
  deductedAnyway: boolean;
}>;

/** Whether the inspection says that something has arrived. */
export const sawGoods = (ask: SettleAsk): boolean => (ask.inspection ?? []).some((i) => i.result !== 'not_received');

const fateOf = (context: Context, ask: SettleAsk, entry: LineLedger, result: InspectionResult): Found['fate'] => {
  const settings = settingsFor(context, entry.line.productId);
  switch (result) {
    case 'accepted':
      return 'accepted';
    case 'no_fault_found':
      return ask.return.reason === 'defective' && settings['test.inconclusive'] === 'ask' ? 'person' : 'accepted';
    case 'artificial_damage':
      return 'rejected';
    case 'missing_components':
      return ({ ask: 'person', deduct: 'accepted', refuse: 'rejected' } as const)[settings.missingParts];
    case 'wrong_item':
      return context.judged.wrongItem === 'refuse' ? 'rejected' : 'person';
    case 'not_received':
      return 'pending';
    default:
      return result satisfies never;
  }
};

type Seen = NonNullable<SettleAsk['inspection']>[number];

/**
 * What is deducted for the parts that some units lack: as told, else by the prices of the product (A28); null where
 * nobody knows, or a price is none of the order's currency. Units that were accepted as they are lose only what was
 * told.
 */
const partsCost = (context: Context, entry: LineLedger, seen: Seen): Minor | null => {
  const { deduction, parts = [], quantity, result } = seen;
  if (deduction !== undefined || result !== 'missing_components') return deduction ?? 0;
  const prices = settingsFor(context, entry.line.productId)['component.prices'];
  const known = parts
    .filter((part) => Object.hasOwn(prices, part))
    .flatMap((part) => amountIn(prices[part] as string, context.order.currency) ?? []);
  return parts.length === 0 || known.length < parts.length ? null : sum(known) * quantity;
};

/**
 * The line of each row of the inspection.
 * @throws PolicyError where it names other lines, or more units than the return has
 */
const entriesOf = (units: readonly Units[], rows: readonly Seen[]): LineLedger[] => {
  const seen = new Map<LineLedger, number>();
  return rows.map(({ lineItemId, quantity }, i) => {
    const at = `ask.inspection[${i}]`;
    const asked = units.find((u) => u.entry.line.id === lineItemId);
    if (!asked) {
      throw new PolicyError('ask/unknown-line', `${at}.lineItemId`, `line ${lineItemId} is not in this return`);
    }
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      throw new PolicyError('input/bad-quantity', `${at}.quantity`, `expected a whole number from 1, got ${quantity}`);
    }
    const total = (seen.get(asked.entry) ?? 0) + quantity;
    if (total > asked.quantity) {
      throw new PolicyError('ask/too-many', `${at}.quantity`, `${total} inspected, ${asked.quantity} in this return`);
    }
    seen.set(asked.entry, total);
    return asked.entry;
  });
};

/** Units that no row names: nobody has looked at them. */
const unseen = (units: readonly Units[], found: readonly Found[]): Found[] => {
  const rest: Found[] = [];
  for (const { entry, quantity } of units) {
    let open = quantity;
    for (const f of found) if (f.entry === entry) open -= f.quantity;
    if (open > 0) rest.push({ entry, quantity: open, fate: 'pending', result: null });
  }
  return rest;
};

/**
 * What the inspection found of every unit that is to come back; what it does not name is pending.
 * @throws PolicyError where it names other lines, or more units than the return has
 */
export const inspected = (context: Context, ask: SettleAsk, units: readonly Units[]): Inspected => {
  const rows = ask.inspection ?? [];
  const entries = entriesOf(units, rows);
  const found = rows.map((row, i): Found => {
    const entry = entries[i] as LineLedger;
    return { entry, quantity: row.quantity, fate: fateOf(context, ask, entry, row.result), result: row.result };
  });
  let deductions = 0;
  let deductedAnyway = false;
  const pricesMissing: string[] = [];
  found.forEach((f, i) => {
    if (f.fate !== 'accepted') return;
    const cost = partsCost(context, f.entry, rows[i] as Seen);
    if (cost === null) {
      pricesMissing.push(`inspection[${i}].deduction`);
      return;
    }
    // A part never costs more than the units it is missing from were paid for.
    deductions += Math.min(cost, paidFor(context.order, f));
    if (f.result !== 'missing_components' && cost > 0) deductedAnyway = true;
  });
  return {
    found: [...found, ...unseen(units, found)],
    deductions,
    pricesMissing,
    deductedAnyway,
    noFaultAsks: found.some((f) => f.result === 'no_fault_found' && f.fate === 'person'),
  };
};

/** Units of one fate, one entry a line in the order's own sequence. */
export const ofFate = (context: Context, found: readonly Found[], fate: Found['fate']): Units[] => {
  const units: Units[] = [];
  for (const entry of context.ledger.lines) {
    let quantity = 0;
    for (const f of found) if (f.entry === entry && f.fate === fate) quantity += f.quantity;
    if (quantity > 0) units.push({ entry, quantity });
  }
  return units;
};
