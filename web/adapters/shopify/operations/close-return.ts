import type { CloseReturnMutation, CloseReturnMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

export const CLOSE_RETURN = operation<CloseReturnMutation, CloseReturnMutationVariables>(`
  mutation CloseReturn($id: ID!) {
    returnClose(id: $id) {
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
