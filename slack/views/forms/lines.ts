import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { FIELD, LINE_FIELD } from '../../ids.ts';
import { type KnownBlock, option, plain, section } from '../blocks.ts';
import { lineTitle, shippedUnits } from '../order-line.ts';
import { input, number } from './inputs.ts';

/** With more lines than this, one field a line is a wall: they are searched for instead. */
export const FIELDS_UP_TO = 20;

export const NOTHING_LEFT = 'Nothing is left on this order: all of it was cancelled, returned or refunded.';

export type Chosen = readonly Readonly<{ lineItemId: string; quantity: number }>[];

/** How many of each line can be asked for: what shipped for a return, everything for a cancellation. */
export const askable = (
  order: OrderFacts,
  purpose: 'cancel' | 'return',
): { lineItemId: string; title: string; most: number }[] => {
  const shipped = shippedUnits(order);
  const anyShipped = [...shipped.values()].some((units) => units > 0);
  return order.lines
    .map((line) => ({
      lineItemId: line.id,
      title: lineTitle(line, 110),
      most: purpose === 'return' && anyShipped ? (shipped.get(line.id) ?? 0) : line.currentQuantity,
    }))
    .filter((line) => line.most > 0);
};

/** `<line id>:<quantity>`, as an option carries it. */
const unitValue = (lineItemId: string, quantity: number): string => `${lineItemId}:${quantity}`;

/** Options of the typeahead: each line once for every quantity up to a few, and all of it. */
export const lineOptions = (order: OrderFacts, purpose: 'cancel' | 'return', typed: string) => {
  const wanted = typed.toLowerCase();
  return askable(order, purpose)
    .filter((line) => line.title.toLowerCase().includes(wanted))
    .flatMap(({ lineItemId, title, most }) =>
      [...new Set([1, 2, 3, most])]
        .filter((quantity) => quantity <= most)
        .map((quantity) => option(`${quantity} × ${title}`, unitValue(lineItemId, quantity))),
    )
    .slice(0, 100);
};

/** The fields that ask "which items, and how many". */
export const linesInputs = (order: OrderFacts, purpose: 'cancel' | 'return', chosen: Chosen): KnownBlock[] => {
  const lines = askable(order, purpose);
  if (lines.length === 0) return [section(NOTHING_LEFT)];
  if (lines.length > FIELDS_UP_TO) {
    const initial = chosen
      .slice(0, 20)
      .map((each) =>
        option(
          `${each.quantity} × ${lines.find((line) => line.lineItemId === each.lineItemId)?.title ?? 'item'}`,
          unitValue(each.lineItemId, each.quantity),
        ),
      );
    return [
      input(FIELD.lines, 'Items', {
        type: 'multi_external_select',
        placeholder: plain('Type part of a name', 150),
        min_query_length: 0,
        ...(initial.length === 0 ? {} : { initial_options: initial }),
      }),
    ];
  }
  const [only] = lines;
  return lines.map(({ lineItemId, title, most }) =>
    input(
      `${LINE_FIELD}${lineItemId}`,
      `${title} (${most})`,
      number({
        most,
        initial:
          chosen.find((each) => each.lineItemId === lineItemId)?.quantity ??
          (lines.length === 1 && only?.most === 1 ? 1 : undefined),
      }),
      { optional: true },
    ),
  );
};
