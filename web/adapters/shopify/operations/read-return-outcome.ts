import type { ReadReturnOutcomeQuery, ReadReturnOutcomeQueryVariables } from '../operations.generated.ts';
import { TENDER_FRAGMENT } from './fragments.ts';
import { operation } from './operation.ts';

/** Shopify's own sum for the lines of a return: money to give back, or (an invoice) money the customer owes. */
export const READ_RETURN_OUTCOME = operation<ReadReturnOutcomeQuery, ReadReturnOutcomeQueryVariables>(`
  query ReadReturnOutcome(
    $id: ID!
    $lines: [SuggestedOutcomeReturnLineItemInput!]!
    $exchanges: [SuggestedOutcomeExchangeLineItemInput!]!
    $shipping: RefundShippingInput
    $duties: [RefundDutyInput!]
  ) {
    return(id: $id) {
      suggestedFinancialOutcome(
        returnLineItems: $lines
        exchangeLineItems: $exchanges
        refundShipping: $shipping
        refundDuties: $duties
      ) {
        discountedSubtotal {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        totalTax {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        totalAdditionalFees {
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
        maximumRefundable {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        financialTransfer {
          __typename
          ... on RefundReturnOutcome {
            amount {
              presentmentMoney {
                amount
                currencyCode
              }
            }
            suggestedTransactions {
              ...Tender
            }
          }
          ... on InvoiceReturnOutcome {
            amount {
              presentmentMoney {
                amount
                currencyCode
              }
            }
          }
        }
      }
    }
  }
  ${TENDER_FRAGMENT}
`);
