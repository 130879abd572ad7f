import { gidOf } from '../../model/json.ts';
import type { Customer, Metafield, Order } from '../../model/model.ts';
import { minorOf } from '../../model/money.ts';
import { Refused, refuse } from '../../model/refused.ts';
import { startBulk } from '../bulk.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { moneyV2 } from '../money-out.ts';
import { mutation } from '../mutation.ts';
import { nodeById } from '../node-by-id.ts';
import { digestOf, metafieldNode, time } from '../nodes/common.ts';
import { storeCreditAccountNode } from '../nodes/customer.ts';
import type { TypeResolvers } from '../schema.ts';

const tagging = (change: (tags: string[], given: readonly string[]) => string[]) =>
  mutation(
    { scopes: ['write_orders', 'write_customers'] },
    ({ id, tags }: { id: string; tags: string[] }, context, action) => {
      const type = /^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1] ?? '';
      const given = tags
        .flatMap((tag) => tag.split(','))
        .map((tag) => tag.trim())
        .filter(Boolean);
      const order = type === 'Order' ? context.world.findOrder(idOf(id, 'Order'), context.shop) : undefined;
      const customer = type === 'Customer' ? context.world.customers.get(idOf(id, 'Customer')) : undefined;
      const owner = order ?? customer;
      if (!owner) return refuse(['id'], `${type} does not exist`);
      owner.tags = change(owner.tags, given);
      if (order) action.touch(order);
      return { node: nodeById(context, id), userErrors: [] };
    },
  );

type MetafieldArgs = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

/** Those that own metafields here: orders and products. */
const metafieldsOf = (
  context: Context,
  ownerId: string,
): { list: Metafield[]; type: string; order: Order | null } | null => {
  const type = /^gid:\/\/shopify\/(\w+)\//.exec(ownerId)?.[1] ?? '';
  if (type === 'Order') {
    const order = context.world.findOrder(idOf(ownerId, 'Order'), context.shop);
    return order ? { list: order.metafields, type: 'ORDER', order } : null;
  }
  const product = type === 'Product' ? context.world.products.get(idOf(ownerId, 'Product')) : undefined;
  return product ? { list: product.metafields, type: 'PRODUCT', order: null } : null;
};

const metafieldsSet = mutation(
  { scopes: ['write_orders', 'write_products'] },
  ({ metafields }: { metafields: readonly MetafieldArgs[] }, context, action) => {
    if (metafields.length > 25) {
      refuse(['metafields'], 'Exceeded the maximum metafields input limit of 25.', 'LESS_THAN_OR_EQUAL_TO');
    }
    const planned = metafields.map((input, index) => {
      const at = (key: string) => ['metafields', String(index), key];
      const owner = metafieldsOf(context, input.ownerId);
      if (!owner) return refuse(at('ownerId'), 'Owner does not exist.', 'INVALID');
      const namespace = input.namespace ?? 'app';
      const known = owner.list.find((metafield) => metafield.namespace === namespace && metafield.key === input.key);
      if (input.compareDigest !== undefined && input.compareDigest !== (known ? digestOf(known.value) : null)) {
        throw new Refused([
          {
            field: at('compareDigest'),
            message: 'The resource has been updated since it was loaded.',
            code: 'STALE_OBJECT',
          },
        ]);
      }
      if (!known && !input.type) refuse(at('type'), "Type can't be blank", 'BLANK');
      return { input, owner, namespace, known };
    });
    const made = planned.map(({ input, owner, namespace, known }) => {
      const metafield = known ?? {
        id: context.world.nextId('Metafield'),
        namespace,
        key: input.key,
        value: input.value,
        type: input.type ?? 'single_line_text_field',
        createdAt: action.at,
        updatedAt: action.at,
      };
      metafield.value = input.value;
      metafield.updatedAt = action.at;
      if (!known) owner.list.push(metafield);
      if (owner.order) action.touch(owner.order);
      return metafieldNode(metafield, owner.type, () => nodeById(context, input.ownerId));
    });
    return { metafields: made, userErrors: [] };
  },
);

const metafieldsDelete = mutation(
  { scopes: ['write_orders', 'write_products'] },
  ({ metafields }: { metafields: readonly { ownerId: string; namespace: string; key: string }[] }, context) => ({
    deletedMetafields: metafields.map((identifier) => {
      const owner = metafieldsOf(context, identifier.ownerId);
      const index =
        owner?.list.findIndex((m) => m.namespace === identifier.namespace && m.key === identifier.key) ?? -1;
      if (!owner || index < 0) return null;
      owner.list.splice(index, 1);
      return identifier;
    }),
    userErrors: [],
  }),
);

const storeCreditAccountCredit = mutation(
  { scopes: ['write_store_credit_account_transactions'] },
  (
    {
      id,
      creditInput,
    }: {
      id: string;
      creditInput: { creditAmount: { amount: string; currencyCode: string }; expiresAt?: string | null };
    },
    context,
    action,
  ) => {
    const customer = customerFor(context, id);
    const { amount, currencyCode } = creditInput.creditAmount;
    const minor = minorOf(amount, currencyCode) ?? 0;
    if (minor <= 0) {
      const message = 'A positive amount must be used to credit a store credit account';
      refuse(['creditInput', 'creditAmount', 'amount'], message, 'NEGATIVE_OR_ZERO_AMOUNT');
    }
    if (creditInput.expiresAt && Date.parse(creditInput.expiresAt) <= action.at) {
      refuse(['creditInput', 'expiresAt'], 'The expiry date must be in the future', 'EXPIRES_AT_IN_PAST');
    }
    const account = customer.storeCredit ?? {
      id: context.world.nextId('StoreCreditAccount'),
      currency: currencyCode,
      balance: 0,
    };
    if (account.currency !== currencyCode) {
      const message = 'The currency provided does not match the currency of the store credit account';
      refuse(['creditInput', 'creditAmount', 'currencyCode'], message, 'MISMATCHING_CURRENCY');
    }
    customer.storeCredit = account;
    account.balance += minor;
    return {
      storeCreditAccountTransaction: {
        __typename: 'StoreCreditAccountCreditTransaction',
        id: gidOf('StoreCreditAccountCreditTransaction', context.world.nextId('StoreCreditAccountTransaction')),
        account: () => storeCreditAccountNode(context.world, customer, account),
        amount: moneyV2(minor, currencyCode),
        remainingAmount: moneyV2(minor, currencyCode),
        balanceAfterTransaction: moneyV2(account.balance, currencyCode),
        createdAt: time(action.at),
        event: 'ADJUSTMENT',
        expiresAt: creditInput.expiresAt ?? null,
      },
      userErrors: [],
    };
  },
);

const customerFor = (context: Context, gid: string): Customer => {
  const id = idOf(gid, 'Customer', 'StoreCreditAccount');
  const found = [...context.world.customers.values()].find(
    (customer) => customer.shop === context.shop.domain && (customer.id === id || customer.storeCredit?.id === id),
  );
  const isAccount = gid.includes('/StoreCreditAccount/');
  const what = isAccount ? 'Store credit account' : 'Owner';
  return found ?? refuse(['id'], `${what} does not exist`, isAccount ? 'ACCOUNT_NOT_FOUND' : 'OWNER_NOT_FOUND');
};

const webhookSubscriptionCreate = mutation(
  { scopes: [] },
  (
    {
      topic,
      webhookSubscription,
    }: { topic: string; webhookSubscription: { uri?: string | null; filter?: string | null } },
    context,
    action,
  ) => {
    const uri = webhookSubscription.uri;
    if (!uri) return refuse(['webhookSubscription', 'callbackUrl'], "Address can't be blank");
    const id = context.world.nextId('WebhookSubscription');
    const subscription = {
      __typename: 'WebhookSubscription',
      id: gidOf('WebhookSubscription', id),
      legacyResourceId: id,
      topic,
      uri,
      callbackUrl: uri,
      filter: webhookSubscription.filter ?? null,
      format: 'JSON',
      includeFields: [],
      metafieldNamespaces: [],
      createdAt: time(action.at),
      updatedAt: time(action.at),
    };
    context.edits.subscriptions.set(id, subscription);
    return { webhookSubscription: subscription, userErrors: [] };
  },
);

const webhookSubscriptionDelete = mutation({ scopes: [] }, ({ id }: { id: string }, context) => {
  const known = context.edits.subscriptions.delete(idOf(id, 'WebhookSubscription'));
  if (!known) refuse(['id'], 'Webhook subscription does not exist');
  return { deletedWebhookSubscriptionId: id, userErrors: [] };
});

export const OTHER_MUTATIONS: TypeResolvers = {
  tagsAdd: tagging((tags, given) => [...new Set([...tags, ...given])]),
  tagsRemove: tagging((tags, given) => tags.filter((tag) => !given.includes(tag))),
  metafieldsSet,
  metafieldsDelete,
  storeCreditAccountCredit,
  webhookSubscriptionCreate,
  webhookSubscriptionDelete,
  bulkOperationRunQuery: mutation({ scopes: [] }, (args, context, _action, info) => startBulk(args, context, info)),
};
