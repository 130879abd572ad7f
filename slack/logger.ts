import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from './deps.ts';

const line = (messages: readonly unknown[]): string =>
  messages.map((message) => (message instanceof Error ? message.message : String(message))).join(' ');

/** Bolt and its Web API client write to our log; their debug lines, which quote whole payloads, are left out. */
export const boltLogger = (log: Log): Logger => ({
  debug: () => undefined,
  info: (...messages) => log.info({ from: 'bolt' }, line(messages)),
  warn: (...messages) => log.warn({ from: 'bolt' }, line(messages)),
  error: (...messages) => log.error({ from: 'bolt' }, line(messages)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});
