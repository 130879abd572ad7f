import { z } from 'zod';
import { PolicyError, quoted } from '../errors.ts';
import type { Override } from './define.ts';
import { nearest } from './nearest.ts';
import { country } from './schemas.ts';
import type { SETTINGS } from './table.ts';
import {
  DEFAULT_SETTINGS,
  definitionOf,
  isSettingName,
  SETTING_NAMES,
  type SettingName,
  type SettingOverrides,
  type Settings,
} from './values.ts';

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
