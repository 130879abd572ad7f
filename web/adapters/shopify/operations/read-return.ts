import type { ReadReturnQuery, ReadReturnQueryVariables } from '../operations.generated.ts';
import { REFUND_FRAGMENT, RETURN_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** One return with its lines, what was written on them, how much is processed, and what was paid for it last. */
export const READ_RETURN = operation<ReadReturnQuery, ReadReturnQueryVariables>(`
  query ReadReturn($id: ID!) {
    return(id: $id) {
      ...ReturnIds
      refunds(first: 5, reverse: true) {
        nodes {
          ...RefundMoney
        }
      }
    }
  }
  ${RETURN_FRAGMENT}
  ${REFUND_FRAGMENT}
`);
