import type { HoldFulfillmentMutation, HoldFulfillmentMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** With lines they are split off into a fulfilment order of their own and held; the rest goes on. */
export const HOLD_FULFILLMENT = operation<HoldFulfillmentMutation, HoldFulfillmentMutationVariables>(`
  mutation HoldFulfillment($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
