import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';

/** What Prisma's types are in PostgreSQL, where no `@db.` says otherwise; what is not here is another model. */
const TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'timestamp without time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
  Uuid: 'uuid',
  Timestamptz: 'timestamp with time zone',
  Date: 'date',
};

/** `table.column type`, with `?` where it may be null. Prisma's lists always may. */
const columnsOf = (schema: string): string[] =>
  [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model, body = '']) =>
    [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?(\?)?(.*)$/gm)].flatMap(
      ([, field, type = '', list, may = '', rest = '']) => {
        if (TYPES[type] === undefined) return [];
        const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
        const name = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field;
        const native = /@db\.(\w+)/.exec(rest)?.[1] ?? type;
        return [`${table}.${name} ${list === undefined ? `${TYPES[native] ?? native}${may}` : 'ARRAY?'}`];
      },
    ),
  );

it('the migrations make the columns that schema.prisma names, and no others', async () => {
  const fresh = await freshDatabase();
  const sql = new pg.Client({ connectionString: fresh.url });
  try {
    await sql.connect();
    const { rows } = await sql.query<{ column: string }>(
      `SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS column
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
    );
    const schema = readFileSync(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8');
    expect(columnsOf(schema).sort()).toEqual(rows.map(({ column }) => column).sort());
  } finally {
    await sql.end();
    await fresh.drop();
  }
});
