import { stepsOf } from '../../policy/app/case-steps.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import { ACTION } from '../ids.ts';
import { backorderActions } from './backorder-actions.ts';
import { type ActionsElement, button, plain } from './blocks.ts';
import { caseMenu } from './case-menu.ts';
import type { DecisionName } from './forms/decide-forms.ts';
import { moneyActions } from './money-actions.ts';
import { shippedUnits } from './order-line.ts';

const stateOf = (detail: CaseDetail): string => detail.case.state.replaceAll('-', '_');

/** Lines of the order that left the house and no open return holds: what *Start the return* would take. */
export const returnableLines = (detail: Pick<CaseDetail, 'order'>): { lineItemId: string; quantity: number }[] =>
  [...shippedUnits(detail.order)]
    .filter(([, units]) => units > 0)
    .map(([lineItemId, quantity]) => ({ lineItemId, quantity }));

/** States of goods that a test left to a person (P24, P33). */
const TO_DECIDE: ReadonlySet<string> = new Set(['incomplete', 'wait_part', 'no_fault_found', 'wrong_item']);
const unitsToDecide = (detail: CaseDetail) => detail.units.filter((unit) => TO_DECIDE.has(unit.goods));

/** P25: somebody else has to agree that the damage is the customer's. */
const awaitsSecond = (detail: CaseDetail): boolean => detail.units.some((unit) => unit.goods === 'rejected_pending');

const hasUntested = (detail: CaseDetail): boolean => detail.units.some((unit) => unit.result === null);

/** The one or two things that can be done next, by state. Anything else is in the menu, or happens by itself. */
const NEXT: Readonly<Record<string, (detail: CaseDetail) => ActionsElement[]>> = {
  converted_to_return: (d) => [startReturn(d, 'primary')],
  partial_offer: (d) => [startReturn(d)],
  partially_canceled: (d) => (returnableLines(d).length === 0 ? [] : [startReturn(d)]),
  evidence_pending: (d) => [addPhotos(d), decide(d, 'no_photos', 'Without photos…')],
  troubleshooting: (d) => [solved(d, false), solved(d, true)],
  review: (d) => [
    ...(leavesCarriage(d)
      ? [decide(d, 'issue_charge', 'Issue, charge carriage…'), decide(d, 'issue_waive', 'Issue, waive carriage…')]
      : [decide(d, 'issue', 'Issue the RMA…', 'primary')]),
    decide(d, 'decline', 'Decline…'),
  ],
  authorized: (d) => [receive(d, 'primary'), track(d)],
  expired: (d) => [
    ...secondPerson(d),
    receive(d),
    decide(d, 'decline', 'Decline…'),
    ...(hasAskedForTime(d) ? [] : [decide(d, 'extend', 'More time…')]),
  ],
  in_transit: (d) => [receive(d, 'primary'), track(d)],
  grey_zone: (d) => [receive(d, 'primary'), decide(d, 'accept_late', 'Accept it…'), decide(d, 'decline', 'Decline…')],
  suspected_lost: (d) => [
    receive(d),
    ...(stepsOf(d).includes('lost') ? [isLost(d)] : []),
    decide(d, 'decline', 'Decline…'),
    decide(d, 'goodwill', 'Goodwill…'),
  ],
  refused_suspected: (d) => [...findings(d), receiveBack(d)],
  received: (d) => [
    ...(awaitsSecond(d) ? secondLook(d) : []),
    ...(hasUntested(d) ? [inspect(d)] : []),
    ...(unitsToDecide(d).length > 0 ? [decideUnits(d)] : []),
    ...leftToAPerson(d),
    // Money that stopped: nobody else asks for it again.
    ...(stepsOf(d).includes('retry') ? [retry(d)] : []),
  ],
  needs_agent: (d) => [retry(d, 'primary')],
};

const decide = (detail: CaseDetail, name: DecisionName, text: string, style?: 'primary'): ActionsElement =>
  button(text, `${ACTION.decide}:${name}`, detail.case.id, style === undefined ? {} : { style });
const decideUnits = (detail: CaseDetail): ActionsElement =>
  button('Decide…', ACTION.decideUnits, detail.case.id, { style: 'primary' });
const receiveBack = (detail: CaseDetail): ActionsElement =>
  button('Parcel is back…', ACTION.receiveBack, detail.case.id, isFound(detail) ? { style: 'primary' } : {});
const addPhotos = (detail: CaseDetail): ActionsElement =>
  button('Add photos…', ACTION.photos, detail.case.id, { style: 'primary' });
const isLost = (detail: CaseDetail): ActionsElement =>
  button('It is lost…', `${ACTION.more}:off`, `off:${detail.case.id}`);

/** P18: the steps helped, and the case ends; or they did not, and the return goes on. */
const solved = (detail: CaseDetail, helped: boolean): ActionsElement =>
  helped
    ? button('Solved', `${ACTION.solved}:yes`, detail.case.id, {
        confirm: {
          title: plain('Solved'),
          text: plain('The case ends without a return, and the customer is written to.', 300),
          confirm: plain('It is solved'),
          deny: plain('Not yet'),
        },
      })
    : button('Still broken', `${ACTION.solved}:no`, detail.case.id, { style: 'primary' });

/** P13: somebody has said what became of the parcel. */
const isFound = ({ case: { data } }: CaseDetail): boolean =>
  data.kind === 'return' && (data.undelivered?.finding ?? null) !== null;

/** P13: refused, lost, our own mistake, or nothing of it; asked until somebody has said. */
const findings = (detail: CaseDetail): ActionsElement[] => {
  if (detail.case.data.kind !== 'return' || isFound(detail)) return [];
  const find = (finding: string, text: string) => button(text, `${ACTION.find}:${finding}`, detail.case.id);
  return [
    find('refused', 'Refused'),
    find('wrong_address', 'Our mistake: address'),
    button('Lost', `${ACTION.find}:lost`, detail.case.id, {
      confirm: {
        title: plain('Lost'),
        text: plain('Everything paid for this parcel is proposed as a refund, shipping too.', 300),
        confirm: plain('It is lost'),
        deny: plain('Not yet'),
      },
    }),
    find('false_alarm', 'False alarm'),
  ];
};

/** P22: more days after the last one take a second person. */
const hasAskedForTime = ({ case: { data } }: CaseDetail): boolean => data.kind === 'return' && data.extension != null;
const secondPerson = (detail: CaseDetail): ActionsElement[] =>
  hasAskedForTime(detail)
    ? [
        button('Agree: more time', `${ACTION.confirmExtension}:agree`, detail.case.id, { style: 'primary' }),
        button('Disagree', `${ACTION.confirmExtension}:disagree`, detail.case.id),
      ]
    : [];

/** P1: the request waits for somebody to say who pays the carriage. */
const leavesCarriage = ({ decisions }: CaseDetail): boolean => {
  const last = decisions.at(-1)?.decision;
  return last?.verdict === 'needs-person' && last.clauses.includes('P1');
};

/** What the policy left to a person once everything was tested, or refuses. */
const leftToAPerson = (detail: CaseDetail): ActionsElement[] => {
  const last = detail.decisions.at(-1);
  if (last === undefined || last.kind !== 'settle' || hasUntested(detail) || unitsToDecide(detail).length > 0)
    return [];
  // An approver said no to what the policy gives.
  if (detail.intents.findLast(({ state }) => state !== 'superseded')?.state === 'rejected')
    return [decide(detail, 'decline', 'Decline…')];
  const { verdict, clauses } = last.decision;
  if (verdict === 'refused')
    return [decide(detail, 'decline', 'Decline…', 'primary'), decide(detail, 'goodwill', 'Goodwill…')];
  if (verdict !== 'needs-person') return [];
  if (clauses.includes('P21'))
    return [decide(detail, 'accept_late', 'Accept it (suggested)…', 'primary'), decide(detail, 'decline', 'Decline…')];
  return clauses.includes('P1')
    ? [decide(detail, 'charge', 'Charge the carriage…'), decide(detail, 'waive', 'Waive it…')]
    : [];
};

const startReturn = (detail: CaseDetail, style?: 'primary'): ActionsElement =>
  button('Start the return', ACTION.startReturn, `case:${detail.case.id}`, style === undefined ? {} : { style });
const receive = (detail: CaseDetail, style?: 'primary'): ActionsElement =>
  button('Parcel is here', ACTION.receive, detail.case.id, style === undefined ? {} : { style });
const track = (detail: CaseDetail): ActionsElement => button('Tracking…', ACTION.track, detail.case.id);
const retry = (detail: CaseDetail, style?: 'primary'): ActionsElement =>
  button('Ask the policy again', ACTION.retry, detail.case.id, style === undefined ? {} : { style });
/** P33: refused for what is missing, not for damage. */
const rejectsParts = (detail: CaseDetail): boolean =>
  detail.units.some((unit) => unit.goods === 'rejected_pending' && unit.result !== 'artificial_damage');
const secondLook = (detail: CaseDetail): ActionsElement[] => [
  button(
    rejectsParts(detail) ? 'Agree: refuse it' : 'Agree: damaged by the customer',
    `${ACTION.secondLook}:agree`,
    detail.case.id,
    { style: 'danger' },
  ),
  button('Disagree: test again', `${ACTION.secondLook}:disagree`, detail.case.id),
];
const inspect = (detail: CaseDetail): ActionsElement =>
  button('Test result…', ACTION.inspect, detail.case.id, { style: 'primary' });

/** P5: an ended case is opened again by two people. */
const secondToReopen = (detail: CaseDetail): ActionsElement[] =>
  detail.case.closedAt === null || detail.case.data.reopening == null
    ? []
    : [
        button('Agree: open it again', `${ACTION.confirmReopen}:agree`, detail.case.id, { style: 'primary' }),
        button('Leave it closed', `${ACTION.confirmReopen}:disagree`, detail.case.id),
      ];

const nextOf = (detail: CaseDetail): ActionsElement[] =>
  detail.case.kind === 'backorder' ? backorderActions(detail) : (NEXT[stateOf(detail)]?.(detail) ?? []);

/** Buttons of a case's card. A case that has ended keeps its history, and a note may still be written. */
export const caseActions = (detail: CaseDetail): ActionsElement[] => {
  const next =
    detail.case.closedAt === null ||
    stateOf(detail) === 'converted_to_return' ||
    stateOf(detail) === 'partially_canceled';
  // The one thing to do next stands first.
  return [...secondToReopen(detail), ...(next ? nextOf(detail) : []), ...moneyActions(detail), caseMenu(detail)];
};
