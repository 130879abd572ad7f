import type { OrderContact, OrderFacts } from '../../../policy/facts/order-facts.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { forgetTokens, readOrder, say, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/** A newer state of an order. An older one than what is stored changes nothing: the newest `updatedAt` wins. */
export const orderObserved: Handler<'order.observed'> = {
  subject: (command) => ({ orderId: (command.facts as OrderFacts).id }),
  decide: (world, command, context) => {
    const facts = command.facts as OrderFacts;
    const known = world.order?.facts ?? null;
    if (known !== null && known.updatedAt > facts.updatedAt) return plan({});
    // Webhooks do not tell about returns and disputes: what was read from the API before stays true until read again.
    const merged: OrderFacts = {
      ...facts,
      returns: facts.returns ?? known?.returns ?? null,
      disputeOpen: facts.disputeOpen ?? known?.disputeOpen ?? null,
    };
    // Cards show what the order says: when it changes, those of its open cases are shown again.
    const touched =
      known === null || known.updatedAt === facts.updatedAt
        ? []
        : world.cases
            .filter((one) => one.kind === 'cancellation' && !isFinal(cancellation, one.state))
            .map((one) => nextVersion(one, {}, context));
    return plan({
      orders: [{ facts: merged, contact: command.contact as OrderContact }],
      cases: touched,
      effects: touched.flatMap((one) => showCase(context, one)),
    });
  },
};

/** The payload was only a hint: the order is read from Shopify. Hints of one moment share one reading. */
export const orderStale: Handler<'order.stale'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (_world, command, context) =>
    plan({ effects: [readOrder(context, command.orderId, `${command.orderId}:${context.ids.id()}`)] }),
};

export const shopUninstalled: Handler<'shop.uninstalled'> = {
  subject: () => ({}),
  decide: (world, _command, context) =>
    plan({ shop: { ...world.shop, uninstalledAt: context.now }, effects: [forgetTokens(context)] }),
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
