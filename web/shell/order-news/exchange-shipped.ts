import type { Changes } from '../../../policy/app/store.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { entry } from '../advance.ts';
import { mail, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/** P16: what goes out in exchange has shipped: the customer hears of it, also where the return is closed by then. */
export const exchangeShippedNews = (world: World, facts: OrderFacts, context: Context): Changes | null => {
  const found = world.case;
  if (found === null || found.data.kind !== 'return' || found.data.exchange?.state !== 'releasing') return null;
  const waiting = found.data.exchange.lineItemIds ?? [];
  const shipped = new Set(
    facts.fulfillments
      .filter((parcel) => parcel.status === 'success')
      .flatMap((parcel) => parcel.lines.map((line) => line.lineItemId)),
  );
  if (waiting.length === 0 || !waiting.every((id) => shipped.has(id))) return null;
  const data = { ...found.data, exchange: { ...found.data.exchange, state: 'fulfilled' as const } };
  const record = nextVersion(found, { data }, context);
  return {
    cases: [record],
    entries: [
      entry(context, found.id, { event: 'exchange.fulfilled', text: 'the replacement has shipped', clauses: ['P16'] }),
    ],
    effects: [
      // What is exchanged later, of the same return, is written of as well.
      mail(context, found.id, 'exchange-shipped', null, waiting.join('+')),
      ...showCase(context, record),
    ],
  };
};
