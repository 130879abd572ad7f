import type { ReadReturnRefundsQuery, ReadReturnRefundsQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What was paid last for a return before it is processed (again), and where restocked goods go. */
export const READ_RETURN_REFUNDS = operation<ReadReturnRefundsQuery, ReadReturnRefundsQueryVariables>(`
  query ReadReturnRefunds($id: ID!) {
    return(id: $id) {
      refunds(first: 20, reverse: true) {
        nodes {
          id
        }
      }
      order {
        fulfillments(first: 10) {
          location {
            id
          }
        }
      }
    }
  }
`);
