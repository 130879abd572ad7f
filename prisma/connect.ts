import type { Socket } from 'node:net';
import pg from 'pg';
import { recordTypes } from './types.ts';

/** A database could not be reached or refused us. One line, without the password. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

/** A statement that takes longer has lost its way; so has a transaction that waits for its own program. */
const LIMITS = { statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 } as const;

/**
 * Networks forget a connection on which nothing is said for some minutes, and a machine without power says nothing: left
 * to themselves, both ends notice after two hours, and until then nobody does what a process that is gone held a lock for.
 */
export const IN_TOUCH = { keepAlive: true, keepAliveInitialDelayMillis: 30_000 } as const;
/** The same, of the server's end; in seconds. */
export const SERVER_IN_TOUCH = '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3';

/** Every statement here is short: to compile one first takes the server up to a second, to run it some milliseconds. */
const OPTIONS = `-c jit=off ${SERVER_IN_TOUCH}`;

export type PoolOptions = Readonly<{
  max: number;
  /** Shown by the server beside each connection. */
  name: string;
  /** Statements of one connection travel together where nobody waits for the one before. */
  pipeline?: boolean;
  /** Commits do not wait for the disk: for what is done again where it was lost (see `Store.transaction`). */
  soon?: boolean;
}>;

/** A small pool. A connection that breaks while idle is replaced; nobody has to listen for it. */
export const createPool = (url: string, { max, name, pipeline = false, soon = false }: PoolOptions): pg.Pool => {
  const settings = {
    connectionString: url,
    max,
    application_name: `makegood ${name}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    ...IN_TOUCH,
    types: recordTypes,
    pipeline,
    options: soon ? `${OPTIONS} -c synchronous_commit=off` : OPTIONS,
    ...LIMITS,
  };
  const pool = new pg.Pool(settings as pg.PoolConfig);
  pool.on('error', () => {});
  // One in use tells whoever uses it: the query fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  if (pipeline) pool.on('connect', sendTogether);
  return pool;
};

/**
 * Statements that are begun one after the other without waiting leave in one write: handing bytes to the system costs
 * more than most statements do.
 */
const sendTogether = (client: pg.PoolClient): void => {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  let held = false;
  const sendHeld = (): void => {
    held = false;
    stream.uncork();
  };
  client.query = ((...asked: unknown[]) => {
    if (!held) {
      held = true;
      stream.cork();
      process.nextTick(sendHeld);
    }
    return query(...asked);
  }) as typeof client.query;
};

/**
 * Proves that the database answers before anything is built on it.
 * @throws DatabaseUnreachable
 */
export const reach = async (url: string): Promise<pg.Client> => {
  const where = placeOf(url);
  const client = new pg.Client({
    connectionString: url,
    application_name: 'makegood start',
    ...IN_TOUCH,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseUnreachable(`database unreachable at ${where}: ${whyNot(error)}`, { cause: error });
  }
};

/** Host and port of a database's address, without what is secret in it. */
export const placeOf = (url: string): string => {
  try {
    const { hostname, port, searchParams } = new URL(url);
    return `${hostname || searchParams.get('host') || 'localhost'}:${port || '5432'}`;
  } catch {
    throw new DatabaseUnreachable(
      'DATABASE_URL is no address: write it like postgres://user:password@host:5432/database',
    );
  }
};

/** Node gives several errors at once where a name has several addresses, and then no message of its own. */
const whyNot = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return whyNot(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
};

/** SQLSTATE of an error from the server; null for any other. */
export const sqlState = (error: unknown): string | null =>
  error instanceof pg.DatabaseError ? (error.code ?? null) : null;
