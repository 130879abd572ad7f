import type { EffectOf } from '../../../policy/app/effects.ts';
import { CallFailed, type StaffMessage } from '../../../policy/app/ports.ts';
import type { CaseDetail, IntentView } from '../../../policy/app/read-model.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { Decision } from '../../../policy/decision.ts';
import { createSettingsOf } from '../settings-of.ts';
import { placeOf } from './fold-cards.ts';
import type { Runner, RunnerDeps } from './runner.ts';

type Target = Readonly<{ channel: string; threadTs: string | null; ts: string | null }>;
type Shown = Readonly<{
  subject: EffectOf<'slack.show'>['subject'];
  id: string;
  target: Target;
  message: StaffMessage;
  /** Where it begins anew once its place is gone; null: nowhere. */
  anew: string | null;
}>;

/** Until an older effect has posted the message that this one is about, which is then updated instead of posted twice. */
const POST_WAIT_MS = 300;

/**
 * Posts or updates the one message of a proposal, a case, an approval or a parcel, as it stands now: a late effect shows
 * the newest state. What changed while Slack was told is told again: of two calls the one that ends last may have been
 * read first.
 */
export const showInSlack: Runner<'slack.show'> = async (deps, effect, record) => {
  const messageOf = { proposal: proposalMessage, case: caseMessage, approval: approvalMessage, parcel: parcelMessage };
  const read = (): Promise<Shown | null> => messageOf[effect.subject](deps, record, effect.id);
  const first = await read();
  if (first === null || (first.target.ts !== null && others(record, effect, first.message).newer))
    return { done: { shown: false } };
  if (first.target.ts === null && first.message.kind === 'case') {
    const place = await placeOf(deps, record, first.message.case);
    if (place !== 'card') return { done: { shown: false, ...(place === 'fold' ? { folded: true } : {}) } };
  }
  if (first.target.ts === null && others(record, effect, first.message).older) return { again: POST_WAIT_MS };
  for (let shown = first, moved = false; ; ) {
    const told = await showOrMove(deps, record, shown);
    moved ||= told.moved;
    await deps.store.noteMessage(record.shop, shown.subject, shown.id, told.at);
    const isNewest = (await versionNow(deps, record.shop, effect)) === versionOf(shown.message);
    const next = isNewest ? null : await read();
    if (next === null || others(record, effect, next.message).newer)
      return { done: { shown: true, ...told.at, ...(moved ? { moved } : {}) } };
    shown = next;
  }
};

/** Of the one record that the message is about: whether there is more to read. */
const versionNow = async ({ store }: RunnerDeps, shop: string, { subject, id }: EffectOf<'slack.show'>) => {
  const found = await store.transaction(
    shop,
    (tx): Promise<Readonly<{ version: number }> | null> =>
      ({ proposal: tx.proposal, case: tx.case, approval: tx.intent, parcel: tx.parcel })[subject](id),
  );
  return found?.version ?? null;
};

const versionOf = (message: StaffMessage): number | null => {
  switch (message.kind) {
    case 'proposal':
      return message.proposal.version;
    case 'case':
      return message.case.case.version;
    case 'approval':
      return message.view.intent.version;
    case 'parcel':
      return message.view.parcel.version;
    default:
      return null;
  }
};

/** Its channel may have been archived or left, or be one of a workspace that was connected before: it goes on in the shop's. */
const showOrMove = async (deps: RunnerDeps, record: EffectRecord, { subject, id, target, message, anew }: Shown) => {
  const show = (where: Target) =>
    deps.channel.show(record.shop, { ...where, key: `${subject}:${id}`, retry: record.unsure === true }, message);
  try {
    return { at: await show(target), moved: false };
  } catch (error) {
    if (!isGone(error) || anew === null || anew === target.channel) throw error;
    return { at: await show({ channel: anew, threadTs: null, ts: null }), moved: true };
  }
};

export const isGone = (error: unknown): boolean => error instanceof CallFailed && error.placeGone;

/**
 * Other showings of the same message. `newer`: one is waiting, and will say all that this one would, so that bursts
 * become one update; one that waits for a later time is not soon enough. `older`: one is at it.
 */
const others = (
  record: EffectRecord,
  effect: EffectOf<'slack.show'>,
  message: StaffMessage,
): Readonly<{ newer: boolean; older: boolean }> => {
  const shows = (message.kind === 'case' || message.kind === 'approval' ? message.case.effects : []).filter(
    ({ id, kind, payload }) => {
      const other = payload as Partial<EffectOf<'slack.show'>>;
      return id !== record.id && kind === 'slack.show' && other.subject === effect.subject && other.id === effect.id;
    },
  );
  return {
    newer: shows.some(
      ({ state, createdAt, key }) => state === 'queued' && createdAt > record.createdAt && !key.endsWith(':over'),
    ),
    older: shows.some(({ state, createdAt }) => state === 'running' && createdAt < record.createdAt),
  };
};

const proposalMessage = async (deps: RunnerDeps, record: EffectRecord, id: string): Promise<Shown | null> => {
  const proposal = await deps.read.proposal(record.shop, id);
  if (proposal === null) return null;
  const at = await deps.store.messageOf(record.shop, 'proposal', id);
  const order = proposal.orderId === null ? null : await deps.read.order(record.shop, proposal.orderId);
  const detail = proposal.caseId === null ? null : await deps.read.caseDetail(record.shop, proposal.caseId);
  return {
    subject: 'proposal',
    id,
    target: { channel: at?.channel ?? proposal.thread.channel, threadTs: proposal.thread.ts, ts: at?.ts ?? null },
    message: {
      kind: 'proposal',
      proposal,
      order,
      case: detail,
      samePhotos: await sameAs(deps, record.shop, proposal.draft.photos, proposal.caseId),
    },
    // It answers somebody who wrote there.
    anew: null,
  };
};

const caseMessage = async (deps: RunnerDeps, record: EffectRecord, id: string): Promise<Shown | null> => {
  const detail = await deps.read.caseDetail(record.shop, id);
  if (detail === null) return null;
  const { thread } = detail.case;
  const at = await deps.store.messageOf(record.shop, 'case', id);
  // What opened by itself starts a thread of its own in the shop's channel.
  const channel = at?.channel ?? thread?.channel ?? detail.shop.slackChannel;
  if (channel === null) return null;
  return {
    subject: 'case',
    id,
    target: { channel, threadTs: thread?.ts ?? null, ts: at?.ts ?? null },
    message: {
      kind: 'case',
      case: detail,
      samePhotos: await sameAs(deps, record.shop, (detail.case.data as { photos?: unknown }).photos, id),
    },
    anew: detail.shop.slackChannel,
  };
};

/** Approvals go to the approvers' channel; into the case's own thread where that is the same channel. */
const approvalMessage = async (deps: RunnerDeps, record: EffectRecord, id: string): Promise<Shown | null> => {
  const view = await deps.read.intent(record.shop, id);
  if (view === null) return null;
  const detail = await deps.read.caseDetail(record.shop, view.case.id);
  if (detail === null) return null;
  const at = await deps.store.messageOf(record.shop, 'approval', id);
  const thread = view.case.thread;
  const channel = detail.shop.approvalsChannel ?? detail.shop.slackChannel ?? thread?.channel ?? null;
  if (channel === null) return null;
  return {
    subject: 'approval',
    id,
    target: {
      channel: at?.channel ?? channel,
      threadTs: thread?.channel === channel ? thread.ts : null,
      ts: at?.ts ?? null,
    },
    message: { kind: 'approval', view, case: detail, stopUntil: await stopUntil(deps, detail, view) },
    anew: detail.shop.approvalsChannel ?? detail.shop.slackChannel,
  };
};

/** A parcel in quarantine is a thread of its own, where it was recorded; else in the shop's channel. */
const parcelMessage = async (deps: RunnerDeps, record: EffectRecord, id: string): Promise<Shown | null> => {
  const view = await deps.parcels.parcel(record.shop, id);
  const shop = await deps.read.shop(record.shop);
  if (view === null || shop === null) return null;
  const at = await deps.store.messageOf(record.shop, 'parcel', id);
  const channel = at?.channel ?? view.parcel.channel ?? shop.slackChannel;
  if (channel === null) return null;
  return {
    subject: 'parcel',
    id,
    target: { channel, threadTs: null, ts: at?.ts ?? null },
    message: { kind: 'parcel', view, now: deps.clock.now(), timeZone: shop.timeZone },
    anew: shop.slackChannel,
  };
};

/** Its card is posted by an effect of its own, which may still be on its way. */
const CARD_WAIT_MS = 1500;
const CARD_WAITS = 40;
const FOLDED_WAITS = 3;
/** So often a card that moves to another channel is waited for. */
const MOVE_WAITS = 10;

const ownCard = async (deps: RunnerDeps, record: EffectRecord, caseId: string) => {
  const shown = await caseMessage(deps, record, caseId);
  if (shown === null) return null;
  const at = await deps.channel.show(
    record.shop,
    { ...shown.target, key: `case:${caseId}`, retry: true },
    shown.message,
  );
  await deps.store.noteMessage(record.shop, 'case', caseId, at);
  return { channel: at.channel, threadTs: at.ts };
};

/** The thread that a case's own card started; null where the shop has no channel to post in. */
const cardOf = async (
  deps: RunnerDeps,
  record: EffectRecord,
  caseId: string | null,
): Promise<Readonly<{ channel: string; threadTs: string }> | Readonly<{ again: number }> | null> => {
  const detail = caseId === null ? null : await deps.read.caseDetail(record.shop, caseId);
  if (detail === null) return null;
  const at = await deps.store.messageOf(record.shop, 'case', detail.case.id);
  if (at !== null) return { channel: at.channel, threadTs: at.ts };
  // Its card may have been folded into a list just before there was something to say.
  if (record.attempts > FOLDED_WAITS && (await deps.folded.of(record.shop, detail.case.id)) !== null)
    return ownCard(deps, record, detail.case.id);
  return detail.shop.slackChannel === null || record.attempts > CARD_WAITS ? null : { again: CARD_WAIT_MS };
};

/** Where a case goes on whose channel is gone: its card moves by an effect of its own. Null: nowhere. */
export const movedTo = async (
  deps: RunnerDeps,
  record: EffectRecord,
  gone: string,
): Promise<Readonly<{ channel: string; threadTs: string }> | 'soon' | null> => {
  const detail = record.caseId === null ? null : await deps.read.caseDetail(record.shop, record.caseId);
  const thread = detail?.case.thread ?? null;
  if (thread !== null && thread.channel !== gone) return { channel: thread.channel, threadTs: thread.ts };
  const channel = detail?.shop.slackChannel ?? null;
  return channel === null || channel === gone || record.attempts > MOVE_WAITS ? null : 'soon';
};

/** P3: where the very same photos serve in other cases. */
const sameAs = (deps: RunnerDeps, shop: string, photos: unknown, caseId: string | null) =>
  deps.samePhotos.samePhotos(
    shop,
    (Array.isArray(photos) ? photos : []).flatMap((photo: { sha256?: string }) => photo.sha256 ?? []),
    caseId,
  );

/** When the seconds are over that the settings leave for taking an approval back; null where there are none left. */
const stopUntil = async (deps: RunnerDeps, detail: CaseDetail, { intent }: IntentView): Promise<string | null> => {
  if (intent.state !== 'approved' || intent.approvalsNeeded === 0) return null;
  const settings = await createSettingsOf(deps.store)(detail);
  const until = Date.parse(intent.updatedAt) + settings['approval.undoSeconds'] * 1000;
  return until > Date.parse(deps.clock.now()) ? new Date(until).toISOString() : null;
};

/** Where a reply goes that names no channel: the thread of its parcel, else of its case. */
const threadOf = async (
  deps: RunnerDeps,
  record: EffectRecord,
  { caseId, parcelId }: EffectOf<'slack.say'>,
): ReturnType<typeof cardOf> => {
  if (parcelId === undefined) return cardOf(deps, record, caseId);
  const at = await deps.store.messageOf(record.shop, 'parcel', parcelId);
  return at === null ? null : { channel: at.channel, threadTs: at.ts };
};

/** A short reply in a thread. Said once: a post whose answer was lost is found by its key. */
export const sayInSlack: Runner<'slack.say'> = async (deps, effect, record) => {
  const order = effect.orderId === null ? null : await deps.read.order(record.shop, effect.orderId);
  const decision = (effect.decision as Decision | undefined) ?? null;
  const thread = effect.channel === '' ? await threadOf(deps, record, effect) : effect;
  if (thread === null) return { done: { shown: false } };
  if ('again' in thread) return thread;
  const say = (where: Readonly<{ channel: string; threadTs: string }>) =>
    deps.channel.show(
      record.shop,
      { channel: where.channel, threadTs: where.threadTs, ts: null, key: record.key, retry: record.unsure === true },
      {
        kind: 'say',
        text: effect.text,
        order,
        decision,
        ...(effect.mention === undefined ? {} : { mention: effect.mention }),
      },
    );
  const at = await say(thread).catch(async (error: unknown) => {
    if (!isGone(error)) throw error;
    const moved = await movedTo(deps, record, thread.channel);
    if (moved === null) throw error;
    return moved === 'soon' ? moved : say(moved);
  });
  if (at === 'soon') return { again: CARD_WAIT_MS };
  await deps.store.noteTranscript(record.shop, {
    caseId: effect.caseId,
    channel: at.channel,
    threadTs: thread.threadTs === '' ? at.ts : thread.threadTs,
    ts: at.ts,
    by: 'makegood',
    text: effect.text,
    at: deps.clock.now(),
  });
  return { done: { ...at, threadTs: thread.threadTs } };
};
