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

/**
 * A refund and the money it moves, from as many payments as an order is ever paid back to at once. `totalRefundedSet`
 * would leave out what is still pending.
 */
export const REFUND_FRAGMENT = `
  fragment RefundMoney on Refund {
    id
    createdAt
    transactions(first: 50) {
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

/** A page of a return's lines, with what was written on them and how much of each is processed. */
export const LINES_OF_RETURN = `
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        __typename
        id
        quantity
        ... on ReturnLineItem {
          processedQuantity
          returnReasonNote
          fulfillmentLineItem {
            id
            lineItem {
              id
            }
          }
        }
      }`;

/** A page of what a place that takes goods back is to get, and what has become of it. */
export const LINES_OF_PLACE = `
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            totalQuantity
            fulfillmentLineItem {
              id
            }
            dispositions {
              type
              quantity
            }
          }`;

/** A page of the places that take goods of a return back: its reverse fulfilment orders. */
export const PLACES_OF_RETURN = `
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        lineItems(first: 50) {${LINES_OF_PLACE}
        }
      }`;

/**
 * A return with the ids that processing it wants: its lines, and the lines of the reverse fulfilment orders. The sizes
 * keep the requested cost under Shopify's 1,000 points a request; the rest of each list is read page by page.
 */
export const RETURN_FRAGMENT = `
  fragment ReturnIds on Return {
    id
    name
    status
    createdAt
    returnLineItems(first: 50) {${LINES_OF_RETURN}
    }
    reverseFulfillmentOrders(first: 3) {${PLACES_OF_RETURN}
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

/** A page of an order's fulfilment orders. */
export const FULFILLMENT_ORDERS = `
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          status
          requestStatus
          fulfillmentHolds {
            id
            handle
            reason
          }
          lineItems(first: 50) {${FULFILLMENT_ORDER_LINES}
          }
        }`;
