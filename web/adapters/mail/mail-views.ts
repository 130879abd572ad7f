import { LinkPurpose } from '../../../policy/app/links.ts';
import type { MailLook } from '../../../policy/app/mail-look.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { OrderContact } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';
import type { Language } from '../../../policy/texts/customer/index.ts';
import { LOGO_CID } from './blocks.ts';
import { type CaseTemplate, type ComposedMail, composeMail, labelOf } from './compose.ts';

type Deps = Readonly<{
  appUrl: string;
  contactOf(shop: string, orderId: string): Promise<OrderContact | null>;
  settingsOf(detail: CaseDetail): Promise<Settings>;
  lookOf(shop: string): Promise<MailLook>;
  /** ISO 8601. */
  now(): string;
}>;

const NOBODY: OrderContact = { name: null, email: null, phone: null, postcode: null, locale: null };

/** What a case's mails would say and its label sheet shows, drawn anew whenever somebody looks; nothing is sent. */
export const createMailViews = ({ appUrl, contactOf, settingsOf, lookOf, now }: Deps) => {
  const customerOf = async ({ case: { shop, orderId } }: CaseDetail): Promise<OrderContact> =>
    (await contactOf(shop, orderId)) ?? NOBODY;
  const label = async (of: Readonly<{ detail: CaseDetail; contact: OrderContact }>) =>
    labelOf({
      ...of,
      intent: null,
      now: now(),
      look: await lookOf(of.detail.case.shop),
      settings: await settingsOf(of.detail),
      links: {},
    });
  return {
    /** The sheet for a customer that is known already. @throws Error where no number was issued */
    label,
    labelOfCase: async (detail: CaseDetail) => label({ detail, contact: await customerOf(detail) }),
    /** In this look and language, stored or not. @throws Error where the case has nothing to say in it */
    preview: async (
      template: CaseTemplate,
      detail: CaseDetail,
      look: MailLook,
      language: Language,
    ): Promise<Pick<ComposedMail, 'subject' | 'html' | 'text'>> => {
      const { subject, html, text } = await composeMail(template, {
        detail,
        contact: { ...(await customerOf(detail)), locale: language },
        intent: detail.intents.at(-1) ?? null,
        now: now(),
        look,
        settings: await settingsOf(detail),
        // Buttons that lead nowhere: a preview is no way into a case.
        links: Object.fromEntries(LinkPurpose.options.map((purpose) => [purpose, `${appUrl}/c/preview`])),
      });
      const logo = look.logo === null ? '' : Buffer.from(look.logo.bytes).toString('base64');
      return { subject, text, html: html.replace(`cid:${LOGO_CID}`, `data:${look.logo?.mimetype};base64,${logo}`) };
    },
  };
};
