import type { CaseDetail, IntentView } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { formatAmount } from '../../text/money.ts';
import { option, section, type View } from '../blocks.ts';
import { caseTitle } from '../case-card.ts';
import { lineTitle } from '../order-line.ts';
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

/** A parcel that did not hold everything: which units did come. */
export const receivePartForm = (detail: CaseDetail, memory: FormMemory): View => {
  const options = detail.units
    .filter((unit) => unit.goods === 'expected')
    .slice(0, 100)
    .map((unit, index) => {
      const line = detail.order.lines.find((candidate) => candidate.id === unit.lineItemId);
      return option(`${line === undefined ? 'Item' : lineTitle(line, 60)} #${index + 1}`, unit.id);
    });
  return modal({
    callbackId: CALLBACK.receivePart,
    title: 'Part of it is here',
    ...(options.length === 0 ? {} : { submit: 'Record' }),
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      section(`*${escapeMrkdwn(caseTitle(detail))}*`),
      options.length === 0
        ? section('Everything is here already.')
        : input(FIELD.units, 'What came', {
            type: 'multi_static_select',
            options,
            placeholder: { type: 'plain_text', text: 'Choose' },
          }),
    ],
  });
};

const EXCHANGE = {
  refund: { title: 'Refund instead', hint: 'The money goes back as for any accepted return (P16).' },
  wait: { title: 'The customer waits', hint: 'It is sent when it is in stock again (P8).' },
} as const;
export type ExchangeAnswer = keyof typeof EXCHANGE;
export const isExchangeAnswer = (name: string | undefined): name is ExchangeAnswer =>
  name !== undefined && Object.hasOwn(EXCHANGE, name);

/** P16: there is no replacement to send; what the customer said. */
export const exchangeForm =
  (answer: ExchangeAnswer) =>
  (detail: CaseDetail, memory: FormMemory): View =>
    modal({
      callbackId: CALLBACK.exchange,
      title: EXCHANGE[answer].title,
      submit: 'Record',
      memory: { ...memory, caseId: detail.case.id, field: answer },
      blocks: [
        section(`*${escapeMrkdwn(caseTitle(detail))}*`),
        input(FIELD.because, 'Why?', text({ multiline: true }), { hint: EXCHANGE[answer].hint }),
      ],
    });
