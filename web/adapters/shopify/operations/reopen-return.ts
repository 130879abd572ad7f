import type { ReopenReturnMutation, ReopenReturnMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

export const REOPEN_RETURN = operation<ReopenReturnMutation, ReopenReturnMutationVariables>(`
  mutation ReopenReturn($id: ID!) {
    returnReopen(id: $id) {
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
