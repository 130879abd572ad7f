import { z } from 'zod';
import { written } from '../../../../policy/app/written.ts';
import { EffectState } from './effect.ts';

/** How far a shop is with what a new one goes through. */
export const SetUp = z.object({
  dismissed: z.boolean(),
  steps: z.array(z.object({ name: z.string(), done: z.boolean() })),
});
export type SetUp = z.infer<typeof SetUp>;

/** The shop's own settings, beside its policy. */
export const ShopSettings = z.object({
  /** Counts writes: send it as `If-Match: "<version>"`. */
  version: z.number().int(),
  mailFrom: z.string(),
  contactEmail: z.string(),
  returnAddress: z.array(z.string()).readonly(),
  slack: z.object({
    connected: z.boolean(),
    team: z.string().nullable(),
    channel: z.string().nullable(),
    approvalsChannel: z.string().nullable(),
    /** New cases within a minute from which they share one message. */
    listFrom: z.number().int(),
  }),
  /** Days; null: until somebody asks to be forgotten. */
  retention: z.object({
    webhookDays: z.number().int(),
    photoDays: z.number().int().nullable(),
    personalDays: z.number().int().nullable(),
  }),
  /** The newest test mail. */
  testMail: z.object({ state: EffectState, at: z.string(), error: z.string().nullable() }).nullable(),
  setUp: SetUp,
  mayEdit: z.boolean(),
});
export type ShopSettings = z.infer<typeof ShopSettings>;

/** The fields are those of `shop.configure`, which is what parses them. */
export const ShopSettingsInput = z.strictObject({
  mailFrom: z.string().trim().max(200).optional(),
  contactEmail: z.string().trim().max(254).optional(),
  returnAddress: z.array(z.string().trim().max(100)).max(6).optional(),
  slackChannel: z.string().trim().max(32).optional(),
  approvalsChannel: z.string().trim().max(32).optional(),
  slackListFrom: z.number().optional(),
  setUpDismissed: z.boolean().optional(),
  setUpDone: z.array(z.string().max(40)).max(20).optional(),
  retention: z
    .strictObject({
      webhookDays: z.number().optional(),
      photoDays: z.number().nullish(),
      personalDays: z.number().nullish(),
    })
    .optional(),
});
export type ShopSettingsInput = z.infer<typeof ShopSettingsInput>;

export const DismissInput = z.strictObject({
  because: z.string().overwrite(written).min(1, 'say why, so that others can follow').max(500),
});

/** Slack's install page, for this shop alone and once. */
export const SlackUrl = z.object({ url: z.string() });
export const Replayed = z.object({ replayed: z.boolean() });
