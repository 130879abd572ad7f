import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  tried = await tryRoom();
});
afterAll(() => tried.stop());

const RETURN = `id name status totalQuantity closedAt
  returnLineItems(first: 5) { nodes { id quantity processedQuantity unprocessedQuantity refundedQuantity } }
  returnShippingFees { id amountSet { presentmentMoney { amount } } }
  refunds(first: 5) { nodes { id } }
  reverseFulfillmentOrders(first: 5) { nodes { id status lineItems(first: 5) { nodes { id totalQuantity dispositions { type quantity } } } } }`;
const CREATE = `mutation Create($input: ReturnInput!) { returnCreate(returnInput: $input) { return { ${RETURN} } userErrors { field message code } } }`;
const PROCESS = `mutation Process($input: ReturnProcessInput!) { returnProcess(input: $input) { return { ${RETURN} } userErrors { field message code } } }`;
const OUTCOME = `query Outcome($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $shipping: RefundShippingInput) {
  return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: [], refundShipping: $shipping) {
    totalTax { presentmentMoney { amount } } totalAdditionalFees { presentmentMoney { amount } }
    maximumRefundable { presentmentMoney { amount } }
    financialTransfer { __typename
      ... on RefundReturnOutcome { amount { presentmentMoney { amount } } suggestedTransactions { parentTransaction { id } amountSet { presentmentMoney { amount } } } }
      ... on InvoiceReturnOutcome { amount { presentmentMoney { amount } } } } } } }`;

const moving = (name: string) =>
  `mutation Move($id: ID!) { ${name}(id: $id) { return { ${RETURN} } userErrors { field message code } } }`;

/** The reference order, shipped: with the global id of its fulfilment line. */
const shipped = async (more: Json = {}) => {
  const order = await tried.placeReference(more);
  await tried.post(`/orders/${order.id}/fulfill`, {});
  const line = tried.room.world.findOrder(String(order.id))?.fulfillments[0]?.lines[0];
  return { ...order, shippedLine: `gid://shopify/FulfillmentLineItem/${line?.id}` };
};
const DEFECTIVE = 'gid://shopify/ReturnReasonDefinition/6';
const create = async (orderId: string, fulfillmentLineItemId: string, quantity: number, more: Json = {}) =>
  (
    await tried.admin(CREATE, {
      input: {
        orderId,
        returnLineItems: [{ fulfillmentLineItemId, quantity, returnReasonDefinitionId: DEFECTIVE }],
        ...more,
      },
    })
  ).data.returnCreate;
const process = async (input: Json) => (await tried.admin(PROCESS, { input })).data.returnProcess;
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });

describe('returnCreate', () => {
  it('opens a return with a name, a fee and a reverse fulfilment order', async () => {
    const { gid, shippedLine } = await shipped();
    const made = await create(gid, shippedLine, 1, { returnShippingFee: { amount: usd('6.50') } });
    expect(made.userErrors).toEqual([]);
    expect(made.return).toMatchObject({
      name: expect.stringMatching(/^#\d+-R1$/),
      status: 'OPEN',
      totalQuantity: 1,
      returnShippingFees: [{ amountSet: { presentmentMoney: { amount: '6.5' } } }],
      returnLineItems: { nodes: [{ quantity: 1, processedQuantity: 0, unprocessedQuantity: 1 }] },
      reverseFulfillmentOrders: {
        nodes: [{ status: 'OPEN', lineItems: { nodes: [{ totalQuantity: 1, dispositions: [] }] } }],
      },
    });
  });

  it.each([
    {
      why: 'more units than were shipped',
      quantity: 3,
      field: 'quantity',
      message: 'Return line item has an invalid quantity.',
      code: 'INVALID',
    },
    {
      why: 'no units',
      quantity: 0,
      field: 'quantity',
      message: 'Return line item has an invalid quantity.',
      code: 'INVALID',
    },
  ])('refuses $why', async ({ quantity, field, message, code }) => {
    const { gid, shippedLine } = await shipped();
    const made = await create(gid, shippedLine, quantity);
    expect(made).toEqual({
      return: null,
      userErrors: [{ field: ['returnInput', 'returnLineItems', '0', field], message, code }],
    });
  });

  it('counts what is in other returns and what was refunded', async () => {
    const { gid, shippedLine } = await shipped();
    await create(gid, shippedLine, 1);
    expect((await create(gid, shippedLine, 2)).userErrors[0].code).toBe('INVALID');
    expect((await create(gid, shippedLine, 1)).userErrors).toEqual([]);
  });

  it('asks for a reason, and for a note with Other', async () => {
    const { gid, shippedLine } = await shipped();
    const attempt = async (line: Json) =>
      (
        await create(gid, shippedLine, 1, {
          returnLineItems: [{ fulfillmentLineItemId: shippedLine, quantity: 1, ...line }],
        })
      ).userErrors;
    expect(await attempt({})).toEqual([
      {
        field: ['returnInput', 'returnLineItems', '0'],
        message: 'Return line items Either return reason or return reason definition must be provided',
        code: 'NOT_FOUND',
      },
    ]);
    expect((await attempt({ returnReason: 'OTHER' }))[0]).toMatchObject({
      field: ['returnInput', 'returnLineItems', '0', 'returnReasonNote'],
      code: 'BLANK',
    });
    expect(await attempt({ returnReason: 'OTHER', returnReasonNote: 'scratched' })).toEqual([]);
  });

  it('wants fees in the currency of the customer', async () => {
    const { gid, shippedLine } = await shipped();
    const made = await create(gid, shippedLine, 1, {
      returnShippingFee: { amount: { amount: '5.00', currencyCode: 'EUR' } },
    });
    expect(made.userErrors[0].message).toBe('Currency must be USD.');
  });
});

describe('settling a return', () => {
  it('suggests goods and tax less the fee, and pays exactly that', async () => {
    const { gid, id, shippedLine, saleGid } = await shipped();
    const { return: ret } = await create(gid, shippedLine, 2, { returnShippingFee: { amount: usd('6.50') } });
    const [line] = ret.returnLineItems.nodes;
    const outcome = (await tried.admin(OUTCOME, { id: ret.id, lines: [{ id: line.id, quantity: 2 }] })).data.return
      .suggestedFinancialOutcome;
    expect(outcome).toMatchObject({
      totalTax: { presentmentMoney: { amount: '6.4' } },
      totalAdditionalFees: { presentmentMoney: { amount: '6.5' } },
      maximumRefundable: { presentmentMoney: { amount: '96.4' } },
      financialTransfer: {
        __typename: 'RefundReturnOutcome',
        amount: { presentmentMoney: { amount: '79.9' } },
        suggestedTransactions: [
          { parentTransaction: { id: saleGid }, amountSet: { presentmentMoney: { amount: '79.9' } } },
        ],
      },
    });
    const [reverse] = ret.reverseFulfillmentOrders.nodes[0].lineItems.nodes;
    const pay = (amount: string) => ({
      returnId: ret.id,
      returnLineItems: [
        {
          id: line.id,
          quantity: 2,
          dispositions: [
            { reverseFulfillmentOrderLineItemId: reverse.id, quantity: 2, dispositionType: 'NOT_RESTOCKED' },
          ],
        },
      ],
      financialTransfer: {
        issueRefund: { orderTransactions: [{ parentId: saleGid, transactionAmount: usd(amount) }] },
      },
    });
    const tooMuch = await process(pay('79.91'));
    expect(tooMuch.userErrors[0].code).toBe('INVALID');
    const done = await process(pay('79.90'));
    expect(done.userErrors).toEqual([]);
    expect(done.return).toMatchObject({
      status: 'OPEN',
      returnLineItems: { nodes: [{ processedQuantity: 2, unprocessedQuantity: 0, refundedQuantity: 2 }] },
    });
    expect(done.return.reverseFulfillmentOrders.nodes[0].lineItems.nodes[0].dispositions).toEqual([
      { type: 'NOT_RESTOCKED', quantity: 2 },
    ]);
    expect(done.return.refunds.nodes).toHaveLength(1);
    const again = await process(pay('79.90'));
    expect(again.userErrors).toEqual([
      { field: ['input', 'returnLineItems', '0', 'id'], message: 'Return line item was not found.', code: 'NOT_FOUND' },
    ]);
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.refunds[0].transactions).toMatchObject([{ amount: '79.90', kind: 'refund' }]);
    expect(order.refunds[0].order_adjustments).toEqual([]);
    expect(order.refunds[0].return.id).toBe(Number(ret.id.split('/').at(-1)));
    const closed = (await tried.admin(moving('returnClose'), { id: ret.id })).data.returnClose.return;
    expect(closed.status).toBe('CLOSED');
  });

  it('charges the shipping fee once when a return is settled in parts', async () => {
    const { gid, shippedLine, saleGid } = await shipped();
    const { return: ret } = await create(gid, shippedLine, 2, { returnShippingFee: { amount: usd('6.50') } });
    const [line] = ret.returnLineItems.nodes;
    const suggested = async () => {
      const answer = await tried.admin(OUTCOME, { id: ret.id, lines: [{ id: line.id, quantity: 1 }] });
      return answer.data.return.suggestedFinancialOutcome.financialTransfer.amount.presentmentMoney.amount;
    };
    expect(await suggested()).toBe('36.7');
    await process({
      returnId: ret.id,
      returnLineItems: [{ id: line.id, quantity: 1 }],
      financialTransfer: {
        issueRefund: { orderTransactions: [{ parentId: saleGid, transactionAmount: usd('36.70') }] },
      },
    });
    expect(await suggested()).toBe('43.2');
  });

  it('a fee above the goods is owed by the customer', async () => {
    const { gid, shippedLine } = await shipped();
    const { return: ret } = await create(gid, shippedLine, 1, { returnShippingFee: { amount: usd('50.00') } });
    const lines = [{ id: ret.returnLineItems.nodes[0].id, quantity: 1 }];
    const answer = await tried.admin(OUTCOME, { id: ret.id, lines });
    expect(answer.data.return.suggestedFinancialOutcome.financialTransfer).toEqual({
      __typename: 'InvoiceReturnOutcome',
      amount: { presentmentMoney: { amount: '6.8' } },
    });
  });

  it('gives the shipping back where that is asked for', async () => {
    const { gid, shippedLine } = await shipped();
    const { return: ret } = await create(gid, shippedLine, 1);
    const lines = [{ id: ret.returnLineItems.nodes[0].id, quantity: 1 }];
    const answer = await tried.admin(OUTCOME, { id: ret.id, lines, shipping: { shippingRefundAmount: usd('5.00') } });
    const { amount } = answer.data.return.suggestedFinancialOutcome.financialTransfer;
    expect(amount.presentmentMoney.amount).toBe('48.2');
  });

  it('restocks what is restocked, and never a custom item', async () => {
    const stock = async () =>
      (await tried.get('/products')).body.products.find((p: Json) => p.variants[0].sku === 'AUR-HP-01').variants[0]
        .available;
    const dispose = (reverse: string) =>
      tried.admin(
        `mutation D($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) {
          reverseFulfillmentOrderLineItems { id dispositions { type } } userErrors { field message code } } }`,
        { inputs: [{ reverseFulfillmentOrderLineItemId: reverse, quantity: 1, dispositionType: 'RESTOCKED' }] },
      );
    const known = await shipped();
    const before = await stock();
    const { return: ret } = await create(known.gid, known.shippedLine, 1);
    await dispose(ret.reverseFulfillmentOrders.nodes[0].lineItems.nodes[0].id);
    expect(await stock()).toBe(before + 1);

    const custom = await shipped({ line_items: [{ title: 'Made to order', price: '10.00', quantity: 1 }] });
    const { return: other } = await create(custom.gid, custom.shippedLine, 1);
    const refused = await dispose(other.reverseFulfillmentOrders.nodes[0].lineItems.nodes[0].id);
    expect(refused.data.reverseFulfillmentOrderDispose.userErrors).toEqual([
      {
        field: ['dispositionInputs', '0', 'dispositionType'],
        message: 'RESTOCKED is an invalid disposition type for a custom line item.',
        code: 'INVALID',
      },
    ]);
  });
});

describe('an exchange that is processed before its goods are back', () => {
  const exchanging = async () => {
    const { products } = (await tried.get('/products')).body;
    const { id: variant } = products.find((p: Json) => p.variants[0].sku === 'AUR-HP-01').variants[0];
    const order = await shipped();
    const { return: ret } = await create(order.gid, order.shippedLine, 1, {
      exchangeLineItems: [{ variantId: `gid://shopify/ProductVariant/${variant}`, quantity: 1 }],
    });
    const read = await tried.admin(
      `query R($id: ID!) { return(id: $id) { exchangeLineItems(first: 5) { nodes { id } } } }`,
      {
        id: ret.id,
      },
    );
    const exchangeLineItems = [{ id: read.data.return.exchangeLineItems.nodes[0].id, quantity: 1 }];
    const newest = async () => (await tried.get(`/orders/${order.id}`)).body.fulfillment_orders.at(-1);
    return { ret, exchangeLineItems, newest };
  };

  it('alone leaves the customer owing for it: what goes out is held for payment', async () => {
    const { ret, exchangeLineItems, newest } = await exchanging();
    const done = await process({ returnId: ret.id, exchangeLineItems });
    expect(done.userErrors).toEqual([]);
    expect(await newest()).toMatchObject({ status: 'on_hold' });
  });

  it('with its return lines is even and goes out; what became of the goods is told later, once', async () => {
    const { ret, exchangeLineItems, newest } = await exchanging();
    const [line] = ret.returnLineItems.nodes;
    const done = await process({
      returnId: ret.id,
      returnLineItems: [{ id: line.id, quantity: 1 }],
      exchangeLineItems,
    });
    expect(done.userErrors).toEqual([]);
    expect(await newest()).toMatchObject({ status: 'open' });
    const [rfo] = done.return.reverseFulfillmentOrders.nodes;
    expect(rfo).toMatchObject({ status: 'OPEN', lineItems: { nodes: [{ dispositions: [] }] } });
    const dispose = async () =>
      (
        await tried.admin(
          `mutation D($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { userErrors { code } } }`,
          {
            inputs: [
              {
                reverseFulfillmentOrderLineItemId: rfo.lineItems.nodes[0].id,
                quantity: 1,
                dispositionType: 'NOT_RESTOCKED',
              },
            ],
          },
        )
      ).data.reverseFulfillmentOrderDispose.userErrors;
    expect(await dispose()).toEqual([]);
    expect(await dispose()).toEqual([{ code: 'INVALID' }]);
    const canceled = (await tried.admin(moving('returnCancel'), { id: ret.id })).data.returnCancel;
    expect(canceled.userErrors[0].message).toBe('Return is not cancelable.');
  });
});

describe('the states of a return', () => {
  const requested = async () => {
    const order = await shipped();
    const { body } = await tried.post(`/orders/${order.id}/return-request`, {
      reason: 'defective',
      note: 'does not charge',
      lines: [{ sku: 'AUR-HP-01', quantity: 1 }],
    });
    return { ...order, id: `gid://shopify/Return/${body.return.id}`, orderId: order.id };
  };
  const approve = (id: string) =>
    tried.admin(
      `mutation A($id: ID!) { returnApproveRequest(input: { id: $id }) { return { ${RETURN} } userErrors { field message code } } }`,
      { id },
    );
  const decline = (id: string) =>
    tried.admin(
      `mutation D($id: ID!) { returnDeclineRequest(input: { id: $id, declineReason: OTHER, declineNote: "no" }) { return { status } userErrors { field message code } } }`,
      { id },
    );
  const status = async (gid: string) =>
    (await tried.admin('query S($id: ID!) { order(id: $id) { returnStatus } }', { id: gid })).data.order.returnStatus;

  it('a request is approved once', async () => {
    const { id, gid } = await requested();
    expect(await status(gid)).toBe('RETURN_REQUESTED');
    const approved = (await approve(id)).data.returnApproveRequest.return;
    expect(approved.status).toBe('OPEN');
    expect(approved.reverseFulfillmentOrders.nodes).toHaveLength(1);
    expect(await status(gid)).toBe('IN_PROGRESS');
    expect((await approve(id)).data.returnApproveRequest.userErrors).toEqual([
      {
        field: ['input', 'id'],
        message: 'Return is not approvable. Only returns with status REQUESTED can be approved.',
        code: 'INVALID_STATE',
      },
    ]);
    expect((await decline(id)).data.returnDeclineRequest.userErrors[0].message).toContain('Return is not declinable.');
  });

  it('a declined request is declined', async () => {
    const { id, gid } = await requested();
    expect((await decline(id)).data.returnDeclineRequest.return.status).toBe('DECLINED');
    expect((await decline(id)).data.returnDeclineRequest.userErrors[0].message).toBe('The return is already declined.');
    expect(await status(gid)).toBe('NO_RETURN');
  });

  it('closing, reopening and cancelling follow the recorded rules', async () => {
    const { id, gid } = await requested();
    const move = async (name: string, target = id) => (await tried.admin(moving(name), { id: target })).data[name];
    expect((await move('returnClose')).userErrors[0]).toMatchObject({
      message: 'Return status is invalid.',
      code: 'INVALID_STATE',
    });
    expect((await move('returnReopen')).userErrors[0].code).toBe('INVALID_STATE');
    await approve(id);
    expect((await move('returnClose')).return.status).toBe('CLOSED');
    expect(await status(gid)).toBe('RETURNED');
    expect((await move('returnCancel')).userErrors[0].message).toBe('Return is not cancelable.');
    expect((await move('returnReopen')).return.status).toBe('OPEN');
    expect((await move('returnCancel')).return.status).toBe('CANCELED');
    expect((await move('returnCancel', 'gid://shopify/Return/1')).userErrors[0]).toEqual({
      field: ['id'],
      message: 'Return not found.',
      code: 'NOT_FOUND',
    });
  });
});

it('a reverse delivery carries tracking for everything where no lines are named', async () => {
  const { gid, shippedLine } = await shipped();
  const { return: ret } = await create(gid, shippedLine, 2);
  const query = `mutation T($id: ID!, $tracking: ReverseDeliveryTrackingInput!) {
    reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $id, reverseDeliveryLineItems: [], trackingInput: $tracking) {
      reverseDelivery { id reverseDeliveryLineItems(first: 5) { nodes { quantity } }
        deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number url } } } }
      userErrors { field message code } } }`;
  const [rfo] = ret.reverseFulfillmentOrders.nodes;
  const made = await tried.admin(query, {
    id: rfo.id,
    tracking: { number: '1Z999', url: 'https://track.example.com/1Z999' },
  });
  expect(made.data.reverseDeliveryCreateWithShipping.reverseDelivery).toMatchObject({
    reverseDeliveryLineItems: { nodes: [{ quantity: 2 }] },
    deliverable: { tracking: { number: '1Z999', url: 'https://track.example.com/1Z999' } },
  });
  const wrong = await tried.admin(query, { id: ret.id, tracking: { number: 'x' } });
  expect(wrong.errors[0]).toMatchObject({
    message: `Invalid id: ${ret.id}`,
    extensions: { code: 'RESOURCE_NOT_FOUND' },
  });
});
