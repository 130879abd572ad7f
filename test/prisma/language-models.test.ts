import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { type Opened, openFresh } from './open.ts';
import { AT, SHOP } from './samples.ts';

const MOST = 3_100_000_000;

describe('language models in the database', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
  });
  afterAll(() => opened.close());

  it('keep the largest budget, and one without a limit a day', async () => {
    const { languageModels } = opened.db;
    const given = { baseUrl: 'https://api.example.com/v1', model: 'm', apiKey: 'k', enabled: true };
    await languageModels.save(SHOP, { ...given, tokensAMonth: MOST, tokensADay: null });
    expect(await languageModels.settings(SHOP)).toEqual({ ...given, tokensAMonth: MOST, tokensADay: null });
  });

  it('count what a month used beyond what four bytes hold', async () => {
    const { languageModels } = opened.db;
    const call = { by: 'p', text: 't', outcome: 'nothing', meaning: null, why: null, ms: 1 } as const;
    for (const tokens of [1_500_000_000, 1_500_000_000]) await languageModels.note(SHOP, { ...call, at: AT, tokens });
    expect(await languageModels.spentSince(SHOP, AT)).toBe(3_000_000_000);
  });
});

it('a budget of a day becomes one of a month that allows as much, and stays as the limit of a day', async () => {
  const folder = join(import.meta.dirname, '../../prisma/migrations');
  const at = '20261129150000_model_months';
  const read = (name: string): string => readFileSync(join(folder, name, 'migration.sql'), 'utf8');
  const fresh = await freshDatabase();
  const sql = new pg.Client({ connectionString: fresh.url });
  await sql.connect();
  try {
    await sql.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const earlier = readdirSync(folder).filter((name) => /^\d/.test(name) && name < at);
    for (const name of earlier.sort()) await sql.query(read(name));
    await sql.query(`INSERT INTO language_models (shop, base_url, model, api_key, enabled, tokens_a_day, updated_at)
      VALUES ('a', 'u', 'm', '', true, 100000000, now()), ('b', 'u', 'm', '', true, 0, now())`);
    await sql.query(read(at));
    const { rows } = await sql.query('SELECT shop, tokens_a_month, tokens_a_day FROM language_models ORDER BY shop');
    expect(rows).toEqual([
      { shop: 'a', tokens_a_month: '3100000000', tokens_a_day: 100000000 },
      { shop: 'b', tokens_a_month: '0', tokens_a_day: 0 },
    ]);
  } finally {
    await sql.end();
    await fresh.drop();
  }
});
