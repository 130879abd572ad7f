import type { CommandOf } from '../../../policy/app/commands.ts';
import type { BackorderData, CaseRecord, ThreadOrNull } from '../../../policy/app/records.ts';
import { ledgerOf } from '../../../policy/decide/ledger.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { type BackorderEvent, type BackorderFacts, backorder } from '../../../policy/machines/backorder.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { advance, type Move } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { stockOutAsk } from '../asks.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { askCustomer } from '../backorder/ask-customer.ts';
import { openBackorders, type ShortLine, unitsOf } from '../backorder/case.ts';
import { toldBy } from '../backorder/told-in-time.ts';
import { checkStockOfVariant, holdFulfillment, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type Verdict, type World } from '../handler.ts';

type Report = Pick<CommandOf<'backorder.report'>, 'orderId' | 'lines' | 'because' | 'eta'>;

/** P6, P7: something of an order can't be supplied. It is held, and the customer is asked at once. */
export const backorderReport: Handler<'backorder.report'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => reportBackorder(world, command, context, null, 'staff'),
};

export const reportBackorder = (
  world: World,
  report: Report,
  context: Context,
  thread: ThreadOrNull,
  source: 'staff' | 'stock',
): Verdict => {
  if (world.order === null) return refused('not-found', `there is no order ${report.orderId} in this shop`);
  const { facts } = world.order;
  const wrong = whyNotThese(world, facts, report.lines);
  if (wrong !== null) return wrong;
  const empty: BackorderData = {
    kind: 'backorder',
    lines: report.lines,
    notifiedAt: null,
    answer: null,
    eta: report.eta ?? null,
    source,
    because: report.because ?? null,
  };
  const answer = askPolicy(world, stockOutAsk(empty), context);
  const { decision } = answer;
  if (decision.verdict !== 'granted')
    return refused('policy', sentence(decision), { decision, clauses: decision.clauses });

  const caseId = context.ids.id();
  const recorded = newDecision(context, caseId, world, 'stock-out', answer);
  const reachable = facts.contactable.email;
  const advanced = advance(
    backorder,
    { caseId, state: 'new' },
    reportMoves(report, source, reachable, recorded.id),
    context,
  );
  if (!advanced.ok) return advanced;
  const asked = reachable ? askCustomer(world, caseId, empty, context) : null;
  const record: CaseRecord = {
    id: caseId,
    number: context.fresh.caseNumber,
    shop: world.shop.domain,
    kind: 'backorder',
    state: advanced.state,
    version: 1,
    orderId: facts.id,
    orderName: facts.name,
    policyVersion: world.version.id,
    rma: null,
    data: asked?.data ?? empty,
    thread,
    openedBy: context.person?.id ?? null,
    assignee: context.person?.id ?? null,
    createdAt: context.now,
    updatedAt: context.now,
    closedAt: null,
  };
  return plan(
    {
      cases: [record],
      decisions: [recorded],
      entries: advanced.entries,
      deadlines: [...(asked?.deadlines ?? []), ...toldBy(world, caseId, context)],
      effects: [
        holdFulfillment(context, record, 'short'),
        ...(asked?.effects ?? []),
        ...(source === 'staff' ? figuresOf(context, caseId, facts, report.lines) : []),
        ...showCase(context, record),
        ...(reachable ? [] : alertStaff(context, record, NO_ADDRESS)),
      ],
    },
    {
      caseId,
      decision,
      would: [
        `hold ${unitsOf(report.lines)} of ${facts.name} in Shopify: out of stock`,
        reachable
          ? `mail the customer: wait, or be refunded; without an answer within ${world.settings['backorder.responseHours']} h the money goes back`
          : NO_ADDRESS,
      ],
    },
  );
};

const NO_ADDRESS = 'the order has no e-mail address: ask the customer another way, and note the answer';

const reportMoves = (
  report: Report,
  source: 'staff' | 'stock',
  reachable: boolean,
  decisionId: string,
): Move<BackorderEvent, BackorderFacts>[] => [
  {
    event: 'shortage-seen',
    // Staff have looked; what the figures say is reported once it has outlasted the debounce.
    facts: { stillShort: true },
    text: `${unitsOf(report.lines)} out of stock, ${source === 'staff' ? 'reported by staff' : 'by the stock figures'}${
      report.because ? `: ${report.because}` : ''
    }`,
    decisionId,
  },
  reachable
    ? { event: 'notify', facts: { hasAddress: true }, text: 'the customer is asked by e-mail: wait, or be refunded' }
    : { event: 'no-address', text: NO_ADDRESS },
];

/** Lines that can't be reported, in words: not of this order, not left to ship, or in a case already. */
const whyNotThese = (world: World, facts: OrderFacts, lines: readonly ShortLine[]): Refused | null => {
  const cancelling = world.cases.find((one) => one.kind === 'cancellation' && !isFinal(cancellation, one.state));
  if (cancelling !== undefined)
    return refused('ended', `case ${cancelling.number} is cancelling ${facts.name} already`, { caseId: cancelling.id });
  const taken = openBackorders(world).find((one) =>
    one.data.lines.some((other) => lines.some((line) => line.lineItemId === other.lineItemId)),
  );
  if (taken !== undefined)
    return refused('ended', `case ${taken.number} deals with that already (${taken.state.replaceAll('_', ' ')})`, {
      caseId: taken.id,
    });
  if (facts.cancelledAt !== null) return null; // the policy says so, with its clause
  const ledger = ledgerOf(facts, world.settings);
  for (const { lineItemId, quantity } of lines) {
    const entry = ledger.byId.get(lineItemId);
    if (entry === undefined) return refused('invalid', `line ${lineItemId} is not of ${facts.name}`);
    if (quantity > entry.unshipped)
      return refused(
        'invalid',
        entry.unshipped === 0
          ? `nothing of ${entry.line.title} is left to ship: there is nothing to wait for`
          : `only ${entry.unshipped} of ${entry.line.title} ${entry.unshipped === 1 ? 'is' : 'are'} left to ship, not ${quantity}`,
      );
  }
  return null;
};

/** Where staff say that the shelf is empty the figures are not believed; how high they stand is noted, so that a rise is seen. */
const figuresOf = (context: Context, caseId: string, facts: OrderFacts, lines: readonly ShortLine[]) => {
  const variants = lines.map(({ lineItemId }) => facts.lines.find((line) => line.id === lineItemId)?.variantId ?? null);
  return [...new Set(variants)].flatMap((variantId) =>
    variantId === null ? [] : [checkStockOfVariant(context, caseId, variantId)],
  );
};
