import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../../../policy/settings.ts';
import { versionFor } from '../../../policy/versions/index.ts';
import type { Backtest, Policy, PolicyDraft, PolicyVersions, Problem } from '../../../web/edge/admin/contract.ts';
import { policySaveDraft } from '../../../web/shell/commands/policy-draft.ts';
import { policyPublish } from '../../../web/shell/commands/policy-publish.ts';
import type { Context, World } from '../../../web/shell/handler.ts';
import { aShop, NOW } from './support/records.ts';
import { type Answer, ask, type Served, serveAdmin } from './support/serve.ts';

const [OWNER, APPROVER] = ['1', '201'];
let served: Served;
beforeEach(async () => {
  served = await serveAdmin();
});
afterEach(() => served.close());

const get = async <T>(path: string): Promise<T> => (await ask(served.url, `/api${path}`, { as: OWNER })).body as T;
const save = (settings: object, match: string | null, as = OWNER): Promise<Answer> =>
  ask(served.url, '/api/policy/draft', {
    method: 'PUT',
    body: { settings },
    as,
    headers: match === null ? { 'If-None-Match': '*' } : { 'If-Match': match },
  });
const publish = (effectiveOn: string | null, match = '"1"', as = OWNER): Promise<Answer> =>
  ask(served.url, '/api/policy/publish', { method: 'POST', body: { effectiveOn }, as, headers: { 'If-Match': match } });

describe('the policy', () => {
  it('tells every setting with what a form needs, and what is in force', async () => {
    const policy = await get<Policy>('/policy');
    expect(policy.settings.map(({ name }) => name)).toEqual(SETTING_NAMES);
    expect(policy.settings.find(({ name }) => name === 'rma.validDays')).toMatchObject({
      unit: 'days',
      default: 30,
      control: { kind: 'number', min: 0, max: 365, none: false },
      clauses: ['P21', 'P22'],
      overridable: ['market', 'product'],
    });
    expect(policy.current).toMatchObject({ number: 1, settings: { 'rma.validDays': 30 } });
    expect(policy).toMatchObject({ draft: null, mayEdit: true });
    expect(policy.law.filter(({ clause }) => clause === 'P26').map(({ area }) => area)).toEqual(['EEA', 'GB']);
  });

  it('keeps a draft with what it changes, in words', async () => {
    const saved = await save({ 'rma.validDays': 14, markets: { DE: { legalOverlay: 'apply' } } }, null);
    expect(saved.status).toBe(201);
    const draft = saved.body as PolicyDraft;
    expect(draft).toMatchObject({ version: 1, basedOn: 1, savedByName: 'Olive Owner' });
    expect(draft.changes).toMatchObject([
      { setting: 'rma.validDays', scope: { kind: 'shop', id: null }, before: 30, after: 14, clauses: ['P21', 'P22'] },
      { setting: 'legalOverlay', scope: { kind: 'market', id: 'DE' }, after: 'apply' },
    ]);
    expect(draft.changes[0]?.sentence).toContain('30 → 14');
    expect((await get<Policy>('/policy')).draft).toEqual(draft);
    // In force is still what was.
    expect((await get<Policy>('/policy')).current.settings['rma.validDays']).toBe(30);
  });

  it('refuses a write that rests on what somebody else has changed, and says who', async () => {
    await save({ 'rma.validDays': 14 }, null);
    expect((await save({ 'rma.validDays': 20 }, '"1"')).status).toBe(200);
    const stale = await save({ 'rma.validDays': 21 }, '"1"');
    expect(stale.status).toBe(412);
    expect((stale.body as Problem).detail).toContain('Olive Owner saved the draft since you looked');
    expect((await save({}, null)).status).toBe(412);
    expect((await publish(null, '"1"')).status).toBe(412);
    expect((await get<Policy>('/policy')).draft?.settings['rma.validDays']).toBe(20);
  });

  it.each([
    [{ 'rma.validDays': 400 }, 422, /rma\.validDays.*0 to 365/],
    [{ 'rma.validDay': 4 }, 422, /did you mean `rma\.validDays`/],
    [{ markets: { DE: { 'shippedOut.event': 'carrier_scan' } } }, 422, /can't differ by market/],
    [{ markets: { Germany: {} } }, 422, /country like "DE"/],
  ])('refuses %j and says why', async (settings, status, why) => {
    const answer = await save(settings, null);
    expect(answer.status).toBe(status);
    expect((answer.body as Problem).detail).toMatch(why);
    expect((await get<Policy>('/policy')).draft).toBeNull();
  });

  it.each([
    ['a limit of half a cent', { 'approval.second': '500.005' }],
    ['one for a country', { markets: { DE: { 'approval.auto': '19.999' } } }],
  ])('keeps no amount that the shop’s currency does not have: %s', async (_which, settings) => {
    const answer = await save(settings, null);
    expect(answer.status).toBe(422);
    expect((answer.body as Problem).detail).toMatch(/amounts in USD have 2 decimals/);
    expect((await get<Policy>('/policy')).draft).toBeNull();
  });

  const context = { now: NOW, ids: { id: randomUUID }, by: 'x', byName: 'x' } as unknown as Context;
  const worldWith = (more: object): World =>
    ({ shop: aShop(), draft: null, versions: served.world.policy.versions, ...more }) as unknown as World;

  it.each([
    ['500.00', true],
    ['500.50', false],
  ])('reckons a limit in yen where the shop does (%s)', (second, ok) => {
    const world = worldWith({ shop: { ...aShop(), currency: 'JPY' } });
    const settings = { 'approval.second': second };
    expect(policySaveDraft.decide(world, { kind: 'policy.save-draft', settings, expected: null }, context).ok).toBe(ok);
  });

  it('publishes no draft with such an amount, from before they were refused', () => {
    const world = worldWith({ draft: { version: 1, state: 'open', settings: { 'approval.second': '500.005' } } });
    const command = { kind: 'policy.publish', expected: 1, effectiveAt: null } as const;
    expect(policyPublish.decide(world, command, context)).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('wants to know what a write rests on', async () => {
    const answer = await ask(served.url, '/api/policy/draft', { method: 'PUT', body: { settings: {} }, as: OWNER });
    expect(answer.status).toBe(400);
    expect((answer.body as Problem).detail).toContain('If-Match');
  });

  it('is changed by owners alone', async () => {
    expect((await save({ 'rma.validDays': 14 }, null, APPROVER)).status).toBe(403);
    await save({ 'rma.validDays': 14 }, null);
    expect((await publish(null, '"1"', APPROVER)).status).toBe(403);
    expect((await ask(served.url, '/api/policy/backtest', { method: 'POST', as: APPROVER })).status).toBe(403);
    const seen = (await ask(served.url, '/api/policy', { as: APPROVER })).body as Policy;
    expect(seen).toMatchObject({ mayEdit: false, draft: { version: 1 } });
  });

  it('is published once, with who and when, and never in the past', async () => {
    await save({ 'rma.validDays': 14 }, null);
    const past = await publish('2026-11-01');
    expect(past.status).toBe(422);
    expect((past.body as Problem).detail).toMatch(/^that day has begun: /);
    expect((past.body as Problem).detail).not.toMatch(/\dT\d/);
    expect((await publish(null)).status).toBe(200);
    expect((await publish(null)).status).toBe(409);
    const { versions } = await get<PolicyVersions>('/policy/versions');
    expect(versions).toMatchObject([
      { number: 2, state: 'in-force', publishedByName: 'Olive Owner', changes: [{ setting: 'rma.validDays' }] },
      { number: 1, state: 'past', publishedByName: null, changes: [] },
    ]);
    expect(served.world.policy.entries.map(({ event }) => event)).toEqual(['policy.save-draft', 'policy.publish']);
    expect(served.world.policy.versions[1]?.settings).toMatchObject({ missingParts: 'ask' });
  });

  it('counts from the beginning of a day in the shop’s time zone', async () => {
    await save({ 'rma.validDays': 14 }, null);
    expect((await publish('2026-12-01')).status).toBe(200);
    const policy = await get<Policy>('/policy');
    expect(policy.current.number).toBe(1);
    // New York.
    expect(policy.scheduled).toMatchObject([{ number: 2, effectiveAt: '2026-12-01T05:00:00.000Z' }]);
  });

  it('is withdrawn before it is in force, by an owner, and never judges anything', async () => {
    const withdraw = (id: string, as = OWNER): Promise<Answer> =>
      ask(served.url, `/api/policy/versions/${id}/withdraw`, { method: 'POST', as });
    await save({ 'rma.validDays': 14 }, null);
    await publish('2026-12-01');
    const { versions } = await get<PolicyVersions>('/policy/versions');
    const [scheduled, first] = versions;
    expect(scheduled).toMatchObject({ number: 2, state: 'scheduled', withdrawnAt: null });
    expect((await withdraw(scheduled?.id ?? '', APPROVER)).status).toBe(403);
    expect((await withdraw(randomUUID())).status).toBe(404);
    expect((await withdraw('2')).status).toBe(404);
    const inForce = await withdraw(first?.id ?? '');
    expect(inForce.status).toBe(409);
    expect((inForce.body as Problem).detail).toContain('version 1 has taken over');
    expect((await withdraw(scheduled?.id ?? '')).status).toBe(200);
    expect((await withdraw(scheduled?.id ?? '')).status).toBe(409);
    expect((await get<PolicyVersions>('/policy/versions')).versions).toMatchObject([
      { number: 2, state: 'withdrawn', withdrawnAt: expect.any(String), changes: [{ setting: 'rma.validDays' }] },
      { number: 1, state: 'in-force' },
    ]);
    expect((await get<Policy>('/policy')).scheduled).toEqual([]);
    expect(versionFor(served.world.policy.versions, '2027-01-01T00:00:00Z').number).toBe(1);
    expect(served.world.policy.entries.at(-1)).toMatchObject({
      event: 'policy.withdraw',
      subject: scheduled?.id,
      text: 'withdrew version 2 of the policy, which was to be in force from 2026-12-01T05:00:00.000Z',
    });
    // Its number is not given again.
    await save({ 'rma.validDays': 14 }, null);
    await publish(null);
    expect((await get<Policy>('/policy')).current.number).toBe(3);
  });

  it('is compared with the version that it takes over from, also where it was published out of order', async () => {
    await save({ 'rma.validDays': 14 }, null);
    await publish('2026-12-20');
    await save({ 'changeOfMind.windowDays': 21 }, null);
    await publish('2026-12-10');
    const { versions } = await get<PolicyVersions>('/policy/versions');
    expect(versions).toMatchObject([
      { number: 3, against: 1, changes: [{ setting: 'changeOfMind.windowDays' }] },
      { number: 2, against: 3, changes: expect.any(Array) },
      { number: 1, against: null, changes: [] },
    ]);
    expect(versions[1]?.changes.map(({ setting }) => setting).sort()).toEqual([
      'changeOfMind.windowDays',
      'rma.validDays',
    ]);
  });

  it('is told as damaged where what is stored is not what was published', async () => {
    await save({ 'rma.validDays': 14 }, null);
    await publish(null);
    const damaged = async (): Promise<boolean[]> =>
      (await get<PolicyVersions>('/policy/versions')).versions.map((version) => version.damaged);
    expect(await damaged()).toEqual([false, false]);
    const stored = served.world.policy.versions[1];
    if (stored === undefined) throw new Error('expected the second version');
    served.world.policy.versions[1] = { ...stored, settings: { ...stored.settings, 'rma.validDays': 1 } };
    expect(await damaged()).toEqual([true, false]);
  });

  it('is scheduled two years ahead at most', async () => {
    await save({ 'rma.validDays': 14 }, null);
    const slip = await publish('9999-12-31');
    expect(slip.status).toBe(422);
    expect((slip.body as Problem).detail).toContain('two years ahead');
    expect((await publish('2028-11-01')).status).toBe(200);
  });

  it('does not publish a draft that changes nothing', async () => {
    await save({ 'rma.validDays': 30 }, null);
    const answer = await publish(null);
    expect(answer.status).toBe(422);
    expect((answer.body as Problem).detail).toContain('says what version 1 says');
  });

  it('tells what a draft would have changed, and that it has moved on since', async () => {
    const start = (): Promise<Answer> => ask(served.url, '/api/policy/backtest', { method: 'POST', as: OWNER });
    expect((await start()).status).toBe(409);
    await save({ 'changeOfMind.windowDays': 0 }, null);
    expect((await start()).status).toBe(202);
    const seen: Backtest[] = [];
    do seen.push(await get<Backtest>('/policy/backtest'));
    while (seen.at(-1)?.run?.state === 'running');
    expect(seen[0]?.run).toMatchObject({ state: 'running', done: 0, outdated: false });
    const run = seen.at(-1)?.run;
    expect(run).toMatchObject({ state: 'done', outdated: false });
    expect(run?.done).toBe(run?.total);
    expect(run?.result?.asks.find(({ ask: about }) => about === 'return.changed_mind')?.flips).toBeGreaterThan(0);
    await save({ 'changeOfMind.windowDays': 1 }, '"1"');
    expect((await get<Backtest>('/policy/backtest')).run?.outdated).toBe(true);
  });
});
