import { isUnderWay } from '../../../policy/app/money-under-way.ts';
import type { ReturnData } from '../../../policy/app/records.ts';
import { isReplaced, shipsFirst } from '../../../policy/app/ship-first.ts';
import { worthOf } from '../../../policy/decide/worth.ts';
import { formatMoney } from '../../../policy/format.ts';
import { entry } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { countByLine, settleAsk } from '../asks.ts';
import { unexplained, WHY_UNEXPLAINED } from '../by-hand.ts';
import { compareMoney, showCase } from '../effects-of.ts';
import { type Handler, plan, type Refused, refused, type World } from '../handler.ts';
import { newIntent, nextVersion } from '../intents.ts';
import { nothingDue } from '../nothing-due.ts';
import { stopIntents } from '../order-news/stop-intents.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';

/** The number is issued, and nothing is here. */
const OPEN: ReadonlySet<string> = new Set(['authorized', 'in_transit']);

/**
 * P17: what is exchanged goes out before the goods are back. The policy is asked under that judgement, what the goods
 * are worth is compared with the approval limits, and somebody else approves: nothing is sent by asking for it.
 */
export const exchangeShipFirst: Handler<'exchange.ship-first'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = whyNot(world, found);
    if (unfit !== null || world.order === null) return unfit ?? refused('not-found', 'no such order');
    const judged = { ...found.data.judged, shipFirst: true };
    const asked: ReturnCaseRecord = { ...found, data: { ...found.data, judged } };
    const answer = askPolicy(world, settleAsk(asked, world.units), context);
    const { decision } = answer;
    if (decision.verdict !== 'granted' || decision.action !== 'exchange')
      return refused('policy', sentence(decision), { caseId: found.id, decision, clauses: decision.clauses });
    const { facts } = world.order;
    const worth = worthOf(facts, world.settings, countByLine(world.units));
    const old = stopIntents(world.intents, world.units, 'try-again', 'asked for anew', context);
    const intent = newIntent(
      { ...world, case: asked },
      context,
      found.id,
      nothingDue(facts.currency),
      world.units.map((unit) => unit.id),
      'return',
      worth,
    );
    const data: ReturnData = {
      ...asked.data,
      shipFirst: {
        because: command.because,
        by: context.by,
        byName: context.byName,
        intentIds: [...(found.data.shipFirst?.intentIds ?? []), intent.id],
        dropped: false,
        worth,
        sentAt: null,
        backBy: null,
      },
    };
    const record = nextVersion(found, { data }, context);
    const recorded = newDecision(context, found.id, world, 'settle', answer);
    const money = formatMoney(worth, facts.currency);
    const people = intent.approvalsNeeded === 1 ? 'an approver other than you' : `${intent.approvalsNeeded} approvers`;
    return plan(
      {
        cases: [record],
        units: world.units.map((unit) => ({ ...unit, money: 'proposed' as const })),
        intents: [...old.intents, intent],
        decisions: [recorded],
        entries: [
          ...old.entries,
          entry(context, found.id, {
            event: 'exchange.ship-first',
            text: `asked to send the replacement (${money}) before the goods are back: ${command.because}; somebody else has to approve`,
            clauses: decision.clauses,
            decisionId: recorded.id,
          }),
        ],
        effects: [...old.effects, compareMoney(context, intent), ...showCase(context, record)],
      },
      {
        caseId: found.id,
        intentId: intent.id,
        decision,
        would: [
          `send the same goods (${money}) before the others are back, once ${people} agree${intent.approvalsNeeded === 1 ? 's' : ''}`,
          'pay nothing, now or when the goods are back',
        ],
      },
    );
  },
};

const whyNot = (world: World, found: ReturnCaseRecord): Refused | null => {
  const no = (code: Refused['code'], because: string): Refused =>
    refused(code, because, { caseId: found.id, clauses: ['P17'] });
  if (isReplaced(found.data)) return no('ended', 'the replacement is out already');
  if (found.data.remedy !== 'exchange') return no('illegal-event', 'no exchange is wanted here: choose it first');
  if (!OPEN.has(found.state))
    return no(
      'illegal-event',
      `a replacement goes out first only while its goods are awaited, not while the return is ${found.state.replaceAll('_', ' ')}`,
    );
  if (world.settings['exchange.shipFirst'] === 'never')
    return no('policy', 'this shop sends no replacement before the goods are back');
  const asked = world.intents.find((intent) => shipsFirst(found.data, intent.id) !== null && isUnderWay(intent));
  if (asked !== undefined)
    return no(
      'ended',
      `${found.data.shipFirst?.byName ?? 'somebody'} asked for it already: it waits for an approver, or is on its way`,
    );
  return unexplained(found.data) === null ? null : no('missing', WHY_UNEXPLAINED);
};
