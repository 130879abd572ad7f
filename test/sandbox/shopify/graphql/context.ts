import { GraphQLError } from 'graphql';
import { digitsOf } from '../model/json.ts';
import type { Shop } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { IdempotencyStore } from './idempotency.ts';
import type { EditSessions } from './mutations/order-edit.ts';

export type Context = Readonly<{
  world: World;
  shop: Shop;
  scopes: readonly string[];
  variables: Readonly<Record<string, unknown>>;
  idempotency: IdempotencyStore;
  edits: EditSessions;
  sandboxUrl: string;
}>;

/**
 * The digits of a global id of the given type.
 * @throws GraphQLError `Invalid id`, as Shopify answers to the id of something else
 */
export const idOf = (gid: string, ...types: string[]): string => {
  const type = /^gid:\/\/shopify\/(\w+)\//.exec(gid)?.[1] ?? '';
  const digits = digitsOf(gid);
  if (!types.includes(type) || digits === null) {
    throw new GraphQLError(`Invalid id: ${gid}`, { extensions: { code: 'RESOURCE_NOT_FOUND' } });
  }
  return digits;
};

/** @throws GraphQLError ACCESS_DENIED unless one of the scopes was granted (write includes read) */
export const needScope = (context: Context, what: string, ...scopes: string[]): void => {
  const granted = (scope: string) =>
    context.scopes.includes(scope) || context.scopes.includes(scope.replace(/^read_/, 'write_'));
  if (scopes.length === 0 || scopes.some(granted)) return;
  const wanted = scopes.map((scope) => `\`${scope}\``).join(' or ');
  throw new GraphQLError(`Access denied for ${what} field. Required access: ${wanted} access scope.`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: `${wanted} access scope.`,
    },
  });
};
