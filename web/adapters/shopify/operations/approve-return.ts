import type { ApproveReturnMutation, ApproveReturnMutationVariables } from '../operations.generated.ts';
import { RETURN_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** A customer's own request becomes an open return. It takes no fee: one that costs the customer something is made anew. */
export const APPROVE_RETURN = operation<ApproveReturnMutation, ApproveReturnMutationVariables>(`
  mutation ApproveReturn($input: ReturnApproveRequestInput!) {
    returnApproveRequest(input: $input) {
      return {
        ...ReturnIds
      }
      userErrors {
        code
        field
        message
      }
    }
  }
  ${RETURN_FRAGMENT}
`);
