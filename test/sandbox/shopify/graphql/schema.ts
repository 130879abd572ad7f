import { readFileSync } from 'node:fs';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import {
  buildASTSchema,
  GraphQLID,
  GraphQLScalarType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import type { Context } from './context.ts';
import { checkScalars } from './scalars.ts';

const SCHEMA_FILE = new URL('../../schema/admin-2026-10.graphql', import.meta.url);

/** Resolvers of one type: what is not here is read from the source object. */
export type TypeResolvers = Record<
  string,
  // Each resolver knows the source that its own type is given; the table does not.
  (source: any, args: any, context: Context, info: Parameters<GraphQLFieldResolver<unknown, Context>>[3]) => unknown
>;
export type Resolvers = Record<string, TypeResolvers>;

/** Shopify's own ID type, so that checking ids does not change `graphql`'s. */
const ShopifyId = new GraphQLScalarType({ name: 'ID', serialize: (value) => GraphQLID.serialize(value) });

/** The pruned Admin schema with scalars that check and the given resolvers. */
export const loadSchema = (resolvers: Resolvers): GraphQLSchema => {
  const schema = buildASTSchema(parse(readFileSync(SCHEMA_FILE, 'utf8'), { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  replaceId(schema);
  checkScalars(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type) || isUnionType(type)) {
      type.resolveType = (source: { __typename?: string }) => source.__typename;
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const own = resolvers[type.name] ?? {};
    const otherwise = type.name === 'Mutation' ? notModelled : fallback(type.name);
    for (const field of Object.values(type.getFields())) field.resolve = own[field.name] ?? otherwise;
    for (const name of Object.keys(own)) {
      if (!(name in type.getFields())) throw new Error(`no field ${type.name}.${name} in the pruned schema`);
    }
  }
  return schema;
};

const replaceId = (schema: GraphQLSchema): void => {
  const swap = (holder: { type: unknown }): void => {
    const type = holder.type as { ofType?: unknown };
    if (holder.type === GraphQLID) holder.type = ShopifyId;
    else if (type.ofType !== undefined) {
      const inner = { type: type.ofType };
      swap(inner);
      type.ofType = inner.type;
    }
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      if ('args' in field) for (const arg of field.args) swap(arg);
      else swap(field);
    }
  }
  (schema.getTypeMap() as Record<string, unknown>).ID = ShopifyId;
};

const notModelled: GraphQLFieldResolver<unknown, Context> = (_source, _args, _context, info) => {
  throw new Error(`the sandbox does not model ${info.fieldName}`);
};

/** Reads the field from the source; what is not modelled is null or empty where the schema allows it. */
const fallback =
  (typeName: string): GraphQLFieldResolver<unknown, Context> =>
  (source, args, context, info) => {
    const value = (source as Record<string, unknown> | null)?.[info.fieldName];
    if (typeof value === 'function') return value(args, context, info);
    if (value !== undefined) return value;
    if (!isNonNullType(info.returnType)) return null;
    const inner = info.returnType.ofType;
    if (isListType(inner)) return [];
    const named = getNamedType(inner);
    if (named.name.endsWith('Connection')) return { nodes: [], edges: [], pageInfo: EMPTY_PAGE };
    throw new Error(`the sandbox does not model ${typeName}.${info.fieldName}`);
  };

const EMPTY_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
