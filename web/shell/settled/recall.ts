import { Recalled } from '../../../policy/app/effects.ts';
import { type CancellationCase, followRecall } from '../recall/recall.ts';
import type { Settle } from './index.ts';
import { toPerson } from './to-person.ts';

/** The fulfilment services were asked, or there was nobody to ask. */
export const recallSettled: Settle<'shopify.recall'> = (world, _effect, settled, context) => {
  const found = world.case;
  if (found === null || found.data.kind !== 'cancellation' || found.data.recall?.state !== 'asking') return {};
  // It comes back by itself, and reads before it asks again.
  if (settled.outcome === 'unknown') return {};
  if (settled.outcome === 'done')
    return followRecall(world, found as CancellationCase, Recalled.parse(settled.result).asked, context);
  const why = `the fulfilment service could not be asked to stop: ${settled.error ?? 'no reason given'}`;
  const intent = world.intents.findLast((one) => one.state !== 'superseded' && one.state !== 'rejected');
  if (intent === undefined) return {};
  const stoppable = ['new', 'proposed', 'awaiting_approval', 'approved'].includes(intent.state);
  return toPerson(world, intent, stoppable ? 'order-changed' : null, why, context);
};
