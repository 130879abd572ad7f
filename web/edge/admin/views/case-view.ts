import type { Actor, Person } from '../../../../policy/app/actors.ts';
import { caseAmount } from '../../../../policy/app/case-amount.ts';
import { STEPS, stepsOf } from '../../../../policy/app/case-steps.ts';
import { stands } from '../../../../policy/app/deadline-stands.ts';
import type { CaseDetail, CaseSummary } from '../../../../policy/app/read-model.ts';
import type { CaseData, CaseRecord } from '../../../../policy/app/records.ts';
import { isReminder } from '../../../../policy/app/reminders.ts';
import { whyNotAllowed } from '../../../shell/permissions.ts';
import type { Asked, CaseDetail as CaseJson, CaseSummary as SummaryJson } from '../contract/case.ts';
import { effectView } from './effect-view.ts';
import { intentView } from './intent-view.ts';
import { orderView } from './order-view.ts';

/** @param now the shop's clock, ISO 8601 UTC */
const isPast = (dueAt: string | null, now: string): boolean => dueAt !== null && Date.parse(dueAt) < Date.parse(now);

const recordView = (
  record: CaseRecord,
  rest: Pick<SummaryJson, 'next' | 'amount' | 'dueAt'>,
  now: string,
): SummaryJson => ({
  id: record.id,
  number: record.number,
  kind: record.kind,
  state: record.state,
  orderId: record.orderId,
  orderName: record.orderName,
  rma: record.rma,
  next: rest.next,
  amount: rest.amount,
  dueAt: rest.dueAt,
  overdue: record.closedAt === null && isPast(rest.dueAt, now),
  createdAt: record.createdAt,
  updatedAt: record.updatedAt,
  closedAt: record.closedAt,
});

export const summaryView = ({ case: record, next, amount, dueAt }: CaseSummary, now: string): SummaryJson =>
  recordView(record, { next, amount, dueAt }, now);

const askedView = (data: CaseData): Asked => {
  switch (data.kind) {
    case 'cancellation':
      return { kind: 'cancellation', lines: data.lines, because: data.because };
    case 'backorder':
      return { kind: 'backorder', lines: data.lines, notifiedAt: data.notifiedAt, answer: data.answer, eta: data.eta };
    case 'return':
      return {
        kind: 'return',
        reason: data.reason,
        lines: data.lines,
        because: data.because,
        remedy: data.remedy,
        photos: data.photos.length,
        troubleshootingDone: data.troubleshootingDone,
        artificialDamageDeclared: data.artificialDamageDeclared,
        rmaIssuedAt: data.rma?.issuedAt ?? null,
        deadline: data.rma?.deadline ?? null,
        tracking: data.tracking,
        parcel: data.parcel && { receivedAt: data.parcel.receivedAt, rmaMarked: data.parcel.rmaMarked },
        shopifyReturnName: data.shopifyReturn?.name ?? null,
        preview: data.preview ?? null,
      };
  }
};

const nameOf = (people: readonly Person[], id: string | null): string | null =>
  people.find((person) => person.id === id)?.name ?? null;

const nextDue = (detail: CaseDetail): string | null =>
  detail.deadlines
    .filter((deadline) => stands(deadline) && !isReminder(deadline))
    .map((deadline) => deadline.dueAt)
    .sort()[0] ?? null;

const photosOf = (data: CaseData): CaseJson['photos'] =>
  data.kind === 'return'
    ? [
        ...data.photos.map((photo) => ({ ...photo, of: 'customer' as const })),
        ...(data.testPhotos ?? []).map((photo) => ({ ...photo, of: 'test' as const })),
      ]
    : [];

/** @param people of the shop, for the names behind ids */
export const caseView = (
  detail: CaseDetail,
  person: Person | null,
  people: readonly Person[],
  actor: Actor,
  now: string,
): CaseJson => ({
  case: {
    ...recordView(
      detail.case,
      {
        next: detail.next,
        amount: caseAmount(detail.intents, detail.decisions.at(-1)?.decision.refund ?? null),
        dueAt: nextDue(detail),
      },
      now,
    ),
    version: detail.case.version,
    policyVersion: detail.case.policyVersion,
    openedByName: detail.openedByName,
    assigneeName: nameOf(people, detail.case.assignee),
    asked: askedView(detail.case.data),
  },
  order: orderView(detail.order),
  units: detail.units.map(({ id, lineItemId, index, goods, money, result, deduction, note }) => ({
    id,
    lineItemId,
    position: index + 1,
    goods,
    money,
    result,
    deduction,
    note,
  })),
  entries: detail.entries.map(({ id, seq, at, byName, event, from, to, text, clauses, decisionId, digest }) => ({
    id,
    seq,
    at,
    byName,
    event,
    from,
    to,
    text,
    clauses,
    decisionId,
    digest,
  })),
  decisions: detail.decisions.map(({ id, at, kind, policyVersion, decision }) => ({
    id,
    at,
    kind,
    policyVersion,
    decision,
  })),
  policies: detail.policies.map(({ id, number, effectiveAt }) => ({ id, number, effectiveAt })),
  effects: detail.effects.map(effectView),
  intents: detail.intents.map((intent) =>
    intentView(intent, nameOf(people, intent.proposedBy), detail.shop.currency, person, detail.case.data),
  ),
  deadlines: detail.deadlines.map(({ id, kind, dueAt, state }) => ({
    id,
    kind,
    dueAt,
    state,
    overdue: stands({ state }) && isPast(dueAt, now),
  })),
  photos: photosOf(detail.case.data),
  steps: stepsOf(detail).map((name) => ({
    name,
    kind: STEPS[name],
    blocked: whyNotAllowed(actor, person, STEPS[name]),
  })),
  colleagues: people
    .filter(({ id, role }) => role !== null && id !== detail.case.assignee)
    .map(({ id, name, role }) => ({ id, name, mayApprove: role === 'owner' || role === 'approver' })),
  unexplained: (detail.case.data.byHand ?? []).flatMap(({ refundId, amount, for: what }) =>
    what === null ? [{ refundId, amount }] : [],
  ),
  messages: detail.messages.map(({ at, by, text }) => ({ at, by, text })),
});
