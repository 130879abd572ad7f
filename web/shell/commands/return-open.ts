import type { CommandOf } from '../../../policy/app/commands.ts';
import type { CaseRecord, DeadlineRecord, ReturnData, ThreadOrNull, UnitRecord } from '../../../policy/app/records.ts';
import type { Decision } from '../../../policy/decision.ts';
import { formatDeadline, formatMoney } from '../../../policy/format.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { isFinal, step } from '../../../policy/machines/machine.ts';
import { type ReturnEvent, type ReturnFacts, returnCase } from '../../../policy/machines/return-case.ts';
import { advance, type Move } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { returnAsk } from '../asks.ts';
import { createReturn, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';

type Open = CommandOf<'return.open'>;

/** P14, P16, P18, P29: somebody wants to send goods back. Where the policy grants it, the RMA is issued at once. */
export const returnOpen: Handler<'return.open'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => openReturn(world, command, context, null),
};

export const openReturn = (world: World, command: Open, context: Context, thread: ThreadOrNull): Verdict => {
  if (world.order === null) return refused('not-found', `there is no order ${command.orderId} in this shop`);
  const { facts } = world.order;
  const answer = askPolicy(world, askOf(command), context);
  const { decision } = answer;
  if (decision.verdict === 'needs-info')
    return refused('missing', sentence(decision), { decision, missing: decision.missing, clauses: decision.clauses });
  if (decision.verdict !== 'granted')
    return refused('policy', sentence(decision), { decision, clauses: decision.clauses });

  const caseId = context.ids.id();
  const recorded = newDecision(context, caseId, world, 'return', answer);
  const advanced = advance(
    returnCase,
    { caseId, state: 'new' },
    issueMoves(world, command, decision, recorded.id, context),
    context,
  );
  if (!advanced.ok) return advanced;

  const record: CaseRecord = {
    id: caseId,
    number: context.fresh.caseNumber,
    shop: world.shop.domain,
    kind: 'return',
    state: advanced.state,
    version: 1,
    orderId: facts.id,
    orderName: facts.name,
    policyVersion: world.version.id,
    rma: context.fresh.rma,
    data: dataOf(command, decision, context),
    thread,
    openedBy: context.person?.id ?? null,
    assignee: context.person?.id ?? null,
    createdAt: context.now,
    updatedAt: context.now,
    closedAt: null,
  };
  const estimate = decision.estimate;
  return plan(
    {
      cases: [record],
      units: unitsOf(world, caseId, command, context),
      decisions: [recorded],
      entries: advanced.entries,
      deadlines: deadlineOf(world, caseId, decision, context),
      // The mail goes out when Shopify has the Return: a number that leads nowhere helps nobody.
      effects: [createReturn(context, caseId), ...showCase(context, record)],
    },
    {
      caseId,
      decision,
      would: [
        `issue an RMA number and open the return in Shopify`,
        `mail the customer the number, the address, the packing list${decision.rmaDeadline ? ` and the last day, ${formatDeadline(decision.rmaDeadline)}` : ''}`,
        estimate?.total == null
          ? 'nothing is paid before the goods were tested'
          : `pay nothing yet: up to ${formatMoney(estimate.total, estimate.currency)} once the goods were tested and an approver agrees`,
      ],
    },
  );
};

const askOf = (command: Open) =>
  returnAsk({
    reason: command.reason,
    lines: command.lines,
    photos: command.photos.length,
    troubleshootingDone: command.troubleshootingDone ?? null,
    artificialDamageDeclared: command.artificialDamageDeclared ?? null,
    originalShippingCost: command.originalShippingCost ?? null,
    returnPostage: command.returnPostage ?? null,
    ...(command.contact === undefined ? {} : { contact: command.contact }),
  });

const issueMoves = (
  world: World,
  command: Open,
  decision: Decision,
  decisionId: string,
  context: Context,
): Move<ReturnEvent, ReturnFacts>[] => {
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
      text: photos === 0 ? 'no photos needed' : `${photos} photo(s) on file`,
    },
  ];
  if (defective)
    moves.push({
      event: 'not-solved',
      facts: { troubleshootingDone: command.troubleshootingDone === true },
      text: 'troubleshooting was done and did not solve it',
    });
  moves.push({
    event: 'authorize',
    facts: { verdict: decision.verdict },
    text: `${context.fresh.rma} issued: ${sentence(decision)}`,
    clauses: decision.clauses,
    decisionId,
  });
  return moves;
};

/** Units of a line that sit in another open return can't be returned a second time. */
const unitsElsewhere = (world: World, command: Open): boolean => {
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

const dataOf = (command: Open, decision: Decision, context: Context): ReturnData => ({
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
});

const unitsOf = (world: World, caseId: string, command: Open, context: Context): readonly UnitRecord[] =>
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

const deadlineOf = (world: World, caseId: string, decision: Decision, context: Context): readonly DeadlineRecord[] =>
  decision.rmaDeadline === null
    ? []
    : [
        {
          id: context.ids.id(),
          shop: world.shop.domain,
          caseId,
          kind: 'rma-deadline',
          dueAt: decision.rmaDeadline.instant,
          state: 'open',
        },
      ];
