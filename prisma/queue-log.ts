import { Logger } from 'graphile-worker';
import type { Log } from './log.ts';

/** The queue's own lines, in ours. It reports every job at `info`: that is detail to us. */
export const queueLogger = (log: Log): Logger =>
  new Logger((scope) => (level, message) => {
    if (level === 'error') log.error({ ...scope }, message);
    else if (level === 'warning') log.warn({ ...scope }, message);
    else log.debug({ ...scope }, message);
  });
