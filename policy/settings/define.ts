import type { z } from 'zod';
import type { ClauseId } from '../clauses.ts';

/** Where a setting may differ from the shop's own value: by the country goods go to, or by product (collection). */
export type Override = 'market' | 'product';

export const BY_MARKET = ['market'] as const satisfies readonly Override[];
export const BY_PRODUCT = ['product'] as const satisfies readonly Override[];
export const BY_BOTH = ['market', 'product'] as const satisfies readonly Override[];
export const FOR_SHOP_ONLY = [] as const satisfies readonly Override[];

/** One ambiguity of the text, made a choice of the merchant. */
export type SettingDefinition<S extends z.ZodType = z.ZodType> = Readonly<{
  schema: S;
  default: z.output<S>;
  /** The ambiguity of the text that it settles. */
  ambiguity: `A${number}`;
  /** What it does, for the merchant. */
  description: string;
  /** What a number or an amount counts; null for a choice. */
  unit: string | null;
  /** Allowed values in words. */
  allowed: string;
  /** Why the default is what it is. */
  because: string;
  clauses: readonly ClauseId[];
  overridable: readonly Override[];
}>;

/** Keeps the schema's exact type while checking the rest. */
export const setting = <S extends z.ZodType>(definition: SettingDefinition<S>): SettingDefinition<S> => definition;
