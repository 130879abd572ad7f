import type { ReadFulfillmentOrderQuery, ReadFulfillmentOrderQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Whose fulfilment order it is: webhooks about them name nothing else. */
export const READ_FULFILLMENT_ORDER = operation<ReadFulfillmentOrderQuery, ReadFulfillmentOrderQueryVariables>(`
  query ReadFulfillmentOrder($id: ID!) {
    fulfillmentOrder(id: $id) {
      orderId
    }
  }
`);
