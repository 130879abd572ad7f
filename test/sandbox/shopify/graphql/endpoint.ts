import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, GraphQLError, Kind, parse } from 'graphql';
import type { Shop } from '../model/model.ts';
import type { World } from '../model/world.ts';
import type { Bucket, BucketSize } from './bucket.ts';
import { createBucket, MAX_REQUEST } from './bucket.ts';
import type { Context } from './context.ts';
import { actualCost, requestedCost } from './cost.ts';
import type { ShopifyError } from './errors.ts';
import { executionError, readVariables, validationErrors } from './errors.ts';
import { createIdempotencyStore } from './idempotency.ts';
import { DRAFT_ORDER_MUTATIONS } from './mutations/draft-order.ts';
import { FULFILLMENT_MUTATIONS } from './mutations/fulfillment.ts';
import { INVENTORY_MUTATIONS } from './mutations/inventory.ts';
import { createEditSessions, ORDER_EDIT_MUTATIONS } from './mutations/order-edit.ts';
import { ORDER_MUTATIONS } from './mutations/orders.ts';
import { OTHER_MUTATIONS } from './mutations/other.ts';
import { RETURN_MUTATIONS } from './mutations/returns.ts';
import { REVERSE_MUTATIONS } from './mutations/reverse.ts';
import { QUERIES } from './queries.ts';
import { loadSchema } from './schema.ts';

export type Request = Readonly<{ query: string; variables: Record<string, unknown>; operationName: string | null }>;
export type Answer = {
  data?: unknown;
  errors?: readonly ShopifyError[];
  extensions?: { cost: Record<string, unknown> };
};
export type Outcome = Readonly<{ answer: Answer; operation: string | null; isMutation: boolean; cost: number | null }>;

/** The Admin API of all shops: validates, charges, runs. */
export const createAdminApi = (world: World, options: { sandboxUrl: string; bucket?: BucketSize }) => {
  const schema = loadSchema({
    QueryRoot: QUERIES,
    Mutation: {
      ...ORDER_MUTATIONS,
      ...RETURN_MUTATIONS,
      ...REVERSE_MUTATIONS,
      ...FULFILLMENT_MUTATIONS,
      ...INVENTORY_MUTATIONS,
      ...ORDER_EDIT_MUTATIONS,
      ...DRAFT_ORDER_MUTATIONS,
      ...OTHER_MUTATIONS,
    },
  });
  const buckets = new Map<string, Bucket>();
  const edits = createEditSessions();
  const idempotency = createIdempotencyStore(() => world.clock.now());
  const documents = new Map<string, { document: DocumentNode; errors: ShopifyError[] }>();

  const bucketOf = (shop: Shop): Bucket => {
    let bucket = buckets.get(shop.domain);
    if (!bucket) {
      bucket = createBucket(options.bucket);
      buckets.set(shop.domain, bucket);
    }
    return bucket;
  };

  /** Documents are few and come again and again: parsed and validated once. */
  const read = (query: string) => {
    const known = documents.get(query);
    if (known) return known;
    const made = readDocument(schema, query);
    if (documents.size > 500) documents.clear();
    documents.set(query, made);
    return made;
  };

  const run = (shop: Shop, scopes: readonly string[], request: Request, throttled = false): Outcome => {
    const { document, errors } = read(request.query);
    const nothing = { operation: null, isMutation: false, cost: null };
    if (errors.length > 0) return { ...nothing, answer: { errors } };
    const operation = chooseOperation(document, request.operationName);
    if (!operation) {
      const message = request.operationName
        ? `No operation named "${request.operationName}"`
        : 'An operation name is required';
      return { ...nothing, answer: { errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] } };
    }
    const isMutation = operation.operation === 'mutation';
    const named = { operation: operation.name?.value ?? null, isMutation };
    const variables = readVariables(schema, operation, request.variables);
    if (variables.errors.length > 0) return { ...named, cost: null, answer: { errors: variables.errors } };

    const bucket = bucketOf(shop);
    const requested = requestedCost(schema, document, operation, request.variables);
    const costOf = (actual: number | null) => ({
      cost: { requestedQueryCost: requested, actualQueryCost: actual, throttleStatus: bucket.status() },
    });
    if (requested > MAX_REQUEST) {
      const message = `Query cost is ${requested}, which exceeds the single query max cost limit (${MAX_REQUEST}).`;
      const error = { message, extensions: { code: 'MAX_COST_EXCEEDED', cost: requested, maxCost: MAX_REQUEST } };
      return { ...named, cost: requested, answer: { errors: [error] } };
    }
    if (throttled || !bucket.allows(requested)) {
      const documentation = 'https://shopify.dev/api/usage/rate-limits';
      const error = { message: 'Throttled', extensions: { code: 'THROTTLED', documentation } };
      return { ...named, cost: requested, answer: { errors: [error], extensions: costOf(null) } };
    }
    const contextValue: Context = {
      world,
      shop,
      scopes,
      variables: request.variables,
      idempotency,
      edits,
      sandboxUrl: options.sandboxUrl,
    };
    const result = execute({
      schema,
      document,
      contextValue,
      variableValues: request.variables,
      operationName: request.operationName,
    });
    if (result instanceof Promise) throw new Error('resolvers are synchronous');
    const actual = actualCost(requested, operation, result.data);
    bucket.spend(actual);
    const answer: Answer = {
      ...(result.errors ? { errors: result.errors.map(executionError) } : {}),
      data: result.data ?? null,
      extensions: costOf(actual),
    };
    return { ...named, cost: actual, answer };
  };

  return {
    schema,
    run,
    bulkFile: (id: string): string | null => {
      const operation = edits.bulkOperations.get(id);
      return operation === undefined || operation.url === null ? null : operation.file;
    },
    /** Shopify keeps the files of bulk operations for a week. */
    forgetBulkFiles: (): void => {
      for (const operation of edits.bulkOperations.values()) operation.url = null;
    },
  };
};
export type AdminApi = ReturnType<typeof createAdminApi>;

const readDocument = (schema: GraphQLSchema, query: string): { document: DocumentNode; errors: ShopifyError[] } => {
  try {
    const document = parse(query);
    return { document, errors: validationErrors(schema, document) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const errors = [{ message: error.message, locations: error.locations ?? [], extensions: { code: 'PARSE_ERROR' } }];
    return { document: { kind: Kind.DOCUMENT, definitions: [] }, errors };
  }
};

const chooseOperation = (document: DocumentNode, name: string | null): OperationDefinitionNode | undefined => {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (name) return operations.find((operation) => operation.name?.value === name);
  return operations.length === 1 ? operations[0] : undefined;
};
