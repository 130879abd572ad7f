import {
  ORDER_PARCEL,
  ORDER_REFUND,
  ORDER_RETURNS,
  ORDER_TRANSACTION,
} from '../../../../policy/facts/admin-order.graphql.ts';
import type {
  ReadLongListsQuery,
  ReadLongListsQueryVariables,
  ReadMoreReturnsQuery,
  ReadMoreReturnsQueryVariables,
  ReadParcelsQuery,
  ReadParcelsQueryVariables,
  ReadRefundsQuery,
  ReadRefundsQueryVariables,
} from '../operations.generated.ts';
import { operation } from './operation.ts';

/** Parcels, refunds, payments and returns that one read of an order does not bring. */

/** As many parcels, refunds and payments as an order may have here: they are told without pages. */
export const LONGEST_LIST = 200;

export const READ_LONG_LISTS = operation<ReadLongListsQuery, ReadLongListsQueryVariables>(`
  query ReadLongLists($id: ID!) {
    order(id: $id) {
      fulfillments(first: ${LONGEST_LIST}) {
        id
      }
      refunds(first: ${LONGEST_LIST}) {
        id
      }
      transactions(first: ${LONGEST_LIST}) {${ORDER_TRANSACTION}
      }
    }
  }
`);

/** How many parcels or refunds are read at once: as many as with the order itself. */
export const READ_AT_ONCE = 10;

export const READ_PARCELS = operation<ReadParcelsQuery, ReadParcelsQueryVariables>(`
  query ReadParcels($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Fulfillment {${ORDER_PARCEL}
      }
    }
  }
`);

export const READ_REFUNDS = operation<ReadRefundsQuery, ReadRefundsQueryVariables>(`
  query ReadRefunds($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Refund {${ORDER_REFUND}
      }
    }
  }
`);

export const READ_MORE_RETURNS = operation<ReadMoreReturnsQuery, ReadMoreReturnsQueryVariables>(`
  query ReadMoreReturns($id: ID!, $after: String!) {
    order(id: $id) {
      returns(first: 20, after: $after) { ${ORDER_RETURNS} }
    }
  }
`);
