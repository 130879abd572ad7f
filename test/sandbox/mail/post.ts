import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { DEMO } from '../demo-values.ts';
import type { StoredMail } from './mailbox.ts';

/** What a mail provider does with mails that come to the shop: hands them over whole, under the shared secret. */

type Reply = Readonly<{
  from?: string | undefined;
  text: string;
  files: readonly Readonly<{ name: string; mimetype: string; base64: string }>[];
}>;

const textOf = (value: StoredMail['headers'][string] | undefined): string => (typeof value === 'string' ? value : '');

export const createPost = (makegoodUrl: string) => {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const hand = async (raw: Buffer): Promise<number> => {
    const response = await fetch(`${makegoodUrl}/mail/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${DEMO.mailInboundSecret}` },
      body: new Uint8Array(raw),
    });
    return response.status;
  };
  return {
    /** As mail programs answer: the old mail quoted below, its ids in `In-Reply-To` and `References`. */
    reply: async (mail: StoredMail, { from, text, files }: Reply): Promise<number> => {
      const quoted = mail.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
      const written = await writer.sendMail({
        from: from ?? mail.to[0] ?? '',
        to: textOf(mail.headers['reply-to']) || mail.from,
        subject: `Re: ${mail.subject}`,
        messageId: `<${randomUUID()}@customer.example>`,
        inReplyTo: textOf(mail.headers['message-id']),
        references: `${textOf(mail.headers.references)} ${textOf(mail.headers['message-id'])}`.trim(),
        text: `${text}\n\nOn Sun, 22 Nov 2026 at 15:00, ${mail.from} wrote:\n${quoted}\n`,
        attachments: files.map(({ name, mimetype, base64 }) => ({
          filename: name,
          contentType: mimetype,
          content: Buffer.from(base64, 'base64'),
        })),
      });
      return hand(written.message as Buffer);
    },
    /** RFC 3464: the server took it, and the mailbox behind it does not exist. */
    bounce: async (raw: Buffer, to: string): Promise<number> => {
      const boundary = `=_${randomUUID()}`;
      const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
      const report = [
        'From: Mail Delivery System <mailer-daemon@mx.example>',
        `To: ${/^From: (.*)$/im.exec(head)?.[1] ?? 'shop@example.com'}`,
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
        `Message-ID: <${randomUUID()}@mx.example>`,
        'MIME-Version: 1.0',
        `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
        '',
        `--${boundary}`,
        'Content-Type: text/plain; charset=us-ascii',
        '',
        `I'm sorry to have to inform you that your message could not be delivered to <${to}>.`,
        '',
        `--${boundary}`,
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${to}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 mailbox unavailable',
        '',
        `--${boundary}`,
        'Content-Type: text/rfc822-headers',
        '',
        head,
        '',
        `--${boundary}--`,
        '',
      ].join('\r\n');
      return hand(Buffer.from(report, 'latin1'));
    },
  };
};
