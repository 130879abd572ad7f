import type { CommandOf } from '../../../policy/app/commands.ts';
import type { CaseRecord, RefundIntentRecord, UnitRecord } from '../../../policy/app/records.ts';
import { samePerson } from '../../../policy/approvals/same-person.ts';
import { formatMoney } from '../../../policy/format.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { type Advanced, advance } from '../advance.ts';
import { closeReturn, mailPaidByHand, showApproval, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';

/**
 * A gateway that can't give money back, or a refund that came back: it was paid another way, outside of Shopify, and
 * the reference says where that can be looked up. An approver says so, and not the one who proposed it.
 */
export const refundSettle: Handler<'refund.settle'> = {
  subject: (command) => ({ intentId: command.intentId }),
  decide: (world, command, context) => {
    const { intent, case: found } = world;
    if (intent === null || found === null) return refused('not-found', 'no such refund');
    if (found.state === 'frozen')
      return refused('policy', 'a dispute is open: the bank decides, and nothing is paid meanwhile', {
        caseId: found.id,
        clauses: ['P5'],
      });
    if (intent.proposedBy !== null && isProposer(world, intent.proposedBy, context))
      return refused('own-proposal', 'you proposed this refund: somebody else has to say that it was paid', {
        caseId: found.id,
      });
    const money = formatMoney(intent.breakdown.total, intent.breakdown.currency);
    const text = saysOf(money, command);
    const moved = moveIntent(intent, 'settle-by-hand', { reference: command.reference }, text, context, {
      lastError: null,
    });
    if (!moved.ok)
      return refused('ended', `this refund is ${intent.state.replaceAll('_', ' ')}: there is nothing to settle`, {
        caseId: found.id,
      });
    const ids = new Set(intent.unitIds);
    const units = world.units.map((unit) => (ids.has(unit.id) ? { ...unit, money: 'paid' as const } : unit));
    const ended = endOf(found, intent, units, command.reference, text, context);
    if (ended !== null && !ended.ok) return ended;
    const record = nextVersion(
      found,
      ended === null ? {} : { state: ended.state, closedAt: found.closedAt ?? context.now },
      context,
    );
    const closesReturn = record.closedAt !== null && found.data.kind === 'return' && found.closedAt === null;
    return plan(
      {
        cases: [record],
        intents: [moved.intent],
        units,
        entries: [...moved.entries, ...(ended?.entries ?? [])],
        effects: [
          ...(closesReturn ? [closeReturn(context, found)] : []),
          mailPaidByHand(context, found, intent),
          ...(intent.approvalsNeeded > 0 ? [showApproval(context, moved.intent)] : []),
          ...showCase(context, record),
        ],
      },
      { caseId: found.id, intentId: intent.id, would: [text] },
    );
  },
};

const saysOf = (money: string, { reference, because }: CommandOf<'refund.settle'>): string =>
  `${money} was paid another way: ${reference}${because ? ` (${because})` : ''}`;

const isProposer = (world: World, proposedBy: string, { person }: Context): boolean => {
  if (person === null) return false;
  const proposer = world.people.find((one) => one.id === proposedBy);
  return person.id === proposedBy || (proposer !== undefined && samePerson(proposer, person));
};

/** The case ends with it, where nothing of it is left open. Null: it stays as it is. */
const endOf = (
  found: CaseRecord,
  intent: RefundIntentRecord,
  units: readonly UnitRecord[],
  reference: string,
  text: string,
  context: Context,
): Advanced<string> | Refused | null => {
  const subject = { caseId: found.id, state: found.state };
  switch (found.data.kind) {
    case 'cancellation': {
      if (found.state !== 'needs_agent') return null;
      const event = found.data.lines === null ? ('settle-by-hand' as const) : ('settle-lines-by-hand' as const);
      return advance(cancellation, subject, [{ event, facts: { reference }, text }], context);
    }
    case 'backorder':
      if (found.state !== 'needs_agent') return null;
      return advance(backorder, subject, [{ event: 'settle-by-hand', facts: { reference }, text }], context);
    case 'return': {
      const open = units.filter((unit) => unit.money !== 'paid' && !intent.unitIds.includes(unit.id));
      const left = open.some((unit) => !isFinal(inspection, unit.goods));
      if (left || (found.state !== 'received' && found.state !== 'settling')) return null;
      return advance(returnCase, subject, [{ event: 'settle-by-hand', facts: { reference }, text }], context);
    }
    default:
      return found.data satisfies never;
  }
};
