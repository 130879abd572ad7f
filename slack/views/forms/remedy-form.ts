import type { CaseDetail } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { section, type View } from '../blocks.ts';
import { caseTitle } from '../case-card.ts';
import { choose, type FormMemory, input, modal } from './inputs.ts';

const REMEDIES = { refund: 'The money back', exchange: 'An exchange' } as const;

/** P16, A19: what the customer gets once the goods are back. It may change until they are here. */
export const remedyForm = (detail: CaseDetail, memory: FormMemory): View => {
  const { data } = detail.case;
  const now = data.kind === 'return' ? data.remedy : 'refund';
  return modal({
    callbackId: CALLBACK.remedy,
    title: 'Refund or exchange',
    submit: 'Note it',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      section(`*${escapeMrkdwn(caseTitle(detail))}*\nNoted so far: ${REMEDIES[now].toLowerCase()}.`),
      input(FIELD.remedy, 'What the customer wants', choose(REMEDIES, 'Choose', now), {
        hint: 'Nothing is paid or sent by it. It may change until the goods are here (P16).',
      }),
    ],
  });
};
