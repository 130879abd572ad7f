import { z } from 'zod';

/** `minor`: whole minor units of `currency` (USD 12.30 → 1230). The page formats it; nothing computes with it there. */
export const Amount = z.object({ minor: z.number().int(), currency: z.string() });
export type Amount = z.infer<typeof Amount>;

const Deduction = z.object({ clause: z.string().nullable(), label: z.string(), amount: z.number().int() });

/** `total` = items + tax + shipping + duties + tips − deductions. */
export const Breakdown = z.object({
  currency: z.string(),
  items: z.number().int(),
  tax: z.number().int(),
  shipping: z.number().int(),
  duties: z.number().int(),
  tips: z.number().int(),
  deductions: z.array(Deduction).readonly(),
  total: z.number().int(),
});
export type Breakdown = z.infer<typeof Breakdown>;

/** What a return would give back; `total` is null, and `missing` says why, where a cost is not known yet. */
export const Estimate = Breakdown.extend({
  total: z.number().int().nullable(),
  missing: z.array(z.string()).readonly(),
});
export type Estimate = z.infer<typeof Estimate>;
