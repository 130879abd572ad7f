import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { context, type KnownBlock, type View } from '../blocks.ts';
import { orderLine } from '../order-line.ts';
import { type FormMemory, input, modal, photos, text } from './inputs.ts';
import { type Chosen, linesInputs } from './lines.ts';

const TITLES: Readonly<Record<string, string>> = {
  lines: 'Which items?',
  photos: 'Photos',
  originalShippingCost: 'Shipping cost',
  'returnPostage.amount': 'Return postage',
  'contact.email': "Customer's email",
  number: 'Tracking number',
  because: 'Why?',
  text: 'Note',
};

const fieldOf = (field: string, order: OrderFacts | null): KnownBlock => {
  switch (field) {
    case 'photos':
      return input(FIELD.fact, 'Photos', photos());
    case 'originalShippingCost':
      return input(
        FIELD.fact,
        `What sending it cost us${order === null ? '' : ` (${order.currency})`}`,
        text({ max: 20, placeholder: '7.50' }),
      );
    case 'returnPostage.amount':
      return input(
        FIELD.fact,
        `What the return costs us${order === null ? '' : ` (${order.currency})`}`,
        text({ max: 20, placeholder: '6.50' }),
      );
    case 'contact.email':
      return input(FIELD.fact, "Customer's email", { type: 'email_text_input' });
    case 'because':
    case 'text':
      return input(FIELD.fact, TITLES[field] ?? field, text({ multiline: true }));
    default:
      return input(FIELD.fact, TITLES[field] ?? field.replaceAll('.', ' '), text({ max: 200 }));
  }
};

/** One missing fact of a proposal. */
export const factForm = (
  field: string,
  order: OrderFacts | null,
  purpose: 'cancel' | 'return',
  chosen: Chosen,
  memory: FormMemory,
): View =>
  modal({
    callbackId: CALLBACK.facts,
    title: TITLES[field] ?? 'One more thing',
    submit: 'Add',
    memory: { ...memory, field },
    blocks:
      field === 'lines' && order !== null
        ? [context(orderLine(order)), ...linesInputs(order, purpose, chosen)]
        : [fieldOf(field, order)],
  });
