import { describe, expect, it } from 'vitest';
import { amountOf } from '../../policy/decide/paid.ts';
import type { OrderFacts, TransactionFacts } from '../../policy/facts/order-facts.ts';
import { orderFacts } from './support/builders.ts';

const took = (amount: number, more: Partial<TransactionFacts> = {}): TransactionFacts => ({
  id: '1',
  parentId: null,
  kind: 'sale',
  status: 'success',
  gateway: 'shopify_payments',
  amount,
  currency: 'USD',
  processedAt: '2026-11-20T10:00:00Z',
  ...more,
});
const order = (more: Partial<OrderFacts>): OrderFacts => ({ ...orderFacts(), currency: 'USD', total: 14990, ...more });

describe('the amount that an order is told apart by', () => {
  it.each<[string, Partial<OrderFacts>, number]>([
    [
      'what was paid, where an exchange counts twice in the total',
      { financialStatus: 'paid', transactions: [took(7995)] },
      7995,
    ],
    [
      'what was paid before something went back',
      { financialStatus: 'partially_refunded', transactions: [took(7995), took(2000, { id: '2', kind: 'refund' })] },
      7995,
    ],
    ['the total, where no payment is told', { financialStatus: 'paid', transactions: [] }, 14990],
    ['the total, while nothing was paid', { financialStatus: 'pending', transactions: [] }, 14990],
    [
      'the total, while it is only reserved',
      { financialStatus: 'authorized', transactions: [took(14990, { kind: 'authorization' })] },
      14990,
    ],
    [
      'the total, where a part is paid and nobody says how much',
      { financialStatus: 'partially_paid', transactions: [] },
      14990,
    ],
  ])('is %s', (_, more, amount) => {
    expect(amountOf(order(more))).toBe(amount);
  });
});
