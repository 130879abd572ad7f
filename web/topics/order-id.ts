import { legacyId } from '../../policy/facts/order-facts.ts';

/** What stands at `order.id` or the like; undefined where a part of the way is not there. */
export const at = (payload: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, payload);

/** The order a payload names, as digits. @see findId */
export const findOrderId = (payload: unknown, places: readonly string[]): string | null =>
  findId(payload, places, 'Order');

/**
 * What a payload names, as digits, from the first of these places that holds an id of that type.
 * @returns null where none does; ids come as numbers (of any size), digits or global ids
 */
export const findId = (
  payload: unknown,
  places: readonly string[],
  type: 'Order' | 'InventoryItem' | 'FulfillmentOrder' | 'Product',
): string | null => {
  for (const place of places) {
    const value = at(payload, place);
    if (typeof value === 'bigint' && value > 0n) return legacyId(value);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return legacyId(value);
    if (typeof value === 'string' && isIdOf(value, type)) return legacyId(value);
  }
  return null;
};

const isIdOf = (value: string, type: string): boolean =>
  /^\d+$/.test(value.startsWith(`gid://shopify/${type}/`) ? value.slice(`gid://shopify/${type}/`.length) : value);
