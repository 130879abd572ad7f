import { z } from 'zod';
import { PolicyError, quoted } from './errors.ts';
import type { Override, SettingDefinition } from './settings/define.ts';
import { nearest } from './settings/nearest.ts';
import { country } from './settings/schemas.ts';
import { SETTINGS } from './settings/table.ts';

export type { Override, SettingDefinition } from './settings/define.ts';
export { SETTINGS } from './settings/table.ts';

export type SettingName = keyof typeof SETTINGS;

/** Every setting with its value, flat by name. */
export type SettingValues = Readonly<{ [K in SettingName]: z.output<(typeof SETTINGS)[K]['schema']> }>;

/** What differs for one market, product or collection. */
export type SettingOverrides = Readonly<Partial<SettingValues>>;

/**
 * A complete policy: every setting, and what differs for single markets (ISO 3166 country goods go to), products (digits
 * of the product's id) and collections. A collection carries the products it has, so that deciding needs no look-up; the
 * narrower wins: product, collection, market, shop.
 */
export type Settings = SettingValues &
  Readonly<{
    markets: Readonly<Record<string, SettingOverrides>>;
    products: Readonly<Record<string, SettingOverrides>>;
    collections: Readonly<Record<string, Readonly<{ productIds: readonly string[]; settings: SettingOverrides }>>>;
  }>;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

const definitionOf = (name: SettingName): SettingDefinition => SETTINGS[name] as unknown as SettingDefinition;
const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

const NO_OVERRIDES = { markets: {}, products: {}, collections: {} } as const;

export const DEFAULT_SETTINGS: Settings = Object.freeze({
  ...(Object.fromEntries(SETTING_NAMES.map((name) => [name, definitionOf(name).default])) as SettingValues),
  ...NO_OVERRIDES,
});

/** The schema of one setting's input, for forms. */
export const settingSchema = (name: SettingName): z.ZodType => definitionOf(name).schema;

/** An object of settings as it is written: only what differs. For forms and stored versions. */
export const SettingsInput = z.strictObject({
  ...(Object.fromEntries(SETTING_NAMES.map((name) => [name, definitionOf(name).schema.optional()])) as {
    [K in SettingName]: z.ZodOptional<(typeof SETTINGS)[K]['schema']>;
  }),
  markets: z.record(country, z.record(z.string(), z.unknown())).optional(),
  products: z.record(z.string().regex(/^\d+$/), z.record(z.string(), z.unknown())).optional(),
  collections: z
    .record(
      z.string().regex(/^\d+$/),
      z.strictObject({
        productIds: z.array(z.string().regex(/^\d+$/)),
        settings: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const record = (value: unknown, path: string): Record<string, unknown> => {
  if (!isRecord(value)) throw new PolicyError('settings/bad-value', path, `expected an object, got ${quoted(value)}`);
  return value;
};

const unknownName = (name: string, path: string): PolicyError => {
  const near = nearest(name, [...SETTING_NAMES, 'markets', 'products', 'collections']);
  return new PolicyError(
    'settings/unknown',
    path,
    `unknown setting \`${name.slice(0, 60)}\`${near ? `; did you mean \`${near}\`?` : '; see the list of settings'}`,
  );
};

const parseValue = (name: SettingName, value: unknown, path: string): unknown => {
  const definition = definitionOf(name);
  const parsed = definition.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PolicyError(
    'settings/bad-value',
    path,
    `setting \`${name}\` can't be ${quoted(value)}; allowed: ${definition.allowed}`,
  );
};

const parseValues = (input: Record<string, unknown>, path: string, by: Override | null): SettingOverrides => {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    const at = `${path}.${name}`;
    if (!isSettingName(name)) throw unknownName(name, at);
    if (by !== null && !definitionOf(name).overridable.includes(by)) {
      throw new PolicyError(
        'settings/not-overridable',
        at,
        `setting \`${name}\` can't differ by ${by}; set it for the shop`,
      );
    }
    values[name] = parseValue(name, value, at);
  }
  return values as SettingOverrides;
};

const parseKey = (key: string, pattern: RegExp, like: string, path: string): void => {
  if (!pattern.test(key)) {
    throw new PolicyError('settings/bad-value', path, `expected ${like}, got ${quoted(key)}`);
  }
};

const parseScopes = <T>(
  input: unknown,
  path: string,
  pattern: RegExp,
  like: string,
  parse: (v: unknown, at: string) => T,
) =>
  Object.fromEntries(
    Object.entries(record(input ?? {}, path)).map(([key, value]) => {
      parseKey(key, pattern, like, path);
      return [key, parse(value, `${path}.${key}`)];
    }),
  );

const parseCollection = (value: unknown, path: string) => {
  const { productIds = [], settings = {}, ...rest } = record(value, path);
  const extra = Object.keys(rest)[0];
  if (extra !== undefined) throw unknownName(extra, `${path}.${extra}`);
  if (!Array.isArray(productIds) || productIds.some((id) => typeof id !== 'string' || !/^\d+$/.test(id))) {
    throw new PolicyError('settings/bad-value', `${path}.productIds`, "expected a list of products' ids in digits");
  }
  return {
    productIds: productIds as string[],
    settings: parseValues(record(settings, `${path}.settings`), `${path}.settings`, 'product'),
  };
};

/**
 * Settings as a merchant or a request gives them (only what differs from the defaults), made complete.
 * @param base where they stand in the input, for the path of an error
 * @throws PolicyError `settings/unknown`, `settings/bad-value` or `settings/not-overridable`, naming the setting
 */
export const parseSettings = (input: unknown, base = 'settings'): Settings => {
  if (input === undefined || input === null) return DEFAULT_SETTINGS;
  const { markets, products, collections, ...own } = record(input, base);
  return Object.freeze({
    ...DEFAULT_SETTINGS,
    ...parseValues(own, base, null),
    markets: parseScopes(markets, `${base}.markets`, /^[A-Z]{2}$/, 'a country like "DE"', (value, at) =>
      parseValues(record(value, at), at, 'market'),
    ),
    products: parseScopes(products, `${base}.products`, /^\d+$/, "the digits of a product's id", (value, at) =>
      parseValues(record(value, at), at, 'product'),
    ),
    collections: parseScopes(
      collections,
      `${base}.collections`,
      /^\d+$/,
      "the digits of a collection's id",
      parseCollection,
    ),
  });
};

/** Which order line, going where, the settings are for. */
export type SettingScope = Readonly<{ shipTo?: string | null; productId?: string | null }>;

const isEmpty = (record: object): boolean => {
  for (const _key in record) return false;
  return true;
};

const applied = (settings: Settings, shipTo: string | null, productId: string | null): Settings => {
  const market = shipTo === null ? undefined : settings.markets[shipTo];
  if (productId === null) return market ? { ...settings, ...market, markets: {} } : settings;
  const collections = Object.values(settings.collections).filter((c) => c.productIds.includes(productId));
  const product = settings.products[productId];
  if (!market && !product && collections.length === 0) return settings;
  return Object.assign({}, settings, market, ...collections.map((c) => c.settings), product, NO_OVERRIDES);
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

/** What differs from the defaults, by name: the short form that is stored and compared. */
export const settingsDiff = (settings: Settings): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((DEFAULT_SETTINGS as Record<string, unknown>)[name]),
    ),
  );
