import { randomBytes } from 'node:crypto';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** What the mail server took, kept in memory. */

export type StoredMail = Readonly<{
  id: string;
  /** When it came, ISO 8601, in the sandbox's time. */
  at: string;
  from: string;
  /** Every address it was sent to, as the SMTP envelope has them. */
  to: readonly string[];
  subject: string;
  /** By lower-case name; a list where a header stands several times. */
  headers: Readonly<Record<string, string | readonly string[]>>;
  text: string;
  html: string;
  attachments: readonly Readonly<{
    name: string;
    contentType: string;
    size: number;
    contentId: string | null;
    content: Buffer;
  }>[];
}>;

export type Mailbox = ReturnType<typeof createMailbox>;

export const createMailbox = (now: () => number) => {
  const mails: StoredMail[] = [];
  return {
    mails,
    all: (): readonly StoredMail[] => mails,
    /** Mails to an address (upper and lower case are the same), oldest first. */
    to: (address: string): StoredMail[] =>
      mails.filter(({ to }) => to.some((entry) => entry.toLowerCase() === address.trim().toLowerCase())),
    find: (id: string): StoredMail | null => mails.find((mail) => mail.id === id) ?? null,
    clear: (): void => void mails.splice(0),
    /** Reads a message as it came over SMTP and keeps it. */
    receive: async (raw: Buffer, envelope: { from: string; to: readonly string[] }): Promise<StoredMail> => {
      const parsed = await simpleParser(raw, { skipImageLinks: true });
      const mail: StoredMail = {
        id: randomBytes(6).toString('hex'),
        at: new Date(now()).toISOString(),
        from: addresses(parsed.from)[0] ?? envelope.from,
        to: envelope.to,
        subject: parsed.subject ?? '',
        headers: headersOf(parsed),
        text: parsed.text ?? '',
        html: parsed.html || '',
        attachments: parsed.attachments.map((file) => ({
          name: file.filename ?? 'attachment',
          contentType: file.contentType,
          size: file.size,
          contentId: file.cid ?? null,
          content: file.content,
        })),
      };
      mails.push(mail);
      return mail;
    },
  };
};

const addresses = (field: AddressObject | AddressObject[] | undefined): string[] =>
  [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));

/** Header lines as they were written, unfolded. */
const headersOf = ({ headerLines }: ParsedMail): StoredMail['headers'] => {
  const headers: Record<string, string | string[]> = {};
  for (const { key, line } of headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    const before = headers[key];
    headers[key] = before === undefined ? value : [before, value].flat();
  }
  return headers;
};

/** A mail as the JSON of `GET /mail` shows it: attachments without their bytes. */
export const listed = ({ attachments, ...mail }: StoredMail) => ({
  ...mail,
  attachments: attachments.map(({ content: _, contentId: __, ...file }) => file),
});
