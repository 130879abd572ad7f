import type { CancelWish } from '../../actions/cancel-order.ts';
import { cancelLater } from '../../actions/cancel-order.ts';
import { captureAuthorization, voidAuthorization } from '../../actions/payments.ts';
import { makeRefund } from '../../actions/refund.ts';
import type { Order } from '../../model/model.ts';
import { add, ZERO } from '../../model/money.ts';
import { paymentsOf, shippingLeft } from '../../model/order-sums.ts';
import { refuse } from '../../model/refused.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { readMoneyInput, readPresentment } from '../money-out.ts';
import { mutation } from '../mutation.ts';
import { asJob, asJobResult } from '../nodes/job.ts';
import { orderNode } from '../nodes/order.ts';
import { refundNode, transactionNode } from '../nodes/refund.ts';
import type { DutyArgs, RefundLineArgs } from '../nodes/suggested-refund.ts';
import { wantedDuties, wantedLines } from '../nodes/suggested-refund.ts';
import type { TypeResolvers } from '../schema.ts';

export const needOrder = (
  context: Context,
  gid: string,
  field: readonly string[],
  message = 'Order does not exist',
  code: string | null = 'NOT_FOUND',
): Order => context.world.findOrder(idOf(gid, 'Order'), context.shop) ?? refuse(field, message, code);

type MoneyInput = { amount: string; currencyCode: string };
type RefundArgs = {
  input: {
    orderId: string;
    currency?: string | null;
    note?: string | null;
    refundLineItems?: readonly RefundLineArgs[] | null;
    refundDuties?: readonly DutyArgs[] | null;
    shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
    transactions?:
      | readonly { orderId: string; amount: string; kind: string; gateway: string; parentId?: string | null }[]
      | null;
    refundMethods?: readonly { storeCreditRefund?: { amount: MoneyInput } | null }[] | null;
    discrepancyReason?: string | null;
  };
};

const checkCurrency = (order: Order, currency: string | null | undefined): void => {
  if (order.currency !== order.presentmentCurrency && !currency) {
    refuse(
      ['currency'],
      'Currency is required for orders with a presentment currency different from the shop currency',
    );
  }
  if (currency && currency !== order.presentmentCurrency) {
    refuse(['currency'], `Currency must be the presentment currency of the order (${order.presentmentCurrency})`);
  }
};

const tendersOf = (order: Order, transactions: RefundArgs['input']['transactions']) => {
  const { left } = paymentsOf(order);
  return (transactions ?? []).map((transaction) => {
    if (transaction.kind !== 'REFUND') {
      refuse(null, `Kind ${transaction.kind.toLowerCase()} is not a valid transaction`);
    }
    const parentId = transaction.parentId ? idOf(transaction.parentId, 'OrderTransaction') : '';
    if (idOf(transaction.orderId, 'Order') !== order.id) {
      refuse(['transactions'], 'Transactions require a parent_id associated with the order');
    }
    return { parentId, amount: readPresentment(order, transaction.amount, left, ['transactions']) };
  });
};

const shippingOf = (order: Order, shipping: RefundArgs['input']['shipping']) => {
  if (!shipping) return null;
  if (shipping.fullRefund) return 'full' as const;
  if (!shipping.amount) return null;
  const bag = readPresentment(order, shipping.amount, add(...order.shippingLines.map(shippingLeft)), [
    'shipping',
    'amount',
  ]);
  return bag.pres === 0 ? null : bag;
};

const refundCreate = mutation(
  {
    scopes: ['write_orders'],
    onError: ({ input }: RefundArgs, context) => {
      const order = context.world.findOrder(idOf(input.orderId, 'Order'), context.shop);
      return { refund: null, order: order ? orderNode(context.world, order) : null };
    },
  },
  ({ input }: RefundArgs, context, action) => {
    const { world } = context;
    const order = needOrder(context, input.orderId, ['orderId']);
    checkCurrency(order, input.currency);
    if ((input.note ?? '').length > 5000) refuse(['note'], 'Note is too long (maximum is 5000 characters)');
    const credit = add(
      ...(input.refundMethods ?? []).map(({ storeCreditRefund }) =>
        storeCreditRefund
          ? readMoneyInput(order, storeCreditRefund.amount, paymentsOf(order).left, ['refundMethods'])
          : ZERO,
      ),
    );
    const customer = order.customerId ? world.customers.get(order.customerId) : undefined;
    if (credit.pres > 0 && !customer) refuse(['refundMethods'], 'Store credit refunds require a customer');
    const refund = makeRefund(world, order, action, {
      lines: wantedLines(input.refundLineItems),
      shipping: shippingOf(order, input.shipping),
      duties: wantedDuties(input.refundDuties),
      transactions: tendersOf(order, input.transactions),
      storeCredit: credit,
      note: input.note ?? null,
      discrepancyReason: input.discrepancyReason ?? null,
    });
    if (customer && credit.pres > 0) {
      customer.storeCredit ??= { id: world.nextId('StoreCreditAccount'), currency: order.currency, balance: 0 };
      customer.storeCredit.balance += credit.shop;
    }
    return {
      // Looked up again when it is shown, so that a replay shows the refund as it is then.
      refund: () => refundNode(world, order, refund),
      order: () => orderNode(world, order),
      userErrors: [],
    };
  },
);

const orderCancel = mutation(
  { scopes: ['write_orders'], errorsIn: ['orderCancelUserErrors', 'userErrors'] },
  (
    args: {
      orderId: string;
      reason: string;
      restock: boolean;
      refund?: boolean | null;
      refundMethod?: { originalPaymentMethodsRefund?: boolean | null; storeCreditRefund?: object | null } | null;
      staffNote?: string | null;
    },
    context,
  ) => {
    const order = needOrder(context, args.orderId, ['orderId']);
    if ((args.staffNote ?? '').length > 255) {
      refuse(['staffNote'], 'Staff note is too long. Maximum length is 255 characters.', 'INVALID');
    }
    if (typeof args.refund === 'boolean' && args.refundMethod) {
      refuse(['refund'], 'Only one of the arguments `refund` or `refund_method` is allowed.', 'INVALID');
    }
    if (args.refundMethod?.storeCreditRefund && !order.customerId) {
      const message = 'Cannot refund to store credit an order without a customer';
      refuse(['refundMethod'], message, 'STORE_CREDIT_REFUND_MISSING_CUSTOMER');
    }
    const original = args.refund === true || args.refundMethod?.originalPaymentMethodsRefund === true;
    const wish: CancelWish = {
      reason: args.reason.toLowerCase() as CancelWish['reason'],
      restock: args.restock,
      refund: args.refundMethod?.storeCreditRefund ? 'store-credit' : original ? 'original' : null,
      staffNote: args.staffNote ?? null,
    };
    const job = cancelLater(context.world, order, wish);
    return {
      job: () => asJob(job),
      jobResult: () => asJobResult(context, job),
      orderCancelUserErrors: [],
      userErrors: [],
    };
  },
);

const orderUpdate = mutation(
  { scopes: ['write_orders'] },
  (
    { input }: { input: { id: string; note?: string | null; email?: string | null; tags?: string[] | null } },
    context,
    action,
  ) => {
    const order = needOrder(context, input.id, ['id']);
    if (input.note !== undefined) order.note = input.note;
    if (input.email !== undefined) order.email = input.email;
    // Overwrites: `tagsAdd` is what keeps the others.
    if (input.tags) order.tags = [...input.tags];
    action.touch(order);
    return { order: orderNode(context.world, order), userErrors: [] };
  },
);

const closing = (close: boolean) =>
  mutation({ scopes: ['write_orders'] }, ({ input }: { input: { id: string } }, context, action) => {
    const order = needOrder(context, input.id, ['id']);
    order.closedAt = close ? (order.closedAt ?? action.at) : null;
    action.touch(order);
    return { order: orderNode(context.world, order), userErrors: [] };
  });

const orderInvoiceSend = mutation(
  { scopes: ['write_orders'] },
  ({ id, email }: { id: string; email?: { to?: string | null } | null }, context, action) => {
    const order = needOrder(context, id, ['id']);
    const to = email?.to ?? order.email;
    if (!to) refuse(null, 'No recipient email address was provided', 'ORDER_INVOICE_SEND_UNSUCCESSFUL');
    if (!/^[^\s@]+@[^\s@]+$/.test(to ?? '')) refuse(null, 'To is invalid', 'ORDER_INVOICE_SEND_UNSUCCESSFUL');
    action.touch(order);
    return { order: orderNode(context.world, order), userErrors: [] };
  },
);

const orderCapture = mutation(
  { scopes: ['write_orders'] },
  (
    { input }: { input: { id: string; parentTransactionId: string; amount: string; currency?: string | null } },
    context,
    action,
  ) => {
    const order = needOrder(context, input.id, ['id']);
    const parentId = idOf(input.parentTransactionId, 'OrderTransaction');
    const amount = readPresentment(order, input.amount, paymentsOf(order).capturable, ['amount']);
    const transaction = captureAuthorization(context.world, order, action, parentId, amount);
    return { transaction: transactionNode(context.world, order, transaction), userErrors: [] };
  },
);

const transactionVoid = mutation(
  { scopes: ['write_orders'] },
  ({ parentTransactionId }: { parentTransactionId: string }, context, action) => {
    const parentId = idOf(parentTransactionId, 'OrderTransaction');
    const hit = context.world.findInOrders((order) =>
      order.shop === context.shop.domain ? order.transactions.find((t) => t.id === parentId) : undefined,
    );
    if (!hit) return refuse(['parentTransactionId'], 'Transaction does not exist', 'TRANSACTION_NOT_FOUND');
    const transaction = voidAuthorization(context.world, hit.order, action, hit.found);
    return { transaction: transactionNode(context.world, hit.order, transaction), userErrors: [] };
  },
);

export const ORDER_MUTATIONS: TypeResolvers = {
  refundCreate,
  orderCancel,
  orderUpdate,
  orderClose: closing(true),
  orderOpen: closing(false),
  orderInvoiceSend,
  orderCapture,
  transactionVoid,
};
