import { gidOf } from '../../model/json.ts';
import type { Customer } from '../../model/model.ts';
import { paymentsOf } from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { connection, type PageArgs } from '../connection.ts';
import { moneyV2 } from '../money-out.ts';
import { addressNode, metafieldFields, time } from './common.ts';
import { orderNode } from './order.ts';

export const customerNode = (world: World, customer: Customer): object => {
  const orders = [...world.orders.values()].filter((order) => order.customerId === customer.id);
  const currency = world.shops.get(customer.shop)?.currency ?? 'USD';
  const spent = orders.reduce((sum, order) => sum + paymentsOf(order).net.shop, 0);
  const address = orders.at(-1)?.shippingAddress ?? null;
  const subscribed = { marketingState: 'NOT_SUBSCRIBED', marketingOptInLevel: 'SINGLE_OPT_IN' };
  return {
    __typename: 'Customer',
    id: gidOf('Customer', customer.id),
    legacyResourceId: customer.id,
    amountSpent: moneyV2(spent, currency),
    canDelete: orders.length === 0,
    createdAt: time(customer.createdAt),
    updatedAt: time(customer.createdAt),
    dataSaleOptOut: false,
    defaultAddress: addressNode(address, customer.id),
    defaultEmailAddress: customer.email
      ? { emailAddress: customer.email, validFormat: true, openTrackingLevel: 'UNKNOWN', ...subscribed }
      : null,
    defaultPhoneNumber: customer.phone
      ? { phoneNumber: customer.phone, marketingCollectedFrom: null, ...subscribed }
      : null,
    displayName: [customer.firstName, customer.lastName].filter(Boolean).join(' ') || customer.email || 'Customer',
    email: customer.email,
    phone: customer.phone,
    firstName: customer.firstName,
    lastName: customer.lastName,
    lifetimeDuration: '1 month',
    locale: customer.locale,
    numberOfOrders: String(orders.length),
    orders: (args: PageArgs) =>
      connection(
        orders,
        args,
        (order) => order.id,
        (order) => orderNode(world, order),
      ),
    productSubscriberStatus: 'NEVER_SUBSCRIBED',
    state: 'DISABLED',
    storeCreditAccounts: (args: PageArgs) =>
      connection(
        customer.storeCredit ? [customer.storeCredit] : [],
        args,
        (account) => account.id,
        (account) => storeCreditAccountNode(world, customer, account),
      ),
    tags: customer.tags,
    taxExempt: false,
    taxExemptions: [],
    validEmailAddress: customer.email !== null,
    verifiedEmail: true,
    ...metafieldFields([], 'CUSTOMER', () => customerNode(world, customer)),
  };
};

export const storeCreditAccountNode = (
  world: World,
  customer: Customer,
  account: NonNullable<Customer['storeCredit']>,
): object => ({
  __typename: 'StoreCreditAccount',
  id: gidOf('StoreCreditAccount', account.id),
  balance: moneyV2(account.balance, account.currency),
  owner: () => customerNode(world, customer),
});
