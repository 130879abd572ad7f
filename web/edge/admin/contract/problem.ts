import { z } from 'zod';

/**
 * An error as RFC 9457 describes it (`application/problem+json`). `code` is for programs and never changes; `detail`
 * is for people and says what to do.
 */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Policy clauses a refusal rests on. */
  clauses: z.array(z.string()).optional(),
  /** What is wrong with the input, and where. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
