import type { types } from '@slack/bolt';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { ACTION, CALLBACK, FIELD } from '../../ids.ts';
import { REASON_WORDS } from '../../text/words.ts';
import { context, type KnownBlock, option, plain, type View } from '../blocks.ts';
import { orderLine } from '../order-line.ts';
import { choose, type FormMemory, input, modal, photos, text } from './inputs.ts';
import { type Chosen, linesInputs } from './lines.ts';

export type ReturnFormValues = Readonly<{
  reason?: string;
  remedy?: string;
  because?: string;
  troubleshootingDone?: boolean;
  lines?: Chosen;
  email?: string;
}>;

const { refused_delivery: _, ...REASONS } = REASON_WORDS;
const REMEDIES = { refund: 'Refund', exchange: 'Exchange' };
const YES_NO = { yes: 'Yes, it still does not work', no: 'Not yet' };

/** The order is chosen first; what can come back depends on it, so the form is drawn again then. */
const orderInput = (order: OrderFacts | null): types.InputBlock => ({
  type: 'input',
  block_id: FIELD.order,
  dispatch_action: true,
  label: plain('Order', 150),
  element: {
    type: 'external_select',
    action_id: ACTION.order,
    min_query_length: 1,
    placeholder: plain('Type a number or a name', 150),
    ...(order === null ? {} : { initial_option: option(order.name, order.id) }),
  },
});

/** The form for a return: prefilled with what is known, asking only for what is not. */
export const returnForm = (order: OrderFacts | null, values: ReturnFormValues, memory: FormMemory): View => {
  const fixed = memory.proposalId !== undefined && order !== null;
  const done = values.troubleshootingDone;
  const blocks: KnownBlock[] = [
    ...(fixed ? [] : [orderInput(order)]),
    ...(order === null
      ? [context('The items appear when the order is chosen.')]
      : [context(orderLine(order)), ...linesInputs(order, 'return', values.lines ?? [])]),
    input(FIELD.reason, 'Why is it coming back?', choose(REASONS, 'Choose a reason', values.reason)),
    input(FIELD.remedy, 'The customer wants', choose(REMEDIES, 'Choose', values.remedy ?? 'refund')),
    input(
      FIELD.troubleshooting,
      'Troubleshooting with the customer',
      choose(YES_NO, 'Choose', done === undefined ? undefined : done ? 'yes' : 'no'),
      { optional: true, hint: 'Needed where something does not work.' },
    ),
    input(FIELD.photos, 'Photos', photos(), {
      optional: true,
      hint: 'How many are needed goes by the reason: the preview says what is missing.',
    }),
    input(FIELD.because, 'What happened', text({ multiline: true, initial: values.because }), { optional: true }),
    ...(order !== null && !order.contactable.email
      ? [
          input(
            'email',
            "Customer's email",
            { type: 'email_text_input', ...(values.email === undefined ? {} : { initial_value: values.email }) },
            { hint: 'The RMA number is sent there; the order has none.' },
          ),
        ]
      : []),
  ];
  return modal({
    callbackId: CALLBACK.returnForm,
    title: fixed ? 'Change the return' : 'New return',
    submit: 'Preview',
    blocks,
    memory: { ...memory, ...(order === null ? {} : { orderId: order.id }) },
  });
};
