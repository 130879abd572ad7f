import {
  type DocumentNode,
  execute,
  type FieldNode,
  type GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { gidOf } from '../model/json.ts';
import { refuse } from '../model/refused.ts';
import { MAX_PAGE } from './connection.ts';
import type { Context } from './context.ts';
import { validationErrors } from './errors.ts';
import { time } from './nodes/common.ts';

/** One bulk operation, as the Admin API shows it, and its file. */
export type BulkOperation = {
  __typename: 'BulkOperation';
  id: string;
  shop: string;
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED';
  errorCode: string | null;
  createdAt: string;
  completedAt: string | null;
  objectCount: string;
  rootObjectCount: string;
  fileSize: string | null;
  url: string | null;
  partialDataUrl: null;
  query: string;
  type: 'QUERY';
  /** JSON Lines: parents before their children. */
  file: string;
};

/** Shopify's own limits for a query that runs in bulk. */
const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

/**
 * `bulkOperationRunQuery`: runs the query over all pages, a moment later, and writes what it finds line by line. One at
 * a time a shop. What Shopify refuses in bulk is refused: no connection, too many, too deep, or one inside a list.
 */
export const startBulk = (
  { query, groupObjects }: { query: string; groupObjects: boolean },
  context: Context,
  info: GraphQLResolveInfo,
): object => {
  const running = [...context.edits.bulkOperations.values()].find(
    (one) => one.shop === context.shop.domain && (one.status === 'CREATED' || one.status === 'RUNNING'),
  );
  if (running) {
    const message = `A bulk query operation for this app and shop is already in progress: ${running.id}.`;
    return refuse(['query'], message, 'OPERATION_IN_PROGRESS');
  }
  const document = readBulkQuery(info.schema, query);
  const id = context.world.nextId('BulkOperation');
  const operation: BulkOperation = {
    __typename: 'BulkOperation',
    id: gidOf('BulkOperation', id),
    shop: context.shop.domain,
    status: 'CREATED',
    errorCode: null,
    createdAt: time(context.world.clock.now()),
    completedAt: null,
    objectCount: '0',
    rootObjectCount: '0',
    fileSize: null,
    url: null,
    partialDataUrl: null,
    query,
    type: 'QUERY',
    file: '',
  };
  context.edits.bulkOperations.set(id, operation);
  context.world.later(context.world.jobDelayMs, () => finish(operation, document, groupObjects, context, info.schema));
  return { bulkOperation: { ...operation }, userErrors: [] };
};

const readBulkQuery = (schema: GraphQLSchema, query: string): DocumentNode => {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return refuse(['query'], `Invalid bulk query: ${(error as GraphQLError).message}`, 'INVALID');
  }
  const [first] = validationErrors(schema, document);
  if (first) return refuse(['query'], `Invalid bulk query: ${first.message}`, 'INVALID');
  const root = schema.getQueryType();
  const [operation] = document.definitions;
  if (!root || operation?.kind !== Kind.OPERATION_DEFINITION) return refuse(['query'], 'Invalid bulk query', 'INVALID');
  const counted = connectionsIn(root.name, operation.selectionSet, schema, 0, false);
  if (counted.length === 0) return refuse(['query'], 'Bulk queries must contain at least one connection.', 'INVALID');
  if (counted.some((one) => one.inList)) {
    const message = 'Queries that contain a connection field within a list field are not currently supported.';
    return refuse(['query'], message, 'INVALID');
  }
  if (counted.length > MAX_CONNECTIONS || counted.some((one) => one.depth > MAX_DEPTH)) {
    return refuse(['query'], 'Bulk queries cannot contain more than 5 connections, nested 2 deep.', 'INVALID');
  }
  return document;
};

const connectionsIn = (
  typeName: string,
  set: SelectionSetNode | undefined,
  schema: GraphQLSchema,
  depth: number,
  inList: boolean,
): { depth: number; inList: boolean }[] =>
  (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
    if (!field) return [];
    const named = getNamedType(field.type).name;
    if (!named.endsWith('Connection'))
      return connectionsIn(named, selection.selectionSet, schema, depth, inList || isList(field.type));
    const node = nodeSelection(selection);
    return [
      { depth, inList },
      ...connectionsIn(named.replace(/Connection$/, ''), node?.selectionSet, schema, depth + 1, false),
    ];
  });

const isList = (type: unknown): boolean =>
  isListType(type) || (isNonNullType(type) && isListType((type as { ofType: unknown }).ofType));

const nodeSelection = (connection: FieldNode): FieldNode | undefined => {
  const fields = (set: SelectionSetNode | undefined) =>
    (set?.selections ?? []).filter((one): one is FieldNode => one.kind === Kind.FIELD);
  const edges = fields(connection.selectionSet).find((field) => field.name.value === 'edges');
  return edges && fields(edges.selectionSet).find((field) => field.name.value === 'node');
};

/** In bulk nobody asks for pages: every connection is given whole, and the outermost is turned page by page. */
const withPages = (document: DocumentNode, schema: GraphQLSchema, after: string | null): DocumentNode => {
  let depth = 0;
  return visit(document, {
    Field: {
      enter: (field) => {
        const isConnection = (field.selectionSet?.selections ?? []).some(
          (one) => one.kind === Kind.FIELD && one.name.value === 'edges',
        );
        if (!isConnection || !schema) return undefined;
        depth += 1;
        const add = (name: string, value: object) => ({
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: name },
          value,
        });
        const args = [
          ...(field.arguments ?? []).filter(({ name }) => name.value !== 'first' && name.value !== 'after'),
          add('first', { kind: Kind.INT, value: String(MAX_PAGE) }),
          ...(depth === 1 && after !== null ? [add('after', { kind: Kind.STRING, value: after })] : []),
        ];
        const page =
          depth === 1
            ? [
                {
                  kind: Kind.FIELD,
                  name: { kind: Kind.NAME, value: 'pageInfo' },
                  selectionSet: {
                    kind: Kind.SELECTION_SET,
                    selections: ['hasNextPage', 'endCursor'].map((value) => ({
                      kind: Kind.FIELD,
                      name: { kind: Kind.NAME, value },
                    })),
                  },
                },
              ]
            : [];
        return {
          ...field,
          arguments: args,
          selectionSet: {
            ...field.selectionSet,
            selections: [...(field.selectionSet?.selections ?? []), ...page],
          },
        } as FieldNode;
      },
    },
  });
};

type Line = Record<string, unknown>;
type Page = { edges: { node: Line }[]; pageInfo?: { hasNextPage: boolean; endCursor: string | null } };

const isPage = (value: unknown): value is Page =>
  typeof value === 'object' && value !== null && 'edges' in value && Array.isArray(value.edges);

/** An object and the objects of its connections, each a line of its own that names its parent. */
const linesOf = (node: Line, parent: string | null): Line[] => {
  const children: Line[] = [];
  const own: Line = {};
  for (const [name, value] of Object.entries(node)) {
    if (isPage(value)) children.push(...value.edges.flatMap((edge) => linesOf(edge.node, String(node.id))));
    else own[name] = value;
  }
  return [{ ...own, ...(parent === null ? {} : { __parentId: parent }) }, ...children];
};

const finish = (
  operation: BulkOperation,
  document: DocumentNode,
  groupObjects: boolean,
  context: Context,
  schema: GraphQLSchema,
): void => {
  operation.status = 'RUNNING';
  const groups: Line[][] = [];
  let after: string | null = null;
  do {
    const result = execute({ schema, document: withPages(document, schema, after), contextValue: context });
    if (result instanceof Promise) throw new Error('resolvers are synchronous');
    const [page] = Object.values(result.data ?? {}) as Page[];
    if (result.errors || !page) {
      const denied = result.errors?.some((error) => (error as GraphQLError).extensions.code === 'ACCESS_DENIED');
      Object.assign(operation, { status: 'FAILED', errorCode: denied ? 'ACCESS_DENIED' : 'INTERNAL_SERVER_ERROR' });
      end(operation, context);
      return;
    }
    groups.push(...page.edges.map((edge) => linesOf(edge.node, null)));
    after = page.pageInfo?.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  // Unless it was asked to keep them together, Shopify writes all parents first.
  const lines = groupObjects
    ? groups.flat()
    : [...groups.map(([parent]) => parent as Line), ...groups.flatMap(([, ...children]) => children)];
  operation.file = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  Object.assign(operation, {
    status: 'COMPLETED',
    objectCount: String(lines.length),
    rootObjectCount: String(groups.length),
    fileSize: String(operation.file.length),
    // Where nothing was found there is no file.
    url: lines.length === 0 ? null : `${context.sandboxUrl}/shopify/bulk/${operation.id.split('/').at(-1)}.jsonl`,
  });
  end(operation, context);
};

const end = (operation: BulkOperation, context: Context): void => {
  operation.completedAt = time(context.world.clock.now());
  const action = context.world.begin(context.shop);
  action.emit('bulk_operations/finish', () => ({
    admin_graphql_api_id: operation.id,
    completed_at: operation.completedAt,
    created_at: operation.createdAt,
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: 'query',
  }));
  action.commit();
};
