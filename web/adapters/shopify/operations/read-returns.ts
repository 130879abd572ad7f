import type { ReadReturnsQuery, ReadReturnsQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** The returns of an order, newest first. Each is then read by itself: together they would cost more than one may. */
export const READ_RETURNS = operation<ReadReturnsQuery, ReadReturnsQueryVariables>(`
  query ReadReturns($id: ID!) {
    order(id: $id) {
      returns(first: 250, reverse: true) {
        nodes {
          id
        }
      }
    }
  }
`);
