import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY, type Opened, openFresh } from './open.ts';
import { AT, aCase, anEnvelope, done, later, SHOP } from './samples.ts';

describe("customers' links", () => {
  let opened: Opened;
  let caseId: string;
  beforeAll(async () => {
    opened = await openFresh();
    const record = aCase();
    caseId = record.id;
    await opened.db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { cases: [record] }));
  });
  afterAll(() => opened.close());

  const aLink = () => ({
    id: randomUUID(),
    shop: SHOP,
    caseId,
    purpose: 'backorder-answer' as const,
    createdAt: AT,
    expiresAt: later(60),
  });

  it('open what they were made for, and the same id gives the same link again', async () => {
    const link = aLink();
    const token = await opened.db.customerLinks.issue(link);
    expect(await opened.db.customerLinks.issue({ ...link, expiresAt: later(999) })).toBe(token);
    expect(await opened.db.customerLinks.open(token)).toMatchObject({ ...link, revokedAt: null });
  });

  it('are one link, asked for by ten at the same moment', async () => {
    for (let round = 0; round < 100; round += 1) {
      const link = aLink();
      const issued = await Promise.all(Array.from({ length: 10 }, () => opened.db.customerLinks.issue(link)));
      expect(new Set(issued).size).toBe(1);
    }
  });

  it('leave no token in the database', async () => {
    const token = await opened.db.customerLinks.issue(aLink());
    const { rows } = await opened.sql.query<{ row: string }>('SELECT to_jsonb(l)::text AS row FROM customer_links l');
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
  });

  it.each([
    ['nothing', () => ''],
    ['another word', () => 'A'.repeat(48)],
    ['a character changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
    ['the same with something behind it', (token: string) => `${token}A`],
    ['the id without its code', (token: string) => token.slice(0, 22)],
  ])('do not open for %s', async (_what, change) => {
    const token = await opened.db.customerLinks.issue(aLink());
    expect(await opened.db.customerLinks.open(change(token))).toBeNull();
  });

  it('still open after the key was rotated, and not under a key of somebody else', async () => {
    const link = aLink();
    const token = await opened.db.customerLinks.issue(link);
    const rotated = await opened.another({ secretsKey: new Uint8Array(32).fill(9), previousSecretsKeys: [KEY] });
    expect(await rotated.customerLinks.open(token)).toMatchObject({ caseId });
    // A mail that is sent once more carries the same link under the new key: both lead to it.
    const again = await rotated.customerLinks.issue(link);
    expect(again).not.toBe(token);
    expect(await rotated.customerLinks.open(again)).toMatchObject({ id: link.id, caseId });
    expect(await opened.db.customerLinks.open(again)).toBeNull();
  });

  it('are revoked together with what they were about, once', async () => {
    const link = aLink();
    const token = await opened.db.customerLinks.issue(link);
    const revoke = (at: string) =>
      opened.db.store.transaction(SHOP, (tx) =>
        tx.record(anEnvelope(randomUUID()), done(), { revokedLinks: [{ caseId, at }] }),
      );
    await revoke(later(1));
    await revoke(later(2));
    expect(await opened.db.customerLinks.open(token)).toMatchObject({ revokedAt: later(1) });
    const seen = await opened.db.store.transaction(SHOP, (tx) => tx.customerLink(link.id));
    expect(seen).toMatchObject({ id: link.id, revokedAt: later(1) });
    expect(await opened.db.store.transaction('other.myshopify.com', (tx) => tx.customerLink(link.id))).toBeNull();
  });
});
