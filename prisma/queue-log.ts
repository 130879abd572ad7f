import { Logger } from 'graphile-worker';
import type { Log } from './log.ts';

/** Said at every start: its pool is smaller than the number of jobs. It is: jobs run on pools of our own. */
const SMALL_ON_PURPOSE = 'WARNING: having maxPoolSize';

/** The queue's own lines, in ours. It reports every job at `info`: that is detail to us. */
export const queueLogger = (log: Log): Logger =>
  new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ ...scope }, message);
    else if (level === 'warning' && !message.startsWith(SMALL_ON_PURPOSE)) log.warn({ ...scope }, message);
    else log.debug({ ...scope }, message);
  });
