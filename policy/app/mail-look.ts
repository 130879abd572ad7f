import { z } from 'zod';
import { type EditedTexts, LANGUAGES, whyUnfit } from '../texts/customer/index.ts';

/**
 * How a shop's mails and its customers' pages look and sound. What is missing is as it comes with Makegood. Kept for
 * the whole shop; a change shows in the next mail.
 */
export type MailLook = Readonly<{
  /** Counts writes; 0: nobody has changed anything yet. */
  version: number;
  /** Where answers go; null: to the shop's contact address. */
  replyTo: string | null;
  /** Of buttons and lines, `#rrggbb`. */
  accent: string;
  /** `customer`: the language of the order. */
  language: 'customer' | (typeof LANGUAGES)[number];
  texts: EditedTexts;
  logo: Readonly<{ mimetype: 'image/png' | 'image/jpeg'; bytes: Uint8Array }> | null;
}>;

export const PLAIN_LOOK: MailLook = {
  version: 0,
  replyTo: null,
  accent: '#1f2328',
  language: 'customer',
  texts: {},
  logo: null,
};

/** Implemented by `prisma/`. */
export type MailLooks = Readonly<{
  load(shop: string): Promise<MailLook>;
  /** @returns false where somebody saved meanwhile: `look.version` must be one more than what is stored */
  save(shop: string, look: MailLook): Promise<boolean>;
}>;

const Texts = z.record(z.string(), z.string()).superRefine((texts, context) => {
  for (const [word, text] of Object.entries(texts)) {
    const message = whyUnfit(word, text);
    if (message !== null) context.addIssue({ code: 'custom', path: [word], message });
  }
});

/** Relative luminance of sRGB, as WCAG 2 reckons it. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const isReadableOnWhite = (hex: string): boolean => 1.05 / (luminance(hex) + 0.05) >= 4.5;

/** What a merchant may change. White text stands on the accent, and the accent on white: both have to be readable. */
export const LookEdit = z.strictObject({
  replyTo: z.email('expected an address like help@example.com').max(254).nullable(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'expected a colour like #1a73e8')
    .transform((hex) => hex.toLowerCase())
    .refine(isReadableOnWhite, 'too light to be read on white: its contrast has to be 4.5 : 1 or more'),
  language: z.enum(['customer', ...LANGUAGES]),
  texts: z.strictObject({ en: Texts.optional(), de: Texts.optional() }),
});
export type LookEdit = z.infer<typeof LookEdit>;
