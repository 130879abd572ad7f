import type { ReadReturnQuery, ReadReturnQueryVariables } from '../operations.generated.ts';
import { REFUND_FRAGMENT, RETURN_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** One return with its lines, what was written on them, how much is processed, and what was paid for it. */
export const READ_RETURN = operation<ReadReturnQuery, ReadReturnQueryVariables>(`
  query ReadReturn($id: ID!) {
    return(id: $id) {
      ...ReturnIds
      returnLineItems(first: 50) {
        nodes {
          __typename
          ... on ReturnLineItem {
            processedQuantity
            returnReasonNote
          }
        }
      }
      refunds(first: 5) {
        nodes {
          ...RefundMoney
        }
      }
    }
  }
  ${RETURN_FRAGMENT}
  ${REFUND_FRAGMENT}
`);
