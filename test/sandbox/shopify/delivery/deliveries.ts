import { createHmac, randomUUID } from 'node:crypto';
import type { Webhook } from '../model/world.ts';

/** Rates from 0 to 1. */
export type DeliveryFaults = { duplicate: number; reorder: number; drop: number };

export type Delivery = {
  webhookId: string;
  eventId: string;
  shop: string;
  topic: string;
  state: 'waiting' | 'delivered' | 'given-up' | 'dropped';
  attempts: number;
  status: number | null;
  error: string | null;
};

type Options = Readonly<{
  makegoodUrl: () => string;
  secret: string;
  faults: () => DeliveryFaults;
  /** Waits before each retry of a delivery that was answered, but not with 2xx. */
  retryAfterMs?: readonly number[];
  /** Rolls the dice of the faults; from 0 to 1. */
  random?: () => number;
  timeoutMs?: number;
}>;

/** Shopify waits five seconds for an answer. */
const TIMEOUT_MS = 5_000;
/** Eight retries, as Shopify has; the waits are short, so that a demo shows them. */
const RETRIES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Nobody listens yet: that is no failed attempt here, Makegood may still be starting. */
const NOBODY_MS = 500;
/** After that long without anybody it is given up all the same. */
const NOBODY_LIMIT = 2_000;
/** A burst is sent a few at a time. */
const CONCURRENCY = 8;
/** What was delivered is remembered for a while. */
const KEPT = 20_000;

export const signature = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body, 'utf8').digest('base64');

/** Sends webhooks to Makegood as Shopify does: signed, at least once, in no promised order. */
export const createDeliveries = (options: Options) => {
  const log: Delivery[] = [];
  const queue: { webhook: Webhook; delivery: Delivery; headers: Record<string, string>; nobody: number }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const idleWaiters: (() => void)[] = [];
  const retries = options.retryAfterMs ?? RETRIES_MS;
  const random = options.random ?? Math.random;
  let active = 0;
  let stopped = false;

  const after = (milliseconds: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
      settle();
    }, milliseconds);
    timers.add(timer);
  };

  /** Tells those who wait when nothing is under way any more. */
  const settle = (): void => {
    if (active > 0 || queue.length > 0 || timers.size > 0) return;
    for (const waiter of idleWaiters.splice(0)) waiter();
  };

  const pump = (): void => {
    while (!stopped && active < CONCURRENCY) {
      const next = queue.shift();
      if (!next) break;
      active += 1;
      void attempt(next).finally(() => {
        active -= 1;
        pump();
        settle();
      });
    }
  };

  const attempt = async (item: (typeof queue)[number]): Promise<void> => {
    const { webhook, delivery, headers } = item;
    try {
      const response = await fetch(`${options.makegoodUrl()}/webhooks`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Shopify-Captain-Hook',
          'x-shopify-topic': webhook.topic,
          'x-shopify-hmac-sha256': signature(options.secret, webhook.body),
          'x-shopify-shop-domain': webhook.shop,
          'x-shopify-api-version': '2026-10',
          'x-shopify-webhook-id': delivery.webhookId,
          'x-shopify-event-id': delivery.eventId,
          'x-shopify-triggered-at': new Date(webhook.triggeredAt).toISOString(),
          'x-shopify-name': 'makegood',
          ...headers,
        },
        body: webhook.body,
      });
      await response.arrayBuffer();
      delivery.attempts += 1;
      delivery.status = response.status;
      delivery.error = null;
      if (response.status >= 200 && response.status < 300) delivery.state = 'delivered';
      else again(item);
    } catch (error) {
      if (stopped) return;
      if (isNobodyThere(error)) {
        item.nobody += 1;
        delivery.error = 'nobody listens there';
        if (item.nobody > NOBODY_LIMIT) delivery.state = 'given-up';
        else {
          after(NOBODY_MS, () => {
            queue.push(item);
            pump();
          });
        }
        return;
      }
      delivery.attempts += 1;
      delivery.error = error instanceof Error ? error.message : String(error);
      again(item);
    }
  };

  const again = (item: (typeof queue)[number]): void => {
    const wait = retries[item.delivery.attempts - 1];
    if (wait === undefined) {
      item.delivery.state = 'given-up';
      return;
    }
    after(wait, () => {
      queue.push(item);
      pump();
    });
  };

  const enqueue = (
    webhook: Webhook,
    headers: Record<string, string> = {},
    webhookId: string = randomUUID(),
  ): Delivery => {
    const delivery: Delivery = {
      webhookId,
      eventId: webhook.eventId,
      shop: webhook.shop,
      topic: webhook.topic,
      state: 'waiting',
      attempts: 0,
      status: null,
      error: null,
    };
    log.push(delivery);
    if (log.length > KEPT) log.shift();
    const item = { webhook, delivery, headers, nobody: 0 };
    const { drop, duplicate, reorder } = options.faults();
    if (random() < drop) {
      delivery.state = 'dropped';
      return delivery;
    }
    const send = (wait: number) => {
      if (wait === 0) queue.push(item);
      else
        after(wait, () => {
          queue.push(item);
          pump();
        });
    };
    send(random() < reorder ? 50 + random() * 700 : 0);
    // The same delivery, with the same id, once more.
    if (random() < duplicate) send(1 + random() * 300);
    pump();
    return delivery;
  };

  return {
    enqueue,
    list: (): readonly Delivery[] => log,
    /** Resolves when everything is delivered, dropped or given up. */
    idle: (): Promise<void> =>
      new Promise((resolve) => {
        idleWaiters.push(resolve);
        settle();
      }),
    stop: (): void => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      queue.length = 0;
      settle();
    },
  };
};
export type Deliveries = ReturnType<typeof createDeliveries>;

const isNobodyThere = (error: unknown): boolean => {
  const cause =
    error instanceof Error ? (error.cause as { code?: string; errors?: { code?: string }[] } | undefined) : undefined;
  return cause?.code === 'ECONNREFUSED' || (cause?.errors ?? []).some((each) => each.code === 'ECONNREFUSED');
};
