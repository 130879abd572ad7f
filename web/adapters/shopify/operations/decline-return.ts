import type { DeclineReturnMutation, DeclineReturnMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

export const DECLINE_RETURN = operation<DeclineReturnMutation, DeclineReturnMutationVariables>(`
  mutation DeclineReturn($input: ReturnDeclineRequestInput!) {
    returnDeclineRequest(input: $input) {
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
