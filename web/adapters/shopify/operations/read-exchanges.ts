import type { ReadExchangesQuery, ReadExchangesQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What goes out in exchange for a return, and the lines of the order that it became once it was processed. */
export const READ_EXCHANGES = operation<ReadExchangesQuery, ReadExchangesQueryVariables>(`
  query ReadExchanges($id: ID!) {
    return(id: $id) {
      exchangeLineItems(first: 250) {
        nodes {
          id
          variantId
          quantity
          processedQuantity
          lineItems {
            id
          }
        }
      }
    }
  }
`);
