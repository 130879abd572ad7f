import type { ASTNode, DocumentNode, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import {
  coerceInputValue,
  type GraphQLError,
  getLocation,
  isEnumType,
  isInputType,
  isNonNullType,
  Kind,
  print,
  typeFromAST,
  validate,
  visit,
} from 'graphql';

import { Refused } from '../model/refused.ts';

/** Errors in Shopify's shapes: the words of its validator are its own. */
export type ShopifyError = Readonly<{
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
}>;

const pathsOf = (document: DocumentNode): Map<ASTNode, string[]> => {
  const paths = new Map<ASTNode, string[]>();
  const trail: string[] = [];
  const label = (node: ASTNode): string | null => {
    if (node.kind === Kind.OPERATION_DEFINITION) return [node.operation, node.name?.value].filter(Boolean).join(' ');
    if (node.kind === Kind.FRAGMENT_DEFINITION) return `fragment ${node.name.value}`;
    if (node.kind === Kind.FIELD) return node.alias?.value ?? node.name.value;
    if (node.kind === Kind.INLINE_FRAGMENT) return `... on ${node.typeCondition?.name.value ?? ''}`;
    if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value;
    return null;
  };
  visit(document, {
    enter: (node) => {
      const own = label(node);
      if (own !== null) trail.push(own);
      paths.set(node, [...trail]);
    },
    leave: (node) => {
      if (label(node) !== null) trail.pop();
    },
  });
  return paths;
};

type Rewrite = (...parts: string[]) => { message: string; extensions: Record<string, unknown> };
const REWRITES: readonly [RegExp, Rewrite][] = [
  [
    /^Cannot query field "(\w+)" on type "(\w+)"/,
    (field, type) => ({
      message: `Field '${field}' doesn't exist on type '${type}'`,
      extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    }),
  ],
  [
    /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    (argument, field) => ({
      message: `Field '${field}' doesn't accept argument '${argument}'`,
      extensions: { code: 'argumentNotAccepted', name: field, typeName: 'Field', argumentName: argument },
    }),
  ],
  [
    /^Field "(\w+)" is not defined by type "(\w+)"/,
    (field, type) => ({
      message: `InputObject '${type}' doesn't accept argument '${field}'`,
      extensions: { code: 'argumentNotAccepted', name: type, typeName: 'InputObject', argumentName: field },
    }),
  ],
  [
    /^Field "(\w+)\.(\w+)" of required type "(.+?)" was not provided/,
    (type, field, wanted) => ({
      message: `Argument '${field}' on InputObject '${type}' is required. Expected type ${wanted}`,
      extensions: {
        code: 'missingRequiredInputObjectAttribute',
        argumentName: field,
        argumentType: wanted,
        inputObjectType: type,
      },
    }),
  ],
  [
    /^(?:Field|Directive) "@?(\w+)" argument "(\w+)" of type "(.+?)" is required/,
    (field, argument) => ({
      message: `Field '${field}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name: field, arguments: argument },
    }),
  ],
  [
    /^Field "(\w+)" of type "(.+?)" must have a selection/,
    (field, type) => ({
      message: `Field must have selections (field '${field}' returns ${type?.replace(/[![\]]/g, '')} but has no selections. Did you mean '${field} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${field}'`, typeName: type },
    }),
  ],
];

const rewritten = (message: string) => {
  for (const [pattern, rewrite] of REWRITES) {
    const match = pattern.exec(message);
    if (match) return rewrite(...match.slice(1));
  }
  return { message, extensions: { code: 'graphqlValidationFailed' } };
};

/** What is wrong with a document; empty when Shopify would run it. */
export const validationErrors = (schema: GraphQLSchema, document: DocumentNode): ShopifyError[] => {
  const paths = pathsOf(document);
  return validate(schema, document).map((error) => {
    const [node] = error.nodes ?? [];
    return {
      ...rewritten(error.message),
      locations: error.locations ?? [],
      path: (node && paths.get(node)) ?? [],
    };
  });
};

/** Checks and reads the variables of an operation. */
export const readVariables = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): { errors: ShopifyError[]; values: Record<string, unknown> } => {
  const errors: ShopifyError[] = [];
  const values: Record<string, unknown> = {};
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (!type || !isInputType(type)) continue;
    const value = given[name];
    const locations = definition.loc ? [getLocation(definition.loc.source, definition.loc.start)] : [];
    const report = (problems: { path: (string | number)[]; explanation: string }[]) => {
      const detail = problems.map(({ path, explanation }) =>
        path.length > 0 ? ` for ${path.join('.')} (${explanation})` : ` (${explanation})`,
      );
      // One sentence: "… was provided invalid value for a (why), b (why)".
      const joined = detail.map((each, index) => (index === 0 ? each : each.replace(/^ for/, ''))).join(',');
      errors.push({
        message: `Variable $${name} of type ${print(definition.type)} was provided invalid value${joined}`,
        locations,
        extensions: { code: 'INVALID_VARIABLE', value: value ?? null, problems },
      });
    };
    if (value === undefined && definition.defaultValue) continue;
    if ((value === undefined || value === null) && isNonNullType(type)) {
      report([{ path: [], explanation: 'Expected value to not be null' }]);
      continue;
    }
    if (value === undefined) continue;
    const problems: { path: (string | number)[]; explanation: string }[] = [];
    values[name] = coerceInputValue(value, type, (path, invalid, error) => {
      problems.push({ path: wherePath(path, error), explanation: explain(schema, error, invalid) });
    });
    if (problems.length > 0) report(problems);
  }
  return { errors, values };
};

const wherePath = (path: readonly (string | number)[], error: GraphQLError): (string | number)[] => {
  const missing = /^Field "(\w+)" of required type/.exec(error.message)?.[1];
  const unknown = /^Field "(\w+)" is not defined/.exec(error.message)?.[1];
  const extra = missing ?? unknown;
  return extra ? [...path, extra] : [...path];
};

const explain = (schema: GraphQLSchema, error: GraphQLError, value: unknown): string => {
  const undefinedField = /^Field "\w+" is not defined by type "(\w+)"/.exec(error.message)?.[1];
  if (undefinedField) return `Field is not defined on ${undefinedField}`;
  if (/of required type/.test(error.message) || /non-nullable/.test(error.message))
    return 'Expected value to not be null';
  const enumType = schema.getType(/does not exist in "(\w+)" enum/.exec(error.message)?.[1] ?? '');
  if (isEnumType(enumType)) {
    const names = enumType.getValues().map(({ name }) => name);
    return `Expected ${JSON.stringify(value)} to be one of: ${names.join(', ')}`;
  }
  return error.message;
};

/** An error that was thrown while the operation ran. */
export const executionError = (error: GraphQLError): ShopifyError => ({
  message: error.message,
  locations: error.locations ?? [],
  path: error.path ?? [],
  extensions:
    Object.keys(error.extensions).length > 0
      ? error.extensions
      : { code: error.originalError instanceof Refused ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR' },
});
