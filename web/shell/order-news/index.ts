import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { readOrder } from '../effects-of.ts';
import type { CaseFile, Context, World } from '../handler.ts';
import { disputeNews } from './dispute.ts';
import { exchangeShippedNews } from './exchange-shipped.ts';
import { failedSettlementNews } from './failed-settlement.ts';
import { handRefundNews } from './hand-refunds.ts';
import { lapsedNews } from './lapsed.ts';
import { overtakenNews } from './overtaken.ts';
import { paidAfterwardsNews } from './paid-afterwards.ts';
import { returnEndedNews } from './return-ended.ts';
import { requestWithdrawnNews } from './return-requests.ts';

type News = (world: World, known: OrderFacts | null, facts: OrderFacts, context: Context) => Changes | null;

/** What an order's new state may mean for the money of a case, most pressing first. */
const NEWS: readonly News[] = [
  disputeNews,
  (world, _known, facts, context) => overtakenNews(world, facts, context),
  (world, _known, facts, context) => requestWithdrawnNews(world, facts, context),
  returnEndedNews,
  handRefundNews,
  lapsedNews,
  (world, _known, facts, context) => exchangeShippedNews(world, facts, context),
  (world, _known, facts, context) => failedSettlementNews(world, facts, context),
  (world, _known, facts, context) => paidAfterwardsNews(world, facts, context),
];

/** The world of one of the order's cases, with the order as it is now where that is newer. */
export const worldOfCase = (world: World, file: CaseFile, facts?: OrderFacts): World => ({
  ...world,
  order: world.order === null || facts === undefined ? world.order : { ...world.order, facts },
  version: file.version,
  settings: file.settings,
  case: file.record,
  units: file.units,
  intents: file.intents,
  deadlines: file.deadlines,
  returnAtWork: file.returnAtWork,
});

/**
 * What the order says now, for every case of it whose money it concerns. Told by how things stand, not by what changed:
 * a webhook that was lost is made up for by the next reading.
 * @param taken  cases that change with this observation already: theirs waits for the next one, which is asked for
 */
export const orderNews = (
  world: World,
  facts: OrderFacts,
  taken: ReadonlySet<string>,
  context: Context,
): readonly Changes[] => {
  if (world.order === null) return [];
  const known = world.order.facts;
  let waits = false;
  const told: Changes[] = [];
  for (const file of world.files) {
    const here = worldOfCase(world, file, facts);
    const all = NEWS.flatMap((news) => news(here, known, facts, context) ?? []);
    const [first] = all;
    if (first === undefined) continue;
    if (taken.has(file.record.id)) waits = true;
    else told.push(first);
    if (all.length > 1) waits = true;
  }
  const again: Changes = { effects: [readOrder(context, facts.id, `${facts.id}:news:${context.ids.id()}`)] };
  return waits ? [...told, again] : told;
};
