import { z } from 'zod';

/** A shop's language model: any endpoint that speaks as OpenAI's chat completions do. Optional; without it nothing loads. */
export const ModelSettings = z.object({
  /** `https://api.example.com/v1` */
  baseUrl: z.url().max(300),
  model: z.string().trim().min(1).max(100),
  apiKey: z.string().trim().min(1).max(300),
  enabled: z.boolean(),
  /** Tokens, in and out, that may be spent in 24 hours; 0: none. */
  tokensADay: z.number().int().min(0).max(100_000_000),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

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
