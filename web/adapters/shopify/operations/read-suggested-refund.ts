import type { ReadSuggestedRefundQuery, ReadSuggestedRefundQueryVariables } from '../operations.generated.ts';
import { TENDER_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** Shopify's own sum for lines, shipping and duties, and the payments it would go back to. */
export const READ_SUGGESTED_REFUND = operation<ReadSuggestedRefundQuery, ReadSuggestedRefundQueryVariables>(`
  query ReadSuggestedRefund(
    $id: ID!
    $whole: Boolean!
    $lines: [RefundLineItemInput!]!
    $shipping: Money!
    $duties: [RefundDutyInput!]!
  ) {
    order(id: $id) {
      suggestedRefund(
        suggestFullRefund: $whole
        refundLineItems: $lines
        shippingAmount: $shipping
        refundDuties: $duties
      ) {
        amountSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        maximumRefundableSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        discountedSubtotalSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        totalTaxSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        shipping {
          amountSet {
            presentmentMoney {
              amount
              currencyCode
            }
          }
        }
        suggestedTransactions {
          ...Tender
        }
      }
    }
  }
  ${TENDER_FRAGMENT}
`);
