/**
 * How much of each list one read asks for: what most orders have. Whoever asks reads the rest of longer ones; a list that
 * may go on is named as incomplete by `parseAdminOrder`, never decided on a part. The sizes keep a read well under the
 * 1,000 points that Shopify allows a request.
 */
export const ORDER_FACTS_LIMITS = {
  lineItems: 50,
  shippingLines: 5,
  fulfillments: 10,
  fulfillmentLineItems: 25,
  refunds: 10,
  refundLineItems: 25,
  refundShippingLines: 5,
  refundTransactions: 10,
  transactions: 25,
  returns: 10,
  returnLineItems: 25,
} as const;

const L = ORDER_FACTS_LIMITS;
const CUSTOMERS = 'presentmentMoney { amount currencyCode }';
const BOTH = `${CUSTOMERS} shopMoney { amount currencyCode }`;
const PAGE = 'pageInfo { hasNextPage }';

/** A page of a list: `parseAdminOrder` wants it all, so the rest is read from where it ends. */
const pageOf = (fields: string): string => `pageInfo { hasNextPage endCursor } nodes { ${fields} }`;

/** Pages of the lists of an order that may be long, for whoever reads the rest of them. */
export const ORDER_LINES = pageOf(`
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
      originalUnitPriceSet { ${CUSTOMERS} }
      discountAllocations { allocatedAmountSet { ${CUSTOMERS} } }
      taxLines { priceSet { ${CUSTOMERS} } }
      duties { id price { ${CUSTOMERS} } taxLines { priceSet { ${CUSTOMERS} } } }`);
export const PARCEL_LINES = pageOf('id quantity lineItem { id }');
export const REFUND_LINES = pageOf(`
        quantity
        restockType
        lineItem { id }
        subtotalSet { ${CUSTOMERS} }
        totalTaxSet { ${CUSTOMERS} }`);
export const REFUND_TRANSACTIONS = pageOf(`kind status amountSet { ${CUSTOMERS} }`);
export const RETURN_LINES = pageOf('quantity ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } }');
export const ORDER_SHIPPING_LINES = pageOf(`
      id
      title
      originalPriceSet { ${CUSTOMERS} }
      discountedPriceSet { ${CUSTOMERS} }
      discountAllocations { allocatedAmountSet { ${CUSTOMERS} } }
      taxLines { priceSet { ${CUSTOMERS} } }`);
export const ORDER_RETURNS = pageOf(`
      id
      name
      createdAt
      status
      returnLineItems(first: ${L.returnLineItems}) { ${RETURN_LINES} }`);

/** One of a list that Shopify tells without pages. */
export const ORDER_PARCEL = `
    id
    status
    createdAt
    displayStatus
    deliveredAt
    trackingInfo(first: 5) { company number url }
    fulfillmentLineItems(first: ${L.fulfillmentLineItems}) { ${PARCEL_LINES} }`;
export const ORDER_REFUND = `
    id
    createdAt
    note
    duties { amountSet { ${CUSTOMERS} } }
    refundLineItems(first: ${L.refundLineItems}) { ${REFUND_LINES} }
    refundShippingLines(first: ${L.refundShippingLines}) {
      ${PAGE}
      nodes { subtotalAmountSet { ${CUSTOMERS} } taxAmountSet { ${CUSTOMERS} } }
    }
    transactions(first: ${L.refundTransactions}) { ${REFUND_TRANSACTIONS} }`;
export const ORDER_TRANSACTION = `
    id
    kind
    status
    gateway
    createdAt
    processedAt
    amountSet { ${CUSTOMERS} }
    parentTransaction { id }`;

/** What `parseAdminOrder` reads, as a fragment on Order. Admin API 2026-10. */
export const ORDER_FACTS_FRAGMENT = `fragment OrderFacts on Order {
  id
  name
  createdAt
  updatedAt
  cancelledAt
  currencyCode
  presentmentCurrencyCode
  taxesIncluded
  displayFinancialStatus
  email
  phone
  customerLocale
  tags
  totalPriceSet { ${BOTH} }
  totalOutstandingSet { ${CUSTOMERS} }
  totalTipReceivedSet { ${CUSTOMERS} }
  customer {
    firstName
    lastName
    defaultEmailAddress { emailAddress }
    defaultPhoneNumber { phoneNumber }
  }
  shippingAddress { name phone zip countryCodeV2 }
  billingAddress { name phone zip }
  lineItems(first: ${L.lineItems}) { ${ORDER_LINES} }
  shippingLines(first: ${L.shippingLines}) { ${ORDER_SHIPPING_LINES} }
  fulfillments(first: ${L.fulfillments}) {${ORDER_PARCEL}
  }
  refunds(first: ${L.refunds}) {${ORDER_REFUND}
  }
  transactions(first: ${L.transactions}) {${ORDER_TRANSACTION}
  }
  returns(first: ${L.returns}) { ${ORDER_RETURNS} }
  disputes { id status }
}`;
