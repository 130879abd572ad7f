import type { Command, Outcome } from '../../../policy/app/commands.ts';
import { DEMO } from '../../sandbox/sandbox.ts';
import { attribute, refundByHand } from './hand-refunds.ts';
import { persist } from './persist.ts';
import { type Planned, RETURNS, SHIPPED } from './plan.ts';
import { askInShopify, bringBack, declineInShopify } from './shopify-stories.ts';
import type { StormStage } from './stage.ts';
import type { Seen } from './watch.ts';

/** What a story leaves behind for the reckoning. */
export type Told = {
  planned: Planned;
  orderId: string;
  /** The order in webhook form before anybody asked for anything: what the policy is asked about at the end. */
  before: unknown;
  /** Results of the tests, one a unit of `planned.units`, in order. */
  verdicts: ('accepted' | 'artificial_damage')[];
  /** Asked and answered no, in the policy's own words. */
  refusedBecause: string | null;
  /** What the carrier takes for bringing it back, in minor units; null: nobody said. */
  carriage: number | null;
  /** What somebody refunded in Shopify by hand, in minor units, and what a person said it was for. */
  byHand: { amount: number; before: 'money' | 'whenever'; for: 'line' | 'goodwill' | 'units' | null } | null;
  troubles: string[];
};

export const STAFF = { agent: '101', second: '102', lead: '201', lead2: '202' } as const;
/** A slow machine is no failure; a step that never comes is found in the reckoning. */
export const PATIENCE_MS = 600_000;

export const orderOf = async (stage: StormStage, planned: Planned): Promise<Told> => {
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', planned.order);
  const orderId = String(id);
  if (SHIPPED.has(planned.story)) await stage.call('POST', `/shopify/orders/${orderId}/fulfill`, {});
  const before = await stage.call('GET', `/shopify/orders/${orderId}`);
  return {
    planned,
    orderId,
    before,
    verdicts: [],
    refusedBecause: null,
    carriage: null,
    byHand: null,
    troubles: [],
  };
};

export const noteTrouble =
  (told: Told) =>
  (error: unknown): void => {
    if (told.troubles.length < 20) told.troubles.push(error instanceof Error ? error.message : String(error));
  };

/** The story by command: what an edge would send once it had understood somebody. Every press is doubled. */
export const tellByCommand = async (stage: StormStage, told: Told): Promise<void> => {
  const { planned, orderId } = told;
  const { watch } = stage;
  await watch.until(() => watch.isKnown(orderId), PATIENCE_MS);
  const opened = await OPENERS[planned.story](stage, told);
  if (opened === null) return;
  if (planned.story === 'backorder') await wantMoney(stage, told, opened.id);
  if (planned.story === 'refused') await bringBack(stage, told, opened.id);
  if (RETURNS.has(planned.story)) await receiveAndTest(stage, told);
  if (planned.story !== 'hand-cancel' && planned.story !== 'hand-return') return approveAndWait(stage, told);
  // Half of them before anybody agrees to Makegood's own refund, the others at any moment of it.
  const first = planned.dice.chance(0.5);
  const byHand = refundByHand(stage, told, first ? 'money' : 'whenever');
  if (first) await byHand;
  await Promise.all([byHand.then(() => attribute(stage, told)), approveAndWait(stage, told)]);
  await approveAndWait(stage, told);
};

const askToCancel = (stage: StormStage, told: Told): Promise<Seen | null> =>
  ask(stage, told, 'cancel', {
    kind: 'cancellation.request',
    orderId: told.orderId,
    ...(told.planned.story === 'cancel-part' ? { lines: chosenLines(told) } : {}),
  });

const openReturn = (stage: StormStage, told: Told): Promise<Seen | null> =>
  ask(stage, told, 'return', {
    kind: 'return.open',
    orderId: told.orderId,
    reason: told.planned.reason,
    lines: chosenLines(told),
    remedy: told.planned.story === 'exchange' ? 'exchange' : 'refund',
    photos: [
      { id: `photo-${told.planned.index}`, name: 'a.png', mimetype: 'image/png', bytes: 70, sha256: '0'.repeat(64) },
    ],
    troubleshootingDone: true,
  });

/** P6: the shelf is empty, say two colleagues at once; one of them opens the case. */
const reportShortage = (stage: StormStage, told: Told): Promise<Seen | null> =>
  ask(stage, told, 'short', {
    kind: 'backorder.report',
    orderId: told.orderId,
    lines: chosenLines(told),
    because: 'the shelf is empty',
  });

/** P9: the customer was called and does not want to wait. Pressed twice, and again until the case has heard it. */
const wantMoney = async (stage: StormStage, told: Told, caseId: string): Promise<void> => {
  const { watch } = stage;
  await persist(
    () =>
      Promise.all(
        ['a', 'b'].map(() =>
          act(stage, told, 'answer', { kind: 'backorder.answer', caseId, answer: 'refund', note: 'said so by phone' }),
        ),
      ),
    () => watch.until(() => watch.casesOf(told.orderId)[0]?.intents.length, 1_000),
    { patienceMs: PATIENCE_MS, everyMs: 3000 },
    noteTrouble(told),
  );
};

/** P13: the carrier could not hand it over: Makegood suspects a refusal by itself, when it hears of it. */
const carrierFails = async (stage: StormStage, told: Told): Promise<Seen | null> => {
  const { fulfillments } = told.before as { fulfillments: { id: number }[] };
  const status = told.planned.dice.pick(['failure', 'attempted_delivery']);
  for (const { id } of fulfillments) await stage.call('POST', `/shopify/fulfillments/${id}/events`, { status });
  return stage.watch.until(() => stage.watch.casesOf(told.orderId)[0], PATIENCE_MS);
};

const OPENERS = {
  cancel: askToCancel,
  'cancel-part': askToCancel,
  'too-late': askToCancel,
  return: openReturn,
  backorder: reportShortage,
  exchange: openReturn,
  'hand-return': openReturn,
  'hand-cancel': askToCancel,
  refused: carrierFails,
  asked: askInShopify,
  'asked-declined': declineInShopify,
} as const;

/**
 * Two presses at once. A cancellation is asked for by two people (one is told that it is under way); a return twice by
 * one, as a redelivery would (two people may well return two different units). Only the policy's own no ends it.
 */
const ask = async (stage: StormStage, told: Told, what: string, command: Command): Promise<Seen | null> => {
  const refusals: string[] = [];
  const press = async (finger: string): Promise<void> => {
    const outcome = await act(stage, told, `${what}:${finger}`, command);
    if (outcome.status === 'refused' && outcome.code === 'policy') refusals.push(outcome.because);
  };
  const opened = await persist(
    async () => {
      await Promise.all([press('a'), press(RETURNS.has(told.planned.story) ? 'a' : 'b')]);
    },
    async () =>
      (await stage.watch.until(() => stage.watch.casesOf(told.orderId)[0], 1_000)) ??
      (told.planned.story === 'too-late' && refusals.length > 0 ? 'refused' : null),
    { patienceMs: PATIENCE_MS, everyMs: 3000 },
    noteTrouble(told),
  );
  if (opened !== 'refused') return opened;
  told.refusedBecause = refusals[0] ?? null;
  return null;
};

/** The parcel comes, and every unit is tested; here and there one was broken by the customer, and a second person looks. */
export const receiveAndTest = async (stage: StormStage, told: Told): Promise<void> => {
  const { watch } = stage;
  const seen = (): Seen | undefined => watch.casesOf(told.orderId)[0];
  const isOpened = await watch.until(() => seen()?.opened, PATIENCE_MS);
  if (isOpened === null) return;
  const caseId = (seen() as Seen).id;
  if (told.planned.story !== 'refused' && told.planned.dice.chance(0.5))
    await act(stage, told, 'track', { kind: 'return.track', caseId, number: `1Z999AA1${told.planned.index}` });
  if (told.planned.story !== 'refused')
    await act(stage, told, 'receive', { kind: 'parcel.receive', caseId, rmaMarked: true });
  const broken = told.planned.story !== 'hand-return' && told.planned.dice.chance(0.3);
  const { rows } = await stage.pool.query<{ id: string; line: string }>(
    'SELECT id, line_item_id AS line FROM units WHERE case_id = $1 ORDER BY line_item_id, index',
    [caseId],
  );
  told.verdicts = rows.map((_, index) => (broken && index === 0 ? 'artificial_damage' : 'accepted'));
  const bad = broken ? [rows[0]?.id as string] : [];
  const good = rows.map((row) => row.id).filter((id) => !bad.includes(id));
  if (good.length > 0)
    await act(stage, told, 'accept', { kind: 'unit.inspect', caseId, unitIds: good, result: 'accepted', photos: [] });
  if (bad.length === 0) return;
  const photos = [{ id: 'broken', name: 'b.png', mimetype: 'image/png', bytes: 70, sha256: '1'.repeat(64) }];
  await act(stage, told, 'reject', {
    kind: 'unit.inspect',
    caseId,
    unitIds: bad,
    result: 'artificial_damage',
    note: 'cracked by a fall',
    photos,
  });
  await act(stage, told, 'agree', { kind: 'unit.confirm', caseId, agree: true }, STAFF.second);
};

/** Both leads press Approve, on both of their screens, until one press has gone through; then the money is waited for. */
export const approveAndWait = async (stage: StormStage, told: Told): Promise<void> => {
  const { watch } = stage;
  const seen = (): Seen | undefined => watch.casesOf(told.orderId)[0];
  const isQuiet = (): boolean => seen()?.closed === true || seen()?.state === 'needs_agent';
  const waiting = () => seen()?.intents.find((intent) => intent.state === 'awaiting_approval');
  const end = Date.now() + PATIENCE_MS;
  let press = 0;
  const pressBoth = async (intentId: string): Promise<void> => {
    const refused = await Promise.all(
      [STAFF.lead, STAFF.lead2].map((staff) => approve(stage, intentId, staff, `${staff}-${intentId}-${press}`)),
    );
    for (const why of refused) if (why !== null) noteTrouble(told)(new Error(why));
    // Who was told why not looks again and presses anew; who heard nothing makes the same press.
    if (refused.some((why) => why !== null)) press += 1;
  };
  while (Date.now() < end) {
    await watch.until(() => isQuiet() || waiting(), end - Date.now());
    const intent = waiting();
    if (isQuiet() || intent === undefined) return;
    await persist(
      () => pressBoth(intent.id),
      () => watch.until(() => isQuiet() || waiting()?.id !== intent.id, 500),
      { patienceMs: end - Date.now(), everyMs: 1500 },
      noteTrouble(told),
    );
  }
};

/**
 * The admin page's own request; under the same key, after a restart too, it is the same press.
 * @returns why it was refused; null where it was not
 */
const approve = async (stage: StormStage, intentId: string, staff: string, key: string): Promise<string | null> => {
  const response = await fetch(`${stage.makegoodUrl}/api/intents/${intentId}/approve`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${stage.sandbox.shopify.sessionToken(DEMO.shop, staff)}`,
      'idempotency-key': key,
    },
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (response.status >= 500) throw new Error(`approve answered ${response.status}: ${text.slice(0, 200)}`);
  return response.ok ? null : `approve answered ${response.status}: ${text.slice(0, 200)}`;
};

export const act = async (
  stage: StormStage,
  told: Told,
  step: string,
  command: Command,
  staffId: string = STAFF.agent,
): Promise<Outcome> => {
  const outcome = await stage.handle(
    { id: `storm:${told.planned.index}:${step}`, shop: DEMO.shop, actor: { kind: 'staff', staffId } },
    command,
  );
  if (outcome.status === 'refused' && outcome.code !== 'ended')
    noteTrouble(told)(new Error(`${step}: ${outcome.code}: ${outcome.because}`));
  return outcome;
};

/** The units the story is about, by the ids that Shopify gave the lines. */
export const chosenLines = (told: Told): { lineItemId: string; quantity: number }[] => {
  const lines = (told.before as { line_items: { id: number }[] }).line_items;
  return told.planned.units.flatMap((quantity, index) =>
    quantity === 0 ? [] : [{ lineItemId: String(lines[index]?.id), quantity }],
  );
};
