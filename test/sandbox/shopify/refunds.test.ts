import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  tried = await tryRoom();
});
afterAll(() => tried.stop());

const REFUND = `mutation Refund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund {
      id
      totalRefundedSet { presentmentMoney { amount currencyCode } }
      transactions(first: 5) { nodes { kind status gateway amountSet { presentmentMoney { amount } shopMoney { amount } } } }
      refundLineItems(first: 5) { nodes { quantity subtotalSet { presentmentMoney { amount } } totalTaxSet { presentmentMoney { amount } } } }
    }
    order { id displayFinancialStatus currentTotalPriceSet { shopMoney { amount } } }
    userErrors { field message }
  }
}`;
const SUGGEST = `query Suggest($id: ID!, $lines: [RefundLineItemInput!], $shipping: Money) {
  order(id: $id) { suggestedRefund(refundLineItems: $lines, shippingAmount: $shipping) {
    amountSet { presentmentMoney { amount currencyCode } }
    maximumRefundableSet { presentmentMoney { amount } }
    totalTaxSet { presentmentMoney { amount } }
    suggestedTransactions { kind gateway amountSet { presentmentMoney { amount } } parentTransaction { id } }
  } } }`;

let counter = 0;
const refund = async (input: Json, key = `key-${counter++}`): Promise<Json> => {
  const answer = await tried.admin(REFUND, { input, key });
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.refundCreate;
};
const money = (orderId: string, parentId: string, amount: string, more = {}) => ({
  orderId,
  transactions: [{ orderId, parentId, amount, kind: 'REFUND', gateway: 'bogus', ...more }],
});

describe('@idempotent', () => {
  it('is required, though the schema cannot say so', async () => {
    const { gid, id } = await tried.placeReference();
    const query = 'mutation R($i: RefundInput!) { refundCreate(input: $i) { refund { id } userErrors { message } } }';
    const answer = await tried.admin(query, { i: { orderId: gid } });
    expect(answer.errors[0]).toMatchObject({
      message: 'The @idempotent directive is required for this mutation but was not provided.',
      extensions: { code: 'BAD_REQUEST' },
      path: ['refundCreate'],
    });
    expect((await tried.get(`/orders/${id}`)).body.refunds).toEqual([]);
  });

  it('gives the first result again to the same key with the same variables, and moves no money twice', async () => {
    const { gid, id, saleGid } = await tried.placeReference();
    const first = await refund(money(gid, saleGid, '10.00'), 'same');
    const again = await refund(money(gid, saleGid, '10.00'), 'same');
    expect(again.refund.id).toBe(first.refund.id);
    expect((await tried.get(`/orders/${id}`)).body.refunds).toHaveLength(1);
  });

  it('refuses the same key with other variables', async () => {
    const { gid, id, saleGid } = await tried.placeReference();
    await refund(money(gid, saleGid, '10.00'), 'used');
    const other = await refund(money(gid, saleGid, '20.00'), 'used');
    expect(other.refund).toBeNull();
    expect(other.userErrors[0].message).toContain('idempotency key');
    expect((await tried.get(`/orders/${id}`)).body.refunds).toHaveLength(1);
  });

  it('forgets a key after a day', async () => {
    const { gid, id, saleGid } = await tried.placeReference();
    await refund(money(gid, saleGid, '10.00'), 'old');
    await tried.clock.move(25 * 3_600_000);
    await refund(money(gid, saleGid, '10.00'), 'old');
    await tried.clock.move(0);
    expect((await tried.get(`/orders/${id}`)).body.refunds).toHaveLength(2);
  });
});

describe('what Shopify suggests', () => {
  it.each([
    { units: 1, shipping: '0', amount: '43.2', tax: '3.2' },
    { units: 2, shipping: '0', amount: '86.4', tax: '6.4' },
    { units: 2, shipping: '10.00', amount: '96.4', tax: '6.4' },
    { units: 1, shipping: '5.00', amount: '48.2', tax: '3.2' },
  ])('$units of 2 and shipping $shipping → $amount', async ({ units, shipping, amount, tax }) => {
    const { gid, lineGid, saleGid } = await tried.placeReference();
    const lines = [{ lineItemId: lineGid, quantity: units }];
    const { suggestedRefund } = (await tried.admin(SUGGEST, { id: gid, lines, shipping })).data.order;
    expect(suggestedRefund.amountSet.presentmentMoney).toEqual({ amount, currencyCode: 'USD' });
    expect(suggestedRefund.totalTaxSet.presentmentMoney.amount).toBe(tax);
    expect(suggestedRefund.maximumRefundableSet.presentmentMoney.amount).toBe('96.4');
    expect(suggestedRefund.suggestedTransactions).toEqual([
      {
        kind: 'SUGGESTED_REFUND',
        gateway: 'bogus',
        amountSet: { presentmentMoney: { amount } },
        parentTransaction: { id: saleGid },
      },
    ]);
  });

  it('splits odd cents so that units sum to the line, whatever their order', async () => {
    const { gid, lineGid } = await tried.placeReference({
      line_items: [
        {
          title: 'Odd',
          price: '3.35',
          quantity: 3,
          total_discount: '0.05',
          tax_lines: [{ title: 'T', rate: 0.07, price: '0.70' }],
        },
      ],
      shipping_lines: [],
    });
    const amounts: number[] = [];
    for (let unit = 0; unit < 3; unit += 1) {
      const lines = [{ lineItemId: lineGid, quantity: 1 }];
      const { suggestedRefund } = (await tried.admin(SUGGEST, { id: gid, lines })).data.order;
      const [tender] = suggestedRefund.suggestedTransactions;
      const amount = tender.amountSet.presentmentMoney.amount;
      amounts.push(Math.round(Number(amount) * 100));
      const made = await refund({
        ...money(gid, tender.parentTransaction.id, amount),
        refundLineItems: [{ lineItemId: lineGid, quantity: 1, restockType: 'NO_RESTOCK' }],
      });
      expect(made.userErrors).toEqual([]);
    }
    // 10.00 and 0.70 of tax over three units.
    expect(amounts).toEqual([334 + 24, 333 + 23, 333 + 23]);
  });

  it('reckons in the currency the customer paid in', async () => {
    const both = (usd: string, eur: string) => ({
      shop_money: { amount: usd, currency_code: 'USD' },
      presentment_money: { amount: eur, currency_code: 'EUR' },
    });
    const { gid, lineGid, saleGid } = await tried.placeReference({
      presentment_currency: 'EUR',
      line_items: [{ title: 'Lamp', price: '50.00', price_set: both('50.00', '46.00'), quantity: 2 }],
      shipping_lines: [],
    });
    const { suggestedRefund } = (await tried.admin(SUGGEST, { id: gid, lines: [{ lineItemId: lineGid, quantity: 1 }] }))
      .data.order;
    expect(suggestedRefund.amountSet.presentmentMoney).toEqual({ amount: '46.0', currencyCode: 'EUR' });
    const without = await refund(money(gid, saleGid, '46.00'));
    expect(without.userErrors[0].field).toEqual(['currency']);
    const made = await refund({ ...money(gid, saleGid, '46.00'), currency: 'EUR' });
    expect(made.refund.transactions.nodes[0].amountSet).toEqual({
      presentmentMoney: { amount: '46.0' },
      shopMoney: { amount: '50.0' },
    });
  });
});

describe('caps and refusals, in the recorded words', () => {
  it('never gives back more than was received', async () => {
    const { gid, saleGid } = await tried.placeReference();
    const message = 'Refund amount $999.00 is greater than net payment received $96.40';
    for (const allowOverRefunding of [false, true]) {
      const made = await refund({ ...money(gid, saleGid, '999.00'), allowOverRefunding });
      expect(made).toMatchObject({ refund: null, userErrors: [{ field: null, message }], order: { id: gid } });
    }
    await refund(money(gid, saleGid, '90.00'));
    const rest = await refund(money(gid, saleGid, '6.41'));
    expect(rest.userErrors[0].message).toBe('Refund amount $6.41 is greater than net payment received $6.40');
  });

  it('never gives back more to one tender than it paid', async () => {
    const { gid, id } = await tried.placeReference({
      transactions: [
        { kind: 'sale', gateway: 'gift_card', amount: '20.00' },
        { kind: 'sale', gateway: 'bogus', amount: '76.40' },
      ],
    });
    const [giftCard] = (await tried.get(`/orders/${id}`)).body.transactions;
    const made = await refund(money(gid, giftCard.admin_graphql_api_id, '30.00'));
    expect(made.userErrors[0].message).toBe('Refund amount $30.00 is greater than net payment received $20.00');
  });

  it.each([
    {
      input: { kind: 'AUTHORIZATION' },
      error: { field: null, message: 'Kind authorization is not a valid transaction' },
    },
    {
      input: { parentId: 'gid://shopify/OrderTransaction/999' },
      error: { field: ['transactions'], message: 'Transactions require a parent_id associated with the order' },
    },
  ])('$error.message', async ({ input, error }) => {
    const { gid, saleGid } = await tried.placeReference();
    expect((await refund(money(gid, saleGid, '1.00', input))).userErrors).toEqual([error]);
  });

  it('refuses more units than were bought, and an order that is not there', async () => {
    const { gid, lineGid } = await tried.placeReference();
    const over = await refund({
      orderId: gid,
      refundLineItems: [{ lineItemId: lineGid, quantity: 3, restockType: 'NO_RESTOCK' }],
    });
    expect(over.userErrors).toEqual([
      { field: ['refundLineItems', '0', 'quantity'], message: 'Quantity cannot refund more items than were purchased' },
    ]);
    const nowhere = await refund({ orderId: 'gid://shopify/Order/999' });
    expect(nowhere).toMatchObject({
      refund: null,
      order: null,
      userErrors: [{ field: ['orderId'], message: 'Order does not exist' }],
    });
  });

  it('sends money back where it came from, whatever gateway was named', async () => {
    const { gid, saleGid } = await tried.placeReference();
    const made = await refund(money(gid, saleGid, '1.00', { gateway: 'manual' }));
    expect(made.refund.transactions.nodes).toMatchObject([{ gateway: 'bogus', kind: 'REFUND', status: 'SUCCESS' }]);
    expect(made.order.displayFinancialStatus).toBe('PARTIALLY_REFUNDED');
  });

  it('moves no money without transactions: only the record is made', async () => {
    const { gid, lineGid, id } = await tried.placeReference();
    const made = await refund({
      orderId: gid,
      refundLineItems: [{ lineItemId: lineGid, quantity: 1, restockType: 'CANCEL' }],
    });
    expect(made.refund.totalRefundedSet.presentmentMoney.amount).toBe('0.0');
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.financial_status).toBe('paid');
    expect(order.line_items[0]).toMatchObject({ quantity: 2, current_quantity: 1, fulfillable_quantity: 1 });
  });

  it('a refund on a slow gateway is pending: it counts against the cap, not as refunded', async () => {
    const { gid, saleGid, id } = await tried.placeReference({
      transactions: [{ kind: 'sale', gateway: 'pending', amount: '96.40' }],
    });
    const made = await refund(money(gid, saleGid, '90.00'));
    expect(made.refund.transactions.nodes[0].status).toBe('PENDING');
    expect(made.refund.totalRefundedSet.presentmentMoney.amount).toBe('0.0');
    expect((await refund(money(gid, saleGid, '90.00'))).refund).toBeNull();
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.financial_status).toBe('paid');
    const pending = order.transactions.find((t: Json) => t.status === 'pending');
    await tried.post(`/transactions/${pending.id}/settle`, { accept: true });
    expect((await tried.get(`/orders/${id}`)).body.financial_status).toBe('partially_refunded');
  });
});
