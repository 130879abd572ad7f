import { CallFailed } from '../../../policy/app/ports.ts';
import type { Runner } from './runner.ts';

/** To the shop itself, from the sender that customers see. */
export const sendTestMail: Runner<'mail.test'> = async (deps, _effect, record) => {
  const shop = await deps.read.shop(record.shop);
  if (shop === null || shop.contactEmail === '') throw new CallFailed('refused', 'the shop has no address to write to');
  const text = `This is how mails to your customers leave Makegood: from ${shop.mailFrom}. If this one is not in the spam folder, theirs will not be either.`;
  await deps.mailer.send({
    from: shop.mailFrom,
    to: shop.contactEmail,
    replyTo: shop.contactEmail,
    subject: `Test mail of ${shop.name}`,
    text,
    html: `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
    messageId: `<${record.id}@${shop.domain}>`,
    inReplyTo: null,
    attachments: [],
  });
  return { done: { sent: true } };
};
