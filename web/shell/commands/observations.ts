import type { OrderContact, OrderFacts } from '../../../policy/facts/order-facts.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { followOrder } from '../backorder/follow-order.ts';
import { readOrder, say, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { orderNews } from '../order-news/index.ts';
import { joined } from '../order-news/joined.ts';
import { requestsToRead } from '../order-news/return-requests.ts';
import { orderVersionOf } from '../order-version.ts';
import { carrierNews, suspectedParcels } from '../undelivered.ts';

/** A newer state of an order. An older one than what is stored changes nothing: the newest `updatedAt` wins. */
export const orderObserved: Handler<'order.observed'> = {
  subject: (command) => ({ orderId: (command.facts as OrderFacts).id, wholeOrder: true }),
  decide: (world, command, context) => {
    const facts = command.facts as OrderFacts;
    const known = world.order?.facts ?? null;
    if (known !== null && known.updatedAt > facts.updatedAt) return plan({});
    // Shopify dates changes by the second and delivers them in any order: of two states of one second nobody can tell
    // which is the newer, so a webhook does not decide it. The order is read.
    if (known !== null && known.updatedAt === facts.updatedAt && facts.returns === null && differs(known, facts))
      return plan({ effects: [readOrder(context, facts.id, `${facts.id}:${context.ids.id()}`)] });
    // Webhooks do not tell about returns and disputes: what was read from the API before stays true until read again.
    const merged: OrderFacts = {
      ...facts,
      returns: facts.returns ?? known?.returns ?? null,
      disputeOpen: facts.disputeOpen ?? known?.disputeOpen ?? null,
      ...(facts.disputeOpen === null && known?.disputeLost === true ? { disputeLost: true } : {}),
    };
    const followed = followOrder(world, merged, context);
    const carrier = carrierNews(world, merged, context);
    const taken = new Set([...followed.cases, ...carrier.cases].map((one) => one.id));
    const news = joined(orderNews(world, merged, taken, context));
    const changed = new Set([...taken, ...(news.cases ?? []).map((one) => one.id)]);
    // Cards show what the order says: when it changes, those of its open cases are shown again.
    const touched =
      known === null || known.updatedAt === facts.updatedAt
        ? []
        : world.cases
            .filter((one) => one.kind === 'cancellation' && !isFinal(cancellation, one.state) && !changed.has(one.id))
            .map((one) => nextVersion(one, {}, context));
    return plan({
      orders: [{ facts: merged, contact: command.contact as OrderContact }],
      ...news,
      cases: [...touched, ...followed.cases, ...carrier.cases, ...(news.cases ?? [])],
      units: [...carrier.units, ...(news.units ?? [])],
      entries: [...followed.entries, ...carrier.entries, ...(news.entries ?? [])],
      effects: [
        ...(news.effects ?? []),
        ...requestsToRead(world, known, merged, context),
        ...[...touched, ...carrier.cases].flatMap((one) => showCase(context, one)),
        ...followed.effects,
        // A case goes by the policy of the day the order was placed: of an order not known before, that is known next time.
        ...(known === null && suspectedParcels(merged, world.cases).length > 0
          ? [readOrder(context, facts.id, `${facts.id}:${context.ids.id()}`)]
          : []),
      ],
    });
  },
};

/** In what an amount rests on; disputes, which webhooks do not tell about, left aside. */
const differs = (known: OrderFacts, facts: OrderFacts): boolean =>
  orderVersionOf({ ...known, disputeOpen: null }) !== orderVersionOf({ ...facts, disputeOpen: null });

/** The payload was only a hint: the order is read from Shopify. */
export const orderStale: Handler<'order.stale'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (_world, command, context) =>
    plan({ effects: [readOrder(context, command.orderId, `${command.orderId}:${context.ids.id()}`)] }),
};

/** A plain answer to an agent. It changes nothing, and is said once. */
export const staffTell: Handler<'staff.tell'> = {
  subject: () => ({}),
  decide: (_world, command, context) => {
    if (command.text.trim() === '') return refused('invalid', 'there is nothing to say');
    return plan({
      effects: [
        say(context, command.key, {
          channel: command.thread.channel,
          threadTs: command.thread.ts,
          text: command.text,
          caseId: null,
          orderId: command.orderId ?? null,
          decision: command.decision,
        }),
      ],
    });
  },
};
