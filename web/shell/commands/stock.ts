import type { BackorderData } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { advance } from '../advance.ts';
import { type BackorderCase, openBackorders } from '../backorder/case.ts';
import { release } from '../backorder/release.ts';
import { checkStock, hintShortage, holdFulfillment, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { reportBackorder } from './backorder-report.ts';

/** Every order that is placed changes a figure: what changes within so long is looked at together. */
const TOGETHER_MS = 2_000;

/** P6: a figure changed. It is read, and every order that wants the item hears what it means. */
export const stockChanged: Handler<'stock.changed'> = {
  subject: () => ({}),
  decide: (_world, command, context) =>
    plan({ effects: [checkStock(context, command.inventoryItemId, false, TOGETHER_MS)] }),
};

/** P6: what Shopify tells beside the figures. Nobody is held or asked on a hint: figures are read, and staff are told. */
export const shortageHinted: Handler<'shortage.hinted'> = {
  subject: () => ({}),
  decide: (_world, command, context) => plan({ effects: [hintShortage(context, command)] }),
};

/** A22: figures wobble. Whether it is still short when the debounce is over decides whether anybody is told. */
export const stockShort: Handler<'stock.short'> = {
  subject: () => ({}),
  decide: (world, command, context) => {
    const debounceMs = Math.max(TOGETHER_MS, world.settings['oos.mailDelay'] * 60_000);
    return plan({ effects: [confirmStock(context, command.inventoryItemId, debounceMs)] });
  },
};

/** Not before the debounce is over, and once for all notices of the same time. */
const confirmStock = (context: Context, inventoryItemId: string, debounceMs: number) => {
  const planned = checkStock(context, inventoryItemId, true, debounceMs);
  return { ...planned, runAt: new Date(Date.parse(context.now) + debounceMs).toISOString() };
};

/** What the figure means for one order: units that can't be served, and who is served now. */
export const stockObserved: Handler<'stock.observed'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => {
    const changes: Changes[] = [];
    for (const found of openBackorders(world)) {
      const followed = follow(world, found, command, context);
      if (followed !== null && 'ok' in followed) return followed;
      if (followed !== null) changes.push(followed);
    }
    const covered = new Set(openBackorders(world).flatMap((one) => one.data.lines.map((line) => line.lineItemId)));
    const short = command.short.filter((line) => !covered.has(line.lineItemId));
    if (short.length > 0) {
      const reported = reportBackorder(world, { orderId: command.orderId, lines: short }, context, null, 'stock');
      // Cancelled meanwhile, or being cancelled: then nobody has to be asked about it.
      if (reported.ok) changes.push(reported.changes);
    }
    return plan(joined(changes));
  },
};

type Observed = Readonly<{ back: readonly string[]; gone: readonly string[]; baseline: Record<string, number> }>;

/** What it means for one case; null: nothing. */
const follow = (world: World, found: BackorderCase, seen: Observed, context: Context): Changes | Refused | null => {
  const lines = found.data.lines.map((line) => line.lineItemId);
  const of = (ids: readonly string[]) => ids.filter((id) => lines.includes(id));
  if (found.state === 'releasing') return of(seen.gone).length === 0 ? null : gone(found, of(seen.gone), context);
  if (found.state === 'refunding') return null;
  const before = found.data.back ?? [];
  const back = lines.filter((id) => seen.back.includes(id) || (before.includes(id) && !seen.gone.includes(id)));
  const baseline = { ...found.data.baseline };
  for (const id of lines) if (seen.baseline[id] !== undefined) baseline[id] = seen.baseline[id];
  const data: BackorderData = { ...found.data, back, baseline };
  if (back.length === lines.length) return release(world, found, data, 'in stock again: it goes out', context);
  const same = back.length === before.length && Object.keys(seen.baseline).every((id) => !lines.includes(id));
  return same ? null : { cases: [nextVersion(found, { data }, context)] };
};

/** Somebody who is served before took the last units: the consent still stands. */
const gone = (found: BackorderCase, ids: readonly string[], context: Context): Changes | Refused => {
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    [{ event: 'stock-gone', text: 'short again before it shipped: it waits on' }],
    context,
  );
  if (!advanced.ok) return advanced;
  const back = (found.data.back ?? []).filter((id) => !ids.includes(id));
  const record = nextVersion(found, { state: advanced.state, data: { ...found.data, back } }, context);
  return {
    cases: [record],
    entries: advanced.entries,
    effects: [holdFulfillment(context, record, 'short'), ...showCase(context, record)],
  };
};

const joined = (all: readonly Changes[]): Changes => ({
  cases: all.flatMap((one) => one.cases ?? []),
  decisions: all.flatMap((one) => one.decisions ?? []),
  entries: all.flatMap((one) => one.entries ?? []),
  deadlines: all.flatMap((one) => one.deadlines ?? []),
  effects: all.flatMap((one) => one.effects ?? []),
  revokedLinks: all.flatMap((one) => one.revokedLinks ?? []),
});
