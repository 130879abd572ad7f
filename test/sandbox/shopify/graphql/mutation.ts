import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLError } from 'graphql';
import { Refused } from '../model/refused.ts';
import type { Action } from '../model/world.ts';
import { MAX_PAGE } from './connection.ts';
import type { Context } from './context.ts';
import { needScope } from './context.ts';
import { keyOf } from './idempotency.ts';

type Options = Readonly<{
  /** One of these access scopes is needed. */
  scopes: readonly string[];
  /** Names of the payload's error lists; `userErrors` unless said otherwise. */
  errorsIn?: readonly string[];
  /** What the payload shows beside the errors. */
  onError?: (args: any, context: Context) => object;
}>;

/**
 * A mutation: its access is checked, its arrays are counted, it runs under its key, what Shopify refuses becomes
 * `userErrors`, and its webhooks leave only when all of it went well.
 */
export const mutation =
  (
    { scopes, errorsIn = ['userErrors'], onError }: Options,
    run: (args: any, context: Context, action: Action, info: GraphQLResolveInfo) => object,
  ) =>
  (_source: unknown, args: object, context: Context, info: GraphQLResolveInfo): unknown => {
    needScope(context, info.fieldName, ...scopes);
    countArrays(args);
    const key = keyOf(info);
    const attempt = (): object => {
      const action = context.world.begin(context.shop);
      const payload = run(args, context, action, info);
      action.commit();
      return payload;
    };
    const refused = (error: unknown): object => {
      if (!(error instanceof Refused)) throw error;
      const errors = error.errors.map(({ field, message, code }) => ({ field, message, code: code ?? null }));
      return { ...onError?.(args, context), ...Object.fromEntries(errorsIn.map((name) => [name, errors])) };
    };
    const settled = (work: () => unknown): unknown => {
      try {
        return work();
      } catch (error) {
        return refused(error);
      }
    };
    if (key === null) return settled(attempt);
    return settled(() =>
      context.idempotency.once(context.shop.domain, info.fieldName, key, args, () => settled(attempt)),
    );
  };

const countArrays = (value: unknown): void => {
  if (Array.isArray(value) && value.length > MAX_PAGE) {
    const message = `The input array size of ${value.length} is greater than the maximum allowed of ${MAX_PAGE}.`;
    throw new GraphQLError(message, { extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } });
  }
  if (value !== null && typeof value === 'object') for (const each of Object.values(value)) countArrays(each);
};
