import type {
  ReadMorePlaceLinesQuery,
  ReadMorePlaceLinesQueryVariables,
  ReadMorePlacesQuery,
  ReadMorePlacesQueryVariables,
  ReadMoreReturnIdsQuery,
  ReadMoreReturnIdsQueryVariables,
} from '../operations.generated.ts';
import { LINES_OF_PLACE, LINES_OF_RETURN, PLACES_OF_RETURN } from './fragments.ts';
import { operation } from './operation.ts';

/** The next page of a list that one read of a return does not bring whole. */

export const READ_MORE_RETURN_IDS = operation<ReadMoreReturnIdsQuery, ReadMoreReturnIdsQueryVariables>(`
  query ReadMoreReturnIds($id: ID!, $after: String!) {
    return(id: $id) {
      returnLineItems(first: 100, after: $after) {${LINES_OF_RETURN}
      }
    }
  }
`);

export const READ_MORE_PLACES = operation<ReadMorePlacesQuery, ReadMorePlacesQueryVariables>(`
  query ReadMorePlaces($id: ID!, $after: String!) {
    return(id: $id) {
      reverseFulfillmentOrders(first: 3, after: $after) {${PLACES_OF_RETURN}
      }
    }
  }
`);

export const READ_MORE_PLACE_LINES = operation<ReadMorePlaceLinesQuery, ReadMorePlaceLinesQueryVariables>(`
  query ReadMorePlaceLines($id: ID!, $after: String!) {
    reverseFulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $after) {${LINES_OF_PLACE}
      }
    }
  }
`);
