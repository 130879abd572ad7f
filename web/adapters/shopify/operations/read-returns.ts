import type { ReadReturnsQuery, ReadReturnsQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** The newest returns of an order. Each is then read by itself: together they would cost more than one request may. */
export const READ_RETURNS = operation<ReadReturnsQuery, ReadReturnsQueryVariables>(`
  query ReadReturns($id: ID!) {
    order(id: $id) {
      returns(first: 20, reverse: true) {
        nodes {
          id
        }
      }
    }
  }
`);
