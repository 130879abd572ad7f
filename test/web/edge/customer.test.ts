import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command, Envelope, Outcome } from '../../../policy/app/commands.ts';
import { PLAIN_LOOK } from '../../../policy/app/mail-look.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { BackorderData, CaseRecord, CustomerLinkRecord } from '../../../policy/app/records.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { customerRoutes } from '../../../web/edge/customer/routes.ts';
import { someFacts } from '../../prisma/samples.ts';

const NOW = '2026-11-22T15:00:00.000Z';
const TOKEN = 'T'.repeat(48);
const SHOP = {
  domain: 'demo.myshopify.com',
  name: 'Demo <Audio>',
  contactEmail: 'help@demo.example',
  timeZone: 'America/New_York',
  uninstalledAt: null,
};

let server: Server;
let url: string;
let link: CustomerLinkRecord;
let detail: CaseDetail;
let openCases: CaseRecord[];
let handled: [Envelope, Command][];
let answer: Outcome;
let locale: string | null;

const DONE: Outcome = { status: 'done', replayed: false, caseId: 'case', proposalId: null, intentId: null };
const refused = (code: 'ended' | 'policy'): Outcome => ({
  status: 'refused',
  code,
  because: 'no',
  clauses: [],
  caseId: null,
});
const line = (id: string, title: string, quantity: number) => ({
  id,
  productId: null,
  variantId: null,
  inventoryItemId: null,
  title,
  variantTitle: null,
  sku: null,
  quantity,
  currentQuantity: quantity,
  requiresShipping: true,
  giftCard: false,
  unitPrice: 4000,
  discount: 0,
  total: 4000 * quantity,
  tax: 0,
  duties: 0,
  dutyIds: [],
});
const aDetail = (over: Partial<CaseRecord> = {}, data: Partial<BackorderData> = {}): CaseDetail =>
  ({
    case: {
      id: 'case',
      number: 12,
      shop: SHOP.domain,
      kind: 'backorder',
      state: 'customer_notified',
      orderName: '#1003',
      data: {
        kind: 'backorder',
        lines: [{ lineItemId: '11', quantity: 1 }],
        notifiedAt: NOW,
        answer: null,
        eta: '2026-12-01',
        round: 2,
        ...data,
      },
      ...over,
    },
    order: someFacts({ lines: [line('11', 'Kettle <One>', 1)] }),
    shop: SHOP,
    deadlines: [
      {
        id: 'd',
        shop: SHOP.domain,
        caseId: 'case',
        kind: 'backorder-response',
        dueAt: '2026-11-25T15:00:00.000Z',
        state: 'open',
      },
    ],
  }) as unknown as CaseDetail;

beforeAll(async () => {
  const app = express();
  app.use(
    customerRoutes({
      links: { issue: async () => TOKEN, open: async (token) => (token === TOKEN ? link : null) },
      read: { caseDetail: async () => detail, openCasesOfOrder: async () => openCases },
      settingsOf: async () => parseSettings({}),
      contactOf: async () => ({ name: 'Jo', email: 'jo@example.com', phone: null, postcode: null, locale }),
      looks: { load: async () => PLAIN_LOOK },
      evidence: {
        put: async (_shop, { name, mimetype, bytes }) => ({
          id: name,
          name,
          mimetype,
          bytes: bytes.length,
          sha256: name,
        }),
      },
      labelOf: async () => ({ filename: 'label.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' }),
      handle: async (envelope, command) => {
        handled.push([envelope, command]);
        return answer;
      },
      clock: { now: () => NOW },
      report: () => undefined,
      limits: { perSecond: 0.001, burst: 40 },
    }),
  );
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/c`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  handled = [];
  answer = DONE;
  locale = null;
  detail = aDetail();
  openCases = [detail.case];
  link = {
    id: 'link',
    shop: SHOP.domain,
    caseId: 'case',
    purpose: 'backorder-answer',
    tokenHash: '',
    createdAt: NOW,
    expiresAt: '2027-01-01T00:00:00.000Z',
    revokedAt: null,
  };
});

const press = (value: string | null, token = TOKEN) =>
  fetch(`${url}/${token}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: value === null ? '' : `answer=${encodeURIComponent(value)}`,
  });
const look = async (query = '', token = TOKEN) => {
  const response = await fetch(`${url}/${token}${query}`);
  return { response, html: await response.text() };
};

describe('opening the page', () => {
  it('changes nothing, names shop, goods, date and time to answer, and escapes what it was given', async () => {
    const { response, html } = await look();
    expect(response.status).toBe(200);
    expect(handled).toEqual([]);
    for (const text of [
      'Demo &lt;Audio&gt;',
      'Kettle &lt;One&gt;',
      '#1003',
      '1 December 2026',
      '25 November 2026',
      'help@demo.example',
    ])
      expect(html).toContain(text);
    expect(html).not.toMatch(/<script|<img|https?:\/\//i);
  });
  it('is kept by nobody, framed by nobody, and runs nothing', async () => {
    const { response } = await look();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
    );
  });
  it.each([
    ['', 'wait'],
    ['?answer=wait', 'wait'],
    ['?answer=refund', 'refund'],
  ])('puts first what was pressed in the mail: %s', async (query, first) => {
    const { html } = await look(query);
    expect(/<button name="answer" value="(\w+)" class="first"/.exec(html)?.[1]).toBe(first);
  });
  it('offers the four ways where only a part is out of stock', async () => {
    detail = { ...detail, order: someFacts({ lines: [line('11', 'Kettle', 1), line('12', 'Mug', 1)] }) };
    const { html } = await look();
    const values = [...html.matchAll(/value="([^"]+)"/g)].map((match) => match[1]);
    expect(values.sort()).toEqual(['refund:cancel-all', 'refund:refund-part', 'wait:ship-rest', 'wait:wait-all']);
  });
  it('promises the rest only where nothing else of the order is out of stock', async () => {
    detail = { ...detail, order: someFacts({ lines: [line('11', 'Kettle', 1), line('12', 'Mug', 1)] }) };
    openCases = [detail.case, { ...detail.case, id: 'case-2' }];
    const { html } = await look();
    const values = [...html.matchAll(/value="([^"]+)"/g)].map((match) => match[1]);
    expect(values.sort()).toEqual(['refund', 'refund:cancel-all', 'wait', 'wait:wait-all']);
    expect(html).not.toContain('the rest');
  });
  it.each([
    ['waiting', /thank you for waiting/i, 1],
    ['refunding', /refund is being made/i, 0],
    ['refunded', /refund is on its way/i, 0],
    ['releasing', /in stock again/i, 0],
    ['resolved', /in stock again/i, 0],
    ['fulfilled', /in stock again/i, 0],
    ['closed', /settled/i, 0],
  ])('says how it stands: %s', async (state, says, buttons) => {
    detail = aDetail({ state });
    const { html } = await look();
    expect(html).toMatch(says);
    expect(html.match(/<button/g)?.length ?? 0).toBe(buttons);
  });
});

it('speaks the language of the order', async () => {
  locale = 'de-AT';
  const { html } = await look();
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('Ich warte');
  expect(html).toContain('1. Dezember 2026');
});

describe('pressing a button', () => {
  it('answers for this time of asking, by this link, as the customer', async () => {
    const response = await press('wait:ship-rest');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/c/${TOKEN}`);
    expect(handled).toEqual([
      [
        { id: 'answer:case:2:wait', shop: SHOP.domain, actor: { kind: 'customer' } },
        {
          kind: 'backorder.answer',
          caseId: 'case',
          answer: 'wait',
          linkId: 'link',
          ip: '127.0.0.1',
          choice: 'ship-rest',
        },
      ],
    ]);
  });
  it('leads back to the page where it came too late', async () => {
    answer = refused('ended');
    expect((await press('refund')).status).toBe(303);
  });
  it('says so where a person has to look', async () => {
    answer = refused('policy');
    const response = await press('refund');
    expect(response.status).toBe(409);
    expect(await response.text()).toMatch(/write to us/i);
  });
  it.each([null, '', 'yes', 'wait:cancel-all', 'refund:ship-rest'])('does nothing for %s', async (value) => {
    expect((await press(value)).status).toBe(400);
    expect(handled).toEqual([]);
  });
});

describe('how a return stands', () => {
  const returned = (over: Partial<CaseRecord>, reopened?: number): CaseDetail => {
    const data = {
      kind: 'return',
      lines: [{ lineItemId: '11', quantity: 1 }],
      rma: null,
      ...(reopened === undefined ? {} : { reopened }),
    };
    return aDetail({ kind: 'return', ...over, data: data as unknown as CaseRecord['data'] });
  };

  it('adds up what was paid back, parcel by parcel, and nothing that was not', async () => {
    link = { ...link, purpose: 'case' };
    const intent = (state: string, total: number) => ({ state, breakdown: { total, currency: 'USD' } });
    detail = {
      ...returned({ state: 'closed' }),
      intents: [intent('succeeded', 4320), intent('canceled', 9900), intent('succeeded', 4325)],
    } as unknown as CaseDetail;
    const { html } = await look();
    expect(html).toContain('$86.45');
  });

  it('is called off once, and once more after it was opened again', async () => {
    link = { ...link, purpose: 'withdraw' };
    detail = returned({ state: 'authorized' });
    await press('withdraw');
    await press('withdraw');
    detail = returned({ state: 'review' }, 1);
    await press('withdraw');
    expect(new Set(handled.map(([{ id }]) => id)).size).toBe(2);
  });
});

describe('whether the steps helped', () => {
  it.each([
    ['closed_solved', null, /noted that it works now.*write to us/],
    ['authorized', true, /noted that the steps did not help/],
    ['canceled', null, /No answer is needed any more/],
  ])('says what was noted (%s), and not that an answer was where there is none', async (state, done, text) => {
    link = { ...link, purpose: 'checklist' };
    detail = aDetail({
      kind: 'return',
      state,
      data: { kind: 'return', lines: [], troubleshootingDone: done } as unknown as CaseRecord['data'],
    });
    const { html } = await look();
    expect(html).toMatch(text);
    expect(/noted/.test(html)).toBe(state !== 'canceled');
  });
});

describe('photos', () => {
  it('says of too many large ones at once that fewer are taken, with the form to send them by', async () => {
    link = { ...link, purpose: 'photos' };
    detail = aDetail({
      kind: 'return',
      state: 'evidence_pending',
      data: { kind: 'return', reason: 'defective', photos: [] } as unknown as CaseRecord['data'],
    });
    const [status, html] = await new Promise<[number | undefined, string]>((resolve, reject) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': 121 * 1024 * 1024 };
      const sent = request(`${url}/${TOKEN}`, { method: 'POST', headers }, async (answered) => {
        resolve([answered.statusCode, (await answered.toArray()).join('')]);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(status).toBe(413);
    expect(html).toContain('larger than 120 MB');
    expect(html).toContain('type="file"');
    expect(handled).toEqual([]);
  });
});

describe('a link that does not work', () => {
  it.each([
    ['revoked', () => ({ revokedAt: NOW })],
    ['expired', () => ({ expiresAt: NOW })],
  ])('is %s: says kindly to use the newest mail, and does nothing', async (_what, over) => {
    link = { ...link, ...over() };
    const { response, html } = await look();
    expect(response.status).toBe(410);
    expect(html).toMatch(/newest mail/);
    expect((await press('refund')).status).toBe(410);
    expect(handled).toEqual([]);
  });
  it('is unknown: tells nothing about anybody', async () => {
    const { response, html } = await look('', 'X'.repeat(48));
    expect(response.status).toBe(404);
    expect(html).not.toMatch(/Kettle|#1003|Demo/);
  });
  it('is asked for too often: says when to come back', async () => {
    const statuses = [];
    for (let index = 0; index < 41; index += 1) statuses.push((await look()).response.status);
    expect(statuses).toContain(429);
  });
});
