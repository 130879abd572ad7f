import type { RemoveExchangesMutation, RemoveExchangesMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What will not go out in exchange leaves the return. There is no `@idempotent` for it: the caller has read before. */
export const REMOVE_EXCHANGES = operation<RemoveExchangesMutation, RemoveExchangesMutationVariables>(`
  mutation RemoveExchanges($id: ID!, $lines: [ExchangeLineItemRemoveFromReturnInput!]!) {
    removeFromReturn(returnId: $id, exchangeLineItems: $lines) {
      return {
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
