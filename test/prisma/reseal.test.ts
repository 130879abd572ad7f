import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../prisma/index.ts';
import { KEY, type Opened, openFresh } from './open.ts';
import { AT, SHOP } from './samples.ts';
import { fillWith, type Told } from './support/everything-of-one.ts';

const NEW = new Uint8Array(32).fill(9);

const QUILL: Told = {
  name: 'Perpetua Quillfeather',
  email: 'quill@example.com',
  phone: '+1 415 555 0177',
  ip: '198.51.100.77',
  said: 'scorchmarked',
  street: '77 Lantern Row',
  orderId: '7701',
  orderName: '#7701',
};

describe('rotating the secrets key', () => {
  let opened: Opened;
  let rotated: Database;
  beforeAll(async () => {
    opened = await openFresh();
    await fillWith(opened, QUILL, 10);
    await opened.db.tokens.update(SHOP, async () => ({
      accessToken: 'shpat_1',
      accessTokenExpiresAt: null,
      refreshToken: null,
      refreshTokenExpiresAt: null,
      scopes: 'read_orders',
    }));
    await opened.db.installations.bindSlack(SHOP, {
      team: 'T0DEMO',
      channel: 'C0RETURNS',
      approvalsChannel: 'C0APPROVALS',
      botToken: 'xoxb-1',
    });
    await opened.db.languageModels.save(SHOP, {
      baseUrl: 'https://models.example.com/v1',
      model: 'm',
      enabled: false,
      tokensAMonth: 1000,
      tokensADay: null,
      apiKey: 'sk-1',
    });
    rotated = await opened.another({ secretsKey: NEW, previousSecretsKeys: [KEY] });
  });
  afterAll(() => opened.close());

  it('knows a dead address under either key, and forgets it once', async () => {
    const note = { reason: 'there is no such mailbox', caseId: null, at: AT };
    await opened.db.deadAddresses.note(SHOP, 'gone@example.com', note);
    expect(await rotated.deadAddresses.find(SHOP, 'Gone@example.com')).toMatchObject({ reason: note.reason });
    await rotated.deadAddresses.note(SHOP, 'gone@example.com', { ...note, reason: 'full' });
    expect(await rotated.deadAddresses.find(SHOP, 'gone@example.com')).toMatchObject({ reason: 'full' });
    const listed = (await rotated.deadAddresses.list(SHOP)).filter(({ hint }) => hint === 'g…@example.com');
    expect(listed).toHaveLength(1);
    await rotated.deadAddresses.forget(SHOP, listed[0]?.digest ?? '');
    expect(await rotated.deadAddresses.find(SHOP, 'gone@example.com')).toBeNull();
  });

  it('seals all of it anew, wherever it lies, and everything still opens without the earlier key', async () => {
    const before = await sealedUnder(KEY);
    expect(before).toEqual([
      'inbox',
      'language_models',
      'model_calls',
      'orders',
      'parcels',
      'privacy_requests',
      'proposals',
      'shop_tokens',
      'slack_installations',
      'transcripts',
    ]);
    await rotated.upkeep();
    expect(await sealedUnder(KEY)).toEqual([]);
    expect(await sealedUnder(NEW)).toEqual([...before, 'secrets_check'].sort());

    const alone = await opened.another({ secretsKey: NEW });
    expect(await alone.tokens.load(SHOP)).toMatchObject({ accessToken: 'shpat_1' });
    expect(await alone.installations.slackToken('T0DEMO')).toBe('xoxb-1');
    expect(await alone.languageModels.settings(SHOP)).toMatchObject({ apiKey: 'sk-1' });
    const found = await alone.store.transaction(SHOP, (tx) => tx.order(QUILL.orderId));
    expect(found?.contact).toMatchObject({ email: QUILL.email });
    const subject = { customerId: null, email: QUILL.email, phone: null, orderIds: [] };
    // Found by digests of the new key alone, and every sealed part of the export opens.
    expect(JSON.stringify(await alone.privacy.export(SHOP, subject, AT))).toContain(QUILL.said);
  });

  /** Tables with something sealed under this key: as bytes, or as base64 in a text. */
  const sealedUnder = async (key: Uint8Array): Promise<string[]> => {
    const id = createHash('sha256').update('makegood key id').update(key).digest().subarray(0, 4);
    const head = Buffer.concat([Buffer.of(1), id]);
    const { rows: tables } = await opened.sql.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE nspname = 'public' AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await opened.sql.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`);
      const words = [`"\\\\x${head.toString('hex')}`, `"${head.toString('base64').slice(0, 6)}`];
      if (rows.some(({ row }) => words.some((word) => row.includes(word)))) found.push(name);
    }
    return found;
  };
});
