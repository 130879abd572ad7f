import type { ReleaseHoldMutation, ReleaseHoldMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Only the holds that are named: others may hold the same for reasons of their own. */
export const RELEASE_HOLD = operation<ReleaseHoldMutation, ReleaseHoldMutationVariables>(`
  mutation ReleaseHold($id: ID!, $holdIds: [ID!]!) {
    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
      fulfillmentOrder {
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
