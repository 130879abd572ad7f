import { commitEdit, type OrderEdit } from '../../actions/edit-order.ts';
import { gidOf } from '../../model/json.ts';
import type { Line, Order } from '../../model/model.ts';
import type { Bag } from '../../model/money.ts';
import { add, minorOf, proportion, subtract, times, ZERO } from '../../model/money.ts';
import { currentOf, currentQuantity, lineTotal, outstandingOf, shippingTotal } from '../../model/order-sums.ts';
import { refuse } from '../../model/refused.ts';
import type { BulkOperation } from '../bulk.ts';
import { connection, type PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { moneyBag } from '../money-out.ts';
import { mutation } from '../mutation.ts';
import { orderNode } from '../nodes/order.ts';
import { variantNode } from '../nodes/product.ts';
import type { TypeResolvers } from '../schema.ts';
import type { DraftOrder } from './draft-order.ts';
import { needOrder } from './orders.ts';

type MoneyInput = { amount: string; currencyCode: string };
type Session = {
  id: string;
  order: Order;
  quantities: Map<string, { quantity: number; restock: boolean }>;
  added: (OrderEdit['added'][number] & { id: string })[];
  addedShipping: { id: string; title: string; price: Bag }[];
};

/** What has begun and is not committed, and the few things that live beside orders. */
export type EditSessions = Readonly<{
  sessions: Map<string, Session>;
  drafts: Map<string, DraftOrder>;
  subscriptions: Map<string, { id: string; topic: string }>;
  bulkOperations: Map<string, BulkOperation>;
}>;
export const createEditSessions = (): EditSessions => ({
  sessions: new Map(),
  drafts: new Map(),
  subscriptions: new Map(),
  bulkOperations: new Map(),
});

const SCOPES = { scopes: ['write_order_edits'] };

const needSession = (context: Context, gid: string, code: string | null = null): Session => {
  const session = context.edits.sessions.get(idOf(gid, 'CalculatedOrder', 'OrderEditSession'));
  return session ?? refuse(['id'], 'The calculated order does not exist.', code);
};

const quantityIn = (session: Session, line: Line): number =>
  session.quantities.get(line.id)?.quantity ?? currentQuantity(line);

const lineIn = (context: Context, session: Session, line: Line): object => {
  const unit = line.price;
  const quantity = quantityIn(session, line);
  const found = context.world.findVariant(line.variantId);
  return {
    id: gidOf('CalculatedLineItem', line.id),
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    quantity,
    editableQuantity: quantity,
    editableQuantityBeforeChanges: currentQuantity(line),
    editableSubtotalSet: moneyBag(session.order, times(unit, quantity)),
    uneditableSubtotalSet: moneyBag(session.order, ZERO),
    originalUnitPriceSet: moneyBag(session.order, unit),
    discountedUnitPriceSet: moneyBag(session.order, unit),
    hasStagedLineItemDiscount: false,
    restockable: line.variantId !== null,
    restocking: session.quantities.get(line.id)?.restock ?? false,
    variant: () => (found ? variantNode(context.world, found.product, found.variant) : null),
  };
};

const addedIn = (session: Session, line: Session['added'][number]): object => ({
  id: gidOf('CalculatedLineItem', line.id),
  title: line.title,
  quantity: line.quantity,
  editableQuantity: line.quantity,
  editableQuantityBeforeChanges: 0,
  editableSubtotalSet: moneyBag(session.order, times(line.price, line.quantity)),
  uneditableSubtotalSet: moneyBag(session.order, ZERO),
  originalUnitPriceSet: moneyBag(session.order, line.price),
  discountedUnitPriceSet: moneyBag(session.order, line.price),
  hasStagedLineItemDiscount: false,
  restockable: false,
  restocking: false,
});

/** What the order would come to: what is there, plus what is staged. */
const changeOf = (session: Session): Bag => {
  const removed = [...session.quantities].map(([lineId, { quantity }]) => {
    const line = session.order.lines.find((candidate) => candidate.id === lineId);
    if (!line) return ZERO;
    const unit = lineTotal(line);
    const delta = quantity - currentQuantity(line);
    const part = (minor: number) => Math.sign(delta) * proportion(minor, Math.abs(delta), line.quantity);
    return { shop: part(unit.shop), pres: part(unit.pres) };
  });
  return add(
    ...removed,
    ...session.added.map((line) => times(line.price, line.quantity)),
    ...session.addedShipping.map((line) => line.price),
  );
};

const calculated = (context: Context, session: Session): object => {
  const { order } = session;
  const current = currentOf(order);
  const change = changeOf(session);
  return {
    __typename: 'CalculatedOrder',
    id: gidOf('CalculatedOrder', session.id),
    notificationPreviewTitle: `Your order ${order.name} has been updated`,
    originalOrder: () => orderNode(context.world, order),
    lineItems: (args: PageArgs) =>
      connection(
        [
          ...order.lines.map((line) => ({ id: line.id, node: () => lineIn(context, session, line) })),
          ...session.added.map((line) => ({ id: line.id, node: () => addedIn(session, line) })),
        ],
        args,
        (line) => line.id,
        (line) => line.node(),
      ),
    addedLineItems: (args: PageArgs) =>
      connection(
        session.added,
        args,
        (line) => line.id,
        (line) => addedIn(session, line),
      ),
    shippingLines: [
      ...order.shippingLines.map((line) => ({
        id: gidOf('CalculatedShippingLine', line.id),
        title: line.title,
        price: moneyBag(order, shippingTotal(line)),
        stagedStatus: 'NONE',
      })),
      ...session.addedShipping.map((line) => ({
        id: gidOf('CalculatedShippingLine', line.id),
        title: line.title,
        price: moneyBag(order, line.price),
        stagedStatus: 'ADDED',
      })),
    ],
    subtotalLineItemsQuantity:
      order.lines.reduce((sum, line) => sum + quantityIn(session, line), 0) +
      session.added.reduce((sum, line) => sum + line.quantity, 0),
    subtotalPriceSet: moneyBag(order, add(current.subtotal, subtract(change, shippingChange(session)))),
    taxLines: [],
    totalPriceSet: moneyBag(order, add(current.total, change)),
    totalOutstandingSet: moneyBag(order, add(outstandingOf(order), change)),
  };
};

const shippingChange = (session: Session): Bag => add(...session.addedShipping.map((line) => line.price));

const staged = (context: Context, session: Session) => ({
  calculatedOrder: () => calculated(context, session),
  orderEditSession: { __typename: 'OrderEditSession', id: gidOf('OrderEditSession', session.id) },
  userErrors: [],
});

/** Edits are priced in the shop's currency. */
const shopPrice = (order: Order, price: MoneyInput, wrongCurrency: () => never): Bag => {
  if (price.currencyCode !== order.currency) wrongCurrency();
  const shop = minorOf(price.amount, order.currency) ?? 0;
  if (shop < 0) refuse(['price', 'amount'], 'must be greater than or equal to 0');
  const rate = order.lines[0]?.price ?? { shop: 1, pres: 1 };
  return { shop, pres: order.currency === order.presentmentCurrency ? shop : proportion(rate.pres, shop, rate.shop) };
};

export const ORDER_EDIT_MUTATIONS: TypeResolvers = {
  orderEditBegin: mutation(SCOPES, ({ id }: { id: string }, context) => {
    const order = needOrder(context, id, ['id'], 'The order does not exist.', null);
    if (order.cancelledAt !== null) refuse(null, 'The order cannot be edited.');
    const session: Session = {
      id: context.world.nextId('CalculatedOrder'),
      order,
      quantities: new Map(),
      added: [],
      addedShipping: [],
    };
    context.edits.sessions.set(session.id, session);
    return staged(context, session);
  }),
  orderEditSetQuantity: mutation(
    SCOPES,
    (args: { id: string; lineItemId: string; quantity: number; restock?: boolean | null }, context) => {
      const session = needSession(context, args.id);
      const lineId = idOf(args.lineItemId, 'CalculatedLineItem', 'LineItem');
      const added = session.added.find((line) => line.id === lineId);
      if (args.quantity < 0) refuse(['quantity'], 'must be greater than or equal to 0');
      if (added) {
        const index = session.added.indexOf(added);
        if (args.quantity === 0) session.added.splice(index, 1);
        else session.added[index] = { ...added, quantity: args.quantity };
        return {
          ...staged(context, session),
          calculatedLineItem: addedIn(session, { ...added, quantity: args.quantity }),
        };
      }
      const line = session.order.lines.find((candidate) => candidate.id === lineId);
      if (!line) return refuse(['lineItemId'], 'The line item does not exist on the order.');
      session.quantities.set(line.id, { quantity: args.quantity, restock: args.restock ?? false });
      return { ...staged(context, session), calculatedLineItem: () => lineIn(context, session, line) };
    },
  ),
  orderEditAddVariant: mutation(
    SCOPES,
    (args: { id: string; variantId: string; quantity: number; allowDuplicates?: boolean | null }, context) => {
      const session = needSession(context, args.id);
      if (args.quantity <= 0) refuse(['quantity'], 'must be greater than 0');
      const found = context.world.findVariant(idOf(args.variantId, 'ProductVariant'));
      if (!found) return refuse(['variantId'], 'The variant does not exist in the shop.');
      const known = session.order.lines.some((line) => line.variantId === found.variant.id);
      if (known && !args.allowDuplicates) {
        refuse(['id'], `The ${found.product.title} was not added because it's already on the order.`);
      }
      const price = shopPrice(
        session.order,
        { amount: String(found.variant.price / 100), currencyCode: session.order.currency },
        () => refuse(['price'], 'Currency must match.'),
      );
      const line = {
        id: context.world.nextId('CalculatedLineItem'),
        title: found.product.title,
        quantity: args.quantity,
        price,
        variantId: found.variant.id,
        requiresShipping: true,
      };
      session.added.push(line);
      return { ...staged(context, session), calculatedLineItem: addedIn(session, line) };
    },
  ),
  orderEditAddCustomItem: mutation(
    SCOPES,
    (
      args: { id: string; title: string; quantity: number; price: MoneyInput; requiresShipping?: boolean | null },
      context,
    ) => {
      const session = needSession(context, args.id);
      if (args.title.trim() === '') refuse(['title'], "can't be blank");
      if (args.title.length > 255) refuse(['title'], 'is too long (maximum is 255 characters)');
      if (args.quantity <= 0) refuse(['quantity'], 'must be greater than 0');
      const price = shopPrice(session.order, args.price, () =>
        refuse(['price', 'amount'], `Currency must be ${session.order.currency}.`),
      );
      const line = {
        id: context.world.nextId('CalculatedLineItem'),
        title: args.title,
        quantity: args.quantity,
        price,
        variantId: null,
        requiresShipping: args.requiresShipping ?? false,
      };
      session.added.push(line);
      return { ...staged(context, session), calculatedLineItem: addedIn(session, line) };
    },
  ),
  orderEditAddShippingLine: mutation(
    SCOPES,
    ({ id, shippingLine }: { id: string; shippingLine: { title: string; price: MoneyInput } }, context) => {
      const session = needSession(context, id, 'INVALID');
      const price = shopPrice(session.order, shippingLine.price, () =>
        refuse(['shippingLine', 'price'], `The price must be in ${session.order.currency}.`, 'INVALID'),
      );
      const line = { id: context.world.nextId('CalculatedShippingLine'), title: shippingLine.title, price };
      session.addedShipping.push(line);
      const calculatedShippingLine = {
        id: gidOf('CalculatedShippingLine', line.id),
        title: line.title,
        price: moneyBag(session.order, price),
        stagedStatus: 'ADDED',
      };
      return { ...staged(context, session), calculatedShippingLine };
    },
  ),
  orderEditCommit: mutation(SCOPES, ({ id }: { id: string }, context, action) => {
    const session = needSession(context, id);
    commitEdit(context.world, session.order, action, {
      quantities: [...session.quantities].map(([lineId, change]) => ({ lineId, ...change })),
      added: session.added,
      addedShipping: session.addedShipping,
    });
    context.edits.sessions.delete(session.id);
    return { order: () => orderNode(context.world, session.order), successMessages: ['Order updated'], userErrors: [] };
  }),
};
