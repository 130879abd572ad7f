import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { context, type KnownBlock, type View } from '../blocks.ts';
import { orderLine } from '../order-line.ts';
import { choose, type FormMemory, input, modal, number, photos, text } from './inputs.ts';
import { type Chosen, linesInputs } from './lines.ts';

const TITLES: Readonly<Record<string, string>> = {
  lines: 'Which items?',
  photos: 'Photos',
  originalShippingCost: 'Shipping cost',
  'returnPostage.amount': 'Return postage',
  'contact.email': "Customer's email",
  number: 'Tracking number',
  because: 'Why?',
  reasonGiven: 'Why?',
  days: 'More days',
  fulfillmentId: 'Which parcel?',
  text: 'Note',
  note: 'How they told you',
  eta: 'Expected date',
};

/** Facts that are filled in; the others are answered by a press. */
export const FILLED_IN = Object.keys(TITLES);

/** Parcels that went out, as an agent tells them apart. */
const parcelsOf = (order: OrderFacts | null): Record<string, string> =>
  Object.fromEntries(
    (order?.fulfillments ?? [])
      .filter((one) => one.status === 'success')
      .map((one, index) => [one.id, `Parcel ${index + 1}: ${one.tracking[0]?.number ?? one.createdAt.slice(0, 10)}`]),
  );

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
    case 'eta':
      return input(
        FIELD.fact,
        'Expected on',
        { type: 'datepicker' },
        { hint: 'Who waits for an earlier date is asked again.' },
      );
    case 'days':
      return input(FIELD.fact, 'Days', number({ most: 180 }));
    case 'fulfillmentId':
      return Object.keys(parcelsOf(order)).length === 0
        ? context('Nothing of the order has shipped.')
        : input(FIELD.fact, 'Parcel', choose(parcelsOf(order), 'Choose a parcel'));
    case 'because':
    case 'reasonGiven':
    case 'note':
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
