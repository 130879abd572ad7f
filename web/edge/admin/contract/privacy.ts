import { z } from 'zod';
import { PrivacyKind } from '../../../../policy/app/privacy.ts';

/** What Shopify's privacy topics asked for, without whom it is about. */
export const PrivacyRequest = z.object({
  id: z.string(),
  kind: PrivacyKind,
  state: z.enum(['received', 'ready', 'waiting', 'done']),
  receivedAt: z.string(),
  /** Shopify's limit. */
  dueAt: z.string(),
  doneAt: z.string().nullable(),
  /** Whether what was found can (still) be downloaded. */
  canDownload: z.boolean(),
  found: z
    .object({
      orders: z.number().int(),
      cases: z.number().int(),
      photos: z.number().int(),
      waitingFor: z.array(z.number().int()),
    })
    .nullable(),
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

export const PrivacyRequests = z.object({ requests: z.array(PrivacyRequest) });
export type PrivacyRequests = z.infer<typeof PrivacyRequests>;
