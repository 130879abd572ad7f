import type {
  ReadFulfillmentOrdersQuery,
  ReadFulfillmentOrdersQueryVariables,
  ReadMoreFulfillmentOrdersQuery,
  ReadMoreFulfillmentOrdersQueryVariables,
} from '../operations.generated.ts';
import { FULFILLMENT_ORDERS } from './fragments.ts';
import { operation } from './operation.ts';

/** What of an order is still to be shipped, from where, and what is held. The sizes keep the cost of one request. */
export const READ_FULFILLMENT_ORDERS = operation<ReadFulfillmentOrdersQuery, ReadFulfillmentOrdersQueryVariables>(`
  query ReadFulfillmentOrders($id: ID!) {
    order(id: $id) {
      fulfillmentOrders(first: 20) {${FULFILLMENT_ORDERS}
      }
    }
  }
`);

export const READ_MORE_FULFILLMENT_ORDERS = operation<
  ReadMoreFulfillmentOrdersQuery,
  ReadMoreFulfillmentOrdersQueryVariables
>(`
  query ReadMoreFulfillmentOrders($id: ID!, $after: String!) {
    order(id: $id) {
      fulfillmentOrders(first: 20, after: $after) {${FULFILLMENT_ORDERS}
      }
    }
  }
`);
