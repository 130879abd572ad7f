import { z } from 'zod';

/** One text of a mail, as it comes with Makegood and as the shop says it. */
export const MailText = z.object({
  word: z.string(),
  text: z.string(),
  /** null: as it comes with Makegood. */
  own: z.string().nullable(),
  /** What may be filled in: `{order}`. */
  placeholders: z.array(z.string()),
});
export const Mails = z.object({
  /** Counts writes: send it as `If-Match: "<version>"`. */
  version: z.number().int(),
  replyTo: z.string().nullable(),
  contactEmail: z.string(),
  accent: z.string(),
  language: z.enum(['customer', 'en', 'de']),
  hasLogo: z.boolean(),
  templates: z.array(z.object({ name: z.string(), texts: z.object({ en: z.array(MailText), de: z.array(MailText) }) })),
  /** Addresses that mail came back from. */
  dead: z.array(
    z.object({
      digest: z.string(),
      hint: z.string(),
      reason: z.string(),
      caseId: z.string().nullable(),
      at: z.string(),
    }),
  ),
  /** What has to stand in the domain's DNS so that mails are taken for the shop's. */
  advice: z.object({
    domain: z.string(),
    records: z.array(z.object({ name: z.string(), what: z.string(), value: z.string() })),
  }),
  mayEdit: z.boolean(),
});
export type Mails = z.infer<typeof Mails>;

export const MailPreviewInput = z.strictObject({
  template: z.string().max(60),
  caseId: z.guid(),
  language: z.enum(['en', 'de']),
  /** Edited texts of this language that are not saved yet, by word. */
  texts: z.record(z.string(), z.string()).default({}),
  accent: z.string().max(20).optional(),
});
export const MailPreview = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type MailPreview = z.infer<typeof MailPreview>;

export const LogoInput = z.strictObject({
  /** null: without a logo. At most 64 KB. */
  base64: z.string().max(90_000).nullable(),
});
