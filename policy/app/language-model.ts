import { z } from 'zod';
import { localDate, startOfDay } from '../days/local-day.ts';

/** More tokens than anybody pays for in a day; a month has 31 of them. */
const MOST_A_DAY = 100_000_000;

/** A shop's language model: any endpoint that speaks as OpenAI's chat completions do. Optional; without it nothing loads. */
export const ModelSettings = z.object({
  /** `https://api.example.com/v1` */
  baseUrl: z.url().max(300),
  model: z.string().trim().min(1).max(100),
  apiKey: z.string().trim().min(1).max(300),
  enabled: z.boolean(),
  /** Tokens, in and out, that may be spent in a calendar month of the shop's time zone; 0: none. */
  tokensAMonth: z
    .number()
    .int()
    .min(0)
    .max(31 * MOST_A_DAY),
  /** Of them in one day of that zone, so that one bad day does not spend a month; null: no limit of its own. */
  tokensADay: z.number().int().min(0).max(MOST_A_DAY).nullable(),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

/** When the shop's month and its day began, ISO 8601 UTC: from then on tokens count towards the budgets. */
export const budgetStarts = (now: string, timeZone: string): Readonly<{ month: string; day: string }> => {
  const today = localDate(Date.parse(now), timeZone);
  return { month: startOfDay(`${today.slice(0, 8)}01`, timeZone), day: startOfDay(today, timeZone) };
};

/** One question to the model. `outcome`: `proposed`, or why it counted for nothing. */
export type ModelCall = Readonly<{
  at: string;
  /** Person who wrote it. */
  by: string;
  text: string;
  outcome: 'proposed' | 'nothing' | 'refused' | 'failed' | 'over-budget';
  /** What it proposed, as the interpreter's union has it. */
  meaning: unknown;
  /** Why it was not taken, lower case. */
  why: string | null;
  tokens: number;
  ms: number;
}>;

export type LanguageModels = Readonly<{
  settings(shop: string): Promise<ModelSettings | null>;
  /** null: the shop has none any more, and its key is deleted. */
  save(shop: string, settings: ModelSettings | null): Promise<void>;
  spentSince(shop: string, since: string): Promise<number>;
  note(shop: string, call: ModelCall): Promise<void>;
  /** Newest first. */
  calls(shop: string, limit: number): Promise<readonly ModelCall[]>;
}>;
