import type { CommandOf } from '../../../policy/app/commands.ts';
import type { ReturnData } from '../../../policy/app/records.ts';
import type { ClauseId } from '../../../policy/clauses.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { askPolicy, newDecision } from '../ask-policy.ts';
import { createReturn, mail, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { undeliveredAsk } from '../undelivered.ts';
import { asLost } from './return-lost.ts';

type Find = CommandOf<'delivery.find'>;

const FINDINGS: Readonly<Record<Find['finding'], Readonly<{ says: string; clauses: readonly ClauseId[] }>>> = {
  refused: { says: 'the customer refused the parcel: it is on its way back', clauses: ['P13'] },
  wrong_address: {
    says: 'the parcel could not be delivered, which is not the customer’s doing: it is on its way back',
    clauses: ['P4', 'P13'],
  },
  lost: { says: 'the parcel never reached the customer', clauses: ['P4', 'P38'] },
  false_alarm: { says: 'a false alarm: the customer has the parcel', clauses: ['P13'] },
};

/** P13: what a person found out about a parcel that seemed to be refused. */
export const deliveryFind: Handler<'delivery.find'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const { undelivered } = found.data;
    if (found.state !== 'refused_suspected' || undelivered == null)
      return refused('illegal-event', 'this case is not about a parcel that seems to be refused', { caseId: found.id });
    const ourSide = command.finding === 'wrong_address' || command.finding === 'lost';
    const { undelivered: _before, ...others } = found.data.judged ?? {};
    const judged = { ...others, ...(ourSide ? { undelivered: 'our-side' as const } : {}) };
    const data: ReturnData = {
      ...found.data,
      undelivered: { ...undelivered, finding: command.finding },
      judged,
    };
    const seen: ReturnCaseRecord = { ...found, data };
    switch (command.finding) {
      case 'false_alarm':
        return close(seen, command, context);
      case 'lost':
        return settleLoss(world, seen, command, context);
      default:
        return comesBack(seen, command, context);
    }
  },
};

const said = ({ finding, because }: Find): string =>
  `${FINDINGS[finding].says}${because === undefined || because === '' ? '' : ` (${because})`}`;

const close = (found: ReturnCaseRecord, command: Find, context: Context): Verdict => {
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'false-alarm', text: said(command) }],
    context,
  );
  if (!advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
  return plan(
    { cases: [record], entries: advanced.entries, effects: showCase(context, record) },
    { caseId: found.id, would: ['close the case: nothing comes back'] },
  );
};

/** It is on its way: the customer need do nothing, and nothing is paid before it is here. */
const comesBack = (found: ReturnCaseRecord, command: Find, context: Context): Verdict => {
  const record = nextVersion(found, {}, context);
  const { clauses } = FINDINGS[command.finding];
  return plan(
    {
      cases: [record],
      entries: [entry(context, found.id, { event: `delivery.${command.finding}`, text: said(command), clauses })],
      effects: [mail(context, found.id, 'parcel-returning'), ...showCase(context, record)],
    },
    { caseId: found.id, would: [FINDINGS[command.finding].says, 'write to the customer that they need do nothing'] },
  );
};

/** What never reached the customer is ours to answer for: settled as if it had come back. */
const settleLoss = (world: World, found: ReturnCaseRecord, command: Find, context: Context): Verdict => {
  const lost: ReturnCaseRecord = {
    ...found,
    data: { ...found.data, lost: { at: context.now, labelBy: 'merchant' } },
  };
  const opening = askPolicy(world, undeliveredAsk(lost.data), context);
  const settled = settleReturn({ ...world, units: asLost(world.units) }, lost, context);
  if ('ok' in settled) return settled;
  if (settled.intents.length === 0)
    return refused('policy', settled.would[0] ?? 'the policy does not refund a loss here', {
      caseId: found.id,
      decision: settled.decision,
      clauses: settled.decision?.clauses ?? [],
    });
  const record = nextVersion(lost, { state: settled.state }, context);
  const { clauses } = FINDINGS.lost;
  return plan(
    {
      cases: [record],
      units: settled.units,
      decisions: [newDecision(context, found.id, world, 'return', opening), ...settled.decisions],
      intents: settled.intents,
      entries: [entry(context, found.id, { event: 'delivery.lost', text: said(command), clauses }), ...settled.entries],
      effects: [createReturn(context, found.id, found.data), ...settled.effects, ...showCase(context, record)],
    },
    {
      caseId: found.id,
      intentId: settled.intents[0]?.id ?? null,
      decision: settled.decision,
      would: [FINDINGS.lost.says, ...settled.would],
    },
  );
};
