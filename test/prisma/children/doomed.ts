import { tmpdir } from 'node:os';
import { openDatabase } from '../../../prisma/index.ts';
import { anItem } from '../samples.ts';

/**
 * A process that is going to be killed. It says on standard output, a line each, what it has taken or stored, and never
 * ends by itself.
 * Arguments: what to do (`effect`: begin effects and hang · `claim`: claim the inbox and hang · `store`: store items
 * without end), and the database.
 */
const [what, url] = process.argv.slice(2);
if (url === undefined) throw new Error('usage: doomed.ts effect|claim|store <database url>');
const db = await openDatabase({ url, secretsKey: new Uint8Array(32).fill(7), dataDir: tmpdir() });
const forever = new Promise<void>(() => {});

if (what === 'effect') {
  await db.startQueue({
    effect: async (id) => {
      await db.store.beginEffect(id);
      console.log(id);
      await forever;
    },
    drainInbox: async () => {},
    sweep: async () => {},
    reconcile: async () => {},
  });
} else if (what === 'claim') {
  for (const row of await db.drain.claim(100)) console.log(row.id);
} else {
  const storeWithoutEnd = async (): Promise<void> => {
    for (;;) {
      const item = anItem();
      if (await db.inbox.store(item)) console.log(item.id);
    }
  };
  await Promise.all(Array.from({ length: 20 }, storeWithoutEnd));
}
setInterval(() => {}, 1_000);
