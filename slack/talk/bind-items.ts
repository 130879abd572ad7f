import MiniSearch from 'minisearch';
import type { LineFacts, OrderFacts } from '../../policy/facts/order-facts.ts';
import type { NamedItem } from '../interpret/index.ts';
import { lineTitle, shippedUnits } from '../views/order-line.ts';

export type BoundLine = Readonly<{ lineItemId: string; quantity: number }>;

/** The real lines that names mean; or what is unclear, in words for the agent. */
export type Bound = Readonly<{ ok: true; lines: readonly BoundLine[] }> | Readonly<{ ok: false; because: string }>;

/** A second candidate this close to the first makes the name ambiguous. */
const CLEAR_LEAD = 1.5;

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/(?:ies$)/, 'y').replace(/(?<!s)s$/, '') : word));

/** The last word of a title is what the thing is: a headphone case is a case. */
const headOf = (title: string): string => words(title).at(-1) ?? '';

const rawWords = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Lines whose title has every word of the name, as `split` takes them apart. */
const having = (lines: readonly LineFacts[], name: string, split: (text: string) => string[]): LineFacts[] =>
  lines.filter((line) => {
    const title = new Set(split(`${line.title} ${line.variantTitle ?? ''}`));
    return split(name).every((word) => title.has(word));
  });

/** One line where the name is clear, several where it could be any of them, none where nothing is like it. */
const candidates = (lines: readonly LineFacts[], name: string): LineFacts[] => {
  const literal = having(lines, name, rawWords);
  if (literal.length === 1) return literal;
  const search = new MiniSearch<{ id: string; head: string; title: string; variant: string; sku: string }>({
    fields: ['head', 'title', 'variant', 'sku'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { prefix: true, fuzzy: 0.25, boost: { head: 3, title: 2 } },
  });
  search.addAll(
    lines.map((line) => ({
      id: line.id,
      head: headOf(line.title),
      title: line.title,
      variant: line.variantTitle ?? '',
      sku: line.sku ?? '',
    })),
  );
  const strict = search.search(name, { combineWith: 'AND' });
  // Not every word fits: then at least the one that says what it is. A blue kettle is no blue mug.
  const loose = () => search.search(name).filter((result) => result.queryTerms.includes(headOf(name)));
  const results = strict.length > 0 ? strict : loose();
  const [first, second] = results;
  if (first === undefined) return [];
  const stemmed = having(lines, name, words);
  const clear = second === undefined || first.score >= second.score * CLEAR_LEAD;
  if (clear) return lines.filter((line) => line.id === first.id);
  if (stemmed.length > 0) return stemmed;
  return results.flatMap((result) => lines.find((line) => line.id === result.id) ?? []);
};

const titles = (lines: readonly LineFacts[]): string =>
  lines
    .slice(0, 5)
    .map((line) => `${line.currentQuantity} × ${lineTitle(line, 50)}`)
    .join(', ') + (lines.length > 5 ? `, and ${lines.length - 5} more` : '');

/** How many of a line can be meant: for a return what shipped, else what is still on the order. */
const available = (order: OrderFacts, line: LineFacts, purpose: 'cancel' | 'return'): number => {
  const shipped = shippedUnits(order).get(line.id) ?? 0;
  if (purpose === 'cancel')
    return line.currentQuantity - shipped > 0 ? line.currentQuantity - shipped : line.currentQuantity;
  return shipped > 0 ? shipped : line.currentQuantity;
};

/**
 * Names of goods to the order's own line items. A cancellation without a number means all of that line; a return asks
 * where more than one could be meant.
 */
export const bindItems = (order: OrderFacts, items: readonly NamedItem[], purpose: 'cancel' | 'return'): Bound => {
  const lines = order.lines.filter((line) => line.currentQuantity > 0);
  const bound = new Map<string, number>();
  for (const item of items) {
    const found = candidates(lines, item.name);
    const [line] = found;
    if (line === undefined) {
      return { ok: false, because: `there is no “${item.name}” on ${order.name}; it has ${titles(lines)}` };
    }
    if (found.length > 1) {
      return {
        ok: false,
        because: `“${item.name}” could be ${found
          .slice(0, 4)
          .map((each) => lineTitle(each, 50))
          .join(' or ')}`,
      };
    }
    const most = available(order, line, purpose);
    const quantity = item.quantity ?? (purpose === 'cancel' || most === 1 ? most : null);
    if (quantity === null) return { ok: false, because: `how many of ${lineTitle(line, 50)}: ${most} could be meant` };
    const total = (bound.get(line.id) ?? 0) + quantity;
    if (total > line.currentQuantity) {
      return { ok: false, because: `${order.name} has ${line.currentQuantity} × ${lineTitle(line, 50)}, not ${total}` };
    }
    bound.set(line.id, total);
  }
  return { ok: true, lines: [...bound].map(([lineItemId, quantity]) => ({ lineItemId, quantity })) };
};

/** Where nothing was named and only one unit can be meant, that one. */
export const onlyUnit = (order: OrderFacts): readonly BoundLine[] | null => {
  const lines = order.lines.filter((line) => line.currentQuantity > 0);
  const [line] = lines;
  return lines.length === 1 && line !== undefined && available(order, line, 'return') === 1
    ? [{ lineItemId: line.id, quantity: 1 }]
    : null;
};
