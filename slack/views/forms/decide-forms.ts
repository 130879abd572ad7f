import type { Person } from '../../../policy/app/actors.ts';
import { stepsOf } from '../../../policy/app/case-steps.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { type KnownBlock, option, section, sectionIf, type View } from '../blocks.ts';
import { caseTitle, latestDecision } from '../case-card.ts';
import { DECLINING } from '../missing.ts';
import { lineTitle } from '../order-line.ts';
import { lastDay, verdictText } from '../verdict.ts';
import { choose, type FormMemory, input, modal, number, text } from './inputs.ts';

/** What a person decides on a case, with a reason each. */
export const DECISIONS = {
  accept_late: { title: 'Accept it', submit: 'Accept', hint: 'It was sent in time: the doubt goes to the customer.' },
  goodwill: {
    title: 'Goodwill',
    submit: 'Propose',
    hint: 'No clause gives this. It goes to an approver who is not you (P4).',
  },
  charge: { title: 'Charge the carriage', submit: 'Charge', hint: 'The customer pays the carriage (P1).' },
  waive: { title: 'Waive the carriage', submit: 'Waive', hint: 'The customer does not pay the carriage (P1).' },
  extend: { title: 'More time', submit: 'Extend', hint: 'After the last day a second person has to agree.' },
  decline: { title: 'Decline', submit: 'Decline', hint: 'The customer reads this, with the clause.' },
  issue: { title: 'Issue the RMA', submit: 'Issue', hint: 'Kept with the case; the customer gets the number by mail.' },
  issue_charge: { title: 'Issue, carriage charged', submit: 'Issue', hint: 'The customer pays the carriage (P1).' },
  issue_waive: {
    title: 'Issue, carriage waived',
    submit: 'Issue',
    hint: 'The customer does not pay the carriage (P1).',
  },
  no_photos: { title: 'Without photos', submit: 'Go on', hint: 'The policy is asked again as if they were here (P3).' },
  reopen: {
    title: 'Open it again',
    submit: 'Ask',
    hint: 'A second person has to agree. A return that is closed in Shopify is opened there too.',
  },
  ship_first: {
    title: 'Ship the replacement',
    submit: 'Ask',
    hint: 'Before the goods are back. An approver who is not you has to agree (P17).',
  },
  write_off: {
    title: 'Write the goods off',
    submit: 'End the case',
    hint: 'The replacement is out and its goods will not come. No money moves (P17).',
  },
  withdraw: {
    title: 'The order goes on',
    submit: 'Withdraw it',
    hint: 'The cancellation is withdrawn and nothing is refunded (P10). Possible until something of it was carried out.',
  },
  void_links: {
    title: 'Void the links',
    submit: 'Void them',
    hint: 'No link of this case opens anything any more; the next mail carries new ones.',
  },
} as const;
export type DecisionName = keyof typeof DECISIONS;

export const isDecision = (name: string | undefined): name is DecisionName =>
  name !== undefined && Object.hasOwn(DECISIONS, name);

const head = (detail: CaseDetail): KnownBlock[] => {
  const decision = latestDecision(detail);
  return [
    section(`*${escapeMrkdwn(caseTitle(detail))}*`),
    ...(decision === null || decision.verdict === 'granted' ? [] : [section(verdictText(decision))]),
  ];
};

/** In `received` what was tested is granted unless the decision says no; before, the state itself says what a no rests on. */
const policyRefuses = (detail: CaseDetail): boolean =>
  detail.case.state !== 'received' || latestDecision(detail)?.verdict !== 'granted';

/** The day that is moved. */
const lastDayNow = ({ case: { data } }: CaseDetail): string | null =>
  data.kind === 'return' && data.rma?.deadline != null ? lastDay(data.rma.deadline) : null;

const why = (hint: string): KnownBlock => input(FIELD.because, 'Why?', text({ multiline: true }), { hint });

export const decideForm =
  (name: DecisionName) =>
  (detail: CaseDetail, memory: FormMemory): View => {
    const { title, submit, hint } = DECISIONS[name];
    return modal({
      callbackId: CALLBACK.decide,
      title,
      submit,
      memory: { ...memory, caseId: detail.case.id, field: name },
      blocks: [
        ...head(detail),
        ...(name === 'extend'
          ? [
              ...sectionIf(lastDayNow(detail)),
              input(FIELD.days, 'How many more days', number({ most: 180, initial: 7 })),
            ]
          : []),
        ...(name === 'decline'
          ? [
              policyRefuses(detail)
                ? input(FIELD.clause, 'Clause', choose(DECLINING, 'As the policy says'), {
                    optional: true,
                    hint: 'None chosen: the one that the policy refuses by.',
                  })
                : input(FIELD.clause, 'Clause', choose(DECLINING, 'Choose the clause it rests on'), {
                    hint: 'The policy does not refuse this by itself.',
                  }),
            ]
          : []),
        why(hint),
      ],
    });
  };

const UNIT_DECISIONS = {
  incomplete: {
    accept: 'Accept it as it is',
    deduct: 'Accept it, and take something off',
    wait_part: 'Ask the customer for what is missing (7 days)',
    refuse: 'Refuse it (a second person has to agree)',
  },
  wait_part: { part_arrived: 'What was missing has arrived' },
  no_fault_found: { accept: 'Accept it', test_again: 'Test it again' },
  wrong_item: {
    recount: 'It is ours after all',
    accept: 'Accept it all the same',
    deduct: 'Accept it, and take something off',
    refuse: 'Refuse it (a second person has to agree)',
  },
} as const;

/** Units whose test left them to a person. */
export const unitsToDecide = (detail: CaseDetail) =>
  detail.units.filter((unit) => Object.hasOwn(UNIT_DECISIONS, unit.goods));

/** P24, P33: what becomes of units that the test left to a person. */
export const decideUnitsForm = (detail: CaseDetail, memory: FormMemory): View => {
  const units = unitsToDecide(detail).slice(0, 100);
  const words = Object.assign({}, ...units.map((unit) => UNIT_DECISIONS[unit.goods as keyof typeof UNIT_DECISIONS]));
  const options = units.map((unit, index) => {
    const line = detail.order.lines.find((candidate) => candidate.id === unit.lineItemId);
    return option(`${line === undefined ? 'Item' : lineTitle(line, 60)} #${index + 1}`, unit.id);
  });
  return modal({
    callbackId: CALLBACK.decideUnits,
    title: 'Decide on the units',
    ...(options.length === 0 ? {} : { submit: 'Record' }),
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      section(`*${escapeMrkdwn(caseTitle(detail))}*`),
      ...(options.length < 2
        ? []
        : [
            input(
              FIELD.units,
              'Which units',
              { type: 'multi_static_select', options, placeholder: { type: 'plain_text', text: 'All of them' } },
              { optional: true, hint: 'None chosen: all that the decision fits.' },
            ),
          ]),
      ...(Object.keys(words).length === 0
        ? [section('Nothing waits for a decision any more.')]
        : [
            input(FIELD.result, 'Decision', choose(words, 'Choose')),
            input(FIELD.deduction, `Take off each unit (${detail.order.currency})`, text({ max: 20 }), {
              optional: true,
              hint: 'Only where something is taken off.',
            }),
            why('Kept with the case. Where you ask for something, the customer reads it: what is missing.'),
          ]),
    ],
  });
};

/** P13, P12: a parcel that could not be delivered is back. What is known now goes with its return. */
export const receiveBackForm = (detail: CaseDetail, memory: FormMemory): View => {
  const { currency, shippingLines } = detail.order;
  const shippedFree = shippingLines.every((line) => line.total === 0);
  const ours = detail.case.data.kind === 'return' && detail.case.data.judged?.undelivered === 'our-side';
  return modal({
    callbackId: CALLBACK.receiveBack,
    title: 'The parcel is back',
    submit: 'Record',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      section(`*${escapeMrkdwn(caseTitle(detail))}*`),
      ...(ours
        ? [section('The customer bears no cost of it.')]
        : [
            input(FIELD.postage, `What the carrier takes for it (${currency})`, text({ max: 20 }), {
              optional: true,
              hint: 'Taken off the refund where the policy has it so (P13).',
            }),
            ...(shippedFree
              ? [
                  input(FIELD.original, `What sending it had cost us (${currency})`, text({ max: 20 }), {
                    optional: true,
                    hint: 'The order shipped free: taken off where the policy takes what it had cost (P12).',
                  }),
                ]
              : []),
          ]),
    ],
  });
};

const CALL_OFF = { lost: 'The parcel is lost', kept: 'The customer keeps it' };
const LABELS = { customer: "The customer's own label", merchant: 'Our label' };

/** Once it is thought lost, nobody keeps it any more. */
const callOffs = (detail: CaseDetail) => (stepsOf(detail).includes('call-off') ? CALL_OFF : { lost: CALL_OFF.lost });

/** It will not come: lost on its way (P38), or the customer keeps it. */
export const callOffForm = (detail: CaseDetail, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.callOff,
    title: 'It will not come',
    submit: 'Record',
    memory: { ...memory, caseId: detail.case.id },
    blocks: [
      section(`*${escapeMrkdwn(caseTitle(detail))}*`),
      input(FIELD.result, 'What happened', choose(callOffs(detail), 'Choose')),
      input(FIELD.label, 'Sent with', choose(LABELS, 'Choose'), {
        optional: true,
        hint: 'Needed where it is lost: whose loss it is goes by that, unless the policy is set otherwise (P38).',
      }),
      input(FIELD.because, 'Note', text({ multiline: true }), { optional: true }),
    ],
  });

/** Who looks after the case from now on. */
export const assignForm =
  (people: readonly Person[]) =>
  (detail: CaseDetail, memory: FormMemory): View => {
    const others = people.filter((person) => person.role !== null && person.id !== detail.case.assignee).slice(0, 100);
    const names = Object.fromEntries(others.map((person) => [person.id, person.name]));
    return modal({
      callbackId: CALLBACK.assign,
      title: 'Hand over',
      ...(others.length === 0 ? {} : { submit: 'Hand over' }),
      memory: { ...memory, caseId: detail.case.id },
      blocks: [
        section(`*${escapeMrkdwn(caseTitle(detail))}*`),
        others.length === 0
          ? section('Nobody else here has a role.')
          : input(FIELD.to, 'To', choose(names, 'Choose a person')),
      ],
    });
  };
