import type { BackorderData } from '../../../policy/app/records.ts';
import { formatMoney } from '../../../policy/format.ts';
import { type BackorderEvent, type BackorderFacts, backorder } from '../../../policy/machines/backorder.ts';
import { advance, type Move } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { stockOutAsk } from '../asks.ts';
import { compareMoney, releaseHold, showCase } from '../effects-of.ts';
import { type Context, plan, refused, type Verdict, type World } from '../handler.ts';
import { newIntent, nextVersion } from '../intents.ts';
import { alertStaff } from './alert-staff.ts';
import { type BackorderCase, droppedDeadlines, type ShortLine, stillToShip } from './case.ts';

export type RefundWish = Readonly<{
  /** How it comes about: the customer's no, their silence, a change of mind, or the end of the product. */
  event: Extract<BackorderEvent, 'decline-wait' | 'response-due' | 'change-mind' | 'discontinued'>;
  /** What goes back; by default what of the case is not shipped. */
  lines?: readonly ShortLine[];
  /** Null: nobody answered, and the policy is asked what that means. */
  answer: 'refund' | null;
  text: string;
  data?: Partial<BackorderData>;
  /** Where the policy does not grant it: the customer has decided, so that the case stops with a person instead. */
  stopsWithPerson: boolean;
}>;

/** P9: the money goes back, by the way that every refund takes: intent, comparison, approval where it needs one. */
export const startRefund = (world: World, found: BackorderCase, wish: RefundWish, context: Context): Verdict => {
  if (world.order === null) return refused('not-found', `order ${found.orderName} is not known here`);
  const { facts } = world.order;
  const lines = stillToShip(facts, world.settings, wish.lines ?? found.data.lines);
  if (lines.length === 0) return nothingShort(world, found, context);
  const answer = askPolicy(world, stockOutAsk({ ...found.data, lines, answer: wish.answer }), context);
  const { decision } = answer;
  const recorded = newDecision(context, found.id, world, 'stock-out', answer);
  const granted = decision.verdict === 'granted' && decision.refund !== null;
  if (!granted && !wish.stopsWithPerson)
    return refused('policy', whyNot(sentence(decision), decision.verdict), {
      caseId: found.id,
      decision,
      clauses: decision.clauses,
    });
  const moves: Move<BackorderEvent, BackorderFacts>[] = [
    { event: wish.event, text: wish.text, clauses: decision.clauses, decisionId: recorded.id },
  ];
  const stopped = whyNot(sentence(decision), decision.verdict);
  if (!granted) moves.push({ event: 'refund-failed', text: stopped });
  const advanced = advance(backorder, { caseId: found.id, state: found.state }, moves, context);
  if (!advanced.ok) return advanced;

  const data: BackorderData = {
    ...found.data,
    ...wish.data,
    answer: 'refund',
    consent: null,
    lines,
    refund: decision.action === 'cancel_order' ? 'order' : 'lines',
    jobResult: null,
  };
  const record = nextVersion(found, { state: advanced.state, data }, context);
  const common = {
    cases: [record],
    decisions: [recorded],
    entries: advanced.entries,
    deadlines: droppedDeadlines(world),
  };
  if (!granted || decision.refund === null) {
    return plan(
      { ...common, effects: [...showCase(context, record), ...alertStaff(context, record, stopped)] },
      { caseId: found.id, decision, would: [stopped] },
    );
  }
  const intent = newIntent(world, context, found.id, decision.refund, [], 'stock-out');
  const money = formatMoney(decision.refund.total, decision.refund.currency);
  return plan(
    { ...common, intents: [intent], effects: [compareMoney(context, intent), ...showCase(context, record)] },
    {
      caseId: found.id,
      intentId: intent.id,
      decision,
      would: [
        data.refund === 'order' ? `cancel ${facts.name} in Shopify` : `refund what is out of stock of ${facts.name}`,
        decision.refund.total === 0
          ? 'void the authorization: nothing was captured'
          : `refund ${money} to the original payment${approvers(intent.approvalsNeeded)}`,
        'mail the customer',
      ],
    },
  );
};

const whyNot = (reasons: string, verdict: string): string =>
  verdict === 'granted'
    ? `${reasons}; no payment was received, so that there is nothing to refund: cancel what is out of stock by hand`
    : `${reasons}: a person decides`;

/** The goods left, or were cancelled, before the answer came: nothing is short any more. */
const nothingShort = (world: World, found: BackorderCase, context: Context): Verdict => {
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    [{ event: 'line-gone', text: 'nothing of it is out of stock any more' }],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
  return plan(
    {
      cases: [record],
      entries: advanced.entries,
      deadlines: droppedDeadlines(world),
      effects: [releaseHold(context, record, 'all'), ...showCase(context, record)],
    },
    { caseId: found.id, would: ['close the case: nothing of it is out of stock any more'] },
  );
};

const approvers = (needed: number): string =>
  needed === 0 ? '' : needed === 1 ? ', once an approver agrees' : `, once ${needed} approvers agree`;
