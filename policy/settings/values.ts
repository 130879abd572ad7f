import type { z } from 'zod';
import type { SettingDefinition } from './define.ts';
import { SETTINGS } from './table.ts';

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

export const definitionOf = (name: SettingName): SettingDefinition => SETTINGS[name] as unknown as SettingDefinition;
export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);

const NO_OVERRIDES = { markets: {}, products: {}, collections: {} } as const;

export const DEFAULT_SETTINGS: Settings = Object.freeze({
  ...(Object.fromEntries(SETTING_NAMES.map((name) => [name, definitionOf(name).default])) as SettingValues),
  ...NO_OVERRIDES,
});

/** The schema of one setting's input, for forms. */
export const settingSchema = (name: SettingName): z.ZodType => definitionOf(name).schema;

/** What differs from the defaults, by name: the short form that is stored and compared. */
export const settingsDiff = (settings: Settings): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(settings).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify((DEFAULT_SETTINGS as Record<string, unknown>)[name]),
    ),
  );
