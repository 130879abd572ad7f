import type { Person } from '../../../policy/app/actors.ts';
import type { IntentView } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { formatAmount } from '../../text/money.ts';
import { section, type View } from '../blocks.ts';
import { caseTitle } from '../case-card.ts';
import { choose, type FormMemory, input, modal } from './inputs.ts';

/** Which other approver is to decide. Who may is looked at again when it is sent. */
export const delegateForm = (
  { intent, case: record }: IntentView,
  approvers: readonly Person[],
  memory: FormMemory,
): View =>
  modal({
    callbackId: CALLBACK.delegate,
    title: 'Hand over the decision',
    ...(approvers.length === 0 ? {} : { submit: 'Hand over' }),
    memory: { ...memory, intentId: intent.id },
    blocks: [
      section(
        `*${formatAmount(intent.breakdown.total, intent.breakdown.currency)}*  ·  ${escapeMrkdwn(caseTitle({ case: record }))}`,
      ),
      approvers.length === 0
        ? section('Nobody else here may decide on it.')
        : input(
            FIELD.to,
            'To',
            choose(Object.fromEntries(approvers.slice(0, 100).map(({ id, name }) => [id, name])), 'Choose an approver'),
            { hint: 'They are written to. Other approvers can still decide.' },
          ),
    ],
  });
