import type { CancelOrderMutation, CancelOrderMutationVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Cancels, and refunds all that was paid to where it came from, or nothing. Runs as a job. There is no `@idempotent` for it. */
export const CANCEL_ORDER = operation<CancelOrderMutation, CancelOrderMutationVariables>(`
  mutation CancelOrder(
    $orderId: ID!
    $reason: OrderCancelReason!
    $restock: Boolean!
    $refund: Boolean!
    $staffNote: String
  ) {
    orderCancel(
      orderId: $orderId
      reason: $reason
      restock: $restock
      staffNote: $staffNote
      refundMethod: { originalPaymentMethodsRefund: $refund }
      notifyCustomer: false
    ) {
      jobResult {
        id
      }
      orderCancelUserErrors {
        code
        field
        message
      }
    }
  }
`);
