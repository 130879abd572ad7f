import type { Router } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CallFailed } from '../../../policy/app/ports.ts';
import { StaleWrite } from '../../../policy/app/store.ts';
import { ENDPOINTS, Problem } from '../../../web/edge/admin/contract.ts';
import { rateLimit } from '../../../web/edge/admin/rate-limit.ts';
import { pngOf } from '../../support/customer-words.ts';
import { PEOPLE } from './support/demo-shop.ts';
import { DEAD_ADDRESS } from './support/memory-mails.ts';
import { uuid } from './support/records.ts';
import { type Answer, ask, type Served, serveAdmin } from './support/serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serveAdmin();
});
afterEach(() => served.close());

const get = (path: string, as?: string): Promise<Answer> => ask(served.url, `/api${path}`, { as });
const post = (path: string, body?: unknown, options: Parameters<typeof ask>[2] = {}): Promise<Answer> =>
  ask(served.url, `/api${path}`, { method: 'POST', body, ...options });

const [ORDER, CASE, INTENT, PARKED_EFFECT] = ['5000001090', uuid(1), uuid(2001), uuid(3003)];
type Asked = Pick<Parameters<typeof ask>[2] & object, 'as' | 'body' | 'headers'> & { path: string };
/** An owner's draft, for what is asked about one. */
const DRAFT = { settings: { 'changeOfMind.windowDays': 14 } };
const NEW = { 'If-None-Match': '*' };
const withDraft = async (): Promise<void> => {
  await ask(served.url, '/api/policy/draft', { method: 'PUT', body: DRAFT, as: '1', headers: NEW });
};
const PREPARE: Partial<Record<keyof typeof ENDPOINTS, () => Promise<unknown>>> = {
  discardPolicyDraft: withDraft,
  publishPolicy: withDraft,
  withdrawPolicyVersion: async () => {
    await withDraft();
    const headers = { 'If-Match': '"1"' };
    await post('/policy/publish', { effectiveOn: '2026-12-20' }, { as: '1', headers });
    const id = served.world.policy.versions.at(-1)?.id ?? '';
    REQUESTS.withdrawPolicyVersion.path = `/policy/versions/${id}/withdraw`;
  },
  backtest: withDraft,
  startBacktest: withDraft,
  stopBacktest: async () => {
    await withDraft();
    const { body } = await ask(served.url, '/api/policy/backtest', { method: 'POST', as: '1' });
    REQUESTS.stopBacktest.path = `/policy/backtest/${(body as { id: string }).id}/stop`;
  },
};
const REQUESTS: Record<keyof typeof ENDPOINTS, Asked> = {
  me: { path: '/me' },
  home: { path: '/home' },
  cases: { path: '/cases' },
  case: { path: `/cases/${CASE}` },
  note: { path: `/cases/${CASE}/notes`, body: { text: 'called the customer' } },
  retryCase: { path: `/cases/${CASE}/retry` },
  confirmDamage: { path: `/cases/${CASE}/confirm-damage`, body: { agree: true } },
  step: { path: `/cases/${CASE}/steps`, body: { kind: 'return.extend', days: 7, because: 'was ill' } },
  openCase: { path: `/orders/${ORDER}/cases`, body: { kind: 'cancellation.request' } },
  orders: { path: '/orders?text=1090' },
  products: { path: '/products?text=head' },
  order: { path: `/orders/${ORDER}` },
  preview: { path: `/orders/${ORDER}/preview`, body: { ask: { kind: 'cancel' } } },
  approvals: { path: '/approvals' },
  approve: { path: `/intents/${INTENT}/approve` },
  decline: { path: `/intents/${INTENT}/decline`, body: { because: 'serial number is not ours' } },
  parked: { path: '/parked' },
  retryDelivery: { path: '/parked/77/retry' },
  backfill: { path: '/backfill' },
  startBackfill: { path: '/backfill', as: '1' },
  privacy: { path: '/privacy' },
  policy: { path: '/policy' },
  savePolicyDraft: { path: '/policy/draft', body: DRAFT, as: '1', headers: NEW },
  discardPolicyDraft: { path: '/policy/draft', as: '1', headers: { 'If-Match': '"1"' } },
  publishPolicy: { path: '/policy/publish', body: { effectiveOn: null }, as: '1', headers: { 'If-Match': '"1"' } },
  withdrawPolicyVersion: { path: `/policy/versions/${uuid(9990)}/withdraw`, as: '1' },
  policyVersions: { path: '/policy/versions' },
  backtest: { path: '/policy/backtest' },
  startBacktest: { path: '/policy/backtest', as: '1' },
  stopBacktest: { path: `/policy/backtest/${uuid(9999)}/stop`, as: '1' },
  views: { path: '/case-views' },
  saveViews: {
    path: '/case-views',
    body: { views: [{ name: 'Late', query: 'overdue=true' }] },
    headers: NEW,
  },
  figures: { path: '/figures' },
  dismissDelivery: { path: '/parked/77/dismiss', body: { because: 'a test of ours' } },
  dismissEffect: { path: `/effects/${PARKED_EFFECT}/dismiss`, body: { because: 'told them by phone' } },
  audit: { path: '/audit?limit=20' },
  people: { path: '/people' },
  addPerson: { path: '/people', as: '1', body: { name: 'Nia', role: 'agent', staffId: '555', slackUser: null } },
  savePerson: {
    path: `/people/${PEOPLE.agent.id}`,
    as: '1',
    body: { name: 'Ada A.', role: 'agent', staffId: '101', slackUser: '' },
  },
  settings: { path: '/settings' },
  saveSettings: { path: '/settings', as: '1', body: { mailFrom: 'Demo <mail@demo.example>' }, headers: NEW },
  connectSlack: { path: '/slack/connect', as: '1' },
  disconnectSlack: { path: '/slack/disconnect', as: '1' },
  testMail: { path: '/settings/test-mail', as: '1' },
  mails: { path: '/mails' },
  saveMails: {
    path: '/mails',
    as: '1',
    body: { replyTo: null, accent: '#1f2328', language: 'customer', texts: { en: { 'solved.title': 'Hooray' } } },
    headers: NEW,
  },
  saveLogo: { path: '/mails/logo', as: '1', body: { base64: pngOf(8, 8).toString('base64') }, headers: NEW },
  previewMail: { path: '/mails/preview', body: { template: 'rma-issued', caseId: CASE, language: 'en' } },
  tryAddress: { path: `/mails/dead/${DEAD_ADDRESS}`, as: '1' },
  sendPhoto: {
    path: '/photos',
    body: new Blob([Uint8Array.from(pngOf(8, 8))]),
    headers: { 'Content-Type': 'image/png', 'X-File-Name': 'hinge.png' },
  },
  model: { path: '/model', as: '1' },
  saveModel: {
    path: '/model',
    as: '1',
    body: {
      baseUrl: 'https://api.example.com/v1',
      model: 'm',
      apiKey: 'k',
      enabled: true,
      tokensAMonth: 9_000,
      tokensADay: 1_000,
    },
  },
  removeModel: { path: '/model', as: '1' },
  scan: { path: '/desk/scan?scan=RMA-4F7K2QZ' },
  checklist: { path: `/desk/cases/${CASE}/checklist` },
  saveChecklist: {
    path: '/desk/checklists',
    body: { productId: '31', title: 'Headphones', parts: ['case', 'cable'] },
    headers: NEW,
  },
  parcels: { path: '/desk/parcels' },
  parcel: { path: `/desk/parcels/${uuid(7701)}` },
  quarantine: { path: '/desk/parcels', body: { problem: 'unmarked', senderName: 'R. Sample' } },
  parcelStep: { path: `/desk/parcels/${uuid(7701)}/steps`, body: { kind: 'parcel.hold', days: 7 } },
  retryEffect: { path: `/effects/${PARKED_EFFECT}/retry` },
};

it('an answer that breaks the contract is a fault of ours, and does not leave', async () => {
  const { figures } = served.world.own.admin;
  Object.assign(served.world.own.admin, {
    figures: async (...asked: Parameters<typeof figures>) => ({ ...(await figures(...asked)), refunds: 'many' }),
  });
  const answer = await get('/figures');
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toContain('many');
  expect(String(served.reported[0])).toContain('GET /figures');
});

/** What answers with a file, and so with nothing that a schema could say. */
const FILES = ['GET /audit/export', 'GET /cases/:id/label', 'GET /photos/:id', 'GET /privacy/:id/export'];

const routesOf = (router: Router): string[] =>
  router.stack.flatMap(({ route, handle }) => {
    if (route !== undefined)
      return Object.keys(methodsOf(route)).map((method) => `${method.toUpperCase()} ${route.path}`);
    return 'stack' in handle ? routesOf(handle as unknown as Router) : [];
  });
/** Express keeps them beside what its types name. */
const methodsOf = (route: object): object => (route as { methods: object }).methods;

it('every route is an endpoint of the contract, or answers with a file', () => {
  const named = new Set(Object.values(ENDPOINTS).map(({ method, path }) => `${method} ${path}`));
  expect(
    routesOf(served.router)
      .filter((route) => !named.has(route))
      .sort(),
  ).toEqual(FILES);
});

describe('every endpoint', () => {
  it.each(Object.entries(ENDPOINTS))('%s answers exactly what its schema says', async (name, endpoint) => {
    await PREPARE[name as keyof typeof ENDPOINTS]?.();
    const { path, ...asked } = REQUESTS[name as keyof typeof ENDPOINTS];
    const answer = await ask(served.url, `/api${path}`, { method: endpoint.method, ...asked });
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(300);
    // Parsing drops what the schema does not name: equality says that nothing else left the server.
    expect(answer.body).toEqual(endpoint.output.parse(answer.body));
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it.each(Object.entries(ENDPOINTS))('%s wants a session token', async (name, endpoint) => {
    const { path, body } = REQUESTS[name as keyof typeof ENDPOINTS];
    const answer = await ask(served.url, `/api${path}`, { method: endpoint.method, body, as: null });
    expect(answer.status).toBe(401);
    expect(served.world.handled).toEqual([]);
  });

  it.each(['case', 'order', 'preview', 'approve', 'decline', 'retryDelivery', 'note', 'retryEffect'] as const)(
    '%s shows and does nothing in another shop',
    async (name) => {
      const { path, body } = REQUESTS[name];
      const outcome = {
        status: 'refused',
        code: 'not-found',
        because: 'no such case',
        clauses: [],
        caseId: null,
      } as const;
      served.world.answerNext(outcome);
      const answer = await ask(served.url, `/api${path}`, {
        method: ENDPOINTS[name].method,
        body,
        as: '201@other.myshopify.com',
      });
      // Trying a delivery again is refused earlier: nobody of the other shop has a role in it.
      expect(answer.status).toBe(name === 'retryDelivery' ? 403 : 404);
      for (const { envelope } of served.world.handled) expect(envelope.shop).toBe('other.myshopify.com');
      expect(served.world.shop.parked).toHaveLength(1);
    },
  );
});

const problemOf = (answer: Answer): Problem => {
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(answer.body);
  expect(problem.status).toBe(answer.status);
  expect(problem.detail.length).toBeGreaterThan(10);
  return problem;
};

describe('input that can not be right', () => {
  it.each([
    ['GET', '/cases?limit=0', undefined, 400, 'bad-input'],
    ['GET', '/cases?limit=many', undefined, 400, 'bad-input'],
    ['GET', '/cases?kind=refund', undefined, 400, 'bad-input'],
    ['GET', '/cases?open=perhaps', undefined, 400, 'bad-input'],
    ['GET', '/cases?state=%27%3B--', undefined, 400, 'bad-input'],
    ['GET', '/cases?text=a&text=b', undefined, 400, 'bad-input'],
    ['GET', `/cases/${uuid(999)}`, undefined, 404, 'not-found'],
    ['GET', '/cases/not-a-case', undefined, 404, 'not-found'],
    ['GET', '/cases/%E0%A4%A', undefined, 404, 'not-found'],
    ['GET', '/orders/12ab', undefined, 404, 'not-found'],
    ['GET', '/orders/404', undefined, 404, 'not-found'],
    ['GET', '/nothing-here', undefined, 404, 'not-found'],
    ['POST', '/orders/404/preview', { ask: { kind: 'cancel' } }, 404, 'not-found'],
    ['POST', `/intents/${uuid(999)}/approve`, undefined, 404, 'not-found'],
    ['POST', '/parked/78/retry', undefined, 404, 'not-found'],
    ['POST', `/cases/${CASE}/notes`, undefined, 400, 'not-json'],
    ['POST', `/cases/${CASE}/notes`, '{"text": ', 400, 'not-json'],
    ['POST', `/cases/${CASE}/notes`, { text: '  ' }, 400, 'bad-input'],
    ['POST', `/cases/${CASE}/notes`, { text: 'x'.repeat(3001) }, 400, 'bad-input'],
    ['POST', `/cases/${CASE}/notes`, { text: 'x'.repeat(200_000) }, 413, 'too-large'],
    ['POST', `/cases/${CASE}/notes`, { text: 'x', from: 'somebody else' }, 400, 'bad-input'],
    ['POST', `/cases/${CASE}/notes`, { text: 'a\0b' }, 400, 'bad-input'],
    ['POST', `/cases/${CASE}/notes`, { text: 'half of one: \ud83c' }, 400, 'bad-input'],
    ['PUT', '/policy/draft', { settings: { 'a\0b': 1 } }, 400, 'bad-input'],
    ['GET', '/products?text=%00', undefined, 400, 'bad-input'],
    ['GET', '/cases?text=a%00b', undefined, 400, 'bad-input'],
    ['POST', `/intents/${INTENT}/decline`, { because: '' }, 400, 'bad-input'],
    ['POST', `/orders/${ORDER}/preview`, { ask: { kind: 'refund_everything' } }, 400, 'bad-input'],
    ['POST', `/orders/${ORDER}/preview`, { ask: { kind: 'cancel', lines: [] } }, 400, 'bad-input'],
    [
      'POST',
      `/orders/${ORDER}/preview`,
      { ask: { kind: 'return', reason: 'defective', lines: [{ lineItemId: '7001', quantity: 0.5 }] } },
      400,
      'bad-input',
    ],
  ])('%s %s %j → %i %s', async (method, path, body, status, code) => {
    const answer = await ask(served.url, `/api${path}`, { method, body });
    expect(problemOf(answer)).toMatchObject({ status, code });
    expect(served.world.handled).toEqual([]);
    expect(served.world.previews).toEqual([]);
    expect(served.reported).toEqual([]);
  });

  it('says where it is wrong', async () => {
    const answer = await post(`/orders/${ORDER}/preview`, {
      ask: { kind: 'cancel', lines: [{ lineItemId: '7001', quantity: 0 }] },
    });
    expect(problemOf(answer).errors?.[0]?.path).toBe('ask.lines.0.quantity');
  });

  it('passes on what the policy says of an impossible question', async () => {
    const answer = await post(`/orders/${ORDER}/preview`, {
      ask: { kind: 'cancel', lines: [{ lineItemId: '7001', quantity: 3 }] },
    });
    expect(problemOf(answer)).toMatchObject({
      status: 422,
      code: 'invalid',
      detail: 'asked for 3 of line 7001, 2 are left',
      errors: [{ path: 'ask.lines[0].quantity' }],
    });
  });
});

describe('reading', () => {
  it('says who looks, and that it does not know somebody', async () => {
    expect((await get('/me', '201')).body).toMatchObject({
      shop: { timeZone: 'America/New_York', slackConnected: true },
      person: { name: 'Lena Lead', role: 'approver' },
    });
    expect((await get('/me', '555')).body).toMatchObject({ person: null });
  });

  it('puts what needs a person first', async () => {
    expect((await get('/home')).body).toMatchObject({
      approvals: [{ intent: { id: INTENT, proposedByName: 'Ada Agent' } }],
      parkedCount: 2,
      recent: [{ number: 1 }, { number: 2 }, { number: 3 }, {}, {}, {}],
    });
  });

  it('pages through all cases, each once', async () => {
    const numbers: number[] = [];
    let cursor: string | null = '0';
    while (cursor !== null) {
      const answer = await get(`/cases?limit=10&cursor=${cursor}`);
      const page = ENDPOINTS.cases.output.parse(answer.body);
      numbers.push(...page.cases.map((summary) => summary.number));
      cursor = page.nextCursor;
    }
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 3, ...Array.from({ length: 28 }, (_, at) => 10 + at)]);
  });

  it.each([
    ['open=true', [1, 2, 3]],
    ['kind=backorder', [3]],
    ['state=canceling', [2]],
    ['text=RMA-4F7K2QZ', [1]],
    ['text=1001&open=false', []],
  ])('filters by %s', async (query, numbers) => {
    const page = ENDPOINTS.cases.output.parse((await get(`/cases?${query}`)).body);
    expect(page.cases.map((summary) => summary.number)).toEqual(numbers);
  });

  it('judges what is overdue by its own clock', async () => {
    const page = ENDPOINTS.cases.output.parse((await get('/cases?open=true')).body);
    expect(page.cases.map(({ number, overdue }) => [number, overdue])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
  });

  it.each([
    ['agent', PEOPLE.agent.staffId, 'role'],
    ['warehouse', PEOPLE.warehouse.staffId, 'role'],
    ['guest', PEOPLE.guest.staffId, 'role'],
    ['stranger', '555', 'role'],
    ['approver', PEOPLE.approver.staffId, null],
    ['owner', PEOPLE.owner.staffId, null],
  ])('tells the %s whether they may decide', async (_who, staffId, blocked) => {
    const detail = ENDPOINTS.case.output.parse((await get(`/cases/${CASE}`, staffId ?? '')).body);
    expect(detail.intents.map((intent) => intent.blocked)).toEqual([blocked]);
  });

  it('sends no facts, keys, payloads or contact data of a case', async () => {
    const text = JSON.stringify((await get(`/cases/${CASE}`)).body);
    for (const hidden of ['secretLookingThing', 'refund-1', 'effect-1', 'hasEmail', 'Robin', 'payload']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('shows an order with its customer, so that staff know whom they speak with', async () => {
    expect((await get('/orders/5000001001')).body).toMatchObject({
      customerName: 'Robin Ferreira',
      shippingStatus: 'shipped',
      openCases: [{ number: 1 }],
      lines: [{ unitsShipped: 2 }],
    });
  });

  it('asks the policy and records nothing', async () => {
    const answer = await post(`/orders/${ORDER}/preview`, {
      ask: { kind: 'return', reason: 'defective', lines: [{ lineItemId: '7001', quantity: 1 }] },
    });
    expect(answer.body).toMatchObject({ verdict: 'needs-info', missing: ['photos'], clauses: ['P3'] });
    expect(served.world.handled).toEqual([]);
  });
});

describe('acting', () => {
  it('approves as the staff member of the session', async () => {
    const answer = await post(`/intents/${INTENT}/approve`, undefined, { headers: { 'If-Match': '"3"' } });
    expect(answer).toMatchObject({ status: 200, body: { replayed: false, caseId: CASE } });
    expect(served.world.handled).toMatchObject([
      {
        envelope: { shop: 'demo.myshopify.com', actor: { kind: 'staff', staffId: '201' } },
        command: { kind: 'refund.approve', intentId: INTENT },
      },
    ]);
  });

  it('does not take a staff id, a shop or a role from the body', async () => {
    const answer = await post(`/cases/${CASE}/notes`, { text: 'x', staffId: '1' }, { as: '401' });
    expect(answer.status).toBe(400);
    expect(served.world.handled).toEqual([]);
  });

  it.each([
    ['guest', '401'],
    ['agent', '101'],
    ['warehouse', '301'],
    ['stranger', '555'],
  ])('lets no %s approve', async (_who, staffId) => {
    expect(problemOf(await post(`/intents/${INTENT}/approve`, undefined, { as: staffId }))).toMatchObject({
      status: 403,
      code: 'not-allowed',
    });
    expect((await served.world.read.intent('demo.myshopify.com', INTENT))?.intent.state).toBe('awaiting_approval');
  });

  it.each([
    ['guest', '401'],
    ['warehouse', '301'],
    ['stranger', '555'],
  ])('lets no %s have a delivery tried again', async (_who, staffId) => {
    expect(problemOf(await post('/parked/77/retry', undefined, { as: staffId })).status).toBe(403);
    expect(served.world.shop.parked).toHaveLength(1);
  });

  it.each(['"2"', 'W/"2"', '"1", "2"', 'nonsense'])('refuses a decision on an older version (%s)', async (tag) => {
    const answer = await post(`/intents/${INTENT}/approve`, undefined, { headers: { 'If-Match': tag } });
    expect(problemOf(answer)).toMatchObject({ status: 412, code: 'stale' });
    expect(problemOf(answer).detail).toMatch(/look again/);
    expect(served.world.handled).toEqual([]);
  });

  it.each(['"3"', 'W/"3"', '"2", "3"', '*'])('takes a decision on this version (%s)', async (tag) => {
    const answer = await post(`/intents/${INTENT}/approve`, undefined, { headers: { 'If-Match': tag } });
    expect(answer.status).toBe(200);
  });

  it('acts once for the same key', async () => {
    const headers = { 'Idempotency-Key': '0f0b5c52-8f2e-4b0c-9f57-0e6c1a1fd001' };
    const first = await post(`/cases/${CASE}/notes`, { text: 'called' }, { headers });
    const second = await post(`/cases/${CASE}/notes`, { text: 'called' }, { headers });
    expect([first.status, second.status]).toEqual([201, 200]);
    expect([first.body, second.body]).toMatchObject([{ replayed: false }, { replayed: true }]);
    const entries = (await served.world.read.caseDetail('demo.myshopify.com', CASE))?.entries ?? [];
    expect(entries.filter((entry) => entry.text === 'called')).toHaveLength(1);
  });

  it('answers a decision that is sent again as the first time, though it has changed the version it rests on', async () => {
    const headers = { 'If-Match': '"3"', 'Idempotency-Key': '0f0b5c52-8f2e-4b0c-9f57-0e6c1a1fd003' };
    const approve = () => post(`/intents/${INTENT}/approve`, undefined, { headers });
    expect(await approve()).toMatchObject({ status: 200, body: { replayed: false } });
    expect(await approve()).toMatchObject({ status: 200, body: { replayed: true } });
  });

  it('keeps keys of different people, commands and cases apart', async () => {
    const headers = { 'Idempotency-Key': '0f0b5c52-8f2e-4b0c-9f57-0e6c1a1fd002' };
    await post(`/cases/${CASE}/notes`, { text: 'a' }, { headers });
    await post(`/cases/${CASE}/notes`, { text: 'a' }, { headers, as: '101' });
    await post(`/cases/${uuid(2)}/notes`, { text: 'a' }, { headers });
    await post(`/intents/${INTENT}/approve`, undefined, { headers });
    await post(`/effects/${PARKED_EFFECT}/retry`, undefined, { headers });
    const ids = served.world.handled.map(({ envelope }) => envelope.id);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(200);
  });

  it('refuses a key that is none', async () => {
    const answer = await post(`/cases/${CASE}/notes`, { text: 'a' }, { headers: { 'Idempotency-Key': 'short' } });
    expect(problemOf(answer).status).toBe(400);
  });

  it.each([
    ['not-found', 404],
    ['not-allowed', 403],
    ['own-proposal', 403],
    ['stale', 412],
    ['ended', 409],
    ['illegal-event', 409],
    ['policy', 409],
    ['missing', 422],
    ['invalid', 422],
    ['shop-uninstalled', 409],
  ] as const)('answers a refusal (%s) with %i, its reason and its clauses', async (code, status) => {
    const because = 'the case is closed: open a new one';
    served.world.answerNext({ status: 'refused', code, because, clauses: ['P11'], caseId: CASE });
    const answer = await post(`/intents/${INTENT}/decline`, { because: 'no' });
    expect(problemOf(answer)).toMatchObject({ status, code, detail: because, clauses: ['P11'] });
    expect(served.reported).toEqual([]);
  });

  it.each([
    [new StaleWrite('case 1 is at version 7'), 412, 'stale', 0],
    [new CallFailed('unavailable', 'shopify is busy'), 503, 'unavailable', 0],
    [new Error('column "secret" of relation "Case"'), 500, 'internal', 1],
  ])('answers %s without its insides', async (error, status, code, reports) => {
    served.world.answerNext(error);
    const answer = await post(`/cases/${CASE}/notes`, { text: 'x' });
    expect(problemOf(answer)).toMatchObject({ status, code });
    expect(JSON.stringify(answer.body)).not.toMatch(/column|relation/);
    expect(served.reported).toHaveLength(reports);
  });
});

describe('the allowance', () => {
  it('is for each staff member of each shop, and comes back with time', async () => {
    let millis = 0;
    await served.close();
    served = await serveAdmin({ limit: rateLimit({ perSecond: 1, burst: 2 }, () => millis) });
    const statuses = async (as: string, times: number): Promise<number[]> => {
      const seen: number[] = [];
      for (let n = 0; n < times; n += 1) seen.push((await get('/me', as)).status);
      return seen;
    };
    expect(await statuses('201', 3)).toEqual([200, 200, 429]);
    expect(await statuses('101', 1)).toEqual([200]);
    const answer = await get('/me', '201');
    expect(problemOf(answer).code).toBe('too-many-requests');
    expect(answer.headers.get('Retry-After')).toBe('1');
    millis = 1000;
    expect(await statuses('201', 2)).toEqual([200, 429]);
  });
});
