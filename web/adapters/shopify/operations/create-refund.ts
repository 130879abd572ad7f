import type { CreateRefundMutation, CreateRefundMutationVariables } from '../operations.generated.ts';
import { REFUND_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/**
 * The same key with the same input gives the first refund again, and moves no money twice. Shopify has required the
 * directive since 2026-04, though the schema cannot show it.
 */
export const CREATE_REFUND = operation<CreateRefundMutation, CreateRefundMutationVariables>(`
  mutation CreateRefund($input: RefundInput!, $key: String!) {
    refundCreate(input: $input) @idempotent(key: $key) {
      refund {
        ...RefundMoney
      }
      userErrors {
        field
        message
      }
    }
  }
  ${REFUND_FRAGMENT}
`);
