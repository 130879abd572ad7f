import pg from 'pg';
import { IN_TOUCH, SERVER_IN_TOUCH } from './connect.ts';

type Options = Readonly<{
  /** Shown by the server beside the connection. */
  name: string;
  /** What hangs on the session: a lock, what it listens to. Done anew whenever the connection is made anew. */
  begin: (client: pg.Client) => Promise<unknown>;
  /** It broke, and is being made again. */
  broke: () => void;
}>;

/**
 * A connection that is held until it is let go; broken, it is made again.
 * @throws where the first one can't be made
 */
export const holdConnection = async (
  url: string,
  { name, begin, broke }: Options,
): Promise<Readonly<{ letGo(): Promise<void> }>> => {
  let left = false;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: `makegood ${name}`,
      ...IN_TOUCH,
      options: SERVER_IN_TOUCH,
      connectionTimeoutMillis: 10_000,
    });
    // 'end' follows.
    client.on('error', () => {});
    try {
      await client.connect();
      await begin(client);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    return client;
  };
  const watch = (held: pg.Client): void => {
    held.once('end', () => {
      if (left) return;
      broke();
      again(250);
    });
  };
  const again = (waitMs: number): void => {
    setTimeout(async () => {
      if (left) return;
      try {
        client = await connect();
        watch(client);
        if (left) await client.end();
      } catch {
        again(Math.min(waitMs * 2, 10_000));
      }
    }, waitMs).unref();
  };
  let client = await connect();
  watch(client);
  return {
    letGo: async () => {
      left = true;
      await client.end().catch(() => {});
    },
  };
};
