import type { CaseRecord, ProposalRecord } from '../../policy/app/records.ts';
import type { Case, Proposal } from '../generated/client.ts';
import { fromCaseRow, fromProposalRow } from '../store/tables.ts';

/** A row of the client as a record: instants as ISO 8601 in UTC, whole numbers as numbers. */
export const toRecord = <Record>(row: object): Record =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])) as Record;

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? Number(value) : value;
};

/** Columns of effects that only those who run them look at. */
export const NOT_IN_RECORD = {
  runAt: true,
  runner: true,
  failures: true,
  unsure: true,
  readyAt: true,
  takenBy: true,
} as const;

/** What lists alone go by is in no record. */
export const toCase = ({ lateSince: _, ...row }: Case): CaseRecord => fromCaseRow(toRecord(row));
export const toProposal = (row: Proposal): ProposalRecord => fromProposalRow(toRecord(row));
