import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { getNamedType, isCompositeType, isListType, isNonNullType, isObjectType, Kind } from 'graphql';

/**
 * Query cost as Shopify's recorded answers add up: a mutation 10 with what its payload shows first, an object with an id
 * 1, scalars and values without an id 0, a page of n nodes that cost c each `2 + c·k`, where k grows with the logarithm
 * of n (3 for 5, 4 for 10, 7 for 50, 10 for 250). Shopify does not publish the formula, so figures differ from its own
 * by a few points.
 */
type Fields = Record<string, { type: Parameters<typeof getNamedType>[0]; args: readonly unknown[] }>;

const MUTATION = 10;
/** The one mutation whose recorded base cost is another. */
const DEARER: Readonly<Record<string, number>> = { refundCreate: 20 };
const baseOf = (mutation: string): number => DEARER[mutation] ?? MUTATION;

const pageFactor = (size: number): number => Math.max(1, Math.round(1.8 * Math.log(size)));

export const requestedCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number => {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

  const fieldsOf = (typeName: string): Fields => {
    const type = schema.getType(typeName);
    return type && 'getFields' in type ? (type.getFields() as unknown as Fields) : {};
  };
  const sizeOf = (field: FieldNode): number | null => {
    const argument = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last');
    if (!argument) return null;
    const { value } = argument;
    if (value.kind === Kind.INT) return Number(value.value);
    return value.kind === Kind.VARIABLE ? Number(variables[value.name.value] ?? 1) : 1;
  };

  const ofSelection = (typeName: string, set: SelectionSetNode | undefined): number => {
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) cost += ofField(typeName, selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost += ofSelection(selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) cost += ofSelection(fragment.typeCondition.name.value, fragment.selectionSet);
      }
    }
    return cost;
  };

  const ofField = (typeName: string, field: FieldNode): number => {
    const definition = fieldsOf(typeName)[field.name.value];
    if (!definition) return 0;
    const named = getNamedType(definition.type);
    if (!named || !isCompositeType(named)) return 0;
    const inner = ofSelection(named.name, field.selectionSet);
    if (named.name.endsWith('Connection')) {
      const perNode = Math.max(1, inner);
      return 2 + perNode * pageFactor(sizeOf(field) ?? 1);
    }
    const type = isNonNullType(definition.type) ? definition.type.ofType : definition.type;
    const own = hasId(schema, named.name) && !typeName.endsWith('Payload') ? 1 : 0;
    return (own + inner) * (isListType(type) ? pageFactor(sizeOf(field) ?? 1) : 1);
  };

  const root = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  if (!root) return 0;
  const roots = operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
  const base = operation.operation === 'mutation' ? roots.reduce((sum, field) => sum + baseOf(field.name.value), 0) : 0;
  return Math.max(1, base + ofSelection(root.name, operation.selectionSet));
};

/** Edges, nodes and payloads are free themselves; what they carry is not. */
const hasId = (schema: GraphQLSchema, typeName: string): boolean => {
  const type = schema.getType(typeName);
  return isObjectType(type) ? 'id' in type.getFields() && !/Payload$|Edge$/.test(typeName) : typeName === 'Node';
};

/** What an answer cost: objects that are there, pages by what they hold. Never more than was asked for. */
export const actualCost = (requested: number, operation: OperationDefinitionNode, data: unknown): number => {
  const children = (value: object): number => Object.values(value).reduce((sum: number, item) => sum + count(item), 0);
  const count = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + count(item), 0);
    if (value === null || typeof value !== 'object') return 0;
    return children(value) + ('id' in value ? 1 : 'nodes' in value || 'edges' in value ? 2 : 0);
  };
  if (operation.operation !== 'mutation') return Math.max(1, Math.min(requested, count(data)));
  let cost = 0;
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    cost += baseOf(field.name.value);
    const payload = (data as Record<string, unknown> | null)?.[(field.alias ?? field.name).value] ?? {};
    for (const shown of Object.values(payload)) {
      if (shown !== null && typeof shown === 'object' && !Array.isArray(shown)) cost += children(shown);
    }
  }
  return Math.min(requested, cost);
};
