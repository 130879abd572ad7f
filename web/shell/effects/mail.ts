import type { EffectOf } from '../../../policy/app/effects.ts';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { caseOf, intentOf, type Runner, type RunnerDeps } from './runner.ts';

/** One mail to the customer. The address is read when it is sent, and goes nowhere else. */
export const sendMail: Runner<'mail.send'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const order = await deps.store.transaction(record.shop, (tx) => tx.order(detail.case.orderId));
  const to = order?.contact.email ?? null;
  if (order === null || to === null)
    throw new CallFailed('refused', `order ${detail.case.orderName} has no e-mail address to write to`);
  const intent = effect.intentId === null ? null : intentOf(detail, effect.intentId);
  const answerUrl = ASKING.has(effect.template) ? await answerUrlOf(deps, record, effect.caseId) : null;
  const mail = await deps.composeMail(effect.template, {
    detail,
    contact: order.contact,
    intent,
    now: deps.clock.now(),
    answerUrl,
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

/** Mails that ask the customer something. */
const ASKING: ReadonlySet<EffectOf<'mail.send'>['template']> = new Set([
  'out-of-stock',
  'backorder-reminder',
  'backorder-waiting',
]);

/** Longer than anybody is kept waiting before they are asked again, with links of their own. */
const LINK_DAYS = 45;

/** One link a mail: a second attempt sends the same, and its token is written down nowhere but in the mail. */
const answerUrlOf = (deps: RunnerDeps, record: EffectRecord, caseId: string): Promise<string> => {
  const now = deps.clock.now();
  return deps.customerUrl({
    id: record.id,
    shop: record.shop,
    caseId,
    purpose: 'backorder-answer',
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + LINK_DAYS * 86_400_000).toISOString(),
  });
};
