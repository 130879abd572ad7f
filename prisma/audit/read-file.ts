import { z } from 'zod';
import { entryOfRow, parseCsv } from './csv.ts';
import { COLUMNS, type ExportedEntry, type ExportHead } from './exported.ts';

const Text = z.string();
const Maybe = z.string().nullable();
const COMMON = {
  id: Text,
  seq: z.number().int().positive(),
  at: Text,
  by: Text,
  byName: Text,
  event: Text,
  text: Text,
  clauses: z.array(Text),
  previousDigest: Maybe,
  digest: Text,
  salt: Maybe,
  seal: Text,
};
const Entry = z.discriminatedUnion('chain', [
  z.object({ chain: z.literal('case'), caseId: Text, from: Maybe, to: Maybe, decisionId: Maybe, ...COMMON }),
  z.object({ chain: z.literal('shop'), shop: Text, subject: Maybe, ...COMMON }),
]);
const Head = z.object({ makegoodAudit: z.literal(1), shop: Text, exportedAt: Text, filtered: z.boolean() });

/**
 * An export as it was written, CSV or JSON. A CSV file has no head: it is taken as complete.
 * @throws Error that names the place where it can't be read
 */
export const readExport = (text: string): { head: ExportHead | null; entries: readonly ExportedEntry[] } => {
  if (!text.trimStart().startsWith('{')) {
    const [names = [], ...rows] = parseCsv(text);
    if (names.join() !== COLUMNS.join()) throw new Error(`the first line must name the columns ${COLUMNS.join(',')}`);
    return { head: null, entries: rows.map((row, at) => parsed(entryOfRow(row), at)) };
  }
  const file = z.object({ head: Head, entries: z.array(z.unknown()) }).parse(JSON.parse(text));
  return { head: file.head, entries: file.entries.map(parsed) };
};

const parsed = (entry: unknown, at: number): ExportedEntry => {
  const result = Entry.safeParse(entry);
  if (result.success) return result.data as ExportedEntry;
  const [issue] = result.error.issues;
  throw new Error(`entry ${at + 1} can't be read: ${issue?.path.join('.')}: ${issue?.message}`);
};
