import type { Command, Envelope, HandleCommand, Outcome } from '../../policy/app/commands.ts';
import type { InboxDrain, JobHandlers, StoredInboxItem } from '../../policy/app/store.ts';
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

/** Rows in hand at a time; each is handled in a transaction of its own. */
const BATCH = 50;
/**
 * Webhooks handled at once: each waits for the database, and they may come in any order anyway (those of one order wait for
 * each other in the database).
 */
const LANES = 4;
const MAX_ATTEMPTS = 8;

/** Empties the inbox: each stored webhook or Slack event becomes commands. What can't be understood is parked with its reason. */
export const createDrainInbox = (deps: Deps): JobHandlers['drainInbox'] => {
  const talks = createTalks(deps);
  let running = false;
  let asked = false;
  return async (stopping) => {
    // One at a time a process, so that a burst leaves connections to those who wait for an answer. Whoever comes
    // meanwhile has the one that runs look once more; should it die, the next look finds what it left.
    asked = true;
    if (running) return;
    running = true;
    try {
      while (asked && !stopping.aborted) {
        asked = false;
        await drainAll(deps, talks, stopping);
      }
    } finally {
      running = false;
    }
    // Whoever stops us waits for them; whoever comes with more does not.
    await talks.ended();
  };
};

/**
 * What people write stays in the order they wrote it, of each shop: an answer may take seconds (a model is asked, photos
 * are fetched), which neither webhooks nor other shops wait for.
 */
const createTalks = (deps: Deps) => {
  const lanes = new Map<string, Promise<void>>();
  const inHand = new Set<string>();
  const handle = async (item: StoredInboxItem, stopping: AbortSignal): Promise<void> => {
    if (!stopping.aborted && (await handleItem(deps, item))) await deps.drain.done([item.rowId]);
  };
  return {
    count: () => inHand.size,
    begin: (item: StoredInboxItem, stopping: AbortSignal): void => {
      // It waited for longer than its claim holds.
      if (inHand.has(item.rowId)) return;
      inHand.add(item.rowId);
      const lane = `${item.source}/${item.shop}`;
      const turn = (lanes.get(lane) ?? Promise.resolve())
        .then(() => handle(item, stopping))
        .catch((err: unknown) => deps.log.error({ err, id: item.id }, 'inbox item broke off; it comes again'))
        .finally(() => {
          inHand.delete(item.rowId);
          if (lanes.get(lane) === turn) lanes.delete(lane);
        });
      lanes.set(lane, turn);
    },
    ended: async (): Promise<void> => {
      await Promise.all(lanes.values());
    },
  };
};

const drainAll = async (deps: Deps, talks: ReturnType<typeof createTalks>, stopping: AbortSignal): Promise<void> => {
  while (!stopping.aborted) {
    const room = BATCH - talks.count();
    if (room <= 0) return;
    const items = await deps.drain.claim(room);
    for (const item of items) if (item.source !== 'shopify') talks.begin(item, stopping);
    const done: string[] = [];
    const lane = async (own: Iterator<StoredInboxItem>): Promise<void> => {
      for (let next = own.next(); next.done !== true; next = own.next())
        if (await handleItem(deps, next.value)) done.push(next.value.rowId);
    };
    // One iterator that all lanes take from.
    const webhooks = items.filter((item) => item.source === 'shopify').values();
    await Promise.all(Array.from({ length: LANES }, () => lane(webhooks)));
    // In one statement: what is handled twice because we died before it acts once.
    if (done.length > 0) await deps.drain.done(done);
    if (items.length < room) return;
  }
};

/** @returns whether it is dealt with; parked and postponed rows are noted here */
const handleItem = async (deps: Deps, item: StoredInboxItem): Promise<boolean> => {
  try {
    if (item.source === 'slack') await deps.handleSlackEvent(item);
    else if (item.source === 'mail') {
      const unfit = await deps.takeMail(item);
      if (unfit !== null) {
        await deps.drain.park(item.rowId, unfit);
        return false;
      }
    } else {
      const parsed = deps.parseWebhook(item);
      if ('park' in parsed) {
        deps.log.warn({ topic: item.topic, id: item.id, reason: parsed.park }, 'webhook parked');
        await deps.drain.park(item.rowId, parsed.park);
        return false;
      }
      for (const [index, command] of parsed.commands.entries()) {
        const outcome = await deps.handle(envelopeOf(item, index), command);
        if (outcome.status === 'refused' && !isMoot(command, outcome)) {
          await deps.drain.park(item.rowId, `${outcome.code}: ${outcome.because}`);
          return false;
        }
      }
    }
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.error({ topic: item.topic, id: item.id, attempts: item.attempts, err: error }, 'inbox item failed');
    if (item.attempts >= MAX_ATTEMPTS) await deps.drain.park(item.rowId, reason);
    else await deps.drain.postpone(item.rowId, reason, backoffMs(item.attempts));
    return false;
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
