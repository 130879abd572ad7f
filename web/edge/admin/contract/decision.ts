import { z } from 'zod';
import { InspectionResults, ReturnReasons } from '../../../../policy/app/commands.ts';
import { Breakdown, Estimate } from './money.ts';

export const Verdict = z.enum(['refused', 'needs-info', 'needs-person', 'granted']);

/** A decision as the policy made it, with every reason and clause. Amounts in minor units of their own currency. */
export const Decision = z.object({
  verdict: Verdict,
  action: z.enum([
    'cancel_order',
    'refund_lines',
    'offer_return',
    'wait',
    'issue_rma',
    'refund',
    'exchange',
    'reject',
    'ask',
  ]),
  clauses: z.array(z.string()).readonly(),
  reasons: z.array(z.object({ clause: z.string(), because: z.string() })).readonly(),
  missing: z.array(z.string()).readonly(),
  warnings: z.array(z.object({ market: z.string(), clause: z.string(), text: z.string() })).readonly(),
  units: z
    .array(
      z.object({
        lineItemId: z.string(),
        quantity: z.number().int(),
        outcome: z.enum(['refunded', 'exchanged', 'rejected', 'pending', 'wait', 'returnable']),
        clause: z.string(),
        amount: z.number().int(),
      }),
    )
    .readonly(),
  rmaDeadline: z.object({ date: z.string(), timeZone: z.string(), instant: z.string() }).nullable(),
  estimate: Estimate.nullable(),
  reimbursement: z.object({ currency: z.string(), amount: z.number().int(), clause: z.string() }).nullable(),
  refund: Breakdown.nullable(),
  factsDigest: z.string(),
});
export type Decision = z.infer<typeof Decision>;

const Line = z.strictObject({ lineItemId: z.string().regex(/^\d+$/), quantity: z.number().int().positive() });
const Lines = z.array(Line).min(1, 'name at least one line').max(250);
const Minor = z.number().int().nonnegative();
const Instant = z.iso.datetime({ offset: true });
const ReturnPostage = z.strictObject({ paidBy: z.enum(['customer', 'merchant']), amount: Minor.optional() });

/** "What would happen if": `Ask` of the policy, amounts in minor units of the order's currency. */
export const Ask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancel'), lines: Lines.optional() }),
  z.strictObject({
    kind: z.literal('stock-out'),
    lines: Lines,
    customerNotifiedAt: Instant.optional(),
    answer: z.enum(['wait', 'refund']).optional(),
  }),
  z.strictObject({
    kind: z.literal('return'),
    reason: ReturnReasons,
    lines: Lines,
    photos: z.number().int().min(0).max(100).optional(),
    artificialDamageDeclared: z.boolean().optional(),
    troubleshootingDone: z.boolean().optional(),
    contact: z
      .strictObject({ name: z.string().optional(), email: z.string().optional(), phone: z.string().optional() })
      .optional(),
    warrantyMonths: z.number().int().min(0).max(1200).optional(),
    returnPostage: ReturnPostage.optional(),
    originalShippingCost: Minor.optional(),
  }),
  z.strictObject({
    kind: z.literal('settle'),
    return: z.strictObject({
      reason: ReturnReasons,
      lines: Lines,
      rmaIssuedAt: Instant.optional(),
      remedy: z.enum(['refund', 'exchange']).optional(),
      returnPostage: ReturnPostage.optional(),
      originalShippingCost: Minor.optional(),
      labelBy: z.enum(['customer', 'merchant']).optional(),
    }),
    parcel: z.strictObject({
      receivedAt: Instant.optional(),
      carrierAcceptedAt: Instant.optional(),
      rmaMarked: z.boolean().optional(),
      lost: z.boolean().optional(),
    }),
    inspection: z
      .array(Line.extend({ result: InspectionResults, deduction: Minor.optional() }))
      .max(250)
      .optional(),
  }),
]);
export type Ask = z.infer<typeof Ask>;

export const PreviewInput = z.strictObject({ ask: Ask });
export type PreviewInput = z.infer<typeof PreviewInput>;
