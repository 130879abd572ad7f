import type { ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { APPROVE_RETURN } from '../operations/approve-return.ts';
import { READ_MORE_REQUESTED_LINES, READ_RETURN_REQUEST } from '../operations/read-return-request.ts';
import { allPages } from './pages.ts';
import { joinReturn } from './return-lines.ts';
import { wholeReturn } from './whole-return.ts';

type Requests = Pick<ShopifyAdmin, 'readReturnRequest' | 'approveReturn'>;

/** Returns that customers asked for, or staff made by hand, in Shopify. */
export const createReturnRequests = (call: Call): Requests => ({
  readReturnRequest: async (shop, returnId) => {
    const { return: read } = await call(shop, READ_RETURN_REQUEST, { id: gid('Return', returnId) });
    if (read === null) return null;
    const { nodes } = await allPages(
      read.returnLineItems,
      async (after) => (await call(shop, READ_MORE_REQUESTED_LINES, { id: read.id, after })).return?.returnLineItems,
    );
    return {
      name: read.name,
      status: read.status.toLowerCase(),
      // A line that Shopify can't tie to a parcel names no goods: a person looks at it in Shopify.
      lines: nodes.flatMap((line) =>
        line.__typename === 'ReturnLineItem'
          ? [
              {
                lineItemId: legacyId(line.fulfillmentLineItem.lineItem.id),
                quantity: line.quantity,
                reason: line.returnReasonDefinition?.handle ?? null,
                note: line.customerNote ?? null,
                staffNote: line.returnReasonNote === '' ? null : line.returnReasonNote,
              },
            ]
          : [],
      ),
    };
  },

  approveReturn: async (shop, returnId) => {
    const { returnApproveRequest: approved } = await call(shop, APPROVE_RETURN, {
      input: { id: gid('Return', returnId), notifyCustomer: false },
    });
    checkUserErrors(APPROVE_RETURN, approved?.userErrors ?? []);
    if (!approved?.return) throw missing(APPROVE_RETURN, 'return');
    return joinReturn(await wholeReturn(call, shop, approved.return));
  },
});
