/**
 * Makes `admin-2026-10.graphql`: the part of Shopify's Admin schema that this product touches, without descriptions.
 *
 * Usage: `node test/sandbox/schema/prune.ts <introspection.json | .json.gz>`, then
 * `biome check --write test/sandbox/schema`. The argument is the result of an introspection query on the Admin API
 * 2026-10; npm `@shopify/dev-mcp` carries one as `dist/data/admin_2026-10.json.gz`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { GraphQLNamedType, GraphQLSchema, IntrospectionQuery } from 'graphql';
import {
  buildClientSchema,
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { KEEP_ABSTRACT, KEEP_MUTATIONS, KEEP_QUERIES, KEEP_TYPES } from './keep.ts';

const NOTICE = `# Shopify Admin API 2026-10, pruned to what this product touches: see prune.ts and keep.ts.
# Derived from the schema that Shopify publishes in the npm package @shopify/dev-mcp under the ISC licence:
#
# Copyright (c) Shopify Inc.
#
# Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
# granted, provided that the above copyright notice and this permission notice appear in all copies.
#
# THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
# INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN
# AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
# PERFORMANCE OF THIS SOFTWARE.

`;

type Json = Record<string, unknown>;
type IntrospectedType = Json & { name: string; kind: string; fields?: (Json & { name: string; type: Json })[] | null };

const readIntrospection = (path: string): IntrospectionQuery => {
  const bytes = readFileSync(path);
  const json = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Json;
  return (json.data ?? json) as unknown as IntrospectionQuery;
};

/** Payloads and errors of kept mutations, connections and edges of kept types are kept without being listed. */
const keptObjects = (schema: GraphQLSchema): Set<string> => {
  const kept = new Set([...KEEP_TYPES, ...KEEP_ABSTRACT, 'QueryRoot', 'Mutation', 'OrderCancelUserError']);
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const name of KEEP_MUTATIONS) {
    const field = mutations[name];
    if (field === undefined) throw new Error(`no mutation ${name} in this schema`);
    const payload = getNamedType(field.type);
    kept.add(payload.name);
    if (!isObjectType(payload)) continue;
    for (const [key, { type }] of Object.entries(payload.getFields())) {
      if (/errors$/i.test(key)) kept.add(getNamedType(type).name);
    }
  }
  for (const name of [...kept]) {
    if (schema.getType(name) === undefined) throw new Error(`no type ${name} in this schema`);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    const base = /^(\w+?)(Connection|Edge)$/.exec(type.name)?.[1];
    if (base !== undefined && kept.has(base) && isObjectType(type)) kept.add(type.name);
  }
  return kept;
};

const typeNameOf = (ref: Json): string => (ref.name as string | null) ?? typeNameOf(ref.ofType as Json);

/** Removes what is not kept from the introspection result, then what nothing reaches any more. */
const prune = (introspection: IntrospectionQuery): GraphQLSchema => {
  const full = buildClientSchema(introspection, { assumeValid: true });
  const kept = keptObjects(full);
  const isKept = (name: string): boolean => {
    const type = full.getType(name) as GraphQLNamedType;
    return isScalarType(type) || isEnumType(type) || isInputObjectType(type) || kept.has(name);
  };
  const roots: Record<string, readonly string[]> = { QueryRoot: KEEP_QUERIES, Mutation: KEEP_MUTATIONS };
  const types = (introspection.__schema.types as unknown as IntrospectedType[])
    .filter((type) => type.name.startsWith('__') || isKept(type.name))
    .map((type) => {
      const only = (list: unknown) => (list as Json[] | null)?.filter((item) => isKept(item.name as string)) ?? null;
      return {
        ...type,
        fields:
          type.fields
            ?.filter((field) => isKept(typeNameOf(field.type)))
            .filter((field) => roots[type.name]?.includes(field.name) ?? true) ?? null,
        interfaces: only(type.interfaces),
        possibleTypes: only(type.possibleTypes),
      };
    });
  const __schema = { ...introspection.__schema, types, subscriptionType: null };
  return buildClientSchema({ __schema } as unknown as IntrospectionQuery, { assumeValid: true });
};

const reachable = (schema: GraphQLSchema): Set<string> => {
  const seen = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        visit(getNamedType(field.type));
        for (const argument of field.args) visit(getNamedType(argument.type));
      }
      for (const parent of type.getInterfaces()) visit(parent);
    }
    if (isInterfaceType(type)) for (const member of schema.getPossibleTypes(type)) visit(member);
    if (isUnionType(type)) for (const member of type.getTypes()) visit(member);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) visit(root);
  for (const directive of schema.getDirectives()) for (const arg of directive.args) visit(getNamedType(arg.type));
  return seen;
};

const printPruned = (schema: GraphQLSchema): string => {
  const seen = reachable(schema);
  const blocks = printSchema(lexicographicSortSchema(schema))
    .replace(/^ *"""[\s\S]*?"""\n/gm, '')
    .replace(/@deprecated\(reason: (?:"""[\s\S]*?"""|"(?:[^"\\]|\\.)*")\)/g, '@deprecated(reason: "by Shopify")')
    .split(/\n\n+(?=(?:type|interface|union|enum|input|scalar|directive|schema)\b)/);
  return blocks
    .filter((block) => {
      const name = /^(?:type|interface|union|enum|input|scalar) (\w+)/.exec(block.trim())?.[1];
      return name === undefined || seen.has(name);
    })
    .map((block) => block.replace(/\n\n+/g, '\n').trim())
    .join('\n\n');
};

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: prune.ts <introspection.json | introspection.json.gz>');
const text = `${NOTICE}${printPruned(prune(readIntrospection(path)))}\n`;
const types = Object.keys(buildSchema(text).getTypeMap()).length;
writeFileSync(new URL('./admin-2026-10.graphql', import.meta.url), text);
process.stdout.write(`${types} types, ${Math.round(text.length / 1024)} KB\n`);
