import type { CommandOf } from '../../../policy/app/commands.ts';
import type { CaseRecord } from '../../../policy/app/records.ts';
import { formatMoney } from '../../../policy/format.ts';
import { entry } from '../advance.ts';
import { tooMuchByHand } from '../by-hand.ts';
import { showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { stopIntents, withUnits } from '../order-news/stop-intents.ts';
import type { ReturnCaseRecord } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { retryCancellation } from './case-retry.ts';

const SAYS: Readonly<Record<CommandOf<'refund.attribute'>['to'] | 'units', string>> = {
  units: 'for units of this case: nothing more is due for them',
  line: 'for the goods of this case: it is taken off what is still due for them',
  shipping: 'for shipping: it is taken off the shipping that is still due',
  goodwill: 'goodwill: it changes nothing that is due',
};

/** A person says what a refund was for that was made in Shopify by hand; the case goes on where it had stopped. */
export const refundAttribute: Handler<'refund.attribute'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = world.case;
    if (found === null || world.order === null) return refused('not-found', 'no such case');
    const byHand = found.data.byHand ?? [];
    const refund = byHand.find((one) => one.refundId === command.refundId);
    if (refund === undefined)
      return refused('not-found', `no refund ${command.refundId} was made by hand in this case`, { caseId: found.id });
    if (refund.for !== null)
      return refused('ended', `somebody has said already what it was for: ${refund.for}`, { caseId: found.id });
    if (refund.amount === 0 && command.to !== 'line')
      return refused(
        'invalid',
        'no money moved with it: where the customer has none, refund it in Shopify first; then say that it was for the goods',
        { caseId: found.id },
      );
    // Of units that it names a person says now whether they are settled by it: then nothing else is taken off for it.
    const names = command.to === 'line' ? (refund.unitIds ?? []) : [];
    const what = names.length > 0 && refund.amount > 0 ? 'units' : command.to;
    const told: CaseRecord = {
      ...found,
      data: {
        ...found.data,
        byHand: byHand.map((one) => (one.refundId === refund.refundId ? { ...one, for: what } : one)),
      },
    };
    const money = formatMoney(refund.amount, world.order.facts.currency);
    const { lines } = world.order.facts;
    const tooMuch = command.to === 'goodwill' ? 0 : tooMuchByHand(told.data, world.intents, world.units, lines);
    const says =
      tooMuch === 0
        ? `the ${money} refunded by hand was ${SAYS[what]}`
        : `the ${money} refunded by hand was for what is paid already: the customer has ${formatMoney(tooMuch, world.order.facts.currency)} more than the policy gives`;
    const noted = entry(context, found.id, {
      event: 'refund.attribute',
      text: command.because ? `${says} (${command.because})` : says,
    });
    const settled = new Set(names);
    const settledUnits = world.units
      .filter((unit) => settled.has(unit.id))
      .map((unit) => ({ ...unit, money: 'paid' as const }));
    const here = { ...world, case: told, units: withUnits(world.units, settledUnits) };
    const more = { caseId: found.id, would: [says] };

    if (told.data.kind === 'cancellation' && told.state === 'needs_agent') {
      const retried = retryCancellation(here, told.data, context);
      // What it says now is no: the case stays where it is, with what was said.
      if (retried.ok) {
        const entries = [noted, ...(retried.changes.entries ?? [])];
        return { ...retried, ...more, changes: { ...retried.changes, entries } };
      }
    }
    if (told.data.kind === 'return' && told.state === 'received') {
      const old = stopIntents(here.intents, here.units, 'try-again', says, context);
      const units = withUnits(here.units, old.units);
      const settled = settleReturn({ ...here, units }, told as ReturnCaseRecord, context);
      if ('ok' in settled) return settled;
      const record = nextVersion(told, { state: settled.state }, context);
      return plan(
        {
          cases: [record],
          units: settled.units,
          decisions: settled.decisions,
          intents: [...old.intents, ...settled.intents],
          entries: [noted, ...old.entries, ...settled.entries],
          effects: [...old.effects, ...settled.effects, ...showCase(context, record)],
        },
        { ...more, intentId: settled.intents[0]?.id ?? null, decision: settled.decision },
      );
    }
    const record = nextVersion(told, {}, context);
    return plan({ cases: [record], units: settledUnits, entries: [noted], effects: showCase(context, record) }, more);
  },
};
