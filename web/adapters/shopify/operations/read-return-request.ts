import type {
  ReadMoreRequestedLinesQuery,
  ReadMoreRequestedLinesQueryVariables,
  ReadReturnRequestQuery,
  ReadReturnRequestQueryVariables,
} from '../operations.generated.ts';
import { operation } from './operation.ts';

const REQUESTED_LINES = `
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          quantity
          ... on ReturnLineItem {
            customerNote
            returnReasonNote
            returnReasonDefinition {
              handle
            }
            fulfillmentLineItem {
              lineItem {
                id
              }
            }
          }
        }`;

/** What is to come back by a Return that was asked for, or made, in Shopify: which goods, why, and in whose words. */
export const READ_RETURN_REQUEST = operation<ReadReturnRequestQuery, ReadReturnRequestQueryVariables>(`
  query ReadReturnRequest($id: ID!) {
    return(id: $id) {
      id
      name
      status
      returnLineItems(first: 50) {${REQUESTED_LINES}
      }
    }
  }
`);

export const READ_MORE_REQUESTED_LINES = operation<ReadMoreRequestedLinesQuery, ReadMoreRequestedLinesQueryVariables>(`
  query ReadMoreRequestedLines($id: ID!, $after: String!) {
    return(id: $id) {
      returnLineItems(first: 100, after: $after) {${REQUESTED_LINES}
      }
    }
  }
`);
