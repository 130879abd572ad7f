import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Stage, startStage } from '../sandbox/stage.ts';
import { freshDatabase } from './database.ts';
import { HEADPHONES } from './goods.ts';
import { freePorts } from './ports.ts';
import { until } from './wait.ts';

/** A stage on free ports with a database of its own (`db` looks into it), and the words that scenarios are written in. */
export const testStage = async (options: { orders?: 'demo' | 'none'; settings?: Record<string, unknown> } = {}) => {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-'));
  const [port, sandboxPort, smtpPort] = (await freePorts(3)) as [number, number, number];
  const stage = await startStage({
    port,
    sandboxPort,
    smtpPort,
    dataDir,
    databaseUrl: database.url,
    logLevel: process.env.LOG_LEVEL ?? 'silent',
    orders: options.orders ?? 'none',
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  });
  const db = new pg.Pool({ connectionString: database.url, max: 1 });
  const stop = async () => {
    await db.end();
    await stage.stop();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...stage, ...words(stage), databaseUrl: database.url, db, dataDir, stop };
};

export type TestStage = Awaited<ReturnType<typeof testStage>>;

/** As Slack has them; only what scenarios look at. */
export type SlackMessage = Readonly<{
  ts: string;
  thread_ts?: string;
  user?: string;
  bot_id?: string;
  text: string;
  blocks?: readonly unknown[];
  edited?: unknown;
  ephemeral_to?: string;
}>;

/** An order as the sandbox's Shopify has it; only what scenarios look at. */
export type SandboxOrder = Readonly<{
  id: number;
  name: string;
  cancelled_at: string | null;
  refunds: readonly Readonly<{ id: number; transactions: readonly Readonly<{ amount: string; status: string }>[] }>[];
  returns: readonly Readonly<{ status: string }>[];
}>;

export type SandboxMail = Readonly<{ id: string; subject: string; text: string; html: string }>;

/** What went back to the customer, in minor units; what the bank refused did not. */
export const refundedOf = (order: Pick<SandboxOrder, 'refunds'>): number =>
  order.refunds
    .flatMap((refund) => refund.transactions)
    .filter((one) => one.status !== 'failure')
    .reduce((sum, one) => sum + Math.round(Number(one.amount) * 100), 0);

const words = (stage: Stage) => {
  const messages = async (channel: string): Promise<readonly SlackMessage[]> =>
    (await stage.call<{ messages: SlackMessage[] }>('GET', `/slack/messages?channel=${channel}`)).messages;
  /** The admin API as a member of staff sees it; waits as long as its limit says. */
  const admin = async <T = unknown>(
    staff: string,
    apiPath: string,
    init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; body: T }> => {
    const { token } = await stage.call<{ token: string }>(
      'GET',
      `/shopify/session-token?shop=demo.myshopify.com&staff=${staff}`,
    );
    const ask = () =>
      fetch(`${stage.makegoodUrl}${apiPath}`, {
        method: init.method ?? 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...init.headers,
        },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      });
    let response = await ask();
    // Who looks as often as a test does is asked to wait: whoever asks on at once is never let in twice in a row.
    while (response.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers.get('retry-after'))));
      response = await ask();
    }
    return { status: response.status, body: (await response.json()) as T };
  };
  const known = (id: number, what: string, holds: (order: { shippingStatus?: string }) => boolean): Promise<boolean> =>
    until(`order ${id} ${what} in Makegood`, async () => {
      const { status, body } = await admin<{ shippingStatus?: string }>('1', `/api/orders/${id}`);
      return status === 200 && holds(body);
    });
  return {
    messages,
    admin,
    /**
     * Orders two headphones with shipping at 10.00, untaxed, but for what `differs`, and waits until Makegood has heard.
     * @returns Shopify's id
     */
    placed: async (name: string, differs: Readonly<Record<string, unknown>> = {}): Promise<number> => {
      const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
        name,
        email: `${name.slice(1)}@example.com`,
        currency: 'USD',
        line_items: [HEADPHONES],
        shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
        ...differs,
      });
      await known(id, 'placed', () => true);
      return id;
    },
    /** Sends all of an order (or what `how` says), and waits until Makegood has heard. @returns the id it was given */
    shipped: async (id: number, how: object = {}): Promise<number> => {
      await stage.call('POST', `/shopify/orders/${id}/fulfill`, how);
      await known(id, 'shipped', ({ shippingStatus }) => shippingStatus === 'shipped');
      return id;
    },
    say: (user: string, channel: string, text: string, more: Record<string, unknown> = {}) =>
      stage.call<{ ts: string }>('POST', '/slack/say', { user, channel, text, ...more }),
    click: (user: string, channel: string, ts: string, action_id: string, more: Record<string, unknown> = {}) =>
      stage.call('POST', '/slack/click', { user, channel, ts, action_id, ...more }),
    /** The newest message that says this (its text or blocks), waited for. */
    seen: (channel: string, what: RegExp, where: Partial<{ thread: string; ephemeralTo: string }> = {}) =>
      until(`a message in ${channel} that says ${what}`, async () =>
        [...(await messages(channel))]
          .reverse()
          .find(
            (message) =>
              (where.thread === undefined || message.thread_ts === where.thread) &&
              (where.ephemeralTo === undefined
                ? message.ephemeral_to === undefined
                : message.ephemeral_to === where.ephemeralTo) &&
              what.test(said(message)),
          ),
      ),
    order: (id: string | number) => stage.call<SandboxOrder>('GET', `/shopify/orders/${id}`),
    mails: async (to: string) =>
      (await stage.call<{ mails: SandboxMail[] }>('GET', `/mail?to=${encodeURIComponent(to)}`)).mails,
    mail: (to: string, subject: RegExp) =>
      until(`a mail to ${to} about ${subject}`, async () =>
        (await stage.call<{ mails: SandboxMail[] }>('GET', `/mail?to=${encodeURIComponent(to)}`)).mails.find((mail) =>
          subject.test(mail.subject),
        ),
      ),
    calls: async (operation: RegExp) =>
      (
        await stage.call<{ calls: { operation: string; query?: string; variables: unknown }[] }>(
          'GET',
          '/shopify/calls',
        )
      ).calls.filter((call) => operation.test(`${call.operation} ${call.query ?? ''}`)),
  };
};

/** All that a message says: its text and every text in its blocks. */
export const said = (message: SlackMessage): string => `${message.text} ${JSON.stringify(message.blocks ?? [])}`;

/** Buttons of a message by their `action_id`. */
export const actionsOf = (message: SlackMessage): readonly string[] =>
  [...JSON.stringify(message.blocks ?? []).matchAll(/"action_id":"([^"]+)"/g)].map((match) => match[1] as string);
