import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { page, staticPages } from '../pages/serve.ts';
import type { Room, RoomOptions } from '../room.ts';
import { createMailbox, listed, type Mailbox } from './mailbox.ts';
import { createPost } from './post.ts';
import { createSmtp, type MailFaults } from './smtp.ts';
import { customersView, renderBody } from './view.ts';

export type MailRoom = Room & Readonly<{ mailbox: Mailbox; smtpPort(): number }>;

const Faults = z.strictObject({
  bounce: z.array(z.string()).optional(),
  defer: z.array(z.string()).optional(),
  bounceLater: z.array(z.string()).optional(),
});
/** A customer answers the newest mail to an address, or the mail named by `id`. */
const Reply = z.strictObject({
  to: z.string().optional(),
  id: z.string().optional(),
  from: z.string().optional(),
  text: z.string().default(''),
  files: z
    .array(z.strictObject({ name: z.string(), mimetype: z.string().default('image/png'), base64: z.string() }))
    .default([]),
});

const lower = (list: readonly string[]) => new Set(list.map((address) => address.trim().toLowerCase()));

/** The mailbox: an SMTP server, what it took as JSON, and each mail as the customer sees it. */
export const createMailRoom = (options: RoomOptions, smtpPort: number): MailRoom => {
  const mailbox = createMailbox(options.clock.now);
  options.keep?.add('mail', mailbox.mails);
  const faults: MailFaults = { bounce: new Set(), defer: new Set(), bounceLater: new Set() };
  const post = createPost(options.makegoodUrl);
  const smtp = createSmtp(mailbox, faults, (raw, to) => void post.bounce(raw, to).catch(() => undefined));
  let port = smtpPort;

  const router = Router();
  router.get('/', (request, response) => {
    if (request.accepts(['json', 'html']) === 'html') return response.redirect(302, `${request.baseUrl}/inbox`);
    const wanted = request.query.to;
    const mails = typeof wanted === 'string' ? mailbox.to(wanted) : mailbox.all();
    response.set('cache-control', 'no-store').json({ mails: mails.map(listed) });
  });
  router.delete('/', (_request, response) => {
    mailbox.clear();
    response.json({ ok: true });
  });
  router.post('/faults', express.json(), (request, response) => {
    const given = Faults.parse(request.body ?? {});
    if (given.bounce !== undefined) faults.bounce = lower(given.bounce);
    if (given.defer !== undefined) faults.defer = lower(given.defer);
    if (given.bounceLater !== undefined) faults.bounceLater = lower(given.bounceLater);
    const { bounce, defer, bounceLater } = faults;
    response.json({ ok: true, faults: { bounce: [...bounce], defer: [...defer], bounceLater: [...bounceLater] } });
  });
  router.post('/reply', express.json({ limit: '40mb' }), async (request, response) => {
    const { to, id, ...reply } = Reply.parse(request.body ?? {});
    const mail = id === undefined ? mailbox.to(to ?? '').at(-1) : mailbox.find(id);
    if (mail == null) {
      response.status(404).json({ ok: false, error: `no mail ${id ?? `to ${to ?? '(nobody)'}`}` });
      return;
    }
    const status = await post.reply(mail, reply);
    response.status(status < 300 ? 200 : 502).json({ ok: status < 300, status });
  });
  router.get('/inbox', page('inbox.html'));
  router.use('/assets', staticPages());

  const mailOr404 = (request: Request, response: Response) => {
    const mail = mailbox.find(String(request.params.id));
    if (mail === null)
      response
        .status(404)
        .type('text/plain')
        .send(`no mail ${String(request.params.id)}`);
    return mail;
  };
  router.get('/:id', (request, response) => {
    const mail = mailOr404(request, response);
    if (mail === null) return;
    response
      .set('content-security-policy', PAGE_POLICY)
      .type('text/html')
      .send(customersView(mail, request.query.as === 'text'));
  });
  router.get('/:id/body', (request, response) => {
    const mail = mailOr404(request, response);
    if (mail === null) return;
    response
      .set('content-security-policy', BODY_POLICY)
      .type('text/html')
      .send(renderBody(mail, request.query.as === 'text'));
  });
  router.get('/:id/attachments/:n', (request, response) => {
    const mail = mailOr404(request, response);
    if (mail === null) return;
    const file = mail.attachments[Number(request.params.n)];
    if (file === undefined) {
      response
        .status(404)
        .type('text/plain')
        .send(`no attachment ${String(request.params.n)}`);
      return;
    }
    response
      .set({ 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' })
      .attachment(file.name)
      .type(file.contentType)
      .send(file.content);
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (error instanceof z.ZodError) response.status(400).json({ ok: false, error: z.prettifyError(error) });
    else next(error);
  });

  return {
    router,
    mailbox,
    smtpPort: () => port,
    start: async () => {
      port = await smtp.start(smtpPort);
    },
    stop: () => smtp.stop(),
  };
};

const PAGE_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'none'; frame-src 'self'";
/** A mail runs no script; its links open in a tab of their own. */
const BODY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: http: https:; font-src https: data:; sandbox allow-popups allow-popups-to-escape-sandbox";
