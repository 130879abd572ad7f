import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CANCEL_REASONS, cancelNow } from '../actions/cancel-order.ts';
import { changeDispute, DISPUTE_STATUSES } from '../actions/dispute.ts';
import { commitEdit } from '../actions/edit-order.ts';
import { carrierEvent, SHIPMENT_STATUSES, shipLines } from '../actions/fulfill.ts';
import { answerCancellation } from '../actions/fulfillment-orders.ts';
import { placeOrder } from '../actions/place-order.ts';
import { makeRefund, settleRefund } from '../actions/refund.ts';
import { makeReturn, REASON_DEFINITIONS, returnableQuantity } from '../actions/returns.ts';
import { changeLevel, homeLocation } from '../actions/stock.ts';
import type { Tokens } from '../auth/tokens.ts';
import { stockShop } from '../catalog.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { digitsOf, idNumber } from '../model/json.ts';
import type { Fulfillment, Order, Shop } from '../model/model.ts';
import { add, minorOf } from '../model/money.ts';
import {
  bagAtRate,
  paymentsOf,
  refundableQuantity,
  shippingLeft,
  suggestTenders,
  unfulfilledOf,
} from '../model/order-sums.ts';
import { Refused, refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restTime } from '../rest/rest-common.ts';
import { orderView } from './order-view.ts';

/** Not here: answered with 404. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

const Id = z.union([z.string(), z.number()]);
const Quantity = z.number().int().positive();
/** Control calls take a line's id under any of the names that people try. */
const LineRef = z
  .looseObject({
    id: Id.optional(),
    line_item_id: Id.optional(),
    lineItemId: Id.optional(),
    sku: z.string().optional(),
    quantity: Quantity.optional(),
  })
  .transform((line) => ({
    reference: String(line.id ?? line.line_item_id ?? line.lineItemId ?? line.sku ?? ''),
    quantity: line.quantity,
  }));
const Tracking = z
  .union([
    z.string().transform((number) => ({ number, url: null, company: null })),
    z
      .looseObject({ number: z.string().nullish(), url: z.string().nullish(), company: z.string().nullish() })
      .transform(({ number, url, company }) => ({
        number: number ?? null,
        url: url ?? null,
        company: company ?? null,
      })),
  ])
  .nullish();

const FulfillBody = z.looseObject({
  lines: z.array(LineRef).nullish(),
  tracking: Tracking,
  created_at: z.string().nullish(),
});
const EventBody = z.looseObject({
  status: z.enum(SHIPMENT_STATUSES),
  message: z.string().nullish(),
  happened_at: z.string().nullish(),
  city: z.string().nullish(),
});
const CancelBody = z.looseObject({
  reason: z.enum(CANCEL_REASONS).default('customer'),
  restock: z.boolean().default(true),
  refund: z.boolean().default(true),
  note: z.string().nullish(),
});
const RefundBody = z.looseObject({
  lines: z.array(LineRef).nullish(),
  amount: z.union([z.string(), z.number()]).nullish(),
  shipping: z.union([z.boolean(), z.string(), z.number()]).nullish(),
  restock: z.boolean().default(false),
  note: z.string().nullish(),
});
const InventoryBody = z.looseObject({
  inventory_item_id: Id.optional(),
  sku: z.string().optional(),
  location_id: Id.optional(),
  available: z.number().int(),
});
const EditBody = z.looseObject({
  lines: z.array(
    z.looseObject({
      id: Id.optional(),
      line_item_id: Id.optional(),
      title: z.string().optional(),
      sku: z.string().optional(),
      price: z.union([z.string(), z.number()]).optional(),
      quantity: z.number().int().min(0),
    }),
  ),
});
const ReturnRequestBody = z.looseObject({
  lines: z.array(LineRef).nullish(),
  reason: z.string().default('unwanted'),
  note: z.string().nullish(),
});
const DisputeBody = z.looseObject({
  status: z.enum(DISPUTE_STATUSES).default('needs_response'),
  type: z.enum(['chargeback', 'inquiry']).default('chargeback'),
});
const ShopBody = z.looseObject({
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'expected a domain like second.myshopify.com'),
  name: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a currency like EUR')
    .default('USD'),
  timeZone: z.string().default('America/New_York'),
  country: z.string().length(2).default('US'),
  scopes: z.array(z.string()).optional(),
});
const DeliverBody = z.looseObject({
  topic: z.string().min(1),
  payload: z.unknown(),
  headers: z.record(z.string(), z.string()).optional(),
  shop: z.string().optional(),
});

const parsed = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new Refused(result.error.issues.map(({ path, message }) => ({ field: path.map(String), message })));
};

type Deps = Readonly<{ world: World; deliveries: Deliveries; tokens: Tokens; scopes: readonly string[] }>;

/** Everything a person or the world can do to a shop, as functions; the HTTP routes only call them. */
export const createControl = ({ world, deliveries, tokens, scopes }: Deps) => {
  const needShop = (domain: string): Shop => {
    const shop = world.shops.get(domain);
    if (!shop) throw new NotHere(`no shop ${domain}`);
    return shop;
  };
  const needOrder = (reference: string): Order => {
    const order = world.findOrder(decodeURIComponent(reference));
    if (!order) throw new NotHere(`no order ${reference}`);
    return order;
  };
  const needFulfillment = (id: string): { order: Order; fulfillment: Fulfillment } => {
    const digits = digitsOf(id);
    const hit = world.findInOrders((order) => order.fulfillments.find((f) => f.id === digits || f.name === id));
    if (!hit) throw new NotHere(`no fulfillment ${id}`);
    return { order: hit.order, fulfillment: hit.found };
  };
  const lineOf = (order: Order, reference: string) => {
    const line = order.lines.find((each) => each.id === digitsOf(reference) || each.sku === reference);
    return line ?? refuse(['lines'], `order ${order.name} has no line ${reference}`);
  };
  const act = <T>(order: Order, run: (action: Action) => T): T => {
    const action = world.begin(world.shopOf(order));
    const result = run(action);
    action.commit();
    return result;
  };
  const view = (order: Order) => orderView(world, order);

  return {
    placeOrder: (domain: string, body: unknown): Order => placeOrder(world, needShop(domain), body),
    order: (reference: string) => view(needOrder(reference)),
    orders: (domain: string) => world.ofShop(needShop(domain)).map(view),

    fulfill: (reference: string, body: unknown) => {
      const { lines, tracking, created_at } = parsed(FulfillBody, body);
      const order = needOrder(reference);
      if (order.cancelledAt !== null) refuse(['id'], `order ${order.name} is cancelled`);
      const wanted =
        lines?.map((line) => {
          const own = lineOf(order, line.reference);
          return { lineId: own.id, quantity: line.quantity ?? unfulfilledOf(order, own.id) };
        }) ?? null;
      const none = { number: null, url: null, company: null };
      act(order, (action) => {
        const made = shipLines(world, order, action, wanted, tracking ?? none);
        for (const fulfillment of made) if (created_at) fulfillment.createdAt = Date.parse(created_at);
      });
      return view(order);
    },

    carrierEvent: (fulfillmentId: string, body: unknown) => {
      const event = parsed(EventBody, body);
      const { order, fulfillment } = needFulfillment(fulfillmentId);
      act(order, (action) =>
        carrierEvent(world, order, fulfillment, action, {
          status: event.status,
          message: event.message,
          city: event.city,
          happenedAt: event.happened_at ? Date.parse(event.happened_at) : null,
        }),
      );
      return view(order);
    },

    cancel: (reference: string, body: unknown) => {
      const wish = parsed(CancelBody, body);
      const order = needOrder(reference);
      act(order, (action) =>
        cancelNow(world, order, action, {
          reason: wish.reason,
          restock: wish.restock,
          refund: wish.refund ? 'original' : null,
          staffNote: wish.note ?? null,
        }),
      );
      return view(order);
    },

    /** With lines their sum, with an amount that amount, with both the amount for these lines; else all that is left. */
    refund: (reference: string, body: unknown) => {
      const wish = parsed(RefundBody, body);
      const order = needOrder(reference);
      const everything = !wish.lines && wish.amount == null && !wish.shipping;
      const currency = order.presentmentCurrency;
      const bag = (amount: string | number, cap = paymentsOf(order).left) => {
        const minor = minorOf(amount, currency);
        return bagAtRate(order, minor ?? refuse(['amount'], `${amount} is not an amount of ${currency}`), cap);
      };
      const shippingMost = add(...order.shippingLines.map(shippingLeft));
      const shipping =
        wish.shipping === true || everything
          ? ('full' as const)
          : wish.shipping == null || wish.shipping === false
            ? null
            : bag(wish.shipping, shippingMost);
      const chosen = everything
        ? order.lines.map((line) => ({ line, quantity: refundableQuantity(line) }))
        : (wish.lines ?? []).map(({ reference: id, quantity }) => {
            const line = lineOf(order, id);
            return { line, quantity: quantity ?? refundableQuantity(line) };
          });
      const amount = wish.amount == null ? null : bag(wish.amount);
      act(order, (action) =>
        makeRefund(world, order, action, {
          lines: chosen
            .filter(({ quantity }) => quantity > 0)
            .map(({ line, quantity }) => ({
              lineId: line.id,
              quantity,
              restockType: !wish.restock
                ? 'no_restock'
                : unfulfilledOf(order, line.id) >= quantity
                  ? 'cancel'
                  : 'return',
              locationId: null,
            })),
          shipping,
          tips: everything,
          note: wish.note ?? null,
          transactions:
            amount === null
              ? 'suggested'
              : suggestTenders(order, amount).length === 0 || amount.pres > paymentsOf(order).left.pres
                ? [{ parentId: order.transactions[0]?.id ?? '', amount }]
                : suggestTenders(order, amount).map((tender) => ({
                    parentId: tender.parent.id,
                    amount: tender.amount,
                  })),
        }),
      );
      return view(order);
    },

    /** A refund that is pending on a slow gateway settles, or fails. */
    settleTransaction: (id: string, body: unknown) => {
      const { accept } = parsed(z.looseObject({ accept: z.boolean().default(true) }), body);
      const hit = world.findInOrders((order) => order.transactions.find((t) => t.id === digitsOf(id)));
      if (!hit) throw new NotHere(`no transaction ${id}`);
      if (hit.found.status !== 'pending') refuse(['id'], `transaction ${id} is ${hit.found.status}, not pending`);
      act(hit.order, (action) => settleRefund(hit.order, action, hit.found, accept));
      return view(hit.order);
    },

    inventory: (domain: string, body: unknown) => {
      const wish = parsed(InventoryBody, body);
      const bySku = [...world.products.values()]
        .flatMap((product) => product.variants)
        .find((variant) => wish.sku && variant.sku === wish.sku);
      const itemId = digitsOf(wish.inventory_item_id) ?? bySku?.inventoryItemId ?? '';
      const found = world.findItem(itemId);
      if (!found) throw new NotHere(`no inventory item ${String(wish.inventory_item_id ?? wish.sku)}`);
      const shop = needShop(found.product.shop ?? domain);
      const locationId = digitsOf(wish.location_id) ?? homeLocation(world, shop).id;
      if (world.locations.get(locationId)?.shop !== shop.domain) throw new NotHere(`no location ${locationId}`);
      const level = world.levelOf(itemId, locationId);
      const action = world.begin(shop);
      changeLevel(world, action, level, { available: wish.available - level.available });
      action.commit();
      return {
        inventory_item_id: idNumber(itemId),
        location_id: idNumber(locationId),
        available: level.available,
        committed: level.committed,
      };
    },

    products: (domain: string) =>
      [...world.products.values()]
        .filter((product) => product.shop === needShop(domain).domain)
        .map((product) => ({
          id: idNumber(product.id),
          title: product.title,
          variants: product.variants.map((variant) => ({
            id: idNumber(variant.id),
            sku: variant.sku,
            price: variant.price,
            inventory_item_id: idNumber(variant.inventoryItemId),
            available: world.levelOf(variant.inventoryItemId, homeLocation(world, needShop(domain)).id).available,
          })),
        })),

    edit: (reference: string, body: unknown) => {
      const { lines } = parsed(EditBody, body);
      const order = needOrder(reference);
      const named = lines.filter((line) => line.id !== undefined || line.line_item_id !== undefined);
      const added = lines.filter((line) => line.id === undefined && line.line_item_id === undefined);
      act(order, (action) =>
        commitEdit(world, order, action, {
          quantities: named.map((line) => ({
            lineId: lineOf(order, String(line.id ?? line.line_item_id)).id,
            quantity: line.quantity,
            restock: true,
          })),
          added: added.map((line, index) => {
            const variant = [...world.products.values()]
              .flatMap((product) => product.variants)
              .find((candidate) => line.sku && candidate.sku === line.sku);
            const amount = line.price ?? (variant ? variant.price / 100 : undefined);
            const shop = amount === undefined ? null : minorOf(amount, order.currency);
            if (shop === null) refuse(['lines', String(index), 'price'], 'an added line needs a price');
            const rate = order.lines[0]?.price ?? { shop: 1, pres: 1 };
            const pres =
              order.currency === order.presentmentCurrency
                ? Number(shop)
                : Math.round((Number(shop) * rate.pres) / rate.shop);
            return {
              title: line.title ?? 'Item',
              quantity: line.quantity,
              price: { shop: Number(shop), pres },
              variantId: variant?.id ?? null,
              requiresShipping: true,
            };
          }),
          addedShipping: [],
        }),
      );
      return view(order);
    },

    returnRequest: (reference: string, body: unknown) => {
      const wish = parsed(ReturnRequestBody, body);
      const order = needOrder(reference);
      const word = wish.reason.toLowerCase().replace(/[\s-]+/g, '_');
      const reason = REASON_DEFINITIONS.find(
        (definition) => definition.reason.toLowerCase() === word || definition.handle.replace(/-/g, '_') === word,
      );
      if (!reason) {
        const known = REASON_DEFINITIONS.map((definition) => definition.reason.toLowerCase()).join(', ');
        return refuse(['reason'], `reason ${wish.reason} is not one of ${known}`);
      }
      const wanted = wish.lines ?? order.lines.map((line) => ({ reference: line.id, quantity: undefined }));
      const lines = wanted.flatMap(({ reference: id, quantity }) => {
        const line = lineOf(order, id);
        let left = quantity ?? Number.POSITIVE_INFINITY;
        const parts = order.fulfillments.flatMap((fulfillment) =>
          fulfillment.lines
            .filter((shipped) => shipped.lineId === line.id)
            .flatMap((shipped) => {
              const units = Math.min(left, returnableQuantity(order, fulfillment, shipped.id));
              left -= units;
              return units > 0 ? [{ fulfillmentLineId: shipped.id, quantity: units }] : [];
            }),
        );
        if (Number.isFinite(left) && left > 0) {
          refuse(['lines'], `${quantity} of line ${line.id} cannot be returned: ${Number(quantity) - left} can`);
        }
        return parts;
      });
      if (lines.length === 0) refuse(['lines'], `nothing of order ${order.name} can be returned`);
      const ret = act(order, (action) =>
        makeReturn(
          world,
          order,
          action,
          {
            lines: lines.map((line) => ({
              ...line,
              reason: reason.reason,
              reasonDefinition: reason.id,
              note: '',
              customerNote: wish.note ?? null,
              restockingFee: null,
            })),
            shippingFee: null,
            root: 'input',
          },
          'requested',
        ),
      );
      return { ...view(order), return: { id: idNumber(ret.id), name: ret.name, status: ret.status } };
    },

    dispute: (reference: string, body: unknown) => {
      const { status, type } = parsed(DisputeBody, body);
      const order = needOrder(reference);
      act(order, (action) => changeDispute(world, order, action, status, type));
      return view(order);
    },

    answerCancellation: (id: string, body: unknown) => {
      const { accept } = parsed(z.looseObject({ accept: z.boolean() }), body);
      const hit = world.findInOrders((order) => order.fulfillmentOrders.find((fo) => fo.id === digitsOf(id)));
      if (!hit) throw new NotHere(`no fulfillment order ${id}`);
      act(hit.order, (action) => answerCancellation(hit.order, hit.found, action, accept));
      return view(hit.order);
    },

    deliver: (body: unknown, fallbackShop: string) => {
      const { topic, payload, headers, shop } = parsed(DeliverBody, body);
      const raw = typeof payload === 'string' ? payload : JSON.stringify(payload ?? {});
      const lower = Object.fromEntries(
        Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const webhook = {
        shop: shop ?? lower['x-shopify-shop-domain'] ?? fallbackShop,
        topic,
        eventId: lower['x-shopify-event-id'] ?? randomUUID(),
        body: raw,
        triggeredAt: world.clock.now(),
      };
      return deliveries.enqueue(webhook, lower, lower['x-shopify-webhook-id']);
    },

    addShop: (body: unknown): Shop => {
      const wish = parsed(ShopBody, body);
      if (world.shops.has(wish.domain)) refuse(['domain'], `shop ${wish.domain} is here already`);
      const shop: Shop = {
        id: world.nextId('Shop'),
        domain: wish.domain,
        name: wish.name ?? wish.domain.replace('.myshopify.com', ''),
        currency: wish.currency,
        timeZone: wish.timeZone,
        country: wish.country,
        email: `owner@${wish.domain}`,
        installed: false,
        scopes: wish.scopes ?? [...scopes],
        nextOrderNumber: 1001,
      };
      world.shops.set(shop.domain, shop);
      stockShop(world, shop);
      return shop;
    },

    shop: needShop,
    shops: () => [...world.shops.values()],

    /** The merchant removes the app: tokens die at once, then `app/uninstalled` goes out. */
    uninstall: (domain: string) => {
      const shop = needShop(domain);
      shop.installed = false;
      tokens.revoke(domain);
      const action = world.begin(shop);
      action.emit('app/uninstalled', () => ({
        id: idNumber(shop.id),
        name: shop.name,
        email: shop.email,
        domain: shop.domain,
        myshopify_domain: shop.domain,
        currency: shop.currency,
        iana_timezone: shop.timeZone,
        country_code: shop.country,
        updated_at: restTime(action.at, shop.timeZone),
      }));
      action.commit();
      return { domain, installed: false };
    },
  };
};
export type Control = ReturnType<typeof createControl>;
