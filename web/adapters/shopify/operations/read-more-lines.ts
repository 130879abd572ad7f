import {
  ORDER_LINES,
  ORDER_SHIPPING_LINES,
  PARCEL_LINES,
  REFUND_LINES,
  REFUND_TRANSACTIONS,
  RETURN_LINES,
} from '../../../../policy/facts/admin-order.graphql.ts';
import type {
  ReadMoreFulfillmentOrderLinesQuery,
  ReadMoreFulfillmentOrderLinesQueryVariables,
  ReadMoreOrderLinesQuery,
  ReadMoreOrderLinesQueryVariables,
  ReadMoreParcelLinesQuery,
  ReadMoreParcelLinesQueryVariables,
  ReadMoreRefundLinesQuery,
  ReadMoreRefundLinesQueryVariables,
  ReadMoreRefundTransactionsQuery,
  ReadMoreRefundTransactionsQueryVariables,
  ReadMoreReturnLinesQuery,
  ReadMoreReturnLinesQueryVariables,
  ReadMoreShippingLinesQuery,
  ReadMoreShippingLinesQueryVariables,
  ReadOrderAgeQuery,
  ReadOrderAgeQueryVariables,
} from '../operations.generated.ts';
import { FULFILLMENT_ORDER_LINES } from './fragments.ts';
import { operation } from './operation.ts';

/** The next page of a list that one read of an order does not bring whole. */

export const READ_MORE_ORDER_LINES = operation<ReadMoreOrderLinesQuery, ReadMoreOrderLinesQueryVariables>(`
  query ReadMoreOrderLines($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 100, after: $after) { ${ORDER_LINES} }
    }
  }
`);

export const READ_MORE_PARCEL_LINES = operation<ReadMoreParcelLinesQuery, ReadMoreParcelLinesQueryVariables>(`
  query ReadMoreParcelLines($id: ID!, $after: String!) {
    fulfillment(id: $id) {
      fulfillmentLineItems(first: 100, after: $after) { ${PARCEL_LINES} }
    }
  }
`);

export const READ_MORE_REFUND_LINES = operation<ReadMoreRefundLinesQuery, ReadMoreRefundLinesQueryVariables>(`
  query ReadMoreRefundLines($id: ID!, $after: String!) {
    refund(id: $id) {
      refundLineItems(first: 100, after: $after) { ${REFUND_LINES} }
    }
  }
`);

export const READ_MORE_REFUND_TRANSACTIONS = operation<
  ReadMoreRefundTransactionsQuery,
  ReadMoreRefundTransactionsQueryVariables
>(`
  query ReadMoreRefundTransactions($id: ID!, $after: String!) {
    refund(id: $id) {
      transactions(first: 100, after: $after) { ${REFUND_TRANSACTIONS} }
    }
  }
`);

export const READ_MORE_SHIPPING_LINES = operation<ReadMoreShippingLinesQuery, ReadMoreShippingLinesQueryVariables>(`
  query ReadMoreShippingLines($id: ID!, $after: String!) {
    order(id: $id) {
      shippingLines(first: 50, after: $after) { ${ORDER_SHIPPING_LINES} }
    }
  }
`);

export const READ_MORE_RETURN_LINES = operation<ReadMoreReturnLinesQuery, ReadMoreReturnLinesQueryVariables>(`
  query ReadMoreReturnLines($id: ID!, $after: String!) {
    return(id: $id) {
      returnLineItems(first: 100, after: $after) { ${RETURN_LINES} }
    }
  }
`);

export const READ_MORE_FULFILLMENT_ORDER_LINES = operation<
  ReadMoreFulfillmentOrderLinesQuery,
  ReadMoreFulfillmentOrderLinesQueryVariables
>(`
  query ReadMoreFulfillmentOrderLines($id: ID!, $after: String!) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $after) { ${FULFILLMENT_ORDER_LINES} }
    }
  }
`);

/** Whether an order is still as it was when its first page was read. */
export const READ_ORDER_AGE = operation<ReadOrderAgeQuery, ReadOrderAgeQueryVariables>(`
  query ReadOrderAge($id: ID!) {
    order(id: $id) {
      updatedAt
    }
  }
`);
