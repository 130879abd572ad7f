import type { ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { READ_EXCHANGES } from '../operations/read-exchanges.ts';
import { REMOVE_EXCHANGES } from '../operations/remove-exchanges.ts';

type Exchanges = Pick<ShopifyAdmin, 'readExchanges' | 'removeExchanges'>;

/** P16: what goes out in exchange for what comes back. */
export const createExchanges = (call: Call): Exchanges => ({
  readExchanges: async (shop, returnId) => {
    const { return: read } = await call(shop, READ_EXCHANGES, { id: gid('Return', returnId) });
    if (read === null) throw missing(READ_EXCHANGES, 'such return');
    return read.exchangeLineItems.nodes.map((line) => ({
      exchangeLineItemId: legacyId(line.id),
      variantId: line.variantId === null ? null : legacyId(line.variantId),
      quantity: line.quantity,
      processed: line.processedQuantity,
      lineItemIds: (line.lineItems ?? []).map(({ id }) => legacyId(id)),
    }));
  },

  removeExchanges: async (shop, { returnId, lines }) => {
    const { removeFromReturn: removed } = await call(shop, REMOVE_EXCHANGES, {
      id: gid('Return', returnId),
      lines: lines.map(({ exchangeLineItemId, quantity }) => ({
        exchangeLineItemId: gid('ExchangeLineItem', exchangeLineItemId),
        quantity,
      })),
    });
    checkUserErrors(REMOVE_EXCHANGES, removed?.userErrors ?? []);
  },
});
