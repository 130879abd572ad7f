import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage, People, Problem, Scanned, ShopSettings } from '../../../web/edge/admin/contract.ts';
import { PEOPLE } from './support/demo-shop.ts';
import { uuid } from './support/records.ts';
import { ask, type Served, serveAdmin } from './support/serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serveAdmin();
});
afterEach(() => served.close());

const get = async <T>(path: string, as = '1') => (await ask(served.url, `/api${path}`, { as })).body as T;
const send = (method: string, path: string, body?: unknown, options: Parameters<typeof ask>[2] = {}) =>
  ask(served.url, `/api${path}`, { method, body, as: '1', ...options });

const ADA = { name: 'Ada Agent', role: 'agent', staffId: '101', slackUser: null };

describe('people', () => {
  it('are set by owners alone, and each change is written down', async () => {
    const put = (as: string) => send('PUT', `/people/${PEOPLE.agent.id}`, { ...ADA, role: 'approver' }, { as });
    for (const as of ['101', '201', '301', '401']) expect((await put(as)).status).toBe(403);
    expect((await put('1')).status).toBe(200);
    const { people } = await get<People>('/people');
    expect(people.find(({ id }) => id === PEOPLE.agent.id)).toMatchObject({ role: 'approver' });
    expect(served.world.own.entries.map(({ text }) => text)).toEqual(['changed Ada Agent from agent to approver']);
  });

  it('keep an owner whom Shopify vouches for', async () => {
    const answer = await send('PUT', `/people/${PEOPLE.owner.id}`, { ...ADA, name: 'Olive', staffId: '1' });
    expect(answer.status).toBe(422);
    expect((answer.body as Problem).detail).toMatch(/one owner/);
  });

  it.each([
    [{ ...ADA, name: 'Twin', staffId: '201' }, 422, /Lena Lead already/],
    [{ ...ADA, name: '', staffId: '7' }, 400, /name/],
    [{ ...ADA, name: 'Nia', staffId: 'abc' }, 400, /staffId/],
    [{ ...ADA, name: 'Nia', staffId: '7', slackUser: 'nia' }, 400, /slackUser/],
    [{ ...ADA, name: 'Nia', staffId: '7', role: 'king' }, 400, /role/],
  ])('refuse %j', async (body, status, detail) => {
    const answer = await send('POST', '/people', body);
    expect(answer.status).toBe(status);
    expect((answer.body as Problem).detail).toMatch(detail);
  });

  it('are one person where a Slack account turns out to be somebody’s', async () => {
    await send('POST', '/people', { name: 'Ada in Slack', role: 'agent', staffId: null, slackUser: 'U0ADA' });
    const answer = await send('PUT', `/people/${PEOPLE.agent.id}`, { ...ADA, slackUser: 'U0ADA' });
    expect(answer.status).toBe(200);
    const { people } = await get<People>('/people');
    expect(people.filter(({ slackUser }) => slackUser === 'U0ADA').map(({ name }) => name)).toEqual(['Ada Agent']);
    expect(people.map(({ name }) => name)).not.toContain('Ada in Slack');
    const merged = served.world.shop.people.find(({ name }) => name === 'Ada in Slack');
    expect(merged).toMatchObject({ role: null, mergedInto: PEOPLE.agent.id });
  });

  it('are not overwritten by who saw an older state', async () => {
    const { people } = await get<People>('/people');
    const version = people.find(({ id }) => id === PEOPLE.agent.id)?.version;
    const put = () =>
      send(
        'PUT',
        `/people/${PEOPLE.agent.id}`,
        { ...ADA, role: 'warehouse' },
        { headers: { 'If-Match': `"${version}"` } },
      );
    expect((await put()).status).toBe(200);
    expect((await put()).status).toBe(412);
  });
});

describe('settings', () => {
  const save = (body: unknown, version: number, as = '1') =>
    send('PUT', '/settings', body, { as, headers: { 'If-Match': `"${version}"` } });

  it('are kept, and a stale write is refused and explained', async () => {
    const changes = { mailFrom: 'Demo <returns@demo.example>', returnAddress: ['Dock 1', 'Albany NY 12207'] };
    expect((await save(changes, 0)).status).toBe(200);
    expect(await get<ShopSettings>('/settings')).toMatchObject({ version: 1, ...changes });
    const stale = await save({ contactEmail: 'a@b.example' }, 0);
    expect(stale.status).toBe(412);
    expect((stale.body as Problem).detail).toMatch(/somebody else changed these settings/);
  });

  it.each([
    [{ mailFrom: 'nobody' }],
    [{ mailFrom: 'a@b.example\r\nBcc: c@d.example' }],
    [{ contactEmail: 'not an address' }],
    [{ returnAddress: ['line\nbreak'] }],
    [{ slackChannel: '#returns' }],
    [{ mailFrom: 'a@b.example', secret: true }],
    [{ retention: { photoDays: 3 } }],
    [{ retention: { webhookDays: null } }],
    [{ retention: { webhookDays: 15 } }],
    [{ retention: { personalDays: 'long' } }],
    [{ slackListFrom: 1 }],
    [{ slackListFrom: 1001 }],
    [{ slackListFrom: 2.5 }],
    [{ slackListFrom: '' }],
  ])('refuse %j', async (body) => {
    expect((await save(body, 0)).status).toBe(400);
    expect(served.world.own.entries).toEqual([]);
  });

  it('say how long things are kept, and the history to how many days it was set', async () => {
    expect((await save({ retention: { photoDays: 90, webhookDays: 7 } }, 0)).status).toBe(200);
    expect((await save({ retention: { photoDays: null } }, 1)).status).toBe(200);
    expect((await get<ShopSettings>('/settings')).retention).toEqual({
      webhookDays: 7,
      photoDays: null,
      personalDays: null,
    });
    expect(served.world.own.entries.map(({ text }) => text)).toEqual([
      'changed how long things are kept (webhookDays 7, photoDays 90)',
      'changed how long things are kept (photoDays no end)',
    ]);
  });

  it('say from how many new cases a minute Slack lists them: ten, until an owner says otherwise', async () => {
    expect((await get<ShopSettings>('/settings')).slack.listFrom).toBe(10);
    expect((await save({ slackListFrom: 3 }, 0)).status).toBe(200);
    expect((await get<ShopSettings>('/settings')).slack.listFrom).toBe(3);
    expect(served.world.own.entries.map(({ text }) => text)).toEqual([
      'changed from how many new cases a minute Slack lists them',
    ]);
  });

  it('are an owner’s', async () => {
    for (const as of ['101', '201', '301', '401'])
      expect((await save({ setUpDismissed: true }, 0, as)).status).toBe(403);
  });

  it('send a test mail from where customers get theirs', async () => {
    expect((await send('POST', '/settings/test-mail')).status).toBe(202);
    expect(served.world.own.entries.map(({ event }) => event)).toEqual(['mail.test']);
  });
});

describe('the audit log', () => {
  it.each([
    ['1', 200],
    ['201', 200],
    ['101', 403],
    ['301', 403],
    ['401', 403],
  ])('staff %s: %i', async (as, status) => {
    expect((await ask(served.url, '/api/audit', { as })).status).toBe(status);
    expect((await ask(served.url, '/api/audit/export?format=csv', { as })).status).toBe(status);
  });

  it('narrows to a case, a person, an event', async () => {
    const { entries } = await get<AuditPage>('/audit?case=1&event=unit.inspect');
    expect(entries.map(({ event, caseNumber }) => [event, caseNumber])).toEqual([['unit.inspect', 1]]);
    expect((await ask(served.url, '/api/audit?case=x', { as: '1' })).status).toBe(400);
    expect((await ask(served.url, '/api/audit?from=yesterday', { as: '1' })).status).toBe(400);
  });

  it.each(['from=0000-01-01', 'to=9999-12-31', 'by=%00'])(
    'refuses by name what no history holds: %s',
    async (query) => {
      for (const path of ['/audit?', '/audit/export?format=csv&'])
        expect(await ask(served.url, `/api${path}${query}`, { as: '1' })).toMatchObject({ status: 400 });
    },
  );

  it('comes as a file', async () => {
    const csv = await ask(served.url, '/api/audit/export?format=csv', { as: '1' });
    expect(csv.headers.get('Content-Disposition')).toMatch(/attachment; filename="makegood-audit-.*\.csv"/);
    expect(csv.body).toContain('chain,id');
  });
});

describe('the parcel desk', () => {
  it.each([
    ['RMA-4F7K2QZ', { found: 'case' }],
    ['4f7k2qz', { found: 'case' }],
    ['rma 4F7K-2QZ', { found: 'case' }],
    ['RMA-4F7K2QX', { found: 'none', problem: 'misread' }],
    ['1Z000NOTHING', { found: 'none', problem: 'unknown' }],
    ['---', { found: 'none', problem: 'unknown' }],
    ['\u{1F3A7}', { found: 'none', problem: 'unknown' }],
  ])('a scan of %s', async (scan, what) => {
    expect(await get<Scanned>(`/desk/scan?scan=${encodeURIComponent(scan)}`, '301')).toMatchObject(what);
  });

  it('keeps what belongs into a parcel, and shows it where one is opened', async () => {
    const path = `/desk/cases/${uuid(1)}/checklist`;
    const before = await get<{ version: number; lines: { productId: string | null }[] }>(path, '301');
    const productId = before.lines[0]?.productId ?? '';
    const body = { productId, title: 'Headphones', parts: ['case', 'cable'] };
    const saved = await send('PUT', '/desk/checklists', body, { as: '301', headers: { 'If-None-Match': '*' } });
    expect(saved.status).toBe(200);
    expect(await get(path, '301')).toMatchObject({ version: 1, lines: [{ parts: ['case', 'cable'] }] });
    expect((await send('PUT', '/desk/checklists', body, { headers: { 'If-None-Match': '*' } })).status).toBe(412);
  });

  it('keeps a parcel of nobody apart, and leaves its channel to the shop', async () => {
    await send('POST', '/desk/parcels', { problem: 'unmarked', note: 'blue box', channel: 'C0EVIL' }, { as: '301' });
    expect(served.world.handled.at(-1)?.command).toMatchObject({ kind: 'parcel.quarantine', channel: null });
  });

  it('does not act on a parcel that has changed', async () => {
    const hold = (version: number) =>
      send(
        'POST',
        `/desk/parcels/${uuid(7701)}/steps`,
        { kind: 'parcel.hold', days: 7 },
        {
          headers: { 'If-Match': `"${version}"` },
        },
      );
    expect((await hold(2)).status).toBe(412);
    expect((await hold(1)).status).toBe(200);
  });
});
