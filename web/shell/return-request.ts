import type { DeadlineRecord, ReturnData } from '../../policy/app/records.ts';
import type { NewDecision, NewEffect, NewEntry } from '../../policy/app/store.ts';
import type { Decision } from '../../policy/decision.ts';
import { countOf } from '../../policy/format.ts';
import { type ReturnEvent, type ReturnFacts, returnCase } from '../../policy/machines/return-case.ts';
import { advance, type Move } from './advance.ts';
import { askPolicy, newDecision, sentence } from './ask-policy.ts';
import { returnAsk } from './asks.ts';
import { createReturn, mail } from './effects-of.ts';
import type { Context, Refused, World } from './handler.ts';
import { answerDeadline, photoDeadlines, rmaDeadlines, trackingDeadline } from './return-deadlines.ts';

type Subject = Readonly<{ caseId: string; state: string; data: ReturnData }>;

export type WentOn = Readonly<{
  state: string;
  data: ReturnData;
  rma: string | null;
  decision: Decision;
  decisions: readonly NewDecision[];
  entries: readonly NewEntry[];
  deadlines: readonly DeadlineRecord[];
  effects: readonly NewEffect[];
}>;

/** What the policy says to a request as it stands. Photos that staff waived count as there. */
export const askForReturn = (world: World, data: ReturnData, context: Context) =>
  askPolicy(
    world,
    returnAsk({
      reason: data.reason,
      lines: data.lines,
      photos: data.photosWaived ? Math.max(20, data.photos.length) : data.photos.length,
      troubleshootingDone: data.troubleshootingDone,
      artificialDamageDeclared: data.artificialDamageDeclared,
      originalShippingCost: data.originalShippingCost,
      returnPostage: data.returnPostage,
      ...(data.judged === undefined ? {} : { judged: data.judged }),
    }),
    context,
  );

/** Where a request waits, by what the policy says to it. */
const waitsAt = ({ verdict, missing }: Decision): 'evidence_pending' | 'troubleshooting' | 'review' | 'authorized' => {
  if (verdict === 'granted') return 'authorized';
  if (verdict === 'needs-info' && missing.includes('photos')) return 'evidence_pending';
  if (verdict === 'needs-info' && missing.includes('troubleshootingDone')) return 'troubleshooting';
  return 'review';
};

/**
 * A request goes as far as the policy lets it (P3, P18, P29): to photos, to steps to try, to a person, or to its number.
 * Whatever it comes to, the customer hears of it.
 * @param before  steps that led to `subject.state` in the same command
 * @param atMost  where it waits for a person whatever the policy says to it; the customer is not written to then
 */
export const goOn = (
  world: World,
  subject: Subject,
  before: readonly Move<ReturnEvent, ReturnFacts>[],
  context: Context,
  atMost: 'review' | null = null,
): WentOn | Refused => {
  const { caseId, data } = subject;
  const answer = askForReturn(world, data, context);
  const { decision } = answer;
  const target = atMost ?? waitsAt(decision);
  const recorded = newDecision(context, caseId, world, 'return', answer);
  const moves = [...before, ...movesTo(target, subject, decision, recorded.id, context)];
  const advanced = advance(
    returnCase,
    { caseId, state: before.length === 0 ? subject.state : returnCase.initial },
    moves,
    context,
  );
  if (!advanced.ok) return advanced;
  const issued = advanced.state === 'authorized';
  const hasMoved = before.length > 0 || advanced.state !== subject.state;
  return {
    state: advanced.state,
    data: issued
      ? { ...data, rma: { number: context.fresh.rma, issuedAt: context.now, deadline: decision.rmaDeadline } }
      : data,
    rma: issued ? context.fresh.rma : null,
    decision,
    decisions: [recorded],
    entries: advanced.entries,
    deadlines: issued
      ? [...rmaDeadlines(world, caseId, decision.rmaDeadline, context), trackingDeadline(world, caseId, context)]
      : !hasMoved
        ? []
        : advanced.state === 'evidence_pending'
          ? photoDeadlines(world, caseId, context)
          : advanced.state === 'review' && atMost === null
            ? [answerDeadline(world, caseId, context)]
            : [],
    effects: hasMoved && atMost === null ? hears(advanced.state, subject, context) : [],
  };
};

/** The mail that says what the case waits for; the number itself goes out once Shopify has the Return. */
const hears = (state: string, { caseId, data }: Subject, context: Context): readonly NewEffect[] => {
  const about = context.now;
  switch (state) {
    case 'evidence_pending':
      return [mail(context, caseId, 'photos-wanted', null, about)];
    case 'troubleshooting':
      return [mail(context, caseId, 'troubleshooting', null, about)];
    case 'review':
      return [mail(context, caseId, 'request-received', null, about)];
    case 'authorized':
      return [createReturn(context, caseId, data)];
    default:
      return [];
  }
};

const ORDER = ['intake', 'evidence_pending', 'troubleshooting', 'review', 'authorized'];

const movesTo = (
  target: string,
  { state, data }: Subject,
  decision: Decision,
  decisionId: string,
  context: Context,
): Move<ReturnEvent, ReturnFacts>[] => {
  const moves: Move<ReturnEvent, ReturnFacts>[] = [];
  const isPast = (stage: string): boolean => ORDER.indexOf(target) > ORDER.indexOf(stage);
  const photos = data.photos.length;
  if (state === 'evidence_pending' && isPast('evidence_pending'))
    moves.push({
      event: data.reason === 'defective' ? 'photos-ok-defective' : 'photos-ok',
      // The policy no longer asks for any, so there are as many as its settings want.
      facts: { photos, photosNeeded: 0, photosWaived: data.photosWaived ?? null },
      text: data.photosWaived
        ? `goes on without photos: ${data.photosWaived}`
        : photos === 0
          ? 'no photos needed'
          : `${countOf(photos, 'photo')} on file`,
    });
  const troubleshoots = state === 'troubleshooting' || (state === 'evidence_pending' && data.reason === 'defective');
  if (troubleshoots && isPast('troubleshooting')) {
    const done = data.troubleshootingDone === true;
    moves.push({
      event: 'not-solved',
      facts: { troubleshootingDone: done, ...(done ? {} : { safetyHazard: true, by: context.by }) },
      text: done ? 'the steps were tried and did not solve it' : 'left to a person before the steps were tried',
    });
  }
  if (target === 'authorized')
    moves.push({
      event: 'authorize',
      facts: { verdict: decision.verdict },
      text: `${context.fresh.rma} issued: ${sentence(decision)}`,
      clauses: decision.clauses,
      decisionId,
    });
  return moves;
};
