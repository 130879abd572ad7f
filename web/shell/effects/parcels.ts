import { CallFailed } from '../../../policy/app/ports.ts';
import { countOf } from '../../../policy/format.ts';
import { messageIdOf } from '../message-ids.ts';
import { refuseDeadAddress, sendToCustomer } from './mail.ts';
import type { Runner } from './runner.ts';

/** The days of a hold are over, or nobody has said whose it is: the parcel waits for somebody, and its thread says so, once. */
export const parcelHoldOver: Runner<'parcel.hold-over'> = async (deps, effect, record) => {
  const view = await deps.parcels.parcel(record.shop, effect.parcelId);
  const { unmatched } = effect;
  const over =
    unmatched === undefined
      ? view?.parcel.state === 'held' && (view.parcel.holdUntil ?? '') <= deps.clock.now()
      : view?.parcel.state === 'quarantined';
  // It was decided on meanwhile, or is held longer; an earlier attempt may have got half-way.
  const halfWay = record.unsure === true && unmatched === undefined;
  if (view === null || (!over && !halfWay)) return { done: { over: false } };
  const outcome = await deps.handle(
    { id: `parcel-due:${record.id}`, shop: record.shop, actor: { kind: 'system' } },
    { kind: 'parcel.due', parcelId: effect.parcelId, ...(unmatched === undefined ? {} : { unmatched }) },
  );
  const at = await deps.store.messageOf(record.shop, 'parcel', effect.parcelId);
  if (outcome.status === 'refused' || at === null) return { done: { over: true } };
  await deps.channel.show(
    record.shop,
    { channel: at.channel, threadTs: at.ts, ts: null, key: record.key, retry: record.unsure === true },
    {
      kind: 'say',
      text:
        unmatched === undefined
          ? `Parcel ${view.parcel.number} has been held as long as it should be: match it, ask the sender, or send it back.`
          : `Parcel ${view.parcel.number} has been here for ${countOf(unmatched, 'day')}, and nobody has said whose it is: match it, send it back, or close it.`,
      order: null,
      decision: null,
    },
  );
  return { done: { over: true } };
};

/** One mail to the customer of an order whose parcel it may be. The address is read when it is sent, and goes nowhere else. */
export const askSender: Runner<'mail.ask-sender'> = async (deps, effect, record) => {
  const shop = await deps.read.shop(record.shop);
  const order = await deps.store.transaction(record.shop, (tx) => tx.order(effect.orderId));
  const to = order?.contact.email ?? null;
  if (shop === null || order === null || to === null)
    throw new CallFailed('refused', `order ${order?.facts.name ?? effect.orderId} has no e-mail address to write to`);
  await refuseDeadAddress(deps, record.shop, to);
  const [look, view] = await Promise.all([
    deps.mailLooks.load(record.shop),
    deps.parcels.parcel(record.shop, effect.parcelId),
  ]);
  const mail = await deps.composeAskSender({
    shop,
    orderName: order.facts.name,
    contact: order.contact,
    look,
    // A hold that is over stands on the card until somebody looks: the customer is promised nothing by it.
    heldUntil: view?.parcel.state === 'held' ? view.parcel.holdUntil : null,
  });
  await sendToCustomer(
    deps,
    { shop: shop.domain, caseId: null },
    {
      from: shop.mailFrom,
      to,
      replyTo: look.replyTo ?? (shop.contactEmail || null),
      ...mail,
      messageId: messageIdOf(record.id, shop.domain),
      inReplyTo: null,
    },
  );
  return { done: { asked: true } };
};
