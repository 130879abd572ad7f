import type { IntentView } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { formatAmount } from '../../text/money.ts';
import { section, type View } from '../blocks.ts';
import { type FormMemory, input, modal, text } from './inputs.ts';

/** A refund was paid outside of Shopify: where that can be looked up. */
export const settleByHandForm = (view: IntentView, memory: FormMemory): View => {
  const { breakdown } = view.intent;
  return modal({
    callbackId: CALLBACK.settleByHand,
    title: 'Paid another way',
    submit: 'Record',
    memory: { ...memory, intentId: view.intent.id },
    blocks: [
      section(
        `*${escapeMrkdwn(view.case.orderName)}*: ${formatAmount(breakdown.total, breakdown.currency)}. Makegood pays nothing; this only records that somebody has.`,
      ),
      input(FIELD.reference, 'Where it can be looked up', text({ max: 200, placeholder: 'Bank transfer 2026-11-29' })),
      input(FIELD.because, 'Note', text({ multiline: true }), { optional: true }),
    ],
  });
};
