import { z } from 'zod';

/** Something the product does to the world, and how it went. */
export const EffectState = z.enum(['queued', 'running', 'done', 'refused', 'unknown', 'parked', 'dismissed']);
export const Effect = z.object({
  id: z.string(),
  caseId: z.string().nullable(),
  kind: z.string(),
  /** What it is about, where the kind does not say: a mail's template, the subject of a Slack message. */
  about: z.string().nullable(),
  state: EffectState,
  attempts: z.number().int(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** It stopped, and a person may have it tried again. */
  retryable: z.boolean(),
});
export type Effect = z.infer<typeof Effect>;

/** A webhook or Slack event that was kept with a reason instead of being handled. */
export const ParkedDelivery = z.object({
  id: z.string(),
  source: z.string(),
  topic: z.string(),
  receivedAt: z.string(),
  reason: z.string(),
  attempts: z.number().int(),
});
export type ParkedDelivery = z.infer<typeof ParkedDelivery>;

export const Parked = z.object({ deliveries: z.array(ParkedDelivery), effects: z.array(Effect) });
export type Parked = z.infer<typeof Parked>;
