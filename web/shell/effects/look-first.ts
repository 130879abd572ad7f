import { z } from 'zod';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { RunResult } from './runner.ts';

/**
 * For calls without an idempotency key whose answer was lost. What a call did may show only a little later, so the
 * other side is looked at several times before it is asked again.
 */
const LOOKS_BEFORE_RETRY = 3;
const BETWEEN_LOOKS_MS = 2_000;
/** A call that is made again and refused: the first may still be at work on it. So often it is looked at once more. */
const REFUSALS_BEFORE_PERSON = 3;
const AFTER_REFUSAL_MS = 5_000;

/** Kept with the effect between its runs. `at`: the attempt that looked last. */
const Looking = z.object({ looks: z.number().int(), at: z.number().int(), refusals: z.number().int() });

const lookingOf = (record: EffectRecord): z.infer<typeof Looking> => {
  const kept = Looking.safeParse(record.result);
  return kept.success ? kept.data : { looks: 0, at: 0, refusals: 0 };
};

/** This run looked and found nothing. @returns when to look again; null once it may be called again */
export const lookAgain = (record: EffectRecord): RunResult | null => {
  const before = lookingOf(record);
  // Until the looks are complete nothing was called, whatever runs died between. After that a run that is not the very
  // next one may have called: it looks anew.
  const isSameSeries = before.looks < LOOKS_BEFORE_RETRY || before.at === record.attempts - 1;
  const looks = isSameSeries ? before.looks + 1 : 1;
  if (looks > LOOKS_BEFORE_RETRY) return null;
  return { again: BETWEEN_LOOKS_MS, progress: { ...before, looks, at: record.attempts } };
};

/** What was called again was refused. @returns when to look again; null once the refusal has to be believed */
export const afterRefusal = (record: EffectRecord): RunResult | null => {
  const refusals = lookingOf(record).refusals + 1;
  if (refusals >= REFUSALS_BEFORE_PERSON) return null;
  return { again: AFTER_REFUSAL_MS, progress: { looks: 0, at: 0, refusals } };
};
