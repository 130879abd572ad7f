import type { StockFigure } from '../../../policy/app/ports.ts';
import type { BackorderData } from '../../../policy/app/records.ts';
import type { WantingOrder } from '../../../policy/app/store.ts';
import type { BackorderCase, ShortLine } from './case.ts';

/** What a stock figure means for one order. */
export type Allotted = Readonly<{
  orderId: string;
  short: readonly ShortLine[];
  back: readonly string[];
  gone: readonly string[];
  baseline: Readonly<Record<string, number>>;
}>;

type Demand = Readonly<{ orderId: string; lineItemId: string; units: number; of: BackorderCase | null }>;
type Result = { short: ShortLine[]; back: string[]; gone: string[]; baseline: Record<string, number> };

/**
 * Who is served by what there is. Shopify has promised the units of every open order, so `available` below zero says how
 * many of all these units can't be served. The oldest paid order is served first; what is being released already keeps
 * its units; among those who agreed to wait the oldest consent goes first (P8).
 * @param orders  all orders that still want the item, oldest paid first
 */
export const allot = (figure: StockFigure, orders: readonly WantingOrder[]): readonly Allotted[] => {
  const results = new Map<string, Result>();
  const resultOf = (orderId: string): Result => {
    const known = results.get(orderId) ?? { short: [], back: [], gone: [], baseline: {} };
    results.set(orderId, known);
    return known;
  };
  const demands = orders.flatMap((order) => demandsOf(order, figure.variantIds));
  const byFigures = inTurn(demands.filter((demand) => demand.of?.data.source !== 'staff'));
  // What staff found missing is promised too, and is the first that goes without.
  const promised = demands.reduce((sum, demand) => sum + demand.units, 0);
  let left = figure.available >= 0 ? Number.POSITIVE_INFINITY : Math.max(0, promised + figure.available);
  for (const demand of byFigures) {
    const given = Math.min(left, demand.units);
    left -= given;
    const served = given === demand.units;
    if (demand.of !== null) resultOf(demand.orderId)[served ? 'back' : 'gone'].push(demand.lineItemId);
    else if (!served && !figure.oversells)
      resultOf(demand.orderId).short.push({ lineItemId: demand.lineItemId, quantity: demand.units - given });
  }
  for (const [demand, what] of byRise(figure.available, demands)) {
    const result = resultOf(demand.orderId);
    if (what === 'back') result.back.push(demand.lineItemId);
    else result.baseline[demand.lineItemId] = what;
  }
  return [...results].map(([orderId, result]) => ({ orderId, ...result }));
};

/** The units of an order, those that a case is about apart from the others. */
const demandsOf = (order: WantingOrder, variantIds: readonly string[]): Demand[] =>
  order.lines
    .filter((line) => variantIds.includes(line.variantId))
    .flatMap((line) => {
      const of =
        (order.cases as readonly BackorderCase[]).find((one) =>
          one.data.lines.some((short) => short.lineItemId === line.lineItemId),
        ) ?? null;
      const inCase = of?.data.lines.find((short) => short.lineItemId === line.lineItemId)?.quantity ?? 0;
      const units = Math.min(inCase, line.open);
      const base = { orderId: order.orderId, lineItemId: line.lineItemId };
      return [
        ...(units < line.open ? [{ ...base, units: line.open - units, of: null }] : []),
        ...(units > 0 && of !== null ? [{ ...base, units, of }] : []),
      ];
    });

const consentOf = (demand: Demand): string | null =>
  demand.of?.state === 'waiting' ? (demand.of.data.consent?.at ?? null) : null;

/** As they were paid; the places of those who wait are taken by those who wait in the order of their consent. */
const inTurn = (demands: readonly Demand[]): readonly Demand[] => {
  const released = demands.filter((demand) => demand.of?.state === 'releasing');
  const others = demands.filter((demand) => demand.of?.state !== 'releasing');
  const waiting = others.filter((demand) => consentOf(demand) !== null).sort(byConsent);
  return [...released, ...others.map((demand) => (consentOf(demand) === null ? demand : (waiting.shift() as Demand)))];
};

const byConsent = (a: Demand, b: Demand): number => (consentOf(a) ?? '').localeCompare(consentOf(b) ?? '');

/** States in which stock that is back matters. */
const OPEN = new Set(['detected', 'customer_notified', 'waiting', 'needs_agent']);

/**
 * Where staff found the shelf empty the figure is wrong, and only its rise says that something came in. A rise is given
 * away once: whoever is not served counts from behind it.
 */
const byRise = (available: number, all: readonly Demand[]): [Demand, 'back' | number][] => {
  const demands = all.filter((demand) => demand.of?.data.source === 'staff' && OPEN.has(demand.of.state));
  const waiting = demands.filter((demand) => consentOf(demand) !== null).sort(byConsent);
  const turn = [...waiting, ...demands.filter((demand) => consentOf(demand) === null)];
  let given = 0;
  return turn.flatMap((demand): [Demand, 'back' | number][] => {
    const known = baselineOf(demand);
    if (known === null) return [[demand, available]];
    if (available - known - given >= demand.units) {
      given += demand.units;
      return [[demand, 'back']];
    }
    const next = Math.min(known + given, available);
    return next === known ? [] : [[demand, next]];
  });
};

const baselineOf = ({ of, lineItemId }: Demand): number | null =>
  (of?.data as BackorderData | undefined)?.baseline?.[lineItemId] ?? null;
