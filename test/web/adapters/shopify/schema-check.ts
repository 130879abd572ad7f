import { readFileSync } from 'node:fs';
import { buildSchema, getVariableValues, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';

const schema = buildSchema(
  readFileSync(new URL('../../../sandbox/schema/admin-2026-10.graphql', import.meta.url), 'utf8'),
  { assumeValid: true },
);

/** What the Admin API would say to this request before it does anything: unknown fields, wrong variables. */
export const problemsOf = (query: string, variables: Readonly<Record<string, unknown>> = {}): string[] => {
  const document = parse(query);
  const problems = validate(schema, document).map(({ message }) => message);
  if (problems.length > 0) return problems;
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
  return (errors ?? []).map(({ message }) => message);
};
