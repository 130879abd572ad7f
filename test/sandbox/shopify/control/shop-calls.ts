import { randomUUID } from 'node:crypto';
import { changeLevel, homeLocation } from '../actions/stock.ts';
import type { Tokens } from '../auth/tokens.ts';
import { stockShop } from '../catalog.ts';
import type { Deliveries } from '../delivery/deliveries.ts';
import { digitsOf, idNumber } from '../model/json.ts';
import type { Shop } from '../model/model.ts';
import { refuse } from '../model/refused.ts';
import type { World } from '../model/world.ts';
import { restTime } from '../rest/rest-common.ts';
import * as bodies from './bodies.ts';
import { parsed } from './bodies.ts';
import { NotHere } from './not-here.ts';

type Deps = Readonly<{ world: World; deliveries: Deliveries; tokens: Tokens; scopes: readonly string[] }>;

const restShop = (shop: Shop, at: number) => ({
  id: idNumber(shop.id),
  name: shop.name,
  email: shop.email,
  domain: shop.domain,
  myshopify_domain: shop.domain,
  currency: shop.currency,
  iana_timezone: shop.timeZone,
  country_code: shop.country,
  updated_at: restTime(at, shop.timeZone),
});

/** What happens to a shop as a whole: stock, the app's coming and going, any delivery. */
export const shopCalls = ({ world, deliveries, tokens, scopes }: Deps) => {
  const needShop = (domain: string): Shop => {
    const shop = world.shops.get(domain);
    if (!shop) throw new NotHere(`no shop ${domain}`);
    return shop;
  };
  return {
    inventory: (domain: string, body: unknown) => {
      const wish = parsed(bodies.InventoryBody, body);
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

    deliver: (body: unknown, fallbackShop: string) => {
      const { topic, payload, headers, shop } = parsed(bodies.DeliverBody, body);
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
      const wish = parsed(bodies.ShopBody, body);
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

    /** What the merchant changes in the shop's settings. */
    updateShop: (domain: string, body: unknown) => {
      const shop = needShop(domain);
      const { name, timeZone, currency } = parsed(bodies.ShopUpdateBody, body);
      Object.assign(shop, {
        name: name ?? shop.name,
        timeZone: timeZone ?? shop.timeZone,
        currency: currency ?? shop.currency,
      });
      const action = world.begin(shop);
      action.emit('shop/update', () => restShop(shop, action.at));
      action.commit();
      return restShop(shop, action.at);
    },

    /** The merchant grants, or takes away: tokens that are out have the new scopes from then on. */
    changeScopes: (domain: string, body: unknown) => {
      const shop = needShop(domain);
      const previous = [...shop.scopes];
      const { scopes: current } = parsed(bodies.ScopesBody, body);
      shop.scopes = [...current];
      for (const grant of tokens.grants) if (grant.shop === domain) grant.scopes = shop.scopes;
      const action = world.begin(shop);
      action.emit('app/scopes_update', () => ({
        id: idNumber(shop.id),
        previous,
        current,
        updated_at: restTime(action.at, shop.timeZone),
      }));
      action.commit();
      return { domain, previous, current };
    },

    uninstall: (domain: string) => {
      const shop = needShop(domain);
      shop.installed = false;
      tokens.revoke(domain);
      const action = world.begin(shop);
      action.emit('app/uninstalled', () => restShop(shop, action.at));
      action.commit();
      return { domain, installed: false };
    },
  };
};
