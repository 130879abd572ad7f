import { readRecall } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';
import { worldOfCase } from '../order-news/index.ts';
import { joined } from '../order-news/joined.ts';
import { type CancellationCase, followRecall } from '../recall/recall.ts';

/** A fulfilment service answered a request to cancel. The notice names a fulfilment order alone: it is read. */
export const recallAnswered: Handler<'recall.answered'> = {
  subject: () => ({}),
  decide: (_world, command, context) =>
    plan({ effects: [readRecall(context, command.fulfillmentOrderId, context.ids.id())] }),
};

const WAITS: ReadonlySet<string> = new Set(['asked', 'unanswered']);

/** What the fulfilment orders of an order say about being recalled, for the case that asked. */
export const recallObserved: Handler<'recall.observed'> = {
  subject: (command) => ({ orderId: command.orderId, wholeOrder: true }),
  decide: (world, command, context) => {
    const changes = world.files.flatMap((file) => {
      const { record } = file;
      if (record.data.kind !== 'cancellation' || !WAITS.has(record.data.recall?.state ?? '')) return [];
      const ids = record.data.recall?.fulfillmentOrderIds ?? [];
      // One that is closed or cancelled by now is not told any more: nobody holds it.
      const asked = ids.map(
        (id) => command.fulfillmentOrders.find((one) => one.id === id) ?? { id, requestStatus: 'unsubmitted' },
      );
      const here = worldOfCase(world, file);
      return [followRecall(here, record as CancellationCase, asked, context)];
    });
    return plan(joined(changes));
  },
};
