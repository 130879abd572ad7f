import type { DisposeGoodsMutation, DisposeGoodsMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What became of goods that came back, or did not. There is no `@idempotent` for it: the caller has read before. */
export const DISPOSE_GOODS = operation<DisposeGoodsMutation, DisposeGoodsMutationVariables>(`
  mutation DisposeGoods($dispositions: [ReverseFulfillmentOrderDisposeInput!]!) {
    reverseFulfillmentOrderDispose(dispositionInputs: $dispositions) {
      reverseFulfillmentOrderLineItems {
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
