import type { CommandOf } from '../../../policy/app/commands.ts';
import type { CaseRecord, ReturnData, ThreadOrNull, UnitRecord } from '../../../policy/app/records.ts';
import type { Decision, Judged } from '../../../policy/decision.ts';
import { countOf, formatDeadline, formatMoney } from '../../../policy/format.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { isFinal, step } from '../../../policy/machines/machine.ts';
import { type ReturnEvent, type ReturnFacts, returnCase } from '../../../policy/machines/return-case.ts';
import { advance, type Move } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { createReturn, mail, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { isOurMistake } from '../mail-links.ts';
import { isLeftToAgent, judgedAtOpening, openingAsk, openingEntries } from '../opening-judgements.ts';
import { rmaDeadlines, trackingDeadline } from '../return-deadlines.ts';

type Open = CommandOf<'return.open'>;

/** P14, P16, P18, P29: somebody wants to send goods back. Where the policy grants it, the RMA is issued at once. */
export const returnOpen: Handler<'return.open'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => openReturn(world, command, context, null),
};

export const openReturn = (world: World, command: Open, context: Context, thread: ThreadOrNull): Verdict => {
  if (world.order === null) return refused('not-found', `there is no order ${command.orderId} in this shop`);
  const judged = judgedAtOpening(world, command, context);
  if ('ok' in judged) return judged;
  const answer = askPolicy(world, openingAsk(command, judged), context);
  const { decision } = answer;
  if (decision.verdict === 'needs-info')
    return refused('missing', sentence(decision), { decision, missing: decision.missing, clauses: decision.clauses });
  if (decision.verdict !== 'granted') {
    if (command.answer === 'decline' && isLeftToAgent(decision))
      return declineAtOnce(world, command, answer, context, thread);
    return refused('policy', sentence(decision), { decision, clauses: decision.clauses });
  }

  if (unitsElsewhere(world, command)) {
    const open = world.cases.filter((one) => one.kind === 'return' && !isFinal(returnCase, one.state));
    const names = open.map((one) => one.rma ?? `case ${one.number}`).join(', ');
    return refused('ended', `what is left of it is in another open return already: ${names}`, {
      decision,
      caseId: open[0]?.id ?? null,
    });
  }

  const caseId = context.ids.id();
  const recorded = newDecision(context, caseId, world, 'return', answer);
  const advanced = advance(
    returnCase,
    { caseId, state: 'new' },
    [
      ...reviewMoves(world, command),
      {
        event: 'authorize',
        facts: { verdict: decision.verdict },
        text: `${context.fresh.rma} issued: ${sentence(decision)}`,
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;

  const record = newCase(world, caseId, context, thread, {
    state: advanced.state,
    rma: context.fresh.rma,
    data: dataOf(command, decision, judged, context),
  });
  const estimate = decision.estimate;
  return plan(
    {
      cases: [record],
      units: unitsOf(world, caseId, command, context),
      decisions: [recorded],
      entries: [...openingEntries(command, judged, caseId, context), ...advanced.entries],
      deadlines: [
        ...rmaDeadlines(world, caseId, decision.rmaDeadline, context),
        trackingDeadline(world, caseId, context),
      ],
      // The mail goes out when Shopify has the Return: a number that leads nowhere helps nobody.
      effects: [createReturn(context, caseId, record.data), ...showCase(context, record)],
    },
    {
      caseId,
      decision,
      would: [
        `issue an RMA number and open the return in Shopify`,
        `mail the customer the number, the address, the packing list${decision.rmaDeadline ? ` and the last day, ${formatDeadline(decision.rmaDeadline)}` : ''}`,
        estimate?.total == null
          ? 'nothing is paid before the goods were tested'
          : command.remedy === 'exchange' && isOurMistake(command.reason)
            ? `send the same again once the goods were tested, and pay nothing; should none be in stock, ${formatMoney(estimate.total, estimate.currency)} at most`
            : `pay nothing yet: up to ${formatMoney(estimate.total, estimate.currency)} once the goods were tested and an approver agrees`,
      ],
    },
  );
};

/** From the first word to the review: what the policy wants to know first is known. */
const reviewMoves = (world: World, command: Open): Move<ReturnEvent, ReturnFacts>[] => {
  const defective = command.reason === 'defective';
  const elsewhere = unitsElsewhere(world, command);
  const photos = command.photos.length;
  const moves: Move<ReturnEvent, ReturnFacts>[] = [
    {
      event: 'open',
      text: `return asked for: ${command.reason.replaceAll('_', ' ')}${command.because ? `, ${command.because}` : ''}`,
    },
    {
      event: 'details-complete',
      facts: { orderFound: true, unitsElsewhere: elsewhere },
      text: 'order and items are known',
    },
    // The policy granted it, so it had the photos and the checklist that its settings ask for.
    {
      event: defective ? 'photos-ok-defective' : 'photos-ok',
      facts: { photos, photosNeeded: 0 },
      text: photos === 0 ? 'no photos needed' : `${countOf(photos, 'photo')} on file`,
    },
  ];
  if (defective)
    moves.push({
      event: 'not-solved',
      facts: { troubleshootingDone: command.troubleshootingDone === true },
      text: 'troubleshooting was done and did not solve it',
    });
  return moves;
};

/** A return of this order as it is opened now. */
export const newCase = (
  world: World,
  id: string,
  context: Context,
  thread: ThreadOrNull,
  fields: Pick<CaseRecord, 'state' | 'rma'> & Readonly<{ data: ReturnData; closedAt?: string }>,
): CaseRecord => {
  if (world.order === null) throw new Error('a return without an order');
  return {
    id,
    number: context.fresh.caseNumber,
    shop: world.shop.domain,
    kind: 'return',
    version: 1,
    orderId: world.order.facts.id,
    orderName: world.order.facts.name,
    policyVersion: world.version.id,
    thread,
    openedBy: context.person?.id ?? null,
    assignee: context.person?.id ?? null,
    createdAt: context.now,
    updatedAt: context.now,
    closedAt: null,
    ...fields,
  };
};

/** Units of a line that sit in another open return can't be returned a second time. */
export const unitsElsewhere = (world: World, command: Pick<Open, 'lines'>): boolean => {
  const open = world.cases.filter((one) => one.kind === 'return' && !isFinal(returnCase, one.state));
  return command.lines.some((line) => {
    const taken = open
      .flatMap((one) => (one.data as ReturnData).lines)
      .filter((other) => other.lineItemId === line.lineItemId);
    const ordered =
      world.order?.facts.lines.find((candidate) => candidate.id === line.lineItemId)?.currentQuantity ?? 0;
    return taken.reduce((sum, other) => sum + other.quantity, 0) + line.quantity > ordered;
  });
};

/** A person declines what is asked for: the customer hears the clause, and the case says who decided and why. */
const declineAtOnce = (
  world: World,
  command: Open,
  answer: ReturnType<typeof askPolicy>,
  context: Context,
  thread: ThreadOrNull,
): Verdict => {
  const { decision } = answer;
  const because = command.reasonGiven ?? '';
  const caseId = context.ids.id();
  const recorded = newDecision(context, caseId, world, 'return', answer);
  const [clause = null] = decision.clauses;
  const advanced = advance(
    returnCase,
    { caseId, state: 'new' },
    [
      ...reviewMoves(world, command),
      {
        event: 'decline',
        facts: { clause, by: context.by },
        text: `declined: ${because}`,
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = newCase(world, caseId, context, thread, {
    state: advanced.state,
    rma: null,
    closedAt: context.now,
    data: {
      ...dataOf(command, decision, {}, context),
      rma: null,
      declined: { clauses: decision.clauses, because },
    },
  });
  return plan(
    {
      cases: [record],
      decisions: [recorded],
      entries: advanced.entries,
      effects: [mail(context, caseId, 'declined'), ...showCase(context, record)],
    },
    {
      caseId,
      decision,
      would: [`decline it on ${decision.clauses.join(', ')}: no number is issued`, `write to the customer: ${because}`],
    },
  );
};

export const dataOf = (command: Open, decision: Decision, judged: Judged, context: Context): ReturnData => ({
  kind: 'return',
  reason: command.reason,
  lines: command.lines,
  because: command.because ?? null,
  remedy: command.remedy,
  photos: command.photos,
  troubleshootingDone: command.troubleshootingDone ?? null,
  artificialDamageDeclared: command.artificialDamageDeclared ?? null,
  contact: command.contact
    ? {
        hasName: command.contact.name !== undefined,
        hasEmail: command.contact.email !== undefined,
        hasPhone: command.contact.phone !== undefined,
      }
    : null,
  originalShippingCost: command.originalShippingCost ?? null,
  returnPostage: command.returnPostage
    ? { paidBy: command.returnPostage.paidBy, amount: command.returnPostage.amount ?? null }
    : null,
  rma: { number: context.fresh.rma, issuedAt: context.now, deadline: decision.rmaDeadline },
  tracking: null,
  parcel: null,
  shopifyReturn: null,
  ...(Object.keys(judged).length === 0 ? {} : { judged }),
});

export const unitsOf = (
  world: World,
  caseId: string,
  command: Pick<Open, 'lines'>,
  context: Context,
): readonly UnitRecord[] =>
  command.lines.flatMap((line) => {
    const facts = world.order?.facts.lines.find((candidate) => candidate.id === line.lineItemId);
    const first = facts === undefined ? 0 : facts.quantity - facts.currentQuantity;
    const expected = step(inspection, 'new', 'expect');
    return Array.from({ length: line.quantity }, (_, index) => ({
      id: context.ids.id(),
      caseId,
      lineItemId: line.lineItemId,
      index: first + index,
      goods: expected.ok ? expected.to : 'expected',
      money: 'none' as const,
      result: null,
      deduction: null,
      note: null,
    }));
  });
