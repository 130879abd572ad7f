import type { ClauseId } from '../../../policy/clauses.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { askPolicy, newDecision } from '../ask-policy.ts';
import { settleAsk } from '../asks.ts';
import { cancelReturn, closeReturn, mailThisTime, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { dropIntents, nextVersion } from '../intents.ts';
import { becomesOfRejected, keepRejected } from '../rejected-goods.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { returnOf, whyEnded } from '../return-of.ts';
import { askForReturn } from '../return-request.ts';
import { whyReplaced } from '../ship-first.ts';

/** What a no rests on where the state of the return says it, whatever the policy would answer once the goods are here. */
const BY_STATE: Readonly<Partial<Record<string, readonly ClauseId[]>>> = {
  grey_zone: ['P21', 'P22'],
  expired: ['P21', 'P22'],
  suspected_lost: ['P38'],
};

/**
 * A person says no, on a clause, and the customer hears which. Where none is named it is the one that the policy itself
 * refuses by; where the policy does not refuse, a clause has to be named.
 */
export const returnDecline: Handler<'return.decline'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = whyEnded(found) ?? whyReplaced(found, world);
    if (unfit !== null) return unfit;
    // A question to a person that is answered with no refuses by the same clause.
    const asked = { ...found, data: { ...found.data, judged: { ...found.data.judged, greyZone: 'decline' as const } } };
    // Before a number was issued the question is whether there will be one.
    const answer =
      found.rma === null && found.state === 'review'
        ? askForReturn(world, found.data, context)
        : askPolicy(world, settleAsk(asked, world.units), context);
    const { decision } = answer;
    const own = decision.verdict === 'refused' ? decision.clauses : (BY_STATE[found.state] ?? []);
    const clauses: readonly ClauseId[] = command.clause === undefined ? own : [command.clause];
    const [clause] = clauses;
    if (clause === undefined)
      return refused('missing', 'the policy does not refuse this by itself: say which clause it rests on', {
        caseId: found.id,
        decision,
        missing: ['clause'],
      });
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [{ event: 'decline', facts: { clause, by: context.by }, text: `declined: ${command.because}`, clauses }],
      context,
    );
    if (!advanced.ok) return advanced;
    const dropped = dropIntents(world.intents, `declined: ${command.because}`, context);
    if ('ok' in dropped) return { ...dropped, caseId: found.id };
    const recorded = newDecision(context, found.id, world, 'settle', answer);
    const record = nextVersion(
      found,
      {
        state: advanced.state,
        closedAt: context.now,
        data: { ...found.data, declined: { clauses, because: command.because } },
      },
      context,
    );
    const here = found.state === 'received';
    const kept = keepRejected(world, { ...record, data: found.data }, world.units, context);
    return plan(
      {
        cases: [record],
        units: world.units
          .filter((unit) => unit.money !== 'paid')
          .map((unit) => ({ ...unit, money: 'refused' as const })),
        intents: dropped.intents,
        decisions: [recorded],
        deadlines: [...endDeadlines(world.deadlines, 'dropped'), ...kept.deadlines],
        entries: [...dropped.entries, ...advanced.entries.map((one) => ({ ...one, decisionId: recorded.id }))],
        effects: [
          ...(found.data.shopifyReturn === null
            ? []
            : [here ? closeReturn(context, found) : cancelReturn(context, found)]),
          mailThisTime(context, found, 'declined'),
          ...kept.effects,
          ...showCase(context, record),
        ],
      },
      {
        caseId: found.id,
        decision,
        would: [
          `decline it on ${clauses.join(', ')}; nothing is refunded`,
          `write to the customer: ${command.because}`,
          ...(here ? [becomesOfRejected(world, world.units)] : []),
        ],
      },
    );
  },
};
