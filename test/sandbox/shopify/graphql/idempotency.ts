import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLError, getDirectiveValues } from 'graphql';
import { Refused } from '../model/refused.ts';

/** Mutations that Shopify refuses without `@idempotent(key:)` since 2026-04, though the schema cannot show it. */
export const NEEDS_KEY: ReadonlySet<string> = new Set([
  'refundCreate',
  'inventoryActivate',
  'inventoryAdjustQuantities',
  'inventoryMoveQuantities',
  'inventorySetOnHandQuantities',
  'inventorySetQuantities',
]);

/** A key is forgotten after that long. */
const RETENTION_MS = 24 * 3_600_000;

type Entry = { fingerprint: string; at: number; result: unknown };

/** Remembers what a key was used for, by shop and mutation. */
export const createIdempotencyStore = (nowMs: () => number) => {
  const entries = new Map<string, Entry>();
  return {
    /**
     * Runs once for a key; the same key with the same arguments gives the first result again.
     * @throws Refused when the key was used with other arguments
     */
    once: (shop: string, mutation: string, key: string, args: unknown, run: () => unknown): unknown => {
      const id = `${shop}/${mutation}/${key}`;
      const fingerprint = createHash('sha256').update(canonical(args)).digest('hex');
      const known = entries.get(id);
      if (known && nowMs() - known.at < RETENTION_MS) {
        if (known.fingerprint === fingerprint) return known.result;
        const message = 'The same idempotency key was already used with different parameters.';
        throw new Refused([{ field: null, message, code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' }]);
      }
      const result = run();
      entries.set(id, { fingerprint, at: nowMs(), result });
      return result;
    },
  };
};
export type IdempotencyStore = ReturnType<typeof createIdempotencyStore>;

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
};

/**
 * The key that the mutation's field carries.
 * @throws GraphQLError where the mutation needs one and has none
 */
export const keyOf = (info: GraphQLResolveInfo): string | null => {
  const directive = info.schema.getDirective('idempotent');
  const node = info.fieldNodes[0];
  const values = directive && node ? getDirectiveValues(directive, node, info.variableValues) : undefined;
  const key = (values?.key as string | undefined) ?? null;
  if (key === null && NEEDS_KEY.has(info.fieldName)) {
    throw new GraphQLError('The @idempotent directive is required for this mutation but was not provided.', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  return key;
};
