import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TIMES } from './block-kit/limits.ts';

/** How requests leave for the app: signed, within Slack's three seconds, events again when they were not taken. */

export type Delivery = {
  at: string;
  kind: string;
  contentType: string;
  body: string;
  attempts: { status: number | null; retryNum: number; retryReason: string | null }[];
  delivered: boolean;
};

export type Answer =
  | Readonly<{ ok: true; status: number; headers: Headers; text: string }>
  | Readonly<{
      ok: false;
      status: number | null;
      reason: 'http_timeout' | 'http_error' | 'connection_failed';
      noRetry: boolean;
      text: string;
    }>;

/** Slack's own rhythm is at once, after a minute, after five. The sandbox keeps the order and shortens the waits. */
const RETRY_AFTER_MS = [0, 1_000, 3_000];
const KEPT = 2_000;

/** `v0=` and the HMAC of version, timestamp and body (docs.slack.dev/authentication/verifying-requests-from-slack). */
export const sign = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

export type Sender = ReturnType<typeof createSender>;

export const createSender = (options: {
  makegoodUrl(): string;
  signingSecret: string;
  retryAfterMs?: readonly number[];
}) => {
  const waits = options.retryAfterMs ?? RETRY_AFTER_MS;
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  const stopping = new AbortController();

  const note = (kind: string, contentType: string, body: string): Delivery => {
    const delivery = { at: new Date().toISOString(), kind, contentType, body, attempts: [], delivered: false };
    deliveries.push(delivery);
    if (deliveries.length > KEPT) deliveries.shift();
    return delivery;
  };

  const attempt = async (delivery: Delivery, retryNum: number, retryReason: string | null): Promise<Answer> => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const timeout = AbortSignal.timeout(TIMES.ack);
    let answer: Answer;
    try {
      const response = await fetch(`${options.makegoodUrl()}/slack/events`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([timeout, stopping.signal]),
        headers: {
          'content-type': delivery.contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': sign(options.signingSecret, timestamp, delivery.body),
          ...(retryNum > 0 ? { 'x-slack-retry-num': String(retryNum), 'x-slack-retry-reason': retryReason ?? '' } : {}),
        },
        body: delivery.body,
      });
      const text = await response.text();
      answer = response.ok
        ? { ok: true, status: response.status, headers: response.headers, text }
        : {
            ok: false,
            status: response.status,
            reason: 'http_error',
            noRetry: response.headers.get('x-slack-no-retry') === '1',
            text,
          };
    } catch {
      answer = {
        ok: false,
        status: null,
        reason: timeout.aborted ? 'http_timeout' : 'connection_failed',
        noRetry: false,
        text: '',
      };
    }
    delivery.attempts.push({ status: answer.status, retryNum, retryReason });
    delivery.delivered = answer.ok;
    return answer;
  };

  const sendEvent = async (envelope: object, type: string): Promise<void> => {
    const delivery = note(type, 'application/json', JSON.stringify(envelope));
    let answer = await attempt(delivery, 0, null);
    for (const [index, wait] of waits.entries()) {
      if (answer.ok || answer.noRetry || stopping.signal.aborted) return;
      await pause(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      answer = await attempt(delivery, index + 1, answer.reason);
    }
  };

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
    return work;
  };

  return {
    deliveries,
    /** Sends an Events API envelope, and again when it is not taken. Does not wait. */
    event: (envelope: object, type: string): void => void tracked(sendEvent(envelope, type)),
    /** Sends an interaction (`payload=` of a form). Slack never sends these twice. */
    interaction: (payload: object, type: string): Promise<Answer> =>
      tracked(
        attempt(
          note(
            type,
            'application/x-www-form-urlencoded',
            new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
          ),
          0,
          null,
        ),
      ),
    /** Sends a slash command (a form of its own fields). */
    command: (fields: Record<string, string>): Promise<Answer> =>
      tracked(
        attempt(
          note('slash_command', 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
          0,
          null,
        ),
      ),
    /** Settles when nothing is under way any more. */
    idle: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.allSettled(underWay);
    },
  };
};
