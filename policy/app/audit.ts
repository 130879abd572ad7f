/** Who did what, when and why: every case's history and the shop's own, in one list. */

export type AuditEntry = Readonly<{
  id: string;
  at: string;
  /** Person id, or the kind of actor that is no person. */
  by: string;
  byName: string;
  /** Command or event, e.g. `refund.approve`. */
  event: string;
  text: string;
  clauses: readonly string[];
  from: string | null;
  to: string | null;
  /** Null: the shop's own history. */
  caseId: string | null;
  caseNumber: number | null;
  orderName: string | null;
  /** Place in its chain, from 1, and the digest up to here. */
  seq: number;
  digest: string;
  /** Who and what was written were deleted on request; the chain still holds. */
  redacted: boolean;
}>;

export type AuditFilter = Readonly<{
  /** Person id or kind of actor. */
  by?: string;
  event?: string;
  /** Number people say: "case 12". */
  caseNumber?: number;
  /** Instants, ISO 8601: from the first on, up to the second and without it. */
  from?: string;
  until?: string;
}>;

export type AuditQuery = AuditFilter & Readonly<{ cursor?: string; limit: number }>;

export type AuditRead = Readonly<{
  auditPage(
    shop: string,
    query: AuditQuery,
  ): Promise<Readonly<{ entries: readonly AuditEntry[]; nextCursor: string | null }>>;
  /** The same as a file, oldest first, with what is needed to check it without Makegood. Bytes come as they are read. */
  auditFile(shop: string, format: 'csv' | 'json', filter: AuditFilter, at: string): AsyncIterable<string>;
}>;
