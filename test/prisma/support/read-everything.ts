import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unpackBody } from '../../../prisma/inbox/body.ts';
import { createSecrets } from '../../../prisma/secrets.ts';
import { KEY, type Opened } from '../open.ts';

type Row = Readonly<Record<string, any>>;

const secrets = createSecrets(KEY);

/** How each sealed column is opened by whoever has the key. */
const READERS: Readonly<Record<string, (row: Row) => string>> = {
  'orders.contact': (row) => secrets.open(`contact/${row.shop}/${row.id}`, row.contact),
  'transcripts.sealed': (row) => secrets.open(`transcript/${row.shop}/${row.channel}/${row.ts}`, row.sealed),
  'model_calls.text': (row) => secrets.open(`model text/${row.shop}/${row.id}`, row.text),
  'privacy_requests.subject': (row) => secrets.open(`privacy/${row.shop}/${row.id}`, row.subject),
  'inbox.body': (row) => (row.body.length === 0 ? '' : Buffer.from(unpackBody(secrets, row.key, row.body)).toString()),
  // Sealed as text.
  'parcels.seen': (row) => secrets.open(`parcel/${row.shop}/${row.id}`, Buffer.from(row.seen, 'base64')),
  'proposals.draft': (row) =>
    `${JSON.stringify(row.draft)} ${
      row.draft.contact?.sealed === undefined
        ? ''
        : secrets.open(`proposal/${row.id}`, Buffer.from(row.draft.contact.sealed, 'base64'))
    }`,
};

/** Bytes that are the shop's own: keys, tokens, its picture. */
const NOT_A_CUSTOMERS: ReadonlySet<string> = new Set([
  'language_models.api_key',
  'mail_looks.logo',
  'secrets_check.sealed',
  'shop_tokens.sealed',
  'slack_installations.bot_token',
]);

/** Every value of every row of every table, opened where it is sealed: `table.column` with what it says. */
export const readEverything = async ({
  sql,
}: Pick<Opened, 'sql'>): Promise<readonly Readonly<{ at: string; says: string }>[]> => {
  const { rows: columns } = await sql.query<{ schema: string; table: string; column: string; type: string }>(
    `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2, a.attnum`,
  );
  const said: { at: string; says: string }[] = [];
  for (const table of new Set(columns.map((one) => `${one.schema}."${one.table}"`))) {
    const { rows } = await sql.query<Row>(`SELECT * FROM ${table}`);
    for (const { table: name, column, type } of columns.filter((one) => `${one.schema}."${one.table}"` === table)) {
      const at = `${name}.${column}`;
      const reader = READERS[at];
      if (type === 'bytea' && reader === undefined && !NOT_A_CUSTOMERS.has(at))
        throw new Error(`nobody has said how ${at} is read, or that it is no customer's`);
      for (const row of rows) {
        if (row[column] === null) continue;
        said.push({ at, says: reader === undefined ? JSON.stringify(row[column]) : reader(row) });
      }
    }
  }
  return said;
};

/** What lies in the folder of photos. */
export const readPhotos = (dataDir: string): readonly string[] => {
  const folder = join(dataDir, 'evidence');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));
};
