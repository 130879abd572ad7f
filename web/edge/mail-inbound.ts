import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, Router } from 'express';
import type { Inbox } from '../../policy/app/store.ts';
import { ourIdsIn } from '../shell/message-ids.ts';

/** As large as mail servers take; photos in a mail grow by a third. */
const LARGEST = '30mb';

/**
 * `POST /mail/inbound`: mails that came to the shop's address, forwarded whole (RFC 5322) by a mail provider or a mailbox
 * rule. Kept before it is answered, like a webhook; what it means is found out afterwards. The provider proves itself by a
 * shared secret: `Authorization: Bearer <secret>`, or `https://any:<secret>@…` as the address it posts to.
 * @param secret  undefined: nothing is taken
 */
export const mailInboundRoutes = ({
  inbox,
  secret,
}: Readonly<{ inbox: Inbox; secret: string | undefined }>): Router => {
  const router = Router();
  router.post('/mail/inbound', (req, res, next) => {
    if (secret !== undefined && isKnown(req, secret)) return next();
    req.resume();
    res.status(401).set('WWW-Authenticate', 'Basic realm="mail"').json({ error: 'unauthorized' });
  });
  router.post('/mail/inbound', express.raw({ type: () => true, limit: LARGEST }), async (req, res) => {
    const raw = req.body as Buffer;
    // Whose it is stands in its head, or in the mail that came back with it.
    const shop = Buffer.isBuffer(raw) ? ourIdsIn(raw.toString('latin1')).at(0)?.shop : undefined;
    if (shop === undefined) {
      res.status(422).json({ error: 'this mail answers none that was sent from here' });
      return;
    }
    const id = createHash('sha256').update(raw).digest('hex');
    const isNew = await inbox.store({ source: 'mail', shop, topic: 'mail/inbound', id, triggeredAt: null, body: raw });
    res.status(200).json({ taken: isNew });
  });
  return router;
};

const isKnown = (req: Request, secret: string): boolean => {
  const [scheme = '', value = ''] = (req.headers.authorization ?? '').split(' ');
  const given =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64').toString().split(':').slice(1).join(':')
      : scheme.toLowerCase() === 'bearer'
        ? value
        : '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return given !== '' && timingSafeEqual(digest(given), digest(secret));
};
