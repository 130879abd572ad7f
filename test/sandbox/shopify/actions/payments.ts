import type { Order, Transaction } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { subtract } from '../model/money.ts';
import { capturableOf, financialStatus, paymentsOf, totalsOf } from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restOrder } from '../rest/rest-order.ts';
import { restTransaction } from '../rest/rest-parts.ts';

type Paid = Pick<Transaction, 'parentId' | 'kind' | 'gateway' | 'amount'>;

/** A transaction that went well, and the news of it. */
const addTransaction = (world: World, order: Order, action: Action, paid: Paid): Transaction => {
  const transaction: Transaction = {
    id: world.nextId('OrderTransaction'),
    ...paid,
    status: 'success',
    createdAt: action.at,
    refundId: null,
    message: null,
  };
  order.transactions.push(transaction);
  action.emit('order_transactions/create', () => restTransaction(order, transaction, action.shop.timeZone));
  action.touch(order);
  return transaction;
};

/** Money that arrives by itself: a bank transfer, cash on delivery, also for an order that is cancelled by then. */
export const receivePayment = (world: World, order: Order, action: Action): Transaction => {
  const amount = subtract(totalsOf(order).total, paymentsOf(order).received);
  if (amount.pres <= 0) refuse(['id'], 'Order is paid already');
  return addTransaction(world, order, action, { parentId: null, kind: 'sale', gateway: 'Bank Deposit', amount });
};

/** Takes money that was only authorised. */
export const captureAuthorization = (
  world: World,
  order: Order,
  action: Action,
  parentId: string,
  amount: Bag,
): Transaction => {
  const parent = order.transactions.find((t) => t.id === parentId && t.kind === 'authorization');
  if (!parent) return refuse(['parentTransactionId'], 'Parent transaction is not a valid authorization');
  if (amount.pres <= 0) refuse(['amount'], 'Amount must be greater than zero');
  if (amount.pres > capturableOf(order, parent).pres) {
    refuse(['amount'], 'Amount exceeds the amount available to capture');
  }
  const capture = addTransaction(world, order, action, {
    parentId,
    kind: 'capture',
    gateway: parent.gateway,
    amount,
  });
  if (financialStatus(order) === 'paid') action.emit('orders/paid', () => restOrder(world, order));
  return capture;
};

export const voidAuthorization = (world: World, order: Order, action: Action, parent: Transaction): Transaction => {
  const field = ['parentTransactionId'];
  if (parent.kind !== 'authorization') refuse(field, 'Transaction is not an authorization', 'AUTH_NOT_VOIDABLE');
  if (parent.status !== 'success') refuse(field, 'Authorization was not successful', 'AUTH_NOT_SUCCESSFUL');
  const open = capturableOf(order, parent);
  if (open.pres <= 0) refuse(field, 'Authorization cannot be voided', 'AUTH_NOT_VOIDABLE');
  return addTransaction(world, order, action, {
    parentId: parent.id,
    kind: 'void',
    gateway: parent.gateway,
    amount: open,
  });
};
