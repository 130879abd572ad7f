import type { ReadChangedOrdersQuery, ReadChangedOrdersQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Which orders changed, and when: cheap, so that only those that are newer than what is known are read whole. */
export const READ_CHANGED_ORDERS = operation<ReadChangedOrdersQuery, ReadChangedOrdersQueryVariables>(`
  query ReadChangedOrders($query: String!, $cursor: String) {
    orders(first: 100, after: $cursor, query: $query, sortKey: UPDATED_AT) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        updatedAt
      }
    }
  }
`);
