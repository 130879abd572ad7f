import type { ReadDispositionsQuery, ReadDispositionsQueryVariables } from '../operations.generated.ts';
import { PLACES_OF_RETURN } from './fragments.ts';
import { operation } from './operation.ts';

/** What has become of a return's goods so far. */
export const READ_DISPOSITIONS = operation<ReadDispositionsQuery, ReadDispositionsQueryVariables>(`
  query ReadDispositions($id: ID!) {
    return(id: $id) {
      reverseFulfillmentOrders(first: 3) {${PLACES_OF_RETURN}
      }
    }
  }
`);
