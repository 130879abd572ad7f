import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { FIELD, LINE_FIELD } from '../ids.ts';
import { askable, FIELDS_UP_TO, NOTHING_LEFT } from '../views/forms/lines.ts';
import type { Filled } from './view.ts';

type Lines = readonly Readonly<{ lineItemId: string; quantity: number }>[];

/** The items of a form, or what is wrong with them, at the field where it is wrong. */
export const linesFilled = (
  order: OrderFacts,
  purpose: 'cancel' | 'return',
  filled: Filled,
  /** The field that says so where there is none for items. */
  fallback: string,
): Readonly<{ lines: Lines }> | Readonly<{ errors: Record<string, string> }> => {
  const askables = askable(order, purpose);
  if (askables.length === 0) return { errors: { [fallback]: NOTHING_LEFT } };
  const errors: Record<string, string> = {};
  const quantities = new Map<string, number>();
  for (const chosen of filled.choices(FIELD.lines)) {
    const [lineItemId = '', quantity = '0'] = chosen.split(':');
    quantities.set(lineItemId, (quantities.get(lineItemId) ?? 0) + Number(quantity));
  }
  for (const block of filled.blocks.filter((each) => each.startsWith(LINE_FIELD))) {
    const typed = filled.text(block);
    if (typed !== undefined) quantities.set(block.slice(LINE_FIELD.length), Number(typed));
  }
  for (const [lineItemId, quantity] of quantities) {
    const field = askables.length > FIELDS_UP_TO ? FIELD.lines : `${LINE_FIELD}${lineItemId}`;
    const line = askables.find((each) => each.lineItemId === lineItemId);
    if (line === undefined) errors[field] = 'This is not on the order any more.';
    else if (!Number.isInteger(quantity) || quantity < 0) errors[field] = 'A whole number, please.';
    else if (quantity > line.most) errors[field] = `There ${line.most === 1 ? 'is' : 'are'} only ${line.most}.`;
  }
  const lines = [...quantities]
    .filter(([, quantity]) => quantity > 0)
    .map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
  const first = filled.blocks.find((block) => block.startsWith(LINE_FIELD)) ?? FIELD.lines;
  if (Object.keys(errors).length === 0 && lines.length === 0) errors[first] = 'Say how many of at least one item.';
  return Object.keys(errors).length > 0 ? { errors } : { lines };
};
