import { z } from 'zod';
import type { StepName } from '../../../../policy/app/case-steps.ts';
import { STEPS } from '../../../../policy/app/case-steps.ts';
import type { Command } from '../../../../policy/app/commands.ts';

/** Requests about a case, as a page sends them: without the case, which stands in the address. */
export const STEP_KINDS = [...new Set<Command['kind']>([...Object.values(STEPS), 'case.note'])] as const;

/** The fields are those of the command (`policy/app/commands.ts`), which is what parses them. */
export const StepInput = z.looseObject({ kind: z.enum(STEP_KINDS as readonly string[] as [string, ...string[]]) });
export type StepInput = z.infer<typeof StepInput>;

/** What opens a case about an order. */
export const ORDER_STEP_KINDS = [
  'cancellation.request',
  'return.open',
  'backorder.report',
  'delivery.refused',
] as const;
export const OrderStepInput = z.looseObject({ kind: z.enum(ORDER_STEP_KINDS) });
export type OrderStepInput = z.infer<typeof OrderStepInput>;

/** A photo or document of a case. */
export const Photo = z.object({
  id: z.string(),
  name: z.string(),
  mimetype: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type Photo = z.infer<typeof Photo>;

/** Something a person can do next. `blocked`: why this person can't (null: they may try). */
export const OfferedStep = z.object({
  name: z.enum(Object.keys(STEPS) as [StepName, ...StepName[]]),
  kind: z.string(),
  blocked: z.string().nullable(),
});
export type OfferedStep = z.infer<typeof OfferedStep>;

/** Bytes of one photo, at most: what a phone's camera makes. */
export const MAX_PHOTO_BYTES = 15 * 1024 * 1024;
