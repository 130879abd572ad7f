import { z } from 'zod';
import { CaseSummary } from './case.ts';
import { Photo } from './step.ts';

export const ScanQuery = z.object({ scan: z.string().trim().min(1).max(200) });

/** What a scanned or typed number leads to. */
export const Scanned = z.discriminatedUnion('found', [
  z.object({ found: z.literal('case'), caseId: z.string() }),
  z.object({ found: z.literal('several'), cases: z.array(CaseSummary) }),
  /** As `parcel.quarantine` calls it; `written` as it was read. */
  z.object({
    found: z.literal('none'),
    problem: z.enum(['misread', 'unknown']),
    written: z.string(),
  }),
]);
export type Scanned = z.infer<typeof Scanned>;

/** What belongs into a parcel, by line of the case's order. */
export const Checklist = z.object({
  /** Of the shop's settings: send it as `If-Match: "<version>"` with a changed list. */
  version: z.number().int(),
  lines: z.array(
    z.object({
      lineItemId: z.string(),
      productId: z.string().nullable(),
      title: z.string(),
      parts: z.array(z.string()).readonly(),
    }),
  ),
});
export type Checklist = z.infer<typeof Checklist>;

export const ChecklistInput = z.strictObject({
  productId: z.string().regex(/^\d{1,20}$/),
  title: z.string().trim().max(200),
  parts: z.array(z.string().trim().min(1).max(100)).max(30),
});

export const QuarantinedParcel = z.object({
  id: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  state: z.enum(['quarantined', 'held', 'matched', 'closed']),
  problem: z.enum(['unmarked', 'misread', 'unknown', 'not-expected']),
  written: z.string().nullable(),
  seen: z.object({
    tracking: z.string().nullable(),
    senderName: z.string().nullable(),
    senderPhone: z.string().nullable(),
    orderNumber: z.string().nullable(),
    note: z.string().nullable(),
    answers: z
      .array(
        z.object({
          orderId: z.string(),
          orderName: z.string(),
          at: z.string(),
          text: z.string(),
          fromCustomer: z.boolean(),
        }),
      )
      .readonly(),
  }),
  photos: z.array(Photo).readonly(),
  receivedAt: z.string(),
  holdUntil: z.string().nullable(),
  askedAt: z.string().nullable(),
});
export type QuarantinedParcel = z.infer<typeof QuarantinedParcel>;

export const ParcelList = z.object({ parcels: z.array(QuarantinedParcel), nextCursor: z.string().nullable() });
export type ParcelList = z.infer<typeof ParcelList>;

export const ParcelDetail = z.object({
  parcel: QuarantinedParcel,
  candidates: z
    .array(
      z.object({
        orderId: z.string(),
        orderName: z.string(),
        caseId: z.string().nullable(),
        caseNumber: z.number().int().nullable(),
        rma: z.string().nullable(),
        why: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  case: z.object({ id: z.string(), number: z.number().int() }).nullable(),
});
export type ParcelDetail = z.infer<typeof ParcelDetail>;

export const PARCEL_STEP_KINDS = [
  'parcel.describe',
  'parcel.match',
  'parcel.hold',
  'parcel.ask-sender',
  'parcel.close',
] as const;
/** The fields are those of the commands, which is what parses them. */
export const QuarantineInput = z.looseObject({ problem: z.enum(['unmarked', 'misread', 'unknown', 'not-expected']) });
export const ParcelStepInput = z.looseObject({ kind: z.enum(PARCEL_STEP_KINDS) });
