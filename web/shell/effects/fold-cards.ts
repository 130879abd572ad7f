import type { ListedCase } from '../../../policy/app/folded-cards.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import { type EffectRecord, LIST_FROM } from '../../../policy/app/records.ts';
import type { Runner, RunnerDeps } from './runner.ts';

/** A burst is so many new cases as the shop says within this time, or without a message yet. */
const BURST_MS = 60_000;
/** What has found no message for longer (no channel was set) is no news any more. */
const OLDEST_MS = 86_400_000;
/** Cases of one message: as many as can be chosen from within Slack's size of a message. */
const LISTED = 50;
const TAKEN = 500;

const before = (deps: RunnerDeps, ms: number): string => new Date(Date.parse(deps.clock.now()) - ms).toISOString();

/** A person has done something in it. Whatever is no person has a word for a name. */
const isActedOn = ({ entries }: CaseDetail): boolean => entries.some(({ by }) => /^[0-9a-f]{8}-/i.test(by));

/** A reply waits for the thread that the card will start. */
const hasSomethingToSay = ({ effects }: CaseDetail): boolean =>
  effects.some(({ kind, state }) => kind === 'slack.say' && (state === 'queued' || state === 'running'));

/**
 * Whether a new case gets a card of its own. Of a burst it does not, until somebody acts on it, it goes on, or something
 * is to be said in its thread. `fold`: it is to be listed; `listed`: it is.
 */
export const placeOf = async (
  deps: RunnerDeps,
  record: Pick<EffectRecord, 'shop' | 'unsure'>,
  detail: CaseDetail,
): Promise<'card' | 'fold' | 'listed'> => {
  const { case: found } = detail;
  // What may have been posted already is looked for, not listed.
  if (found.thread !== null || found.openedBy !== null || record.unsure === true) return 'card';
  if (isActedOn(detail) || hasSomethingToSay(detail)) return 'card';
  const listed = await deps.folded.of(record.shop, found.id);
  if (listed !== null) return listed.state === found.state ? 'listed' : 'card';
  if (found.closedAt !== null) return 'card';
  const since = { burst: before(deps, BURST_MS), oldest: before(deps, OLDEST_MS) };
  const burst = detail.shop.preferences?.slackListFrom ?? LIST_FROM;
  return (await deps.folded.fresh(record.shop, since)) >= burst ? 'fold' : 'card';
};

/**
 * Lists the new cases of a burst in one message; those that come a little later are added to it. More than one message
 * holds go on in the next. A post whose answer was lost is found by its key.
 */
export const foldCards: Runner<'slack.fold'> = async (deps, effect, record) => {
  const channel = (await deps.read.shop(record.shop))?.slackChannel ?? null;
  if (channel === null) return { done: { listed: 0 } };
  const waiting = await deps.folded.waiting(record.shop, before(deps, OLDEST_MS), TAKEN);
  let left: readonly ListedCase[] = waiting;
  for (let page = 1; left.length > 0; page += 1) {
    const digest = page === 1 ? effect.digest : `${effect.digest}/${page}`;
    const listed = await deps.folded.inDigest(record.shop, digest);
    const added = left.slice(0, Math.max(0, LISTED - listed.length));
    if (added.length === 0) continue;
    left = left.slice(added.length);
    const at = await deps.store.messageOf(record.shop, 'burst', digest);
    const posted = await deps.channel.show(
      record.shop,
      {
        channel: at?.channel ?? channel,
        threadTs: null,
        ts: at?.ts ?? null,
        key: `burst:${digest}`,
        retry: record.unsure === true,
      },
      { kind: 'burst', cases: [...listed, ...added] },
    );
    await deps.store.noteMessage(record.shop, 'burst', digest, posted);
    await deps.folded.note(record.shop, digest, added);
  }
  return { done: { listed: waiting.length } };
};
