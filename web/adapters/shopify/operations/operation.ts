/** One GraphQL operation with the types of its answer and its variables (see `operations.generated.ts`). */
export type Operation<Data, Variables> = Readonly<{
  /** As written in the document: what logs and cost estimates go by. */
  name: string;
  kind: 'query' | 'mutation';
  text: string;
  /** Never set; carries the types. */
  types?: readonly [Data, Variables];
}>;

/** @param text a document with exactly one named operation (fragments may follow) */
export const operation = <Data, Variables>(text: string): Operation<Data, Variables> => {
  const [, kind, name] = /^\s*(query|mutation)\s+(\w+)/.exec(text) ?? [];
  if (name === undefined) throw new TypeError(`not a named operation: ${text.trim().slice(0, 40)}`);
  return { name, kind: kind as 'query' | 'mutation', text };
};
