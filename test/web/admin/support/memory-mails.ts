import { type MailLook, PLAIN_LOOK } from '../../../../policy/app/mail-look.ts';
import type { MailDesk } from '../../../../web/edge/admin/mail-desk.ts';

/** The looks of one shop's mails in memory; a mail is as short as can be. */
/** The digest under which an address is known that mail came back from. */
export const DEAD_ADDRESS = 'dead-address-of-a-customer';

export const memoryMails = (): MailDesk => {
  let look: MailLook = PLAIN_LOOK;
  let dead = [
    {
      digest: DEAD_ADDRESS,
      hint: 'd…@example.com',
      reason: 'no such mailbox',
      caseId: null,
      at: '2026-11-20T10:00:00Z',
    },
  ];
  return {
    looks: {
      load: async () => look,
      save: async (_shop, next) => {
        if (next.version !== look.version + 1) return false;
        look = next;
        return true;
      },
    },
    dead: {
      list: async () => dead,
      forget: async (_shop, digest) => {
        const before = dead.length;
        dead = dead.filter((one) => one.digest !== digest);
        return dead.length < before;
      },
    },
    templates: ['rma-issued', 'test-result', 'refund-made'],
    preview: async (template, detail) => ({
      subject: `${template} of ${detail.case.orderName}`,
      html: `<p>${template}</p>`,
      text: template,
    }),
    label: async () => ({ filename: 'label.pdf', content: new Uint8Array(), contentType: 'application/pdf' }),
  };
};
