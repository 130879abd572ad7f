import type { ProcessReturnMutation, ProcessReturnMutationVariables } from '../operations.generated.ts';
import { REFUND_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** Moves the money, sets where the goods go, and books the return. It stays open. There is no `@idempotent` for it. */
export const PROCESS_RETURN = operation<ProcessReturnMutation, ProcessReturnMutationVariables>(`
  mutation ProcessReturn($input: ReturnProcessInput!) {
    returnProcess(input: $input) {
      return {
        id
        refunds(first: 5, reverse: true) {
          nodes {
            ...RefundMoney
          }
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
  ${REFUND_FRAGMENT}
`);
