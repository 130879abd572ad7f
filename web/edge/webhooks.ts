import type { IncomingMessage, ServerResponse } from 'node:http';
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Inbox } from '../../policy/app/store.ts';
import { readDelivery } from './webhooks/headers.ts';
import { BodyCutShort, BodyTooLarge, readRawBody } from './webhooks/raw-body.ts';
import { signatureCheck } from './webhooks/signature.ts';

export type WebhookOptions = Readonly<{
  inbox: Inbox;
  /** The app's client secrets: the current one, and the previous one while a rotation is fresh. */
  secrets: readonly string[];
  log: Pick<Logger, 'warn' | 'error'>;
  /** Largest body taken. Orders are 10–60 KB; one with hundreds of lines and refunds reaches a few megabytes. */
  limitBytes?: number;
}>;

const EIGHT_MEGABYTES = 8 * 1024 * 1024;

/**
 * Takes a webhook in: checks the signature over the body as it was sent, stores it, answers. Nothing else happens in
 * the request, so that Shopify's 5 seconds are never in danger; what the webhook means is found out by the drain.
 *
 * 200 means durable (a repeated delivery is 200 too), 401 a signature that is missing or wrong, 400 a signed delivery
 * without topic or shop, 413 one that is too long, 503 that it could not be stored: Shopify then tries again.
 *
 * Plain Node, so that a server can call it without going through Express; `webhookRoutes` mounts it.
 */
export const webhookHandler = (options: WebhookOptions): ((req: IncomingMessage, res: ServerResponse) => void) => {
  const { inbox, log, limitBytes = EIGHT_MEGABYTES } = options;
  const isSigned = signatureCheck(options.secrets);

  /** Not `async`: what waits for the disk then holds no body, and the next collection of garbage is a short one. */
  const take = (req: IncomingMessage, res: ServerResponse, body: Buffer): Promise<void> | void => {
    const signature = req.headers['x-shopify-hmac-sha256'];
    if (typeof signature !== 'string' || !isSigned(body, signature)) return answer(res, 401);

    const delivery = readDelivery(req.headers, body);
    if (!delivery.ok) {
      log.warn({ problem: delivery.problem }, 'signed webhook without what it needs');
      return answer(res, 400);
    }
    const { shop, topic } = delivery.envelope;
    if (delivery.idIsDerived) log.warn({ shop, topic }, 'webhook without id: its digest is used');
    return inbox.store({ ...delivery.envelope, body }).then(
      () => answer(res, 200),
      (error: unknown) => {
        log.error({ err: error, shop, topic }, 'webhook not stored');
        answer(res, 503);
      },
    );
  };
  const receive = (req: IncomingMessage, res: ServerResponse): Promise<void> =>
    readRawBody(req, limitBytes).then((body) => take(req, res, body));

  return (req, res) => {
    receive(req, res).catch((error: unknown) => {
      if (error instanceof BodyCutShort) return;
      if (!(error instanceof BodyTooLarge)) log.error({ err: error }, 'webhook failed');
      // The rest of the body is not read, so the connection can't be used again.
      res.setHeader('connection', 'close');
      answer(res, error instanceof BodyTooLarge ? 413 : 500);
    });
  };
};

const answer = (res: ServerResponse, status: number): void => {
  res.statusCode = status;
  res.setHeader('content-length', 0);
  res.end();
};

/** `POST /webhooks`. Mount it before any body parser: the signature covers the bytes as they came. */
export const webhookRoutes = (options: WebhookOptions): Router => Router().post('/webhooks', webhookHandler(options));
