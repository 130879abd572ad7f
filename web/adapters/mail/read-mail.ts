import { createHash } from 'node:crypto';
import EmailReplyParser from 'email-reply-parser';
import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import type { ReadMail } from '../../../policy/app/incoming-mail.ts';

/** Longer than anybody writes; what comes after is a thread of quotes. */
const LONGEST_TEXT = 20_000;
/** Pictures smaller than this, inside a mail, are a signature's. */
const SIGNATURE_BYTES = 8_000;

/**
 * A mail as it came (RFC 5322, MIME): a word from a mail server that one of ours was not delivered (RFC 3464), an
 * automatic answer, or a person's answer with what is new in it.
 */
export const readMail: ReadMail = async (raw) => {
  const parsed = await simpleParser(Buffer.from(raw), { skipImageLinks: true, skipTextLinks: true });
  const base = {
    id: createHash('sha256').update(raw).digest('hex'),
    references: [header(parsed, 'in-reply-to'), header(parsed, 'references')].join(' '),
  };
  const report = deliveryReport(parsed) ?? plainBounce(parsed);
  if (report !== null) return { ...base, kind: 'bounce', ...report };
  if (isRobots(parsed)) return { ...base, kind: 'robot' };
  return {
    ...base,
    kind: 'answer',
    from: parsed.from?.value[0]?.address?.toLowerCase() ?? '',
    text: whatIsNew(parsed.text ?? ''),
    files: parsed.attachments.filter(isMeant).map((file) => ({ name: file.filename ?? 'photo', bytes: file.content })),
  };
};

const header = ({ headerLines }: ParsedMail, name: string): string => {
  const line = headerLines.find(({ key }) => key === name)?.line ?? '';
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+/g, ' ')
    .trim();
};

/** Out of office, list software, other people's robots, mail servers in words of their own: nobody to talk to. */
const isRobots = (parsed: ParsedMail): boolean =>
  !/^(no)?$/i.test(header(parsed, 'auto-submitted')) ||
  /^(bulk|junk|list|auto_reply)$/i.test(header(parsed, 'precedence')) ||
  ['x-autoreply', 'x-autorespond'].some((name) => !/^(no)?$/i.test(header(parsed, name))) ||
  // Who writes so that nothing can come back (RFC 5321, 4.5.5), and mail servers that tell good news.
  header(parsed, 'return-path') === '<>' ||
  isMailServer(parsed);

const isMailServer = (parsed: ParsedMail): boolean =>
  /^(mailer-daemon|postmaster)@/i.test(parsed.from?.value[0]?.address ?? '') &&
  /^(<>)?$/.test(header(parsed, 'return-path'));

const isMeant = ({ related, size }: Attachment): boolean => !(related && size < SIGNATURE_BYTES);

/** Without the quoted mail below it and the signature. */
const whatIsNew = (text: string): string =>
  new EmailReplyParser()
    .read(onOneLine(withoutGaps(text).slice(0, LONGEST_TEXT)))
    .getVisibleText()
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, 3000);

/** The parser looks from each blank line to the last of its run: thousands of them would hold up the whole process. */
const withoutGaps = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

/** Above a quote German Gmail writes a line that it breaks after 76 characters; the parser knows it only whole. */
const onOneLine = (text: string): string =>
  text.replace(/^(Am [^\n]{1,200}\bschrieb\b[^\n]{0,200})\n([^\n]{0,200}>:)$/gm, '$1 $2');

type Report = Readonly<{ ofMail: string; permanent: boolean; status: string }>;

/** In words of its own (qmail, Exim, older ones): it did not arrive; whether for good is a guess, and not made. */
const plainBounce = (parsed: ParsedMail): Report | null => {
  if (!isMailServer(parsed) || isReport(parsed)) return null;
  const text = (parsed.text ?? '').slice(0, 50_000);
  const enclosed = parsed.attachments.map(({ content }) => content.toString('latin1', 0, 50_000)).join('\n');
  return {
    ofMail: /^message-id:\s*(<[^>\s]+>)/im.exec(`${text}\n${enclosed}`)?.[1] ?? header(parsed, 'in-reply-to'),
    permanent: false,
    status: /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0] ?? '',
  };
};

const isReport = (parsed: ParsedMail): boolean => /multipart\/report/i.test(header(parsed, 'content-type'));

/** null: no report of a failed delivery. A delay is one that may still end well. */
const deliveryReport = (parsed: ParsedMail): Report | null => {
  const type = header(parsed, 'content-type');
  if (!/multipart\/report/i.test(type) || !/report-type="?delivery-status/i.test(type)) return null;
  const part = parsed.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  // The parser puts the fields of a status at the end of the text, where they are not attached.
  const status = part?.content.toString('latin1') ?? parsed.text ?? '';
  const action = /^action:\s*(\w+)/im.exec(status)?.[1]?.toLowerCase();
  const code = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1] ?? '';
  // The mail it is about comes along, whole or its head.
  const original = parsed.attachments
    .filter(({ contentType }) => contentType === 'message/rfc822' || contentType === 'text/rfc822-headers')
    .map(({ content }) => content.toString('latin1').slice(0, 50_000))
    .join('\n');
  const ofMail = /^message-id:\s*(<[^>\s]+>)/im.exec(original)?.[1] ?? header(parsed, 'in-reply-to');
  if (action !== 'failed' && action !== 'delayed') return null;
  return { ofMail, permanent: action === 'failed' && code.startsWith('5'), status: code };
};
