import type { ReturnData } from '../../../../policy/app/records.ts';
import { legacyId } from '../../../../policy/facts/order-facts.ts';
import type { ReturnIdsFragment } from '../operations.generated.ts';

export type ShopifyReturn = NonNullable<ReturnData['shopifyReturn']>;

/**
 * Joins a return's lines with the lines of its reverse fulfilment orders: they share a fulfilment line and nothing else.
 * Where the goods go back to several places, or one fulfilment line is returned for several reasons, units are matched in
 * Shopify's order until each has its partner.
 * @returns ids as digits; lines without a reverse fulfilment order (a return that is only requested) are left out
 */
export const joinReturn = (read: ReturnIdsFragment): ShopifyReturn => {
  const left = read.reverseFulfillmentOrders.nodes.flatMap((order) =>
    order.lineItems.nodes.map((line) => ({
      reverseFulfillmentOrderId: legacyId(order.id),
      reverseFulfillmentOrderLineItemId: legacyId(line.id),
      fulfillmentLineItemId: line.fulfillmentLineItem?.id ?? null,
      units: line.totalQuantity,
    })),
  );
  const lines = read.returnLineItems.nodes.flatMap((line) => {
    if (line.__typename !== 'ReturnLineItem') return [];
    const joined: ShopifyReturn['lines'][number][] = [];
    let units = line.quantity;
    for (const partner of left) {
      if (partner.fulfillmentLineItemId !== line.fulfillmentLineItem.id) continue;
      const quantity = Math.min(units, partner.units);
      if (quantity === 0) continue;
      units -= quantity;
      partner.units -= quantity;
      joined.push({
        returnLineItemId: legacyId(line.id),
        reverseFulfillmentOrderId: partner.reverseFulfillmentOrderId,
        reverseFulfillmentOrderLineItemId: partner.reverseFulfillmentOrderLineItemId,
        lineItemId: legacyId(line.fulfillmentLineItem.lineItem.id),
        quantity,
      });
    }
    return joined;
  });
  return { id: legacyId(read.id), name: read.name, lines };
};
