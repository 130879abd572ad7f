import type { ReadReturnRequestQuery, ReadReturnRequestQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What a customer asked for in Shopify: which goods, why, and in their words. */
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
