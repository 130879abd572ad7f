import type { CaseDetail, IntentView } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { formatAmount } from '../../text/money.ts';
import { resultWords } from '../../text/words.ts';
import { type KnownBlock, option, section, type View } from '../blocks.ts';
import { caseTitle, reasonOf } from '../case-card.ts';
import { lineTitle } from '../order-line.ts';
import { choose, type FormMemory, input, modal, photos, text } from './inputs.ts';

const head = (detail: CaseDetail): KnownBlock => section(`*${escapeMrkdwn(caseTitle(detail))}*`);

/** Units that are here and undecided, as they can be chosen one by one. */
const openUnits = (detail: CaseDetail): { id: string; title: string }[] => {
  const seen = new Map<string, number>();
  return detail.units
    .filter((unit) => unit.result === null)
    .map((unit) => {
      const count = (seen.get(unit.lineItemId) ?? 0) + 1;
      seen.set(unit.lineItemId, count);
      const line = detail.order.lines.find((candidate) => candidate.id === unit.lineItemId);
      return { id: unit.id, title: `${line === undefined ? 'Item' : lineTitle(line, 60)} #${count}` };
    });
};

/** What the test found, for all units that are here or for some of them. */
export const inspectionForm = (detail: CaseDetail, memory: FormMemory): View => {
  const units = openUnits(detail).slice(0, 100);
  const options = units.map((unit) => option(unit.title, unit.id));
  return modal({
    callbackId: CALLBACK.inspection,
    title: 'Test result',
    submit: 'Record',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      head(detail),
      ...(units.length < 2
        ? []
        : [
            input(
              FIELD.units,
              'Which units',
              { type: 'multi_static_select', options, placeholder: { type: 'plain_text', text: 'All that are here' } },
              { optional: true, hint: 'None chosen: the result is for all of them.' },
            ),
          ]),
      input(FIELD.result, 'What the test found', choose(resultWords(reasonOf(detail)), 'Choose a result')),
      input(FIELD.deduction, `Take off (${detail.order.currency})`, text({ max: 20, placeholder: '0.00' }), {
        optional: true,
        hint: 'Only where missing parts are deducted.',
      }),
      input(FIELD.note, 'Note', text({ multiline: true }), { optional: true }),
      input(FIELD.photos, 'Photos', photos(), { optional: true, hint: 'Needed where the damage is the customer’s.' }),
    ],
  });
};

export const trackingForm = (detail: CaseDetail, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.tracking,
    title: 'Tracking',
    submit: 'Record',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      head(detail),
      input(FIELD.number, 'Tracking number', text({ max: 80 })),
      input(FIELD.carrier, 'Carrier', text({ max: 80, placeholder: 'UPS' }), { optional: true }),
      input(FIELD.url, 'Tracking website', { type: 'url_text_input' }, { optional: true }),
      input(
        FIELD.acceptedAt,
        'Handed to the carrier on',
        { type: 'datepicker' },
        {
          optional: true,
          hint: 'Counts where it arrives after the last day (P21).',
        },
      ),
    ],
  });

export const noteForm = (detail: CaseDetail, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.note,
    title: 'Note',
    submit: 'Write it down',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [head(detail), input(FIELD.note, 'Note', text({ multiline: true, max: 3000 }))],
  });

/** P3: the photos that a return waits for. */
export const photosForm = (detail: CaseDetail, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.photos,
    title: 'Add photos',
    submit: 'Add',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      head(detail),
      input(FIELD.photos, 'Photos', photos(), {
        hint: 'What is wrong has to be seen (P3). The policy is asked again with them.',
      }),
    ],
  });

export const declineForm = ({ intent, case: record }: IntentView, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.decline,
    title: 'Decline the refund',
    submit: 'Decline',
    memory: { ...memory, intentId: intent.id },
    blocks: [
      section(
        `*${formatAmount(intent.breakdown.total, intent.breakdown.currency)}*  ·  ${escapeMrkdwn(caseTitle({ case: record }))}`,
      ),
      input(FIELD.because, 'Why?', text({ multiline: true }), { hint: 'The agent who proposed it reads this.' }),
    ],
  });
