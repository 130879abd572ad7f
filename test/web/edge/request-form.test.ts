import { createHmac } from 'node:crypto';
import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../policy/decision.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { createWords } from '../../../policy/texts/customer/index.ts';
import { outcomeOf, wantedOf } from '../../../web/edge/request/outcome.ts';
import { createPasses } from '../../../web/edge/request/pass.ts';
import { isSigned, whereOf } from '../../../web/edge/request/where.ts';

const SECRET = 'hush';
const NOW = Date.parse('2026-11-22T15:00:00Z');

/** As Shopify signs what its app proxy forwards. */
const signed = (params: Record<string, string | readonly string[]>, secret = SECRET): URLSearchParams => {
  const message = Object.entries(params)
    .map(([name, value]) => `${name}=${[value].flat().join(',')}`)
    .sort()
    .join('');
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) for (const one of [value].flat()) query.append(name, one);
  query.append('signature', createHmac('sha256', secret).update(message).digest('hex'));
  return query;
};
const PARAMS = {
  shop: 'demo.myshopify.com',
  logged_in_customer_id: '',
  path_prefix: '/apps/makegood',
  timestamp: String(NOW / 1000 - 3),
  extra: ['1', '2'],
};
/** @param ip  the first address, from here, that is none of our own proxies; `socket` the nearest */
const request = (query: URLSearchParams, forwarded = '', ip = '127.0.0.1', socket = ip): Request =>
  ({
    params: {},
    originalUrl: `/proxy?${query}`,
    headers: forwarded === '' ? {} : { 'x-forwarded-for': forwarded },
    ip,
    socket: { remoteAddress: socket },
  }) as unknown as Request;

describe('Shopify’s app proxy', () => {
  it('is taken at its signature, by the current or the previous secret', () => {
    expect(isSigned(signed(PARAMS), [SECRET])).toBe(true);
    expect(isSigned(signed(PARAMS, 'old'), [SECRET, 'old'])).toBe(true);
  });

  /** The example of Shopify's documentation, with its secret. */
  it('reckons as Shopify does', () => {
    const query = new URLSearchParams(
      'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555&signature=4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb',
    );
    expect(isSigned(query, ['hush'])).toBe(true);
  });

  it.each([
    ['a parameter that was changed', (query: URLSearchParams) => query.set('shop', 'other.myshopify.com')],
    ['a parameter that was added', (query: URLSearchParams) => query.set('more', '1')],
    [
      'a signature that is cut off',
      (query: URLSearchParams) => query.set('signature', query.get('signature')?.slice(2) ?? ''),
    ],
    ['no signature', (query: URLSearchParams) => query.delete('signature')],
  ])('is refused with %s', (_what, change) => {
    const query = signed(PARAMS);
    change(query);
    expect(whereOf(request(query), [SECRET], NOW)).toBeNull();
  });

  it('is refused when it is old, or leads to a path that is none of the shop’s', () => {
    expect(whereOf(request(signed({ ...PARAMS, timestamp: String(NOW / 1000 - 7200) })), [SECRET], NOW)).toBeNull();
    expect(whereOf(request(signed({ ...PARAMS, path_prefix: '//evil.example/x' })), [SECRET], NOW)).toBeNull();
  });

  it('says the shop, the addresses to lead to, and whose requests are counted', () => {
    const where = whereOf(request(signed(PARAMS), '203.0.113.9', '198.51.100.7'), [SECRET], NOW);
    expect(where).toEqual({ shop: 'demo.myshopify.com', base: '/apps/makegood', caller: '203.0.113.9' });
  });

  const [CLIENT, SHOPIFY, OURS] = ['203.0.113.9', '198.51.100.7', '10.0.0.1'];
  it.each([
    ['Shopify alone', CLIENT, SHOPIFY, SHOPIFY],
    ['Shopify, and a header of the client’s own', `1.1.1.1, ${CLIENT}`, SHOPIFY, SHOPIFY],
    ['another such header', `2.2.2.2, 3.3.3.3, ${CLIENT}`, SHOPIFY, SHOPIFY],
    ['our own proxy', `1.1.1.1, ${CLIENT}, ${SHOPIFY}`, SHOPIFY, OURS],
    ['two of our own', `1.1.1.1,${CLIENT} ,${SHOPIFY},10.0.0.2`, SHOPIFY, OURS],
    ['who says of nobody', '', CLIENT, CLIENT],
    ['our own proxy that says of nobody before', CLIENT, CLIENT, OURS],
  ])('counts the requests of who asked Shopify: through %s', (_through, forwarded, ip, socket) => {
    expect(whereOf(request(signed(PARAMS), forwarded, ip, socket), [SECRET], NOW)?.caller).toBe(CLIENT);
  });
});

describe('the answer before anything is sent', () => {
  const words = createWords('en');
  const decision = (more: Partial<Decision>): Decision =>
    ({
      verdict: 'granted',
      action: 'issue_rma',
      clauses: [],
      missing: [],
      refund: null,
      estimate: null,
      rmaDeadline: null,
      ...more,
    }) as unknown as Decision;
  const answers = { lines: [{ lineItemId: '1', quantity: 1 }], remedy: 'refund' } as const;
  const wrongItem = wantedOf('1', 'wrong_item_sent', answers, []);

  it.each([
    ['merchant', 'We pay for sending it back.'],
    ['customer', 'You pay for sending it back.'],
  ] as const)('says who pays the way back as the policy has it: %s', (paidBy, sentence) => {
    const { paragraphs } = outcomeOf(decision({}), wrongItem, words, { paidBy, clause: 'P16' }, parseSettings({}));
    expect(paragraphs).toContain(sentence);
  });

  const PHOTOS = { verdict: 'needs-info', missing: ['photos'] } as const;
  const STEPS = { verdict: 'needs-info', missing: ['troubleshootingDone'] } as const;
  it.each([{}, PHOTOS, STEPS, { verdict: 'needs-person' } as const])(
    'promises a mail only where the order has an address for one: %o',
    (more) => {
      const said = (hasMail: boolean): string =>
        outcomeOf(decision(more), wrongItem, words, null, parseSettings({}), hasMail).paragraphs.join(' ');
      expect(said(true)).toMatch(/by e-mail|writes to you/);
      expect(said(false)).not.toMatch(/by e-mail|writes to you/);
      expect(said(false)).toContain('has no e-mail address: please write to us');
    },
  );

  it.each([
    ['received', 'It has to be here by'],
    ['shipped', 'It has to be sent by'],
    ['either', 'It has to be sent by'],
  ] as const)('says what the last day is of: %s', (basis, sentence) => {
    const rmaDeadline = { date: '2026-12-23', timeZone: 'America/New_York', instant: '2026-12-24T04:59:59.999Z' };
    const settings = parseSettings({ 'deadline.basis': basis });
    const wayBack = { paidBy: 'customer', clause: 'P26' } as const;
    expect(outcomeOf(decision({ rmaDeadline }), wrongItem, words, wayBack, settings).paragraphs?.join()).toContain(
      `${sentence} Wednesday 23 December 2026`,
    );
  });
});

describe('an order that can’t be cancelled here', () => {
  const cancel = wantedOf('1', 'cancel', { lines: [{ lineItemId: '1', quantity: 1 }], remedy: 'refund' }, []);

  it.each(['refused', 'needs-person'] as const)('%s: promises nobody who looks at what can’t be sent', (verdict) => {
    const decision = { verdict, action: 'reject', clauses: [], missing: [], refund: null, estimate: null } as never;
    const [said] = outcomeOf(decision, cancel, createWords('en'), null, parseSettings({})).paragraphs;
    expect(said).toContain('lease write to us');
    expect(said).not.toContain('send it all the same');
  });
});

describe('what the form carries from page to page', () => {
  const key = Buffer.alloc(32, 7);
  const pass = { shop: 'demo.myshopify.com', orderId: '1001', until: NOW + 1000, ask: { kind: 'x' } };

  it('opens as it was made, until its time is over, and only here', () => {
    const text = createPasses([key]).make(pass);
    expect(createPasses([key], () => NOW).open(text)).toEqual(pass);
    expect(createPasses([key], () => NOW + 1000).open(text)).toBeNull();
    expect(createPasses([Buffer.alloc(32, 8)], () => NOW).open(text)).toBeNull();
  });

  it.each(['', '.', 'a.b', 'x'.repeat(30_000), undefined, 7])('is refused where it is %s', (text) => {
    expect(createPasses([key], () => NOW).open(text)).toBeNull();
  });

  it('opens after the key was rotated, and is signed with the new one', () => {
    const other = Buffer.alloc(32, 8);
    const rotated = createPasses([other, key], () => NOW);
    expect(rotated.open(createPasses([key]).make(pass))).toEqual(pass);
    expect(createPasses([other], () => NOW).open(rotated.make(pass))).toEqual(pass);
  });

  it('is refused with one letter changed, wherever', () => {
    const passes = createPasses([key], () => NOW);
    const text = passes.make(pass);
    for (let at = 0; at < text.length; at += 5) {
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      expect(passes.open(changed)).toBeNull();
    }
  });
});
