import { z } from 'zod';

/** What a customer's link is for: one thing, in one case. */
export const LinkPurpose = z.enum([
  'backorder-answer',
  'photos',
  'checklist',
  'tracking',
  'case',
  'withdraw',
  'remedy',
]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;
