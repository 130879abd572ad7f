import { gidOf, idNumber } from '../model/json.ts';
import type { Level, Line, Location, Shop } from '../model/model.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restTime } from '../rest/rest-common.ts';

/** Stock. `available` may fall below zero where a product is oversold. */

export const homeLocation = (world: World, shop: Shop): Location => {
  const home = world.locationsOf(shop).find((location) => location.service === 'manual' && location.active);
  return home ?? refuse(null, `shop ${shop.domain} has no active location`);
};

export const locationFor = (world: World, shop: Shop, service: string): Location => {
  if (service === 'manual' || service === 'gift_card') return homeLocation(world, shop);
  const known = world.locationsOf(shop).find((location) => location.service === service);
  if (known) return known;
  const id = world.nextId('Location');
  const location = { id, shop: shop.domain, name: service, active: true, country: shop.country, service };
  world.locations.set(id, location);
  return location;
};

/** A level changed: its webhook, and whether the variant ran out or came back. */
export const changeLevel = (
  world: World,
  action: Action,
  level: Level,
  change: { available?: number; committed?: number },
) => {
  const before = level.available;
  level.available += change.available ?? 0;
  level.committed += change.committed ?? 0;
  level.updatedAt = action.at;
  if (change.available === undefined || change.available === 0) return;
  action.emit('inventory_levels/update', () => ({
    inventory_item_id: idNumber(level.itemId),
    location_id: idNumber(level.locationId),
    available: level.available,
    updated_at: restTime(action.at, action.shop.timeZone),
    admin_graphql_api_id: `${gidOf('InventoryLevel', level.locationId)}?inventory_item_id=${level.itemId}`,
  }));
  const topic =
    before > 0 && level.available <= 0
      ? 'variants/out_of_stock'
      : before <= 0 && level.available > 0
        ? 'variants/in_stock'
        : null;
  const found = world.findItem(level.itemId);
  if (topic === null || !found) return;
  action.emit(topic, () => ({
    id: idNumber(found.variant.id),
    admin_graphql_api_id: gidOf('ProductVariant', found.variant.id),
    product_id: idNumber(found.product.id),
    title: found.variant.title,
    sku: found.variant.sku,
    inventory_item_id: idNumber(level.itemId),
    inventory_policy: found.variant.policy,
    inventory_quantity: level.available,
    updated_at: restTime(action.at, action.shop.timeZone),
  }));
};

const levelOfLine = (world: World, line: Line, locationId: string): Level | null => {
  const variant = world.findVariant(line.variantId)?.variant;
  return variant ? world.levelOf(variant.inventoryItemId, locationId) : null;
};

/** Units are promised to an order: they leave `available` and are `committed`. */
export const commitStock = (world: World, action: Action, line: Line, locationId: string, units: number): void => {
  const level = levelOfLine(world, line, locationId);
  if (level && units > 0) changeLevel(world, action, level, { available: -units, committed: units });
};

/** Units left the building. */
export const shipStock = (world: World, action: Action, line: Line, locationId: string, units: number): void => {
  const level = levelOfLine(world, line, locationId);
  if (level) changeLevel(world, action, level, { committed: -units });
};

/** Units are no longer promised; with `restock` they are for sale again. */
export const releaseStock = (
  world: World,
  action: Action,
  line: Line,
  locationId: string,
  units: number,
  restock: boolean,
): void => {
  const level = levelOfLine(world, line, locationId);
  if (level)
    changeLevel(world, action, level, restock ? { available: units, committed: -units } : { committed: -units });
};

/** Units came back from a customer and are for sale again. */
export const returnStock = (world: World, action: Action, line: Line, locationId: string, units: number): void => {
  const level = levelOfLine(world, line, locationId);
  if (level && units > 0) changeLevel(world, action, level, { available: units });
};
