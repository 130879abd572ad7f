import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../../clock.ts';
import { digitsOf } from './json.ts';
import type {
  Customer,
  Level,
  Location,
  Order,
  Product,
  Return,
  ReverseDelivery,
  ReverseFulfillmentOrder,
  Shop,
  Variant,
} from './model.ts';

/** One thing a merchant, a customer or the app did: all its webhooks share an event id. */
export type Action = Readonly<{
  shop: Shop;
  at: number;
  /** Sends when the action is done; `build` is called then, so that every payload shows the end of the action. */
  emit(topic: string, build: () => unknown): void;
  /** The order changed: `updated_at` moves and `orders/updated` follows last. */
  touch(order: Order): void;
  commit(): void;
}>;

export type Webhook = Readonly<{ shop: string; topic: string; eventId: string; body: string; triggeredAt: number }>;
export type Job = {
  id: string;
  kind: 'order-cancel' | 'bulk' | 'other';
  shop: string;
  done: boolean;
  failed: boolean;
  errors: { field: string[] | null; message: string; code: string }[];
  orderId: string | null;
};

/** Numbers of ids that look like Shopify's: each type counts from its own base. */
const ID_BASES: Record<string, number> = {
  Order: 6_100_000_000_000,
  LineItem: 15_300_000_000_000,
  ShippingLine: 5_200_000_000_000,
  OrderTransaction: 7_400_000_000_000,
  Refund: 920_000_000_000,
  RefundLineItem: 680_000_000_000,
  Fulfillment: 5_600_000_000_000,
  FulfillmentLineItem: 12_800_000_000_000,
  FulfillmentOrder: 6_900_000_000_000,
  FulfillmentOrderLineItem: 14_100_000_000_000,
  Return: 14_700_000_000,
  ReturnLineItem: 22_400_000_000,
  ReverseFulfillmentOrder: 14_300_000_000,
  ReverseFulfillmentOrderLineItem: 21_900_000_000,
  ReverseDelivery: 5_100_000_000,
  Customer: 8_200_000_000_000,
  Product: 9_100_000_000_000,
  ProductVariant: 48_500_000_000_000,
  InventoryItem: 50_500_000_000_000,
  Location: 106_300_000_000,
};

export type World = ReturnType<typeof createWorld>;

export const createWorld = (
  clock: SandboxClock,
  options: { jobDelayMs: number; rest: { order(o: Order): unknown } },
) => {
  const shops = new Map<string, Shop>();
  const orders = new Map<string, Order>();
  const customers = new Map<string, Customer>();
  const locations = new Map<string, Location>();
  const products = new Map<string, Product>();
  const levels = new Map<string, Level>();
  const jobs = new Map<string, Job>();
  const counters = new Map<string, number>();
  const timers = new Map<NodeJS.Timeout, () => void>();
  const listeners: ((webhook: Webhook) => void)[] = [];

  const nextId = (type: string): string => {
    const next = (counters.get(type) ?? ID_BASES[type] ?? 1_000_000_000) + 1;
    counters.set(type, next);
    return String(next);
  };

  /** A new action in the shop. Nothing is sent unless it is committed. */
  const begin = (shop: Shop): Action => {
    const eventId = randomUUID();
    const at = clock.now();
    const pending: { topic: string; build: () => unknown }[] = [];
    const touched = new Set<Order>();
    const send = (topic: string, build: () => unknown) => {
      if (!shop.installed && topic !== 'app/uninstalled') return;
      const body = JSON.stringify(build());
      for (const listener of listeners) listener({ shop: shop.domain, topic, eventId, body, triggeredAt: at });
    };
    return {
      shop,
      at,
      emit: (topic, build) => {
        pending.push({ topic, build });
      },
      touch: (order) => {
        order.updatedAt = at;
        touched.add(order);
      },
      commit: () => {
        for (const { topic, build } of pending) send(topic, build);
        for (const order of touched) send('orders/updated', () => options.rest.order(order));
      },
    };
  };

  /** Real time passes, as it does before a job is done. */
  const later = (milliseconds: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, milliseconds);
    timers.set(timer, run);
  };

  /** As if that time had passed already. */
  const hurry = (): void => {
    for (const [timer, run] of [...timers]) {
      clearTimeout(timer);
      timers.delete(timer);
      run();
    }
  };

  const ofShop = (shop: Shop) => [...orders.values()].filter((order) => order.shop === shop.domain);
  /** By id, global id or name (`#1001`, `1001`). */
  const findOrder = (reference: string, shop?: Shop): Order | undefined => {
    const byId = orders.get(digitsOf(reference) ?? '');
    if (byId && (shop === undefined || byId.shop === shop.domain)) return byId;
    const name = reference.startsWith('gid://') ? null : `#${reference.replace(/^#/, '')}`;
    return [...orders.values()].find((o) => o.name === name && (shop === undefined || o.shop === shop.domain));
  };

  const findVariant = (variantId: string | null): { product: Product; variant: Variant } | undefined => {
    for (const product of products.values()) {
      const variant = product.variants.find((candidate) => candidate.id === variantId);
      if (variant) return { product, variant };
    }
    return undefined;
  };
  const findItem = (itemId: string): { product: Product; variant: Variant } | undefined => {
    for (const product of products.values()) {
      const variant = product.variants.find((candidate) => candidate.inventoryItemId === itemId);
      if (variant) return { product, variant };
    }
    return undefined;
  };

  const locationsOf = (shop: Shop) => [...locations.values()].filter((location) => location.shop === shop.domain);
  const levelKey = (itemId: string, locationId: string) => `${itemId}/${locationId}`;
  const levelOf = (itemId: string, locationId: string): Level => {
    const key = levelKey(itemId, locationId);
    let level = levels.get(key);
    if (!level) {
      level = { itemId, locationId, available: 100, committed: 0, updatedAt: clock.now() };
      levels.set(key, level);
    }
    return level;
  };

  const findReturn = (id: string): { order: Order; ret: Return } | undefined => {
    for (const order of orders.values()) {
      const ret = order.returns.find((candidate) => candidate.id === id);
      if (ret) return { order, ret };
    }
    return undefined;
  };
  const findReverseOrder = (id: string): { order: Order; ret: Return; rfo: ReverseFulfillmentOrder } | undefined => {
    for (const order of orders.values()) {
      for (const ret of order.returns) {
        const rfo = ret.reverseOrders.find((candidate) => candidate.id === id);
        if (rfo) return { order, ret, rfo };
      }
    }
    return undefined;
  };
  const findReverseDelivery = (
    id: string,
  ): { order: Order; ret: Return; rfo: ReverseFulfillmentOrder; delivery: ReverseDelivery } | undefined => {
    for (const order of orders.values()) {
      for (const ret of order.returns) {
        for (const rfo of ret.reverseOrders) {
          const delivery = rfo.deliveries.find((candidate) => candidate.id === id);
          if (delivery) return { order, ret, rfo, delivery };
        }
      }
    }
    return undefined;
  };
  const findInOrders = <T>(pick: (order: Order) => T | undefined): { order: Order; found: T } | undefined => {
    for (const order of orders.values()) {
      const found = pick(order);
      if (found !== undefined) return { order, found };
    }
    return undefined;
  };
  const shopOf = (order: Order): Shop => {
    const shop = shops.get(order.shop);
    if (!shop) throw new Error(`no shop ${order.shop}`);
    return shop;
  };

  return {
    clock,
    jobDelayMs: options.jobDelayMs,
    shops,
    orders,
    customers,
    locations,
    products,
    levels,
    counters,
    jobs,
    nextId,
    begin,
    later,
    hurry,
    ofShop,
    shopOf,
    findOrder,
    findVariant,
    findItem,
    locationsOf,
    levelOf,
    findReturn,
    findReverseOrder,
    findReverseDelivery,
    findInOrders,
    onWebhook: (listener: (webhook: Webhook) => void) => {
      listeners.push(listener);
    },
    stop: () => {
      for (const timer of timers.keys()) clearTimeout(timer);
      timers.clear();
    },
  };
};
