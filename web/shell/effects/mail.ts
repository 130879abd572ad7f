import { CallFailed } from '../../../policy/app/ports.ts';
import { caseOf, intentOf, type Runner } from './runner.ts';

/** One mail to the customer. The address is read when it is sent, and goes nowhere else. */
export const sendMail: Runner<'mail.send'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const order = await deps.store.transaction(record.shop, (tx) => tx.order(detail.case.orderId));
  const to = order?.contact.email ?? null;
  if (order === null || to === null)
    throw new CallFailed('refused', `order ${detail.case.orderName} has no e-mail address to write to`);
  const intent = effect.intentId === null ? null : intentOf(detail, effect.intentId);
  const mail = await deps.composeMail(effect.template, {
    detail,
    contact: order.contact,
    intent,
    now: deps.clock.now(),
  });
  const host = detail.shop.domain;
  await deps.mailer.send({
    from: detail.shop.mailFrom,
    to,
    replyTo: detail.shop.contactEmail || null,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Stable for the effect, so that a second attempt is recognised as the same mail.
    messageId: `<${record.id}@${host}>`,
    // One thread a case in the customer's mailbox.
    inReplyTo: `<case-${detail.case.id}@${host}>`,
    attachments: mail.attachments,
  });
  return { done: { template: effect.template } };
};
