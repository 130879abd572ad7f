import type { CaseDetail } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import type { BackorderForm } from '../backorder-actions.ts';
import { type KnownBlock, section, type View } from '../blocks.ts';
import { caseTitle } from '../case-card.ts';
import { type FormMemory, input, modal, text } from './inputs.ts';

const NOTE = (): KnownBlock =>
  input(FIELD.note, 'How did they tell you?', text({ multiline: true, placeholder: 'By phone, at noon' }), {
    hint: 'Kept with the case: it is what the answer rests on.',
  });

const FORMS: Readonly<Record<BackorderForm, Readonly<{ title: string; submit: string; field: () => KnownBlock }>>> = {
  wait: { title: 'The customer will wait', submit: 'Record', field: NOTE },
  refund: { title: 'Wants the money', submit: 'Refund', field: NOTE },
  eta: {
    title: 'Expected date',
    submit: 'Record',
    field: () =>
      input(
        FIELD.fact,
        'Expected on',
        { type: 'datepicker' },
        { hint: 'Who waits for an earlier date is asked again.' },
      ),
  },
  discontinued: {
    title: 'It never comes',
    submit: 'Refund',
    field: () =>
      input(FIELD.because, 'Why?', text({ multiline: true }), {
        optional: true,
        hint: 'The customer gets an apology, and the money back at once.',
      }),
  },
};

export const isBackorderForm = (name: string | undefined): name is BackorderForm =>
  name !== undefined && Object.hasOwn(FORMS, name);

/** What staff note about a shortage: an answer and how it was heard, a date, or the end of the product. */
export const backorderForm =
  (name: BackorderForm) =>
  (detail: CaseDetail, memory: FormMemory): View =>
    modal({
      callbackId: CALLBACK.backorder,
      title: FORMS[name].title,
      submit: FORMS[name].submit,
      memory: { ...memory, caseId: detail.case.id, field: name },
      blocks: [section(`*${escapeMrkdwn(caseTitle(detail))}*`), FORMS[name].field()],
    });
