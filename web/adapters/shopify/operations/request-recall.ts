import type { RequestRecallMutation, RequestRecallMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Asks a fulfilment service to stop. It answers later. There is no `@idempotent` for it: a second request is refused. */
export const REQUEST_RECALL = operation<RequestRecallMutation, RequestRecallMutationVariables>(`
  mutation RequestRecall($id: ID!, $message: String) {
    fulfillmentOrderSubmitCancellationRequest(id: $id, message: $message) {
      fulfillmentOrder {
        id
        requestStatus
      }
      userErrors {
        field
        message
      }
    }
  }
`);
