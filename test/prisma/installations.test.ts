import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedPeople } from '../../prisma/index.ts';
import { type Opened, openFresh } from './open.ts';
import { AT, later, SHOP } from './samples.ts';

describe('installations', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
    await seedPeople(opened.db.installations, SHOP, 'T0DEMO');
  });
  afterAll(() => opened.close());

  const install = (name: string, at: string) =>
    opened.db.installations.install(
      {
        domain: SHOP,
        name,
        timeZone: 'Europe/Berlin',
        country: 'DE',
        currency: 'EUR',
        contactEmail: 'shop@example.com',
        address: ['12 Harbor Street', 'Springfield'],
        scopes: ['write_orders'],
      },
      at,
    );

  it('leaves what is known of a shop that is installed already, keeps when it was, and says what differs', async () => {
    expect(await install('Demo', later(59))).toBe('as-told');
    expect(await install('Renamed', later(60))).toBe('changed');
    expect(await opened.db.read.shop(SHOP)).toMatchObject({
      name: 'Demo',
      installedAt: AT,
      uninstalledAt: null,
      mailFrom: 'shop@example.com',
    });
    const { rows } = await opened.sql.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM policy_versions WHERE shop = $1',
      [SHOP],
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('brings back a shop that had left', async () => {
    await opened.sql.query('UPDATE shops SET uninstalled_at = now() WHERE domain = $1', [SHOP]);
    await install('Back', later(90));
    expect(await opened.db.read.shop(SHOP)).toMatchObject({ uninstalledAt: null });
  });

  it('belongs to whoever opens it first, and to nobody else after that', async () => {
    const owners = async (shop: string) =>
      (await opened.db.read.people(shop)).filter(({ role }) => role === 'owner').map(({ staffId }) => staffId);
    await opened.db.installations.firstOwner(SHOP, '777');
    expect(await owners(SHOP)).toEqual(['1']);
    const fresh = 'fresh.myshopify.com';
    await Promise.all(['778', '779'].map((staffId) => opened.db.installations.firstOwner(fresh, staffId)));
    expect(await owners(fresh)).toHaveLength(1);
  });

  it('binds a workspace and keeps its token', async () => {
    const bind = (botToken: string | null) =>
      opened.db.installations.bindSlack(SHOP, {
        team: 'T0DEMO',
        channel: 'C0RETURNS',
        approvalsChannel: 'C0APPROVE',
        botToken,
      });
    await bind('xoxb-secret');
    expect(await opened.db.installations.slackToken('T0DEMO')).toBe('xoxb-secret');
    expect(await opened.db.read.shopOfSlackTeam('T0DEMO')).toMatchObject({
      domain: SHOP,
      slackChannel: 'C0RETURNS',
      approvalsChannel: 'C0APPROVE',
    });
    await bind(null);
    expect(await opened.db.installations.slackToken('T0DEMO')).toBeNull();
    expect(await opened.db.installations.slackToken('T0OTHER')).toBeNull();
    expect(await opened.db.read.shopOfSlackTeam('T0OTHER')).toBeNull();
  });

  it.each([
    { actor: { kind: 'slack', team: 'T0DEMO', user: 'U0AGENT' }, role: 'agent', staffId: '101' },
    { actor: { kind: 'slack', team: 'T0DEMO', user: 'U0AGENT2' }, role: 'agent', staffId: '102' },
    { actor: { kind: 'slack', team: 'T0DEMO', user: 'U0LEAD' }, role: 'approver', staffId: '201' },
    { actor: { kind: 'staff', staffId: '202' }, role: 'approver', staffId: '202' },
    { actor: { kind: 'staff', staffId: '1' }, role: 'owner', staffId: '1' },
    { actor: { kind: 'slack', team: 'T0DEMO', user: 'U0GUEST' }, role: null, staffId: null },
  ] as const)('knows $actor as $role', async ({ actor, role, staffId }) => {
    const read = await opened.db.read.person(SHOP, actor);
    expect(read).toMatchObject({ role, staffId });
    await opened.db.store.transaction(SHOP, async (tx) => {
      expect(await tx.person(actor)).toEqual(read);
      expect(await tx.personById(read?.id ?? '')).toEqual(read);
      expect(await tx.people()).toContainEqual(read);
    });
  });

  it.each([
    { kind: 'slack', team: 'T0OTHER', user: 'U0LEAD' },
    { kind: 'slack', team: 'T0DEMO', user: 'U0NOBODY' },
    { kind: 'staff', staffId: '999' },
    { kind: 'customer' },
    { kind: 'system' },
  ] as const)('does not know $kind $user$staffId', async (actor) => {
    expect(await opened.db.read.person(SHOP, actor)).toBeNull();
    expect(await opened.db.store.transaction(SHOP, (tx) => tx.person(actor))).toBeNull();
  });

  it('seeds the same people once', async () => {
    const before = await opened.db.read.people(SHOP);
    await seedPeople(opened.db.installations, SHOP, 'T0DEMO');
    expect(await opened.db.read.people(SHOP)).toEqual(before);
    expect(before).toHaveLength(6);
  });

  it('moves a Slack account to the person it is now said to belong to', async () => {
    await opened.db.installations.savePerson({
      shop: SHOP,
      name: 'Nora New',
      role: 'agent',
      staffId: '303',
      slackTeam: 'T0DEMO',
      slackUser: 'U0GUEST',
    });
    expect(await opened.db.read.person(SHOP, { kind: 'slack', team: 'T0DEMO', user: 'U0GUEST' })).toMatchObject({
      name: 'Nora New',
      staffId: '303',
    });
    expect((await opened.db.read.people(SHOP)).filter((person) => person.slackUser === 'U0GUEST')).toHaveLength(1);
  });

  describe('evidence', () => {
    const photo = { name: '../../etc/photo.jpg', mimetype: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0, 1, 2]) };

    it('gives back what was put, to its shop alone', async () => {
      const ref = await opened.db.evidence.put(SHOP, photo);
      expect(ref).toMatchObject({ name: photo.name, mimetype: 'image/jpeg', bytes: 5 });
      const found = await opened.db.evidence.get(SHOP, ref.id);
      expect(found?.ref).toEqual(ref);
      expect(Buffer.from(found?.bytes ?? []).equals(photo.bytes)).toBe(true);
      expect(await opened.db.evidence.get('other.myshopify.com', ref.id)).toBeNull();
      expect(await opened.db.evidence.get(SHOP, 'nonsense')).toBeNull();
    });

    it('keeps equal bytes once, readable to nobody else', async () => {
      const first = await opened.db.evidence.put(SHOP, photo);
      const second = await opened.db.evidence.put(SHOP, { ...photo, name: 'again.jpg' });
      expect(second.id).not.toBe(first.id);
      const folder = join(opened.dataDir, 'evidence', first.sha256.slice(0, 2));
      expect(readdirSync(folder)).toEqual([first.sha256]);
      expect(statSync(join(folder, first.sha256)).mode & 0o077).toBe(0);
    });

    it('says so when a file was damaged', async () => {
      const ref = await opened.db.evidence.put(SHOP, { ...photo, bytes: Buffer.from('intact') });
      writeFileSync(join(opened.dataDir, 'evidence', ref.sha256.slice(0, 2), ref.sha256), 'broken');
      await expect(opened.db.evidence.get(SHOP, ref.id)).rejects.toThrow(`evidence ${ref.id} is damaged`);
    });
  });
});
