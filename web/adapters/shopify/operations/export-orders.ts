import type {
  FindExportQuery,
  FindExportQueryVariables,
  ReadExportQuery,
  ReadExportQueryVariables,
  StartExportMutation,
  StartExportMutationVariables,
} from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Shopify runs the query over all pages by itself and writes a file of JSON lines; one at a time a shop. */
export const START_EXPORT = operation<StartExportMutation, StartExportMutationVariables>(`
  mutation StartExport($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

export const READ_EXPORT = operation<ReadExportQuery, ReadExportQueryVariables>(`
  query ReadExport($id: ID!) {
    bulkOperation(id: $id) {
      id
      status
      errorCode
      objectCount
      rootObjectCount
      url
    }
  }
`);

/** The newest ones, to find one that a cut connection left behind. */
export const FIND_EXPORT = operation<FindExportQuery, FindExportQueryVariables>(`
  query FindExport {
    bulkOperations(first: 5, sortKey: CREATED_AT, reverse: true) {
      nodes {
        id
        status
        createdAt query
      }
    }
  }
`);

const MONEY = 'presentmentMoney { amount currencyCode }';
const BOTH = `${MONEY} shopMoney { amount currencyCode }`;

/**
 * An order as far as a bulk query may tell it: in bulk no connection may stand inside a list, so what was in its parcels
 * and refunds is not here. Of an order that has some, or returns, only that is read: it is read again by itself.
 * @param since ISO instant; null: all that the app may see
 */
export const exportQuery = (since: string | null): string => `{
  orders${since === null ? '' : `(query: "created_at:>='${new Date(since).toISOString()}'")`} {
    edges {
      node {
        id
        name
        createdAt
        updatedAt
        cancelledAt
        currencyCode
        presentmentCurrencyCode
        taxesIncluded
        displayFinancialStatus
        returnStatus
        email
        phone
        customerLocale
        tags
        totalPriceSet { ${BOTH} }
        totalOutstandingSet { ${MONEY} }
        totalTipReceivedSet { ${MONEY} }
        customer {
          firstName
          lastName
          defaultEmailAddress { emailAddress }
          defaultPhoneNumber { phoneNumber }
        }
        shippingAddress { name phone zip countryCodeV2 }
        billingAddress { name phone zip }
        fulfillments { id }
        refunds { id }
        transactions {
          id
          kind
          status
          gateway
          createdAt
          processedAt
          amountSet { ${MONEY} }
          parentTransaction { id }
        }
        disputes { id status }
        lineItems {
          edges {
            node {
              id
              title
              variantTitle
              sku
              quantity
              currentQuantity
              unfulfilledQuantity
              requiresShipping
              isGiftCard
              product { id }
              variant { id inventoryItem { id } }
              originalUnitPriceSet { ${MONEY} }
              discountAllocations { allocatedAmountSet { ${MONEY} } }
              taxLines { priceSet { ${MONEY} } }
              duties { id price { ${MONEY} } taxLines { priceSet { ${MONEY} } } }
            }
          }
        }
        shippingLines {
          edges {
            node {
              id
              title
              originalPriceSet { ${MONEY} }
              discountedPriceSet { ${MONEY} }
              discountAllocations { allocatedAmountSet { ${MONEY} } }
              taxLines { priceSet { ${MONEY} } }
            }
          }
        }
      }
    }
  }
}`;
