import {
  budgetStarts,
  type LanguageModels,
  type ModelCall,
  type ModelSettings,
} from '../../policy/app/language-model.ts';
import type { Clock } from '../../policy/app/ports.ts';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { Log } from '../deps.ts';
import type { InterpretContext, Meaning } from '../interpret/index.ts';
import { commandsSoftware } from '../interpret/speech/software.ts';
import { normalise } from '../interpret/spelling.ts';
import { askModel } from './ask.ts';
import { checkAsked } from './check.ts';
import { PrivateAddress } from './public-fetch.ts';

/** Somebody waits for the answer: after this the grammar's own counts. */
const TIMEOUT_MS = 2_500;
/** Longer texts are letters. */
const LONGEST = 2_000;

type Deps = Readonly<{
  models: LanguageModels;
  read: Pick<ReadModel, 'shop'>;
  clock: Clock;
  log: Log;
  ask?: typeof askModel;
  /** How the model is reached. Left out: over TLS and in no private network. */
  via?: typeof fetch;
  timeoutMs?: number;
}>;

/** Which budget is spent, in words; null where none is. Asked together, so that it costs one wait. */
const spentBudget = async (
  { models, read }: Pick<Deps, 'models' | 'read'>,
  shop: string,
  { tokensAMonth, tokensADay }: ModelSettings,
  now: string,
): Promise<string | null> => {
  const starts = budgetStarts(now, (await read.shop(shop))?.timeZone ?? 'UTC');
  const [month, day] = await Promise.all([
    models.spentSince(shop, starts.month),
    tokensADay === null ? null : models.spentSince(shop, starts.day),
  ]);
  if (month >= tokensAMonth) return 'the tokens of this month are spent';
  return tokensADay !== null && day !== null && day >= tokensADay ? 'the tokens of today are spent' : null;
};

/**
 * Reads what the grammar does not, where the merchant set a model. It proposes and nothing more; where it fails, is slow,
 * is over budget or says what can't be, the answer is null and the grammar's counts.
 */
export const createUnderstand =
  ({ models, read, clock, log, ask = askModel, via, timeoutMs = TIMEOUT_MS }: Deps) =>
  async (
    shop: string,
    by: string,
    text: string,
    context: InterpretContext,
    signal?: AbortSignal,
  ): Promise<Meaning | null> => {
    if (text.length > LONGEST || text.trim().length < 6 || commandsSoftware(normalise(text))) return null;
    const settings = await models.settings(shop);
    if (settings?.enabled !== true) return null;
    const now = clock.now();
    const note = async (call: Pick<ModelCall, 'outcome' | 'meaning' | 'why' | 'tokens' | 'ms'>): Promise<void> =>
      models.note(shop, { at: now, by, text, ...call });
    const spent = await spentBudget({ models, read }, shop, settings, now);
    if (spent !== null) {
      await note({ outcome: 'over-budget', meaning: null, why: spent, tokens: 0, ms: 0 });
      return null;
    }
    const began = performance.now();
    const took = (): number => Math.round(performance.now() - began);
    try {
      const timeout = AbortSignal.timeout(timeoutMs);
      const asked = await ask(
        settings,
        text,
        context,
        signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
        via,
      );
      const checked = checkAsked(asked, text, context);
      await note(
        checked.ok
          ? { outcome: 'proposed', meaning: checked.meaning, why: null, tokens: asked.tokens, ms: took() }
          : {
              outcome: asked.calls.length === 0 ? 'nothing' : 'refused',
              meaning: null,
              why: checked.why,
              tokens: asked.tokens,
              ms: took(),
            },
      );
      return checked.ok ? checked.meaning : null;
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      log.warn({ shop, reason: name }, 'the language model did not answer: the grammar does');
      const stopped = signal?.aborted === true;
      const why = stopped
        ? 'stopped by who asked'
        : /Abort|Timeout/.test(name)
          ? `no answer within ${timeoutMs} ms`
          : isAboutAddress(error)
            ? 'its address leads into a private network'
            : `the call failed (${name})`;
      await note({ outcome: 'failed', meaning: null, why, tokens: 0, ms: took() });
      return null;
    }
  };

/** The library wraps what the connection said. */
const isAboutAddress = (error: unknown): boolean =>
  error instanceof PrivateAddress || (error instanceof Error && isAboutAddress(error.cause));

export type Understand = ReturnType<typeof createUnderstand>;
