/** What Shopify suggests to give back from one payment. */
export const TENDER_FRAGMENT = `
  fragment Tender on SuggestedOrderTransaction {
    gateway
    kind
    amountSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    parentTransaction {
      id
    }
  }
`;

/** A refund and the money it moves. `totalRefundedSet` would leave out what is still pending. */
export const REFUND_FRAGMENT = `
  fragment RefundMoney on Refund {
    id
    createdAt
    transactions(first: 10) {
      nodes {
        kind
        status
        amountSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
      }
    }
  }
`;

/**
 * A return with the ids that processing it wants: its lines, and the lines of the reverse fulfilment orders (one for
 * each place that takes goods back). The sizes keep the requested cost under Shopify's 1,000 points a request.
 */
export const RETURN_FRAGMENT = `
  fragment ReturnIds on Return {
    id
    name
    status
    createdAt
    returnLineItems(first: 50) {
      pageInfo {
        hasNextPage
      }
      nodes {
        __typename
        id
        quantity
        ... on ReturnLineItem {
          fulfillmentLineItem {
            id
            lineItem {
              id
            }
          }
        }
      }
    }
    reverseFulfillmentOrders(first: 3) {
      nodes {
        id
        lineItems(first: 50) {
          nodes {
            id
            totalQuantity
            fulfillmentLineItem {
              id
            }
          }
        }
      }
    }
  }
`;

/** A page of what a fulfilment order still has to ship. */
export const FULFILLMENT_ORDER_LINES = `
            pageInfo {
              hasNextPage
              endCursor
            }
            nodes {
              id
              remainingQuantity
              lineItem {
                id
              }
            }`;
