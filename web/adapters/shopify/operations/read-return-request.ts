import type { ReadReturnRequestQuery, ReadReturnRequestQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What is to come back by a Return that was asked for, or made, in Shopify: which goods, why, and in whose words. */
export const READ_RETURN_REQUEST = operation<ReadReturnRequestQuery, ReadReturnRequestQueryVariables>(`
  query ReadReturnRequest($id: ID!) {
    return(id: $id) {
      id
      name
      status
      returnLineItems(first: 50) {
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
        }
      }
    }
  }
`);
