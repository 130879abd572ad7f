import { parseJson } from '../../../../policy/facts/json.ts';

type Line = Readonly<Record<string, unknown>> & Readonly<{ id?: unknown; __parentId?: unknown }>;

/** An order of an export, its lines put back under it, and how many lines of the file it took. */
export type OrderLines = Readonly<{ node: Readonly<Record<string, unknown>>; lines: number }>;

const LISTS = { LineItem: 'lineItems', ShippingLine: 'shippingLines' } as const;

/**
 * Puts a file of JSON lines back together, order by order: a line without parent begins one, and those that follow name
 * it. Only one order is held at a time, however long the file is.
 * @throws SyntaxError where a line is no JSON; Error where one names a parent that did not come before it
 */
export async function* ordersOf(lines: AsyncIterable<string>): AsyncGenerator<OrderLines> {
  let order: { node: Record<string, unknown>; lines: number } | null = null;
  for await (const text of lines) {
    const { __parentId: parent, ...fields } = parseJson(text) as Line;
    if (parent === undefined) {
      if (order !== null) yield order;
      order = { node: { ...fields, lineItems: { nodes: [] }, shippingLines: { nodes: [] } }, lines: 1 };
      continue;
    }
    if (order === null || order.node.id !== parent) throw new Error(`a line of the export comes apart from its order`);
    const type = /^gid:\/\/shopify\/(\w+)\//.exec(String(fields.id))?.[1] ?? '';
    if (Object.hasOwn(LISTS, type)) {
      const list = order.node[LISTS[type as keyof typeof LISTS]] as { nodes: unknown[] };
      list.nodes.push(fields);
    }
    order.lines += 1;
  }
  if (order !== null) yield order;
}
