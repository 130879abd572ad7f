import { type MailLook, PLAIN_LOOK } from '../../../../policy/app/mail-look.ts';
import type { MailDesk } from '../../../../web/edge/admin/mail-desk.ts';

/** The looks of one shop's mails in memory; a mail is as short as can be. */
export const memoryMails = (): MailDesk => {
  let look: MailLook = PLAIN_LOOK;
  return {
    looks: {
      load: async () => look,
      save: async (_shop, next) => {
        if (next.version !== look.version + 1) return false;
        look = next;
        return true;
      },
    },
    dead: { list: async () => [], forget: async () => false },
    templates: ['rma-issued', 'test-result', 'refund-made'],
    preview: async (template, detail) => ({
      subject: `${template} of ${detail.case.orderName}`,
      html: `<p>${template}</p>`,
      text: template,
    }),
    label: async () => ({ filename: 'label.pdf', content: new Uint8Array(), contentType: 'application/pdf' }),
  };
};
