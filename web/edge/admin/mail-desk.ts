import type { MailLook, MailLooks } from '../../../policy/app/mail-look.ts';
import type { DeadAddresses } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { Language } from '../../../policy/texts/customer/index.ts';

/** What the pages about mails need beside cases. */
export type MailDesk = Readonly<{
  looks: MailLooks;
  dead: Pick<DeadAddresses, 'list' | 'forget'>;
  templates: readonly string[];
  /** One mail of a real case as it would be written now. @throws Error where the case has nothing to say in it */
  preview(
    template: string,
    detail: CaseDetail,
    look: MailLook,
    language: Language,
  ): Promise<Readonly<{ subject: string; html: string; text: string }>>;
  label(detail: CaseDetail): Promise<Readonly<{ filename: string; content: Uint8Array; contentType: string }>>;
}>;

/**
 * What the domain of the sender says to the world, so that mails are taken for the shop's: who may send (SPF), under which
 * signature (DKIM), and what becomes of others (DMARC).
 */
export const senderAdvice = (mailFrom: string) => {
  const domain = /@([^>\s]+)>?\s*$/.exec(mailFrom)?.[1]?.toLowerCase() ?? '';
  const records =
    domain === ''
      ? []
      : [
          {
            name: domain,
            what: 'SPF (TXT): your mail provider names the include',
            value: 'v=spf1 include:<your mail provider> ~all',
          },
          {
            name: `<selector>._domainkey.${domain}`,
            what: 'DKIM (TXT or CNAME): your mail provider gives selector and key',
            value: 'v=DKIM1; k=rsa; p=<public key>',
          },
          {
            name: `_dmarc.${domain}`,
            what: 'DMARC (TXT): begin with p=none, read the reports, then tighten it',
            value: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`,
          },
        ];
  return { domain, records };
};
