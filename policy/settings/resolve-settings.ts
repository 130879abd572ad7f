import type { Settings } from './values.ts';

/** Which order line, going where, the settings are for. */
export type SettingScope = Readonly<{ shipTo?: string | null; productId?: string | null }>;

const isEmpty = (record: object): boolean => {
  for (const _key in record) return false;
  return true;
};

const NOTHING_LEFT = { markets: {}, products: {}, collections: {} } as const;

const applied = (settings: Settings, shipTo: string | null, productId: string | null): Settings => {
  const market = shipTo === null ? undefined : settings.markets[shipTo];
  if (productId === null) return market ? { ...settings, ...market, markets: {} } : settings;
  const collections = Object.values(settings.collections).filter((c) => c.productIds.includes(productId));
  const product = settings.products[productId];
  if (!market && !product && collections.length === 0) return settings;
  return Object.assign({}, settings, market, ...collections.map((c) => c.settings), product, NOTHING_LEFT);
};

/** What was resolved before; settings never change, and are forgotten together with it. */
const resolved = new WeakMap<Settings, Map<string, Settings>>();

/** The settings in force for a market and a product: what is narrower wins. Nothing is left to override in the answer. */
export const resolveSettings = (settings: Settings, { shipTo = null, productId = null }: SettingScope): Settings => {
  if (isEmpty(settings.products) && isEmpty(settings.collections)) {
    if (shipTo === null || settings.markets[shipTo] === undefined) return settings;
  }
  const scopes = resolved.get(settings) ?? new Map<string, Settings>();
  resolved.set(settings, scopes);
  const key = `${shipTo} ${productId}`;
  const before = scopes.get(key);
  if (before) return before;
  const own = applied(settings, shipTo, productId);
  scopes.set(key, own);
  return own;
};
