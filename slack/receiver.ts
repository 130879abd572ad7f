import { ExpressReceiver } from '@slack/bolt';
import type { Express, Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import type { Inbox, InboxItem } from '../policy/app/store.ts';
import type { Log } from './deps.ts';
import { boltLogger } from './logger.ts';

export const EVENTS_PATH = '/slack/events';

/** Slack's own limit for a signature's age; Bolt checks only the past, we also the future. */
const SKEW_SECONDS = 300;

/** A request dated further ahead than clocks can differ was not dated by Slack. Runs before the body is read. */
const refuseFuture: RequestHandler = (req, res, next) => {
  const dated = Number(req.headers['x-slack-request-timestamp']);
  if (dated > Date.now() / 1000 + SKEW_SECONDS) {
    res.status(401).send();
    return;
  }
  next();
};

type EventBody = Readonly<{ type?: unknown; team_id?: unknown; event_id?: unknown; event?: { type?: unknown } }>;

/** The inbox row of an event, or null for a request that is none. */
const eventItem = (body: EventBody, shop: string): InboxItem | null =>
  typeof body.event_id === 'string' && typeof body.event?.type === 'string'
    ? {
        source: 'slack',
        shop,
        topic: body.event.type,
        id: body.event_id,
        triggeredAt: null,
        body: new TextEncoder().encode(JSON.stringify(body)),
      }
    : null;

/**
 * Bolt acknowledges an event before its listeners run, so that a crash in between would lose it. This receiver stores
 * the event first (the inbox drops what it holds already, by event_id) and answers 200 only then; the drain dispatches
 * it. Where storing fails it answers 503, and Slack sends again. Interactions go to Bolt as ever.
 */
export class StoringReceiver extends ExpressReceiver {
  /** What to hang into the Express app. */
  readonly routes: Router;
  readonly #inbox: Inbox;
  readonly #shopOf: (team: string) => Promise<string | null>;
  readonly #log: Log;

  constructor(
    options: Readonly<{
      signingSecret: string;
      inbox: Inbox;
      shopOf: (team: string) => Promise<string | null>;
      log: Log;
    }>,
  ) {
    const router = Router();
    router.post(EVENTS_PATH, refuseFuture);
    // Bolt mounts itself at once, so it gets a router of its own: `mount()` decides where that comes among the routes.
    const routes = Router();
    super({
      app: routes as Express,
      router,
      signingSecret: options.signingSecret,
      endpoints: EVENTS_PATH,
      logger: boltLogger(options.log),
    });
    this.routes = routes;
    this.#inbox = options.inbox;
    this.#shopOf = options.shopOf;
    this.#log = options.log;
  }

  override async requestHandler(req: Request, res: Response): Promise<void> {
    const body = req.body as EventBody;
    if (body.type !== 'event_callback') return super.requestHandler(req, res);
    try {
      const shop = typeof body.team_id === 'string' ? await this.#shopOf(body.team_id) : null;
      const item = shop === null ? null : eventItem(body, shop);
      if (item === null) this.#log.warn({ team: body.team_id }, 'a slack event of a workspace no shop is bound to');
      else await this.#inbox.store(item);
      res.status(200).send();
    } catch (error) {
      this.#log.error({ err: error }, 'a slack event could not be stored; slack will send it again');
      res.status(503).send();
    }
  }
}
