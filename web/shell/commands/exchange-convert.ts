import type { ReturnData } from '../../../policy/app/records.ts';
import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { stopIntents, withUnits } from '../order-news/stop-intents.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { whyReplaced } from '../ship-first.ts';

/** P16: the replacement is not there. The customer gets the money, or waits for it: an agent says which. */
export const exchangeConvert: Handler<'exchange.convert'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    if (found.data.remedy !== 'exchange' || found.state !== 'received')
      return refused('illegal-event', 'there is no exchange here that could become something else', {
        caseId: found.id,
      });
    const replaced = whyReplaced(found, world);
    if (replaced !== null) return replaced;
    const refund = command.to === 'refund';
    const data: ReturnData = {
      ...found.data,
      remedy: refund ? 'refund' : 'exchange',
      exchange: { ...found.data.exchange, state: refund ? 'converted_to_refund' : 'waiting' },
    };
    const says = refund ? 'refunded instead of exchanged' : 'the customer waits for the replacement';
    const old = stopIntents(world.intents, world.units, 'try-again', says, context);
    const units = withUnits(world.units, old.units);
    const told: ReturnCaseRecord = { ...found, data };
    const settled = settleReturn({ ...world, case: told, units }, told, context);
    if ('ok' in settled) return settled;
    const record = nextVersion(told, { state: settled.state }, context);
    const noted = entry(context, found.id, {
      event: 'exchange.convert',
      text: `${says}: ${command.because}`,
      clauses: refund ? ['P16'] : ['P8', 'P16'],
    });
    return plan(
      {
        cases: [record],
        units: settled.units,
        decisions: settled.decisions,
        intents: [...old.intents, ...settled.intents],
        entries: [noted, ...old.entries, ...settled.entries],
        effects: [...old.effects, ...settled.effects, ...showCase(context, record)],
      },
      {
        caseId: found.id,
        intentId: settled.intents[0]?.id ?? null,
        decision: settled.decision,
        would: [says, ...settled.would],
      },
    );
  },
};
