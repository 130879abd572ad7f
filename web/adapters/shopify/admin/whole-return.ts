import type { Call } from '../client.ts';
import { READ_MORE_PLACE_LINES, READ_MORE_PLACES, READ_MORE_RETURN_IDS } from '../operations/read-more-of-return.ts';
import type { ReturnIdsFragment } from '../operations.generated.ts';
import { allPages } from './pages.ts';

type Places = ReturnIdsFragment['reverseFulfillmentOrders'];

/** All places that take goods of a return back, each with all of its lines. */
export const wholePlaces = async (call: Call, shop: string, id: string, first: Places): Promise<Places> => {
  const places = await allPages(
    first,
    async (after) => (await call(shop, READ_MORE_PLACES, { id, after })).return?.reverseFulfillmentOrders,
  );
  const nodes = [];
  for (const place of places.nodes) {
    const lineItems = await allPages(
      place.lineItems,
      async (after) =>
        (await call(shop, READ_MORE_PLACE_LINES, { id: place.id, after })).reverseFulfillmentOrder?.lineItems,
    );
    nodes.push({ ...place, lineItems });
  }
  return { ...places, nodes };
};

/** A return with all of its lines, and of those of the places that take its goods back. */
export const wholeReturn = async (call: Call, shop: string, read: ReturnIdsFragment): Promise<ReturnIdsFragment> => ({
  ...read,
  returnLineItems: await allPages(
    read.returnLineItems,
    async (after) => (await call(shop, READ_MORE_RETURN_IDS, { id: read.id, after })).return?.returnLineItems,
  ),
  reverseFulfillmentOrders: await wholePlaces(call, shop, read.id, read.reverseFulfillmentOrders),
});
