import { GraphQLError } from 'graphql';
import type { Order } from '../model/model.ts';
import { financialStatus } from '../model/order-sums.ts';
import { restFulfillmentStatus } from '../rest/rest-order.ts';

/** Shopify's search syntax as far as orders need it: `key:value` terms that all have to hold, and free words. */
type Term = { key: string | null; operator: string; value: string };

const termsOf = (query: string): Term[] =>
  [...query.matchAll(/(?:(\w+):)?([<>]=?)?(?:"([^"]*)"|'([^']*)'|(\S+))/g)]
    .map(([, key, operator, double, single, plain]) => ({
      key: key ?? null,
      operator: operator ?? '=',
      value: double ?? single ?? plain ?? '',
    }))
    .filter((term) => term.value !== 'AND');

const compare = (left: number, operator: string, right: number): boolean => {
  if (operator === '>') return left > right;
  if (operator === '>=') return left >= right;
  if (operator === '<') return left < right;
  return operator === '<=' ? left <= right : left === right;
};

const matches = (order: Order, { key, operator, value }: Term): boolean => {
  const is = (word: string | null) => (word ?? '').toLowerCase() === value.toLowerCase();
  const date = (at: number) => compare(at, operator, Date.parse(value));
  switch (key) {
    case null:
      return [order.name, order.email, order.note, ...order.lines.map((line) => line.title)].some((text) =>
        text?.toLowerCase().includes(value.toLowerCase().replace(/^#/, '')),
      );
    case 'name':
      return is(order.name) || is(order.name.replace(/^#/, ''));
    case 'id':
      return compare(Number(order.id), operator, Number(value));
    case 'email':
      return is(order.email);
    case 'tag':
      return order.tags.some(is);
    case 'status': {
      if (is('any')) return true;
      if (is('cancelled')) return order.cancelledAt !== null;
      return is('closed') ? order.closedAt !== null : order.closedAt === null && order.cancelledAt === null;
    }
    case 'financial_status':
      return is('any') || is(financialStatus(order));
    case 'fulfillment_status': {
      const status = restFulfillmentStatus(order);
      return is('any') || is(status === null ? 'unfulfilled' : status) || (is('shipped') && status === 'fulfilled');
    }
    case 'created_at':
      return date(order.createdAt);
    case 'updated_at':
      return date(order.updatedAt);
    case 'processed_at':
      return date(order.processedAt);
    case 'customer_id':
      return is(order.customerId);
    case 'test':
      return value === String(order.test);
    default:
      // An unknown key is ignored, which may find more than was meant.
      return true;
  }
};

export const searchOrders = (orders: readonly Order[], query: string | null | undefined): Order[] => {
  const terms = termsOf(query ?? '');
  if (terms.some((term) => term.value === 'OR')) {
    throw new GraphQLError('the sandbox does not model OR in searches', { extensions: { code: 'NOT_MODELLED' } });
  }
  return orders.filter((order) => terms.every((term) => matches(order, term)));
};

const SORTS: Record<string, (order: Order) => number | string> = {
  CREATED_AT: (order) => order.createdAt,
  UPDATED_AT: (order) => order.updatedAt,
  PROCESSED_AT: (order) => order.processedAt,
  ORDER_NUMBER: (order) => order.number,
  ID: (order) => Number(order.id),
};

export const sortOrders = (orders: readonly Order[], sortKey: string | null | undefined): Order[] => {
  const of = SORTS[sortKey ?? 'PROCESSED_AT'] ?? SORTS.ID;
  if (!of) return [...orders];
  return [...orders].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : Number(a.id) - Number(b.id)));
};
