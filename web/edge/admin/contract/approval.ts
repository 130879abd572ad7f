import { z } from 'zod';
import { written } from '../../../../policy/app/written.ts';
import { Decision } from './decision.ts';
import { Amount, Breakdown } from './money.ts';

/** A refund on its way from proposal to payment. */
export const Intent = z.object({
  id: z.string(),
  caseId: z.string(),
  /** As `RefundIntentState`. */
  state: z.string(),
  /** Send it back as `If-Match: "<version>"`, so that nobody approves what they have not seen. */
  version: z.number().int(),
  breakdown: Breakdown,
  /** Shopify's own sum, part by part where it tells them; null: not asked, or there is nothing to compare. */
  suggested: z
    .object({
      amount: z.number().int(),
      items: z.number().int().nullable(),
      tax: z.number().int().nullable(),
      shipping: z.number().int().nullable(),
      fees: z.number().int().nullable(),
    })
    .nullable(),
  /** A replacement that goes out before the goods are back, and why; null: it is money. Minor units, as `breakdown`. */
  shipsFirst: z.object({ worth: z.number().int(), because: z.string() }).nullable(),
  /** In the shop's currency: what approval limits are compared with. */
  shopAmount: Amount,
  proposedByName: z.string().nullable(),
  approvalsNeeded: z.number().int(),
  approvals: z.array(z.object({ name: z.string(), at: z.string() })),
  shopifyRefundId: z.string().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Why this person can't decide on it (null: they may try). The server decides again when they do. */
  blocked: z.enum(['role', 'own', 'already']).nullable(),
});
export type Intent = z.infer<typeof Intent>;

export const Approval = z.object({
  intent: Intent,
  case: z.object({
    id: z.string(),
    number: z.number().int(),
    kind: z.enum(['cancellation', 'backorder', 'return']),
    state: z.string(),
    orderName: z.string(),
    rma: z.string().nullable(),
  }),
  decision: Decision.nullable(),
});
export type Approval = z.infer<typeof Approval>;

export const Approvals = z.object({ approvals: z.array(Approval) });
export type Approvals = z.infer<typeof Approvals>;

export const DeclineInput = z.strictObject({
  because: z.string().overwrite(written).min(1, 'say why, so that the agent and the customer can be told').max(500),
});
export type DeclineInput = z.infer<typeof DeclineInput>;
