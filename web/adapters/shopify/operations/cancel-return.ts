import type { CancelReturnMutation, CancelReturnMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

export const CANCEL_RETURN = operation<CancelReturnMutation, CancelReturnMutationVariables>(`
  mutation CancelReturn($id: ID!) {
    returnCancel(id: $id) {
      return {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
