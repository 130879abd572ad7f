import type { ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { DISPOSE_GOODS } from '../operations/dispose-goods.ts';
import { READ_DISPOSITIONS } from '../operations/read-dispositions.ts';
import { READ_RETURN_REFUNDS } from '../operations/read-return-refunds.ts';
import { wholePlaces } from './whole-return.ts';

type Dispositions = Pick<ShopifyAdmin, 'readDispositions' | 'disposeGoods'>;

/** Restocking needs a place: where the order was shipped from. */
const shippedFrom = async (call: Call, shop: string, returnId: string): Promise<string | undefined> => {
  const { return: read } = await call(shop, READ_RETURN_REFUNDS, { id: gid('Return', returnId) });
  return read?.order.fulfillments.find(({ location }) => location !== null)?.location?.id;
};

/** What becomes of goods whose verdict moved no money; the others travel with returnProcess. */
export const createDispositions = (call: Call): Dispositions => ({
  readDispositions: async (shop, returnId) => {
    const { return: read } = await call(shop, READ_DISPOSITIONS, { id: gid('Return', returnId) });
    if (read === null) throw missing(READ_DISPOSITIONS, 'such return');
    const places = await wholePlaces(call, shop, gid('Return', returnId), read.reverseFulfillmentOrders);
    return places.nodes
      .flatMap((one) => one.lineItems.nodes)
      .map((line) => ({
        lineId: legacyId(line.id),
        total: line.totalQuantity,
        // Goods that only wait to be looked at have no verdict yet.
        done: line.dispositions.filter((one) => one.type !== 'PROCESSING_REQUIRED'),
      }));
  },

  disposeGoods: async (shop, returnId, dispositions) => {
    const restocks = dispositions.some(({ type }) => type === 'RESTOCKED');
    const locationId = restocks ? await shippedFrom(call, shop, returnId) : undefined;
    const { reverseFulfillmentOrderDispose: disposed } = await call(shop, DISPOSE_GOODS, {
      dispositions: dispositions.map(({ lineId, quantity, type }) => ({
        reverseFulfillmentOrderLineItemId: gid('ReverseFulfillmentOrderLineItem', lineId),
        quantity,
        dispositionType: type,
        ...(type === 'RESTOCKED' && { locationId }),
      })),
    });
    checkUserErrors(DISPOSE_GOODS, disposed?.userErrors ?? []);
  },
});
