import type { ReadFulfillmentOrdersQuery, ReadFulfillmentOrdersQueryVariables } from '../operations.generated.ts';
import { FULFILLMENT_ORDER_LINES } from './fragments.ts';
import { operation } from './operation.ts';

/** What of an order is still to be shipped, from where, and what is held. The sizes keep the cost of one request. */
export const READ_FULFILLMENT_ORDERS = operation<ReadFulfillmentOrdersQuery, ReadFulfillmentOrdersQueryVariables>(`
  query ReadFulfillmentOrders($id: ID!) {
    order(id: $id) {
      fulfillmentOrders(first: 20) {
        pageInfo {
          hasNextPage
        }
        nodes {
          id
          status
          requestStatus
          fulfillmentHolds {
            id
            handle
            reason
          }
          lineItems(first: 50) {${FULFILLMENT_ORDER_LINES}
          }
        }
      }
    }
  }
`);
