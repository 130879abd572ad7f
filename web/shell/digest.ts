import type { HandleCommand } from '../../policy/app/commands.ts';
import type { Clock } from '../../policy/app/ports.ts';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { Reconciliations } from '../../policy/app/store.ts';
import { atHour } from '../../policy/days/deadline.ts';
import { localDate } from '../../policy/days/local-day.ts';
import type { Log } from './log.ts';

/** In the morning of the shop. */
const HOUR = 8;

type Deps = Readonly<{
  reconciliations: Pick<Reconciliations, 'shops'>;
  read: Pick<ReadModel, 'shop'>;
  handle: HandleCommand;
  clock: Clock;
  log: Log;
}>;

/** Once a day and shop, when its morning has come: what is due is looked at. Whether anything is said is decided then. */
export const createDigest = ({ reconciliations, read, handle, clock, log }: Deps): (() => Promise<void>) => {
  /** Of this process; that it happens once is the command's own doing. */
  const looked = new Map<string, string>();
  return async () => {
    const now = clock.now();
    for (const { shop } of await reconciliations.shops()) {
      try {
        const record = await read.shop(shop);
        if (record === null || record.uninstalledAt !== null || record.slackChannel === null) continue;
        const date = localDate(Date.parse(now), record.timeZone);
        if (looked.get(shop) === date || now < atHour(date, HOUR, record.timeZone)) continue;
        await handle({ id: `digest:${date}`, shop, actor: { kind: 'system' } }, { kind: 'digest.due', date });
        looked.set(shop, date);
      } catch (err) {
        // The other shops' morning comes all the same.
        log.error({ err, shop }, 'the digest of a shop was not begun: it is tried again in a minute');
      }
    }
  };
};
