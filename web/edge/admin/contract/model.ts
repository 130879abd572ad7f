import { z } from 'zod';
import { ModelSettings } from '../../../../policy/app/language-model.ts';

const { baseUrl, model, enabled, tokensAMonth, tokensADay, apiKey } = ModelSettings.shape;

/** The key goes in and never comes out; left out, what was set before stays, while the address is the same. */
export const ModelInput = z
  .object({ baseUrl, model, enabled, tokensAMonth, tokensADay, apiKey: apiKey.optional() })
  .refine(
    (given) => /^https:\/\//.test(given.baseUrl) || /^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(given.baseUrl),
    { path: ['baseUrl'], message: 'an address that begins with https://' },
  );
export type ModelInput = z.infer<typeof ModelInput>;

/** One question to the model, and what became of it. */
const Call = z.object({
  at: z.string(),
  byName: z.string(),
  text: z.string(),
  outcome: z.enum(['proposed', 'nothing', 'refused', 'failed', 'over-budget']),
  /** What it took the text to mean, e.g. `order.cancel`; null where it said nothing that counts. */
  intent: z.string().nullable(),
  why: z.string().nullable(),
  tokens: z.number().int(),
  ms: z.number().int(),
});

/** The optional language model of a shop; owners alone. */
export const LanguageModel = z.object({
  settings: z.object({ baseUrl, model, enabled, tokensAMonth, tokensADay, hasKey: z.literal(true) }).nullable(),
  /** Tokens since the shop's month and its day began. */
  spent: z.object({ month: z.number().int(), day: z.number().int() }),
  /** Newest first. */
  calls: z.array(Call).readonly(),
});
export type LanguageModel = z.infer<typeof LanguageModel>;

export const ModelSaved = z.object({ saved: z.literal(true) });
