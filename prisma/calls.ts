import { holdConnection } from './held-connection.ts';
import type { Log } from './log.ts';
import type { Queryable } from './store/statement.ts';

/** What there may be something new of. */
export type Called = 'effects' | 'inbox';

const CHANNEL = 'makegood';

/**
 * Calls the processes that work: this one where it does, all others otherwise. Not a part of the transaction that left
 * the work: commits that notify wait for each other, disk and all. A call that is lost is made up for by polling.
 */
export type Caller = Readonly<{
  call(what: Called): void;
  /** Resolves when no call is on its way. */
  ended(): Promise<void>;
}>;

/** @param here  what hears calls in this process; null while it works on nothing */
export const createCaller = (
  db: Queryable,
  here: () => Readonly<{ wake(what: Called): void }> | null,
  log: Log,
): Caller => {
  const asked = new Set<Called>();
  let calling: Promise<void> | null = null;
  const callOthers = async (): Promise<void> => {
    for (const what of asked) {
      asked.delete(what);
      await db.query('SELECT pg_notify($1, $2)', [CHANNEL, what]);
    }
  };
  return {
    call: (what) => {
      const own = here();
      if (own !== null) {
        own.wake(what);
        return;
      }
      asked.add(what);
      calling ??= callOthers()
        .catch((error: unknown) => log.debug({ err: error }, 'a call was lost; polling makes up for it'))
        .finally(() => {
          calling = null;
        });
    },
    ended: async () => {
      await calling;
    },
  };
};

/** Hears what other processes call. While the connection is broken, polling makes up for it. */
export const hear = (
  url: string,
  heard: (what: Called) => void,
  log: Log,
): Promise<Readonly<{ letGo(): Promise<void> }>> =>
  holdConnection(url, {
    name: 'calls',
    begin: (client) => {
      client.on('notification', ({ payload }) => heard(payload === 'inbox' ? 'inbox' : 'effects'));
      return client.query(`LISTEN ${CHANNEL}`);
    },
    broke: () => log.debug({}, 'calls of other processes can not be heard; trying again'),
  });
