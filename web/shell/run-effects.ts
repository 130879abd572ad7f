import { Effect, type EffectKind } from '../../policy/app/effects.ts';
import { CallFailed } from '../../policy/app/ports.ts';
import type { EffectRecord } from '../../policy/app/records.ts';
import { RUNNERS } from './effects/index.ts';
import type { Runner, RunnerDeps } from './effects/runner.ts';
import type { Log } from './log.ts';

/** Waits between tries of what is certainly not done: 1 s, 2 s, 4 s … up to 10 min, each with jitter so that a crowd spreads out. */
export const backoffMs = (failures: number, random: () => number = Math.random): number =>
  Math.round(Math.min(600_000, 1000 * 2 ** (failures - 1)) * (0.5 + random() / 2));

/** Failures in a row: around a day of trying; then a person is asked. */
const MAX_FAILURES = 150;
/** A defect in our own code does not go away by trying: a person sees it soon. */
const MAX_DEFECTS = 5;

/**
 * Performs one effect. Whatever comes of it re-enters as `effect.settled`; nothing is decided here.
 * An effect that a dead process left `running`, or whose answer was lost, comes here again: runners of effects that
 * can't be repeated look first (`record.unsure`).
 */
export const createRunEffect = (deps: RunnerDeps, log: Log): ((effectId: string) => Promise<void>) => {
  // One effect taken twice in this process: the first one's run says how it goes on. Other processes see it in the row.
  const running = new Set<string>();
  return async (effectId) => {
    if (running.has(effectId)) return;
    running.add(effectId);
    try {
      await runOnce(deps, effectId, log);
    } finally {
      running.delete(effectId);
    }
  };
};

const runOnce = async (deps: RunnerDeps, effectId: string, log: Log): Promise<void> => {
  const record = await deps.store.beginEffect(effectId);
  if (record === null) return;
  try {
    const effect = Effect.parse(record.payload);
    const run = RUNNERS[effect.kind] as Runner<EffectKind>;
    const result = await run(deps, effect, record);
    if ('again' in result) await deps.store.postponeEffect(effectId, result.again, null, result.progress);
    else await settle(deps, record, 'done', result.done, null);
  } catch (error) {
    await fail(deps, record, error, log);
  }
};

const fail = async (deps: RunnerDeps, record: EffectRecord, error: unknown, log: Log): Promise<void> => {
  const failures = (record.failures ?? 0) + 1;
  if (!(error instanceof CallFailed)) {
    log.error({ effect: record.key, kind: record.kind, err: error }, 'effect failed in our own code');
    const message = error instanceof Error ? error.message : String(error);
    if (failures >= MAX_DEFECTS) await deps.store.parkEffect(record.id, message);
    // It may have come after the call: whatever it was, the next run looks first.
    else await deps.store.postponeEffect(record.id, backoffMs(failures), message, undefined, { unsure: true });
    return;
  }
  log.warn(
    { effect: record.key, kind: record.kind, outcome: error.outcome, reason: error.message, attempts: record.attempts },
    'effect not done',
  );
  if (error.outcome === 'refused') return settle(deps, record, 'refused', null, error.message);
  if (failures >= MAX_FAILURES) return deps.store.parkEffect(record.id, error.message);
  const wait = error.retryAfterMs ?? backoffMs(failures);
  // Unknown: the case says so at once, and the effect comes back to look before anything is tried again.
  if (error.outcome === 'unknown') await settle(deps, record, 'unknown', null, error.message);
  await deps.store.postponeEffect(record.id, wait, error.message, undefined, { told: error.retryAfterMs !== null });
};

const settle = async (
  deps: RunnerDeps,
  record: EffectRecord,
  outcome: 'done' | 'refused' | 'unknown',
  result: unknown,
  error: string | null,
): Promise<void> => {
  const ended = await deps.handle(
    { id: `settled:${record.id}:${record.attempts}`, shop: record.shop, actor: { kind: 'system' } },
    { kind: 'effect.settled', effectId: record.id, outcome, result, error },
  );
  // What happened can't be fitted into the case as it stands: nothing is lost, a person sees both.
  if (ended.status === 'refused')
    await deps.store.parkEffect(record.id, `${outcome}, but the case does not take it: ${ended.because}`);
};
