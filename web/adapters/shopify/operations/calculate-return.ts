import type { CalculateReturnQuery, CalculateReturnQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

/** What a return would come to, line by line, before it is made; nothing is changed by asking. */
export const CALCULATE_RETURN = operation<CalculateReturnQuery, CalculateReturnQueryVariables>(`
  query CalculateReturn($input: CalculateReturnInput!) {
    returnCalculate(input: $input) {
      returnLineItems {
        subtotalSet {
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
        restockingFee {
          amountSet {
            presentmentMoney {
              amount
              currencyCode
            }
          }
        }
      }
      exchangeLineItems {
        subtotalSet {
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
      }
      returnShippingFee {
        amountSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
      }
    }
  }
`);
