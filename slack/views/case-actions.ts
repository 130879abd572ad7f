import type { CaseDetail } from '../../policy/app/read-model.ts';
import { ACTION } from '../ids.ts';
import { type ActionsElement, button, option } from './blocks.ts';
import { shippedUnits } from './order-line.ts';

const stateOf = (detail: CaseDetail): string => detail.case.state.replaceAll('-', '_');

/** Lines of the order that left the house and no open return holds: what *Start the return* would take. */
export const returnableLines = (detail: Pick<CaseDetail, 'order'>): { lineItemId: string; quantity: number }[] =>
  [...shippedUnits(detail.order)]
    .filter(([, units]) => units > 0)
    .map(([lineItemId, quantity]) => ({ lineItemId, quantity }));

/** P25: somebody else has to agree that the damage is the customer's. */
const awaitsSecond = (detail: CaseDetail): boolean => detail.units.some((unit) => unit.goods === 'rejected_pending');

const hasUntested = (detail: CaseDetail): boolean => detail.units.some((unit) => unit.result === null);

/** The one or two things that can be done next, by state. Anything else is in the menu, or happens by itself. */
const NEXT: Readonly<Record<string, (detail: CaseDetail) => ActionsElement[]>> = {
  converted_to_return: (d) => [startReturn(d, 'primary')],
  partial_offer: (d) => [startReturn(d)],
  partially_canceled: (d) => (returnableLines(d).length === 0 ? [] : [startReturn(d)]),
  authorized: (d) => [receive(d, 'primary'), track(d)],
  expired: (d) => [receive(d), track(d)],
  in_transit: (d) => [receive(d, 'primary')],
  grey_zone: (d) => [receive(d, 'primary')],
  suspected_lost: (d) => [receive(d)],
  refused_suspected: (d) => [receive(d)],
  received: (d) => [...(awaitsSecond(d) ? secondLook(d) : []), ...(hasUntested(d) ? [inspect(d)] : [])],
  needs_agent: (d) => [retry(d)],
};

const startReturn = (detail: CaseDetail, style?: 'primary'): ActionsElement =>
  button('Start the return', ACTION.startReturn, `case:${detail.case.id}`, style === undefined ? {} : { style });
const receive = (detail: CaseDetail, style?: 'primary'): ActionsElement =>
  button('Parcel is here', ACTION.receive, detail.case.id, style === undefined ? {} : { style });
const track = (detail: CaseDetail): ActionsElement => button('Tracking…', ACTION.track, detail.case.id);
const retry = (detail: CaseDetail): ActionsElement => button('Ask the policy again', ACTION.retry, detail.case.id);
const secondLook = (detail: CaseDetail): ActionsElement[] => [
  button('Agree: damaged by the customer', `${ACTION.secondLook}:agree`, detail.case.id, { style: 'danger' }),
  button('Disagree: test again', `${ACTION.secondLook}:disagree`, detail.case.id),
];
const inspect = (detail: CaseDetail): ActionsElement =>
  button('Test result…', ACTION.inspect, detail.case.id, { style: 'primary' });

const menu = (detail: CaseDetail): ActionsElement => ({
  type: 'overflow',
  action_id: ACTION.more,
  options: [option('Write a note…', `note:${detail.case.id}`), option('Show the history', `history:${detail.case.id}`)],
});

/** Buttons of a case's card. A case that has ended keeps its history, and a note may still be written. */
export const caseActions = (detail: CaseDetail): ActionsElement[] => {
  const next =
    detail.case.closedAt === null ||
    stateOf(detail) === 'converted_to_return' ||
    stateOf(detail) === 'partially_canceled';
  return [...(next ? (NEXT[stateOf(detail)]?.(detail) ?? []) : []), menu(detail)];
};
