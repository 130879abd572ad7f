import { PassThrough } from 'node:stream';
import { createTransport } from 'nodemailer';
import { CallFailed, type Mailer } from '../../../policy/app/ports.ts';

export type MailerOptions = Readonly<{
  /** e.g. `smtps://user:password@smtp.example.com:465`. Holds a password: never logged. */
  smtpUrl: string;
  /** To connect, and to hear the server's greeting. */
  connectTimeoutMs?: number;
  /** Without a word from the server in the middle of it. */
  silenceTimeoutMs?: number;
}>;

/** What nodemailer says of a failure; `responseCode` only where the server said no itself. */
type SmtpError = Error & { code?: string; responseCode?: number; command?: string; response?: string };

/**
 * Sends over SMTP, one connection a mail: a pool would send again by itself what a cut connection left open, and a
 * customer would get two mails.
 *
 * Refused: the server said no for good (5xx). Unavailable: not now (4xx), or no connection. Unknown: the connection was
 * lost once the mail was on its way; the same `messageId` lets the other side recognise a second attempt.
 */
export const createMailer = ({
  smtpUrl,
  connectTimeoutMs = 10_000,
  silenceTimeoutMs = 30_000,
}: MailerOptions): Mailer => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    dnsTimeout: connectTimeoutMs,
    // A mail is made of what it is given; nothing in it may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  /** Message ids of mails that a server may have taken. */
  const onItsWay = new Set<string>();
  transport.use('stream', (mail, done) => {
    // The message is read only after connecting and logging in: from then on it may have been taken.
    mail.message.transform(() => {
      onItsWay.add(String(mail.data.messageId));
      return new PassThrough();
    });
    done();
  });

  return {
    send: async (mail) => {
      const data = {
        from: mail.from,
        // As a string it would be read as a list: commas and groups in a stored address would choose who gets the mail.
        to: { name: '', address: mail.to },
        ...(mail.replyTo !== null && { replyTo: mail.replyTo }),
        ...(mail.inReplyTo !== null && { inReplyTo: mail.inReplyTo, references: mail.inReplyTo }),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        // Robots that answer mail leave this one alone.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        attachments: mail.attachments.map(({ filename, content, contentType, cid }) => ({
          filename,
          content: Buffer.from(content),
          contentType,
          ...(cid === undefined ? {} : { cid }),
        })),
      };
      try {
        await transport.sendMail(data);
      } catch (error) {
        throw failure(error as SmtpError, onItsWay.has(mail.messageId));
      } finally {
        onItsWay.delete(mail.messageId);
      }
    },
  };
};

/** RFC 3463: the mailbox (5.1.1), its domain (5.1.2) or its name (5.1.3, 5.1.10) does not exist, or was closed (5.2.1). */
const isDead = ({ command, response }: SmtpError): boolean =>
  command === 'RCPT TO' && /\b5\.(1\.(1|2|3|10)|2\.1)\b/.test(response ?? '');

/** Nothing of the server's words is repeated: they quote the customer's address. */
const failure = (error: SmtpError, wasOnItsWay: boolean): CallFailed => {
  const code = error.responseCode;
  const cause = new Error(`smtp ${error.code ?? ''} ${code ?? ''}`.trim());
  if (code !== undefined && code >= 500) {
    // A rejected login is the merchant's settings, not this mail: it goes out once they are right.
    if (error.code === 'EAUTH')
      return new CallFailed('unavailable', `the mail server rejects our login (${code})`, { cause });
    return new CallFailed('refused', `the mail server refused the mail (${code})`, {
      cause,
      deadAddress: isDead(error),
    });
  }
  if (code !== undefined)
    return new CallFailed('unavailable', `the mail server asks to try later (${code})`, { cause });
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
    return new CallFailed('refused', 'the mail has no address a server would take', { cause });
  }
  return wasOnItsWay
    ? new CallFailed('unknown', 'the connection to the mail server was lost; the mail may have been sent', { cause })
    : new CallFailed('unavailable', `no connection to the mail server (${error.code ?? error.name})`, { cause });
};
