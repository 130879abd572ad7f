import { z } from 'zod';

/** Days that the calendar and the database both reckon with: they know neither a year 0 nor one of five digits. */
const Day = z.iso.date().refine((day) => day >= '1970-01-01' && day < '3000-01-01', 'expected a day from 1970 to 2999');

export const AuditQuery = z.object({
  by: z.string().max(100).optional(),
  event: z
    .string()
    .regex(/^[a-z][a-z_.-]{0,60}$/)
    .optional(),
  case: z.coerce.number().int().positive().max(2_000_000_000).optional(),
  /** Days of the shop's calendar, both included. */
  from: Day.optional(),
  to: Day.optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditExportQuery = AuditQuery.omit({ cursor: true, limit: true }).extend({
  format: z.enum(['csv', 'json']),
});

export const AuditEntry = z.object({
  id: z.string(),
  at: z.string(),
  byName: z.string(),
  event: z.string(),
  text: z.string(),
  clauses: z.array(z.string()).readonly(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  caseId: z.string().nullable(),
  caseNumber: z.number().int().nullable(),
  orderName: z.string().nullable(),
  seq: z.number().int(),
  digest: z.string(),
  redacted: z.boolean(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  nextCursor: z.string().nullable(),
  /** Whom entries can be narrowed to. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type AuditPage = z.infer<typeof AuditPage>;
