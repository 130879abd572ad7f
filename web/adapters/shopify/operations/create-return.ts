import type { CreateReturnMutation, CreateReturnMutationVariables } from '../operations.generated.ts';
import { RETURN_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** Opens the return at once (no request to approve). There is no `@idempotent` for it. */
export const CREATE_RETURN = operation<CreateReturnMutation, CreateReturnMutationVariables>(`
  mutation CreateReturn($input: ReturnInput!) {
    returnCreate(returnInput: $input) {
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
