import type { LinkPurpose } from '../../../policy/app/links.ts';
import { CallFailed, type OutgoingMail } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { expiryOf, linkIdOf, linksOfMail } from '../mail-links.ts';
import { messageIdOf, threadIdOf } from '../message-ids.ts';
import { caseOf, intentOf, type Runner, type RunnerDeps } from './runner.ts';

/** @throws CallFailed `refused` where mail to this address came back */
export const refuseDeadAddress = async (deps: RunnerDeps, shop: string, to: string): Promise<void> => {
  const dead = await deps.deadAddresses.find(shop, to);
  if (dead === null) return;
  throw new CallFailed(
    'refused',
    `mail to this address came back on ${dead.at.slice(0, 10)} (${dead.reason}); nothing is sent there until somebody says that it works again`,
  );
};

/**
 * Sends it to a customer. Where the server says that there is no such address, nothing is sent there any more.
 * @param about  the shop, and the case where it is about one
 * @throws CallFailed as the mailer does
 */
export const sendToCustomer = async (
  deps: RunnerDeps,
  about: Readonly<{ shop: string; caseId: string | null }>,
  message: OutgoingMail,
): Promise<void> => {
  try {
    await deps.mailer.send(message);
  } catch (error) {
    if (error instanceof CallFailed && error.deadAddress)
      await deps.deadAddresses.note(about.shop, message.to, {
        reason: 'the mail server knows no such address',
        caseId: about.caseId,
        at: deps.clock.now(),
      });
    throw error;
  }
};

/** One mail to the customer. The address is read when it is sent, and goes nowhere else. */
export const sendMail: Runner<'mail.send'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  const { shop } = record;
  const order = await deps.store.transaction(shop, (tx) => tx.order(detail.case.orderId));
  const to = order?.contact.email ?? null;
  if (order === null || to === null)
    throw new CallFailed('refused', `order ${detail.case.orderName} has no e-mail address to write to`);
  await refuseDeadAddress(deps, shop, to);
  const [look, settings, openCases] = await Promise.all([
    deps.mailLooks.load(shop),
    deps.settingsOf(detail),
    detail.case.kind === 'backorder' ? deps.read.openCasesOfOrder(shop, detail.case.orderId) : [],
  ]);
  const mail = await deps.composeMail(effect.template, {
    detail,
    contact: order.contact,
    intent: effect.intentId === null ? null : intentOf(detail, effect.intentId),
    now: deps.clock.now(),
    look,
    settings,
    openCases,
    byHand: effect.byHand === true,
    links: await linksFor(deps, record, detail, linksOfMail(effect.template, detail, settings)),
  });
  await sendToCustomer(
    deps,
    { shop, caseId: detail.case.id },
    {
      from: detail.shop.mailFrom,
      to,
      replyTo: look.replyTo ?? (detail.shop.contactEmail || null),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: messageIdOf(record.id, shop),
      inReplyTo: threadIdOf(detail.case.id, shop),
      attachments: mail.attachments,
    },
  );
  // An earlier attempt ended without an answer: the server may have taken that one too, and the case says so.
  return { done: { template: effect.template, ...(record.unsure ? { again: true } : {}) } };
};

const linksFor = async (
  deps: RunnerDeps,
  record: EffectRecord,
  detail: CaseDetail,
  purposes: readonly LinkPurpose[],
): Promise<Readonly<Partial<Record<LinkPurpose, string>>>> => {
  const now = deps.clock.now();
  const links = await Promise.all(
    purposes.map(async (purpose) => {
      const link = {
        id: linkIdOf(record.id, purpose),
        shop: record.shop,
        caseId: detail.case.id,
        purpose,
        createdAt: now,
        expiresAt: expiryOf(purpose, now),
      };
      return [purpose, await deps.customerUrl(link)] as const;
    }),
  );
  return Object.fromEntries(links);
};
