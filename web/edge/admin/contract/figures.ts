import { z } from 'zod';

/** Sums of the first page; amounts in minor units of `currency`, the shop's own. */
export const Figures = z.object({
  at: z.string(),
  currency: z.string(),
  refundedMinor: z.number().int(),
  refunds: z.number().int(),
  keptMinor: z.number().int(),
  atRiskMinor: z.number().int(),
  atRisk: z.number().int(),
  medianHours: z.number().nullable(),
  closed: z.number().int(),
  refusals: z.array(z.object({ clause: z.string(), count: z.number().int() })).readonly(),
  returnsByReason: z.array(z.object({ reason: z.string(), count: z.number().int() })).readonly(),
  returnsByProduct: z
    .array(z.object({ productId: z.string().nullable(), title: z.string(), units: z.number().int() }))
    .readonly(),
  productsOf: z.number().int(),
});
export type Figures = z.infer<typeof Figures>;
