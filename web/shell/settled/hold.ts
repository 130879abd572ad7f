import type { BackorderData } from '../../../policy/app/records.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { advance, entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { stillToShip } from '../backorder/case.ts';
import { mail, showCase } from '../effects-of.ts';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';

/** A hold that Shopify refuses is told to staff: what is out of stock may be sent, or promised, by others. */
export const holdFulfillmentSettled: Settle<'shopify.hold-fulfillment'> = (world, effect, settled, context) => {
  const found = world.case;
  if (found === null || settled.outcome === 'unknown') return {};
  if (settled.outcome === 'done') {
    const text = effect.part === 'short' ? 'held in Shopify: out of stock' : 'the rest of the order is held with it';
    return { entries: [entry(context, found.id, { event: 'backorder.held', text, clauses: ['P6'] })] };
  }
  const record = nextVersion(found, {}, context);
  const text = `Shopify did not hold it: ${settled.error ?? 'no reason given'}`;
  return {
    cases: [record],
    entries: [entry(context, found.id, { event: 'backorder.not-held', text })],
    effects: [...showCase(context, record), ...alertStaff(context, record, text)],
  };
};

/** P8: only now is it true that it ships, so only now is the customer told. */
export const releaseHoldSettled: Settle<'shopify.release-hold'> = (world, effect, settled, context) => {
  const found = world.case;
  if (found === null || found.data.kind !== 'backorder' || settled.outcome === 'unknown') return {};
  const data: BackorderData = found.data;
  if (settled.outcome === 'done') {
    const ships = effect.part === 'all' && (found.state === 'releasing' || found.state === 'resolved');
    const told = ships && data.notifiedAt !== null && world.order?.facts.cancelledAt === null;
    return {
      entries: [entry(context, found.id, { event: 'backorder.released', text: 'nothing of it is held any more' })],
      effects:
        told && stillOpen(world) ? [mail(context, found.id, 'backorder-ships', null, `round-${data.round ?? 1}`)] : [],
    };
  }
  const why = `Shopify did not release the hold: ${settled.error ?? 'no reason given'}`;
  const advanced =
    found.state === 'releasing'
      ? advance(backorder, { caseId: found.id, state: found.state }, [{ event: 'release-failed', text: why }], context)
      : null;
  if (advanced !== null && !advanced.ok) return advanced;
  const record = nextVersion(found, { state: advanced?.state ?? found.state }, context);
  return {
    cases: [record],
    entries: advanced?.entries ?? [entry(context, found.id, { event: 'backorder.not-released', text: why })],
    effects: [...showCase(context, record), ...alertStaff(context, record, why)],
  };
};

/** Nothing of it can ship where the line was cancelled or has left already. */
const stillOpen = (world: Parameters<Settle<'shopify.release-hold'>>[0]): boolean => {
  const { case: found, order } = world;
  if (found?.data.kind !== 'backorder' || order === null) return false;
  return stillToShip(order.facts, world.settings, found.data.lines).length > 0;
};
