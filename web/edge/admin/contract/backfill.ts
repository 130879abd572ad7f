import { z } from 'zod';

/** The orders from before the installation: how far reading them has come. Null: it was never begun. */
export const Backfill = z.object({
  backfill: z
    .object({
      state: z.enum(['starting', 'exporting', 'taking', 'done', 'failed']),
      /** Orders placed from then on; null: all. */
      since: z.string().nullable(),
      /** Orders in all, as far as Shopify has counted. */
      total: z.number().int().nullable(),
      taken: z.number().int(),
      /** Could not be read. */
      skipped: z.number().int(),
      error: z.string().nullable(),
      startedAt: z.string(),
      doneAt: z.string().nullable(),
    })
    .nullable(),
});
export type Backfill = z.infer<typeof Backfill>;
