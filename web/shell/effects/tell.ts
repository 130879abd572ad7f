import { CallFailed } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { EffectRecord, EntryRecord } from '../../../policy/app/records.ts';
import type { Runner, RunnerDeps } from './runner.ts';
import { isGone, movedTo } from './slack.ts';

/** An earlier one that is under way is waited for so often, so many milliseconds each time: it may hand its news on. */
const WAITS = 10;
const WAIT_MS = 500;
/** The card that starts the thread is posted by an effect of its own. */
const CARD_WAITS = 10;
const CARD_WAIT_MS = 1_500;
/** Where a channel has no room for so long, the card and the history say it. */
const NO_NEWS_AFTER_MS = 60_000;
/** More lines are no short reply. */
const LINES = 8;

/**
 * The news of a case: what its history says of late, one line each, in one reply. Whoever sees that more is to be told
 * leaves it to them; the last one says it all.
 */
export const tellInSlack: Runner<'slack.tell'> = async (deps, effect, record) => {
  const detail = await deps.read.caseDetail(record.shop, effect.caseId);
  // Where nobody reads along there is nothing to tell.
  if (detail === null || detail.shop.slackTeam === null) return { done: { shown: false } };
  const { earlier, later } = othersOf(detail, record);
  // Once a post of it may have gone through, it is this one that has to be found.
  if (record.unsure !== true && later.some(({ state }) => state === 'queued')) return { done: { handedOn: true } };
  if (record.attempts <= WAITS && earlier.some(({ state }) => state === 'queued' || state === 'running'))
    return { again: WAIT_MS };
  const thread = await threadOf(deps, detail);
  if (thread === null)
    return detail.shop.slackChannel === null || record.attempts > CARD_WAITS
      ? { done: { shown: false } }
      : { again: CARD_WAIT_MS };
  const ids = new Set([...handedTo(earlier), record].flatMap(entriesOf));
  const text = textOf(detail.entries.filter(({ id }) => ids.has(id)));
  if (text === '') return { done: { shown: false } };
  try {
    const at = await deps.channel.show(
      record.shop,
      { ...thread, ts: null, key: record.key, retry: record.unsure === true },
      { kind: 'say', text, order: null, decision: null, quiet: true },
    );
    return { done: { ...at, threadTs: thread.threadTs } };
  } catch (error) {
    const age = Date.parse(deps.clock.now()) - Date.parse(record.createdAt);
    if (isGone(error) && (await movedTo(deps, record, thread.channel)) !== null) return { again: CARD_WAIT_MS };
    if (error instanceof CallFailed && error.paced && age > NO_NEWS_AFTER_MS) return { done: { shown: false } };
    throw error;
  }
};

const entriesOf = ({ payload }: EffectRecord): readonly string[] => (payload as { entries?: string[] }).entries ?? [];

const othersOf = (
  { effects }: CaseDetail,
  record: EffectRecord,
): Readonly<Record<'earlier' | 'later', readonly EffectRecord[]>> => {
  const isEarlier = (one: EffectRecord): boolean =>
    one.createdAt < record.createdAt || (one.createdAt === record.createdAt && one.id < record.id);
  const others = effects.filter(({ id, kind }) => kind === 'slack.tell' && id !== record.id);
  return { earlier: others.filter(isEarlier), later: others.filter((one) => !isEarlier(one)) };
};

const isHandedOn = ({ state, result }: EffectRecord): boolean =>
  state === 'done' && (result as { handedOn?: boolean } | null)?.handedOn === true;

/** Those before it, back to the last one that was said. */
const handedTo = (earlier: readonly EffectRecord[]): readonly EffectRecord[] => {
  const oldestFirst = earlier.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
  return oldestFirst.slice(oldestFirst.findLastIndex((one) => !isHandedOn(one)) + 1);
};

const threadOf = async (
  deps: RunnerDeps,
  { case: found }: CaseDetail,
): Promise<Readonly<{ channel: string; threadTs: string }> | null> => {
  if (found.thread !== null) return { channel: found.thread.channel, threadTs: found.thread.ts };
  const at = await deps.store.messageOf(found.shop, 'case', found.id);
  return at === null ? null : { channel: at.channel, threadTs: at.ts };
};

const PERSON = /^[0-9a-f]{8}-/i;

/** A note is in somebody's own words; all else is a sentence of ours, kept in lower case. */
const lineOf = ({ event, text, by, byName }: EntryRecord): string => {
  const words = event === 'case.note' ? `Note: ${text}` : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return `${words}${PERSON.test(by) ? ` — ${byName}` : ''}`;
};

const textOf = (entries: readonly EntryRecord[]): string => {
  const told = entries.filter(
    // "cancelled in Shopify; $40.00 refunded" says "$40.00 refunded" as well.
    (one) => !entries.some((other) => other.id !== one.id && other.text !== one.text && other.text.includes(one.text)),
  );
  const lines = [...new Set(told.toSorted((a, b) => a.seq - b.seq).map(lineOf))];
  const left = lines.length - LINES;
  return [...lines.slice(-LINES), ...(left > 0 ? [`… and ${left} more in the history`] : [])].join('\n');
};
