import { z } from 'zod';
import { InspectionResults, ReturnReasons } from '../../../../policy/app/commands.ts';
import { ReturnPreview } from '../../../../policy/app/return-preview.ts';
import { written } from '../../../../policy/app/written.ts';
import { Intent } from './approval.ts';
import { Decision } from './decision.ts';
import { Effect } from './effect.ts';
import { Amount } from './money.ts';
import { Order } from './order.ts';
import { OfferedStep, Photo } from './step.ts';

export const CaseKind = z.enum(['cancellation', 'backorder', 'return']);
export type CaseKind = z.infer<typeof CaseKind>;

export const CaseQuery = z.object({
  text: z.string().trim().max(200).optional(),
  kind: CaseKind.optional(),
  state: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  open: z.stringbool().optional(),
  /** Looked after by whoever asks. */
  mine: z.stringbool().optional(),
  overdue: z.stringbool().optional(),
  /** Those whose next step is for staff. */
  waiting: z.stringbool().optional(),
  order: z.enum(['updated', 'oldest']).optional(),
  cursor: z.string().max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const CaseSummary = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: CaseKind,
  state: z.string(),
  orderId: z.string(),
  orderName: z.string(),
  rma: z.string().nullable(),
  /** What is due next and by whom. */
  next: z.string(),
  amount: Amount.nullable(),
  dueAt: z.string().nullable(),
  /** Judged by the server's clock. */
  overdue: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  closedAt: z.string().nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CasePage = z.object({ cases: z.array(CaseSummary), nextCursor: z.string().nullable() });
export type CasePage = z.infer<typeof CasePage>;

const LineRef = z.object({ lineItemId: z.string(), quantity: z.number().int() });

/** What was asked for, by kind of case. */
const Asked = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cancellation'),
    lines: z.array(LineRef).readonly().nullable(),
    because: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('backorder'),
    lines: z.array(LineRef).readonly(),
    notifiedAt: z.string().nullable(),
    answer: z.enum(['wait', 'refund']).nullable(),
    eta: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('return'),
    reason: ReturnReasons,
    lines: z.array(LineRef).readonly(),
    because: z.string().nullable(),
    remedy: z.enum(['refund', 'exchange']),
    photos: z.number().int(),
    troubleshootingDone: z.boolean().nullable(),
    artificialDamageDeclared: z.boolean().nullable(),
    rmaIssuedAt: z.string().nullable(),
    /** Last day for the parcel, where it is counted. */
    deadline: z.object({ date: z.string(), timeZone: z.string(), instant: z.string() }).nullable(),
    tracking: z
      .object({
        number: z.string(),
        carrier: z.string().nullable(),
        url: z.string().nullable(),
        recordedAt: z.string(),
      })
      .nullable(),
    parcel: z.object({ receivedAt: z.string(), rmaMarked: z.boolean().nullable() }).nullable(),
    shopifyReturnName: z.string().nullable(),
    /** Before anything came back Shopify reckoned it otherwise than the policy; null: the same. */
    preview: ReturnPreview.nullable(),
  }),
]);
export type Asked = z.infer<typeof Asked>;

const Entry = z.object({
  id: z.string(),
  seq: z.number().int(),
  at: z.string(),
  byName: z.string(),
  event: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  text: z.string(),
  clauses: z.array(z.string()).readonly(),
  decisionId: z.string().nullable(),
  /** Digest of the chain up to here, hex. */
  digest: z.string(),
});
export type Entry = z.infer<typeof Entry>;

const CaseDecision = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  policyVersion: z.string(),
  decision: Decision,
});
export type CaseDecision = z.infer<typeof CaseDecision>;

const PolicyMark = z.object({ id: z.string(), number: z.number().int(), effectiveAt: z.string() });

const Unit = z.object({
  id: z.string(),
  lineItemId: z.string(),
  /** Which of the line's units, from 1. */
  position: z.number().int(),
  goods: z.string(),
  money: z.enum(['none', 'proposed', 'paid', 'refused']),
  result: InspectionResults.nullable(),
  deduction: z.number().int().nullable(),
  note: z.string().nullable(),
});
export type Unit = z.infer<typeof Unit>;

export const CaseDetail = z.object({
  case: CaseSummary.extend({
    /** Counts writes. Send it as `If-Match: "<version>"` where a write rests on what the page showed. */
    version: z.number().int(),
    policyVersion: z.string(),
    openedByName: z.string().nullable(),
    assigneeName: z.string().nullable(),
    asked: Asked,
  }),
  order: Order,
  units: z.array(Unit),
  entries: z.array(Entry),
  decisions: z.array(CaseDecision),
  /** The versions of the policy that the case and its decisions rest on. */
  policies: z.array(PolicyMark),
  effects: z.array(Effect),
  intents: z.array(Intent),
  deadlines: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      dueAt: z.string(),
      state: z.enum(['open', 'late', 'done', 'dropped']),
      overdue: z.boolean(),
    }),
  ),
  /** Of the customer, then of the test. */
  photos: z.array(Photo.extend({ of: z.enum(['customer', 'test']) })),
  /** What a person can do next, most pressing first. */
  steps: z.array(OfferedStep),
  /** Whom it can be handed to. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string(), mayApprove: z.boolean() })),
  /** Refunds made in Shopify by hand of which nobody has said yet what they were for; minor units. */
  unexplained: z.array(z.object({ refundId: z.string(), amount: z.number().int() })),
  messages: z.array(z.object({ at: z.string(), by: z.string(), text: z.string() })),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

/** Lists that staff come back to; `query` is that of the page's address. */
export const SavedViews = z.object({
  /** Send it as `If-Match: "<version>"` with changed views. */
  version: z.number().int(),
  views: z.array(z.object({ name: z.string(), query: z.string() })).readonly(),
  mayEdit: z.boolean(),
});
export type SavedViews = z.infer<typeof SavedViews>;
export const SavedViewsInput = z.strictObject({
  views: z.array(z.strictObject({ name: z.string().trim().min(1).max(60), query: z.string().max(500) })).max(20),
});

export const NoteInput = z.strictObject({
  text: z.string().overwrite(written).min(1, 'write something first').max(3000),
});
export type NoteInput = z.infer<typeof NoteInput>;

/** P25: does a second person agree that the damage is the customer's? */
export const ConfirmInput = z.strictObject({ agree: z.boolean() });
export type ConfirmInput = z.infer<typeof ConfirmInput>;

/** What came of a write; read the case again to see it. */
export const Done = z.object({ replayed: z.boolean(), caseId: z.string().nullable() });
export type Done = z.infer<typeof Done>;
