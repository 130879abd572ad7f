import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditFilter } from '../../policy/app/audit.ts';
import { checkExport } from '../../prisma/audit/check.ts';
import { csvHead, csvLine, entryOfRow, parseCsv } from '../../prisma/audit/csv.ts';
import type { ExportedEntry } from '../../prisma/audit/exported.ts';
import { readExport } from '../../prisma/audit/read-file.ts';
import { chainEntry } from '../../prisma/entry-chain.ts';
import { type Opened, openFresh } from './open.ts';
import { AT, aCase, anEntry, anEnvelope, done, later, SHOP } from './samples.ts';

const ANA = '11111111-1111-4111-8111-111111111111';
const first = aCase({ number: 1 });
const second = aCase({ number: 2, orderName: '#1004' });

let opened: Opened;
beforeAll(async () => {
  opened = await openFresh();
  const write = (changes: object) =>
    opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), changes));
  await write({
    cases: [first, second],
    entries: [
      anEntry(first.id, { at: later(1), by: ANA }),
      anEntry(second.id, { at: later(2), event: 'return.open', text: '=HYPERLINK("http://evil")' }),
    ],
  });
  await write({
    entries: [anEntry(first.id, { at: later(3), event: 'refund.approve', text: 'line\nbreak, "quoted"' })],
  });
  await write({
    shopEntries: [
      {
        id: '22222222-2222-4222-8222-222222222222',
        at: later(4),
        by: ANA,
        byName: 'Ana Ruiz',
        event: 'policy.publish',
        subject: 'v2',
        text: 'published version 2',
        clauses: ['P10', 'P11'],
      },
    ],
  });
});
afterAll(() => opened.close());

const file = async (format: 'csv' | 'json', filter: AuditFilter = {}): Promise<string> => {
  let text = '';
  for await (const part of opened.db.audit.auditFile(SHOP, format, filter, AT)) text += part;
  return text;
};

describe('the audit log', () => {
  it('shows the newest first, whatever history it is of', async () => {
    const { entries, nextCursor } = await opened.db.audit.auditPage(SHOP, { limit: 10 });
    expect(entries.map(({ event, caseNumber }) => [event, caseNumber])).toEqual([
      ['policy.publish', null],
      ['refund.approve', 1],
      ['return.open', 2],
      ['cancellation.request', 1],
    ]);
    expect(nextCursor).toBeNull();
  });

  it('pages without losing or repeating one', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await opened.db.audit.auditPage(SHOP, { limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.entries.map(({ event }) => event));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(['policy.publish', 'refund.approve', 'return.open', 'cancellation.request']);
  });

  it('begins anew with a cursor of a year that no database knows', async () => {
    const cursor = `999999999999999_${first.id}`;
    const { entries } = await opened.db.audit.auditPage(SHOP, { limit: 1, cursor });
    expect(entries.map(({ event }) => event)).toEqual(['policy.publish']);
  });

  it.each([
    [{ by: ANA }, ['policy.publish', 'cancellation.request']],
    [{ event: 'return.open' }, ['return.open']],
    [{ caseNumber: 1 }, ['refund.approve', 'cancellation.request']],
    [{ from: later(2), until: later(4) }, ['refund.approve', 'return.open']],
    [{ caseNumber: 1, by: ANA, from: later(2) }, []],
  ] as const)('filters by %j', async (filter, events) => {
    const { entries } = await opened.db.audit.auditPage(SHOP, { ...filter, limit: 10 });
    expect(entries.map(({ event }) => event)).toEqual(events);
  });

  it('is each shop’s own', async () => {
    expect((await opened.db.audit.auditPage('other.myshopify.com', { limit: 10 })).entries).toEqual([]);
  });
});

describe.each(['csv', 'json'] as const)('as %s', (format) => {
  it('holds all of it and fits together', async () => {
    const { entries } = readExport(await file(format));
    expect(checkExport(entries, false)).toEqual({ entries: 4, chains: 3, redacted: 0, misfit: null });
    expect(entries.map(({ text }) => text)).toContain('=HYPERLINK("http://evil")');
  });

  it.each([
    [(all: ExportedEntry[]) => all.map((one, at) => (at === 1 ? { ...one, event: 'case.note' } : one)), /changed/],
    [(all: ExportedEntry[]) => all.map((one, at) => (at === 1 ? { ...one, text: 'never said' } : one)), /sealed/],
    [
      (all: ExportedEntry[]) => all.filter((one) => !('caseId' in one && one.caseId === first.id && one.seq === 1)),
      /missing/,
    ],
    [(all: ExportedEntry[]) => [...all, all[0] as ExportedEntry], /put in or moved/],
  ])('names the first entry that does not fit (%#)', async (tamper, because) => {
    const { entries } = readExport(await file(format));
    const { misfit } = checkExport(tamper([...entries]), false);
    expect(misfit?.because).toMatch(because);
  });

  it('may leave entries out on purpose', async () => {
    const { entries } = readExport(await file(format, { event: 'refund.approve' }));
    expect(entries).toHaveLength(1);
    expect(checkExport(entries, true).misfit).toBeNull();
    expect(checkExport(entries, false).misfit?.because).toMatch(/missing/);
  });
});

it('is a CSV file that spreadsheets read as UTF-8, and can be checked with its mark or without', async () => {
  const text = await file('csv');
  expect(text.startsWith('\ufeffchain,')).toBe(true);
  expect(readExport(text.slice(1))).toEqual(readExport(text));
});

it('stays whole when somebody’s name and words are redacted', async () => {
  await opened.sql.query(`UPDATE entries SET by_name = '', text = '', salt = NULL WHERE case_id = $1`, [second.id]);
  for (const format of ['csv', 'json'] as const)
    expect(checkExport(readExport(await file(format)).entries, false)).toMatchObject({ redacted: 1, misfit: null });
  const { entries } = await opened.db.audit.auditPage(SHOP, { caseNumber: 2, limit: 10 });
  expect(entries).toMatchObject([{ redacted: true, text: '' }]);
});

it('is checked by a command that ends with what it found', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'makegood-audit-'));
  const verify = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return promisify(execFile)(process.execPath, ['prisma/audit/verify.ts', path.join(folder, name)]).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
    );
  };
  try {
    const text = await file('json');
    expect(await verify('whole.json', text)).toMatchObject({ code: 0, said: expect.stringContaining('4 entries') });
    const changed = text.replace('published version 2', 'published version 3');
    expect(await verify('changed.json', changed)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^entry 4 of the file/),
    });
    expect(await verify('none.csv', 'a,b\n1,2\n')).toMatchObject({ code: 2 });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('any text survives the way through a CSV file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
      const entry: ExportedEntry = {
        chain: 'case',
        ...chainEntry(anEntry(first.id, { text, byName: name === '' ? 'x' : name }), null),
      };
      const [, row = []] = parseCsv(csvHead() + csvLine(entry));
      expect(checkExport([entryOfRow(row)], false).misfit).toBeNull();
      // Nothing that a spreadsheet would run.
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
