import type { Command, Envelope, HandleCommand, Outcome } from '../../policy/app/commands.ts';
import type { InboxDrain, StoredInboxItem } from '../../policy/app/store.ts';
import type { Log } from './log.ts';
import { backoffMs } from './run-effects.ts';

/** What a topic's payload means. `web/topics` knows; the drain does not. */
export type Parsed = Readonly<{ commands: readonly Command[] }> | Readonly<{ park: string }>;

type Deps = Readonly<{
  drain: InboxDrain;
  handle: HandleCommand;
  parseWebhook: (item: StoredInboxItem) => Parsed;
  handleSlackEvent: (item: StoredInboxItem) => Promise<void>;
  /** @returns why a mail that came in can't be used; null where it was */
  takeMail: (item: StoredInboxItem) => Promise<string | null>;
  log: Log;
}>;

/** Rows claimed at a time; each is handled in a transaction of its own. */
const BATCH = 50;
const MAX_ATTEMPTS = 8;

/** Empties the inbox: each stored webhook or Slack event becomes commands. What can't be understood is parked with its reason. */
export const createDrainInbox = (deps: Deps): (() => Promise<void>) => {
  return async () => {
    for (;;) {
      const items = await deps.drain.claim(BATCH);
      for (const item of items) await handleItem(deps, item);
      if (items.length < BATCH) return;
    }
  };
};

const handleItem = async (deps: Deps, item: StoredInboxItem): Promise<void> => {
  try {
    if (item.source === 'slack') await deps.handleSlackEvent(item);
    else if (item.source === 'mail') {
      const unfit = await deps.takeMail(item);
      if (unfit !== null) return await deps.drain.park(item.rowId, unfit);
    } else {
      const parsed = deps.parseWebhook(item);
      if ('park' in parsed) {
        deps.log.warn({ topic: item.topic, id: item.id, reason: parsed.park }, 'webhook parked');
        return await deps.drain.park(item.rowId, parsed.park);
      }
      for (const [index, command] of parsed.commands.entries()) {
        const outcome = await deps.handle(envelopeOf(item, index), command);
        if (outcome.status === 'refused' && !isMoot(command, outcome)) {
          return await deps.drain.park(item.rowId, `${outcome.code}: ${outcome.because}`);
        }
      }
    }
    await deps.drain.done([item.rowId]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.error({ topic: item.topic, id: item.id, attempts: item.attempts, err: error }, 'inbox item failed');
    if (item.attempts >= MAX_ATTEMPTS) await deps.drain.park(item.rowId, reason);
    else await deps.drain.postpone(item.rowId, reason, backoffMs(item.attempts));
  }
};

/** Of a shop that is not known (any more) nothing is kept: then there is nothing to show, and nothing to clear. */
const isMoot = (command: Command, outcome: Extract<Outcome, { status: 'refused' }>): boolean =>
  command.kind === 'privacy.asked' && outcome.code === 'not-found';

const envelopeOf = (item: StoredInboxItem, index: number): Envelope => ({
  id: `webhook:${item.topic}:${item.id}:${index}`,
  shop: item.shop,
  actor: { kind: 'shopify' },
});
