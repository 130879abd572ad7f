import { createHmac, randomUUID } from 'node:crypto';
import { connect } from 'node:net';

/** A body with its signature, both made before the clock runs. */
export type Prepared = Readonly<{ body: Buffer; signature: string }>;

/** What one round saw. Latencies in milliseconds, sorted. */
export type Round = Readonly<{ requests: number; seconds: number; failed: number; latencies: readonly number[] }>;

export const prepare = (secret: string, bodies: readonly Buffer[]): readonly Prepared[] =>
  bodies.map((body) => ({ body, signature: createHmac('sha256', secret).update(body).digest('base64') }));

type Options = Readonly<{
  port: number;
  bodies: readonly Prepared[];
  connections: number;
  seconds: number;
  /** Share of requests that repeat an id that was sent before, 0 to 1. */
  repeats: number;
  /** Requests a second over all connections; absent: as fast as answers come. */
  rate?: number;
}>;

/**
 * Posts signed webhooks over so many kept-alive connections, one request at a time on each. Written on bare sockets: a
 * client that parses and allocates as much as the server would be what is measured.
 */
export const fire = async (options: Options): Promise<Round> => {
  const latencies: number[] = [];
  let failed = 0;
  const ids: string[] = [];
  const start = performance.now();
  const end = start + options.seconds * 1000;
  const gapMs = options.rate === undefined ? 0 : (1000 * options.connections) / options.rate;

  const idFor = (): string => {
    if (ids.length > 0 && Math.random() < options.repeats) return ids[Math.floor(Math.random() * ids.length)] as string;
    const id = randomUUID();
    // A window is enough: Shopify repeats what it sent lately.
    if (ids.length < 2_000) ids.push(id);
    else ids[Math.floor(Math.random() * ids.length)] = id;
    return id;
  };

  const lane = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true });
      let next = index;
      let due = start + (gapMs * index) / options.connections;
      let sentAt = 0;
      const send = (): void => {
        const now = performance.now();
        if (now >= end) {
          socket.end();
          resolve();
          return;
        }
        if (now < due) {
          setTimeout(send, due - now);
          return;
        }
        // At a steady rate the time a request should have gone out counts, so that a stall is not hidden.
        sentAt = options.rate === undefined ? now : due;
        due += gapMs;
        const { body, signature } = options.bodies[next % options.bodies.length] as Prepared;
        next += options.connections;
        socket.cork();
        socket.write(headOf(body.length, signature, idFor()));
        socket.write(body);
        socket.uncork();
      };
      socket.on('connect', send);
      socket.on('data', (chunk: Buffer) => {
        // Answers have no body: one chunk is one answer.
        latencies.push(performance.now() - sentAt);
        if (!chunk.subarray(0, 12).equals(OK)) failed += 1;
        send();
      });
      socket.on('error', reject);
    });

  await Promise.all(Array.from({ length: options.connections }, (_, index) => lane(index)));
  const seconds = (performance.now() - start) / 1000;
  return { requests: latencies.length, seconds, failed, latencies: latencies.sort((a, b) => a - b) };
};

const OK = Buffer.from('HTTP/1.1 200');

const headOf = (length: number, signature: string, id: string): string =>
  `POST /webhooks HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n` +
  `x-shopify-topic: orders/updated\r\nx-shopify-hmac-sha256: ${signature}\r\nx-shopify-shop-domain: demo.myshopify.com\r\n` +
  `x-shopify-api-version: 2026-10\r\nx-shopify-webhook-id: ${id}\r\nx-shopify-triggered-at: 2026-11-23T10:00:00.000Z\r\n\r\n`;

/** The value below which this share (0 to 1) of sorted numbers lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const median = (values: readonly number[]): number =>
  quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
