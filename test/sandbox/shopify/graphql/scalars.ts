import type { GraphQLScalarType, GraphQLSchema, ValueNode } from 'graphql';
import { GraphQLError, isScalarType, Kind } from 'graphql';

/** The schema's scalars check nothing by themselves; these refuse what Shopify refuses. */

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

const CHECKS: Record<string, (value: unknown) => unknown> = {
  Money: (value) => decimalOf(value, 'Money'),
  Decimal: (value) => decimalOf(value, 'Decimal'),
  DateTime: (value) => {
    const written = text(value);
    if (
      written === null ||
      !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(written) ||
      Number.isNaN(Date.parse(written))
    ) {
      throw new GraphQLError(`invalid date and time: ${JSON.stringify(value)}`);
    }
    return written;
  },
  URL: (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) throw new GraphQLError(`Invalid url '${String(value)}'`);
    return value;
  },
  UnsignedInt64: (value) => {
    if (!/^\d+$/.test(text(value) ?? '')) throw new GraphQLError(`invalid UnsignedInt64: ${JSON.stringify(value)}`);
    return String(value);
  },
  ID: (value) => {
    const written = text(value);
    if (written === null || !/^gid:\/\/[a-z-]+\/[A-Za-z]+\/[^/]+$/.test(written)) {
      throw new GraphQLError(`Invalid global id '${String(value)}'`);
    }
    return written;
  },
};

const decimalOf = (value: unknown, name: string): string => {
  const written = text(value);
  if (written === null || !/^-?\d+(\.\d+)?$/.test(written)) {
    throw new GraphQLError(`invalid ${name}: ${JSON.stringify(value)}`);
  }
  return written;
};

const literal = (node: ValueNode): unknown => {
  if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return node.value;
  throw new GraphQLError('expected a scalar', { nodes: node });
};

export const checkScalars = (schema: GraphQLSchema): void => {
  for (const [name, check] of Object.entries(CHECKS)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    const scalar = type as { -readonly [K in keyof GraphQLScalarType]: GraphQLScalarType[K] };
    scalar.parseValue = check;
    scalar.parseLiteral = (node) => check(literal(node));
  }
};
