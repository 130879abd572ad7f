import type { CommandOf } from '../../../policy/app/commands.ts';
import type { BackorderData } from '../../../policy/app/records.ts';
import { deadlineAfter } from '../../../policy/days/deadline.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { advance } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { stockOutAsk } from '../asks.ts';
import {
  allToShip,
  type BackorderCase,
  backorderOf,
  droppedDeadlines,
  isPartial,
  newDeadline,
  stillToShip,
} from '../backorder/case.ts';
import { startRefund } from '../backorder/refund.ts';
import { customersLink } from '../customers-link.ts';
import { holdFulfillment, mail, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';

type Answer = CommandOf<'backorder.answer'>;

/** P8, P9: the customer will wait, or wants the money: by their own link, or told to staff who note how. */
export const backorderAnswer: Handler<'backorder.answer'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = backorderOf(world);
    if ('ok' in found) return found;
    if (world.order === null) return refused('not-found', `order ${found.orderName} is not known here`);
    const unfit = whyNotProved(world, found, command, context) ?? whyNotOffered(world, found, command);
    if (unfit !== null) return unfit;
    const how = context.actor.kind === 'customer' ? 'by their link' : `told to ${context.byName}: ${command.note}`;
    if (command.answer === 'wait') return willWait(world, found, command, how, context);
    const all = command.choice === 'cancel-all';
    return startRefund(
      world,
      found,
      {
        event: found.state === 'waiting' ? 'change-mind' : 'decline-wait',
        ...(all ? { lines: allToShip(world.order.facts, world.settings) } : {}),
        answer: 'refund',
        text: `the customer wants the money${all ? ' for the whole order' : ''}, ${how}`,
        data: { choice: command.choice ?? null },
        stopsWithPerson: context.actor.kind === 'customer',
      },
      context,
    );
  },
};

/** An answer needs a source: the customer's valid link, or somebody's note of how they heard it. */
const whyNotProved = (world: World, found: BackorderCase, command: Answer, context: Context): Refused | null => {
  if (context.actor.kind === 'customer') return customersLink(world, found, 'backorder-answer', context);
  return command.note
    ? null
    : refused('missing', 'say how the customer told you', { caseId: found.id, missing: ['note'] });
};

/** A2: where only a part is out of stock the shop says what may be chosen. */
const whyNotOffered = (world: World, found: BackorderCase, { answer, choice }: Answer): Refused | null => {
  if (choice === undefined) return null;
  const fits = answer === 'wait' ? ['wait-all', 'ship-rest'] : ['refund-part', 'cancel-all'];
  if (!fits.includes(choice)) return refused('invalid', `'${choice}' is no way to ${answer}`, { caseId: found.id });
  return world.settings['oos.partial.choices'].includes(choice)
    ? null
    : refused('policy', `this shop does not offer '${choice.replaceAll('-', ' ')}'`, {
        caseId: found.id,
        clauses: ['P8', 'P9'],
      });
};

const willWait = (world: World, found: BackorderCase, command: Answer, how: string, context: Context): Verdict => {
  if (world.order === null) return refused('not-found', `order ${found.orderName} is not known here`);
  if (found.state === 'waiting') return refused('ended', 'the customer waits already', { caseId: found.id });
  const { facts } = world.order;
  const lines = stillToShip(facts, world.settings, found.data.lines);
  if (lines.length === 0) return refused('ended', 'nothing of it is left to wait for', { caseId: found.id });
  const answer = askPolicy(world, stockOutAsk({ ...found.data, lines, answer: 'wait' }), context);
  const { decision } = answer;
  if (decision.verdict !== 'granted')
    return refused('policy', sentence(decision), { caseId: found.id, decision, clauses: decision.clauses });
  const recorded = newDecision(context, found.id, world, 'stock-out', answer);
  const byLink = context.actor.kind === 'customer';
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    [
      {
        event: 'confirm-wait',
        facts: { linkValid: byLink, by: context.by, ...(command.note === undefined ? {} : { reason: command.note }) },
        text: `the customer will wait, ${how}`,
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  const data: BackorderData = {
    ...found.data,
    answer: 'wait',
    choice: command.choice ?? null,
    consent: {
      at: context.now,
      how: byLink ? 'link' : 'staff',
      note: command.note ?? null,
      policyVersion: world.version.id,
      eta: found.data.eta,
      ip: byLink ? (command.ip ?? null) : null,
    },
  };
  const record = nextVersion(found, { state: advanced.state, data }, context);
  const days = world.settings['backorder.maxWaitDays'];
  const until = deadlineAfter(Date.parse(context.now), days, world.shop.timeZone).instant;
  const waitsWhole = command.choice === 'wait-all' && isPartial(facts, world.settings, lines);
  return plan(
    {
      cases: [record],
      decisions: [recorded],
      entries: advanced.entries,
      deadlines: [...droppedDeadlines(world), newDeadline(world, context, found.id, 'backorder-max-wait', until)],
      effects: [
        ...(waitsWhole ? [holdFulfillment(context, record, 'rest')] : []),
        mail(context, found.id, 'backorder-waiting', null, `round-${data.round ?? 1}`),
        ...showCase(context, record),
      ],
    },
    {
      caseId: found.id,
      decision,
      would: [
        `note that the customer will wait; asked again after ${days} days`,
        ...(waitsWhole ? ['hold the rest of the order with it'] : []),
        'mail the customer',
      ],
    },
  );
};
