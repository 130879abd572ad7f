import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../policy/app/ports.ts';
import { atHour, daysBetween } from '../../policy/days/deadline.ts';
import { startOfDay } from '../../policy/days/local-day.ts';
import { memo } from '../../policy/days/memo.ts';
import { canonicalJson } from '../../policy/decide/digest.ts';
import { quoted } from '../../policy/errors.ts';
import {
  type Ask,
  allocate,
  DEFAULT_SETTINGS,
  decide,
  digestOf,
  errorAnswer,
  localDate,
  money,
  parseCurrency,
  parseDecimal,
  parseInstant,
  parseRequest,
  parseSettings,
  parseTimeZone,
  plus,
  requestDigest,
  stringifyJson,
  toAnswer,
  unitShares,
} from '../../policy/index.ts';
import { createVersion, diffVersions } from '../../policy/versions/index.ts';
import {
  type AskOptions,
  aDecisionRequest,
  answerTo,
  aRequest,
  decideOn,
  inspection,
  lines,
} from './support/builders.ts';

const EARLY = { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' };
const SHIPPED: AskOptions = { order: EARLY };
const is = (ask: unknown, options?: AskOptions) => {
  const { verdict, action, clauses, refund } = answerTo(ask, options);
  return [verdict, action, ...clauses, refund?.total ?? 'none'].join(' ');
};
const settle = (reason: string, found: unknown, more: object = {}) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00' },
  parcel: { receivedAt: '2026-10-20T12:00:00-04:00' },
  inspection: Array.isArray(found) ? found : inspection(found as Record<string, number>),
  ...more,
});
const defect = (more: object = {}) => ({
  kind: 'return',
  reason: 'defective',
  lines: lines(2),
  photos: 1,
  troubleshootingDone: true,
  ...more,
});
const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('money', () => {
  it('is exact beyond 2^53', () => {
    // 90071992547409.91 × 2 / 3: a product that no double holds.
    expect(allocate(9007199254740991, [2, 1])).toEqual([6004799503160661, 3002399751580330]);
    expect(allocate(9007199254740990, [7, 7, 7])).toEqual([3002399751580330, 3002399751580330, 3002399751580330]);
    expect(allocate(9007199254740989, [1, 3, 3])).toEqual([1286742750677284, 3860228252031853, 3860228252031852]);
  });
  it('ties go to the earlier share', () => expect(allocate(5, [1, 1, 1, 1])).toEqual([2, 1, 1, 1]));
  it('nothing has no shares', () => expect([unitShares(0, 0, 0, 0), allocate(5, [])]).toEqual([0, []]));
  it('complaints name the amount', () => {
    expect(thrown(() => allocate(-1, [1]))).toMatchObject({
      code: 'money/not-whole',
      path: '',
      message: /split by -1/,
    });
    expect(thrown(() => allocate(1, [0.5]))).toMatchObject({ code: 'money/not-whole' });
    expect(thrown(() => money(0.5, 'USD'))).toMatchObject({
      path: '',
      message: 'expected whole minor units of USD, got 0.5',
    });
    expect(thrown(() => plus(money(1, 'USD'), money(1, 'EUR')))).toMatchObject({
      path: '',
      message: 'can’t add EUR to USD'.replace('’', "'"),
    });
    expect(thrown(() => parseDecimal('90071992547409.92', 'USD'))).toMatchObject({ path: '', message: /too large/ });
    expect(thrown(() => parseCurrency(['USD'], 'shop.currency'))).toMatchObject({ code: 'money/unknown-currency' });
  });
  it.each(['AED', 'CLP', 'DJF', 'IDR', 'MKD', 'RUB', 'USD', 'ZWG'])('knows %s', (code) =>
    expect(parseCurrency(code, '')).toBe(code),
  );
});

describe('days', () => {
  // biome-ignore format: rows of a table
  it.each([
    '2026-00-10T10:00:00Z', '2026-13-10T10:00:00Z', '2026-10-00T10:00:00Z', '2026-10-32T10:00:00Z',
    '2026-10-10T24:00:00Z', '2026-10-10T10:60:00Z', '2026-10-10T10:00:60Z', ' 2026-10-10T10:00:00Z', '2026-10-10T10:00:00Z ',
  ])('there is no %s', (text) => expect(thrown(() => parseInstant(text, 'now'))).toMatchObject({ code: 'input/bad-instant' }));
  it.each([
    ['2026-12-31T23:59:59Z', '2026-12-31T23:59:59Z'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2026-10-10T10:00:00-0500', '2026-10-10T15:00:00Z'],
  ])('%s is', (text, same) => expect(parseInstant(text, 'now')).toBe(Date.parse(same)));
  it.each([7, '1/Berlin', '+02:00', 'Nowhere/Land'])('%s is no zone', (zone) =>
    expect(thrown(() => parseTimeZone(zone, 'shop.timeZone'))).toMatchObject({ code: 'input/bad-time-zone' }),
  );

  it('a local day begins and ends to the millisecond, however often it is asked', () => {
    const zone = 'America/St_Johns';
    const start = Date.parse('2026-10-05T02:30:00.000Z');
    for (const _again of [1, 2]) {
      expect(localDate(start - 1, zone)).toBe('2026-10-04');
      expect(localDate(start, zone)).toBe('2026-10-05');
      expect(localDate(start + 86_400_000 - 1, zone)).toBe('2026-10-05');
      expect(localDate(start + 86_400_000, zone)).toBe('2026-10-06');
    }
  });

  it('an hour and the start of a day, where the clock skips them too', () => {
    expect(startOfDay('2026-11-04', 'America/New_York')).toBe('2026-11-04T05:00:00.000Z');
    expect(startOfDay('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
    expect(atHour('2026-11-04', 9, 'America/New_York')).toBe('2026-11-04T14:00:00.000Z');
    expect(atHour('2026-03-08', 2, 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
  });

  it('days between dates', () => expect(daysBetween('2026-10-05', '2026-11-04')).toBe(30));

  it('what was reckoned is remembered, by every part of the key, and forgotten when it becomes too much', () => {
    let reckoned = 0;
    const product = memo((a: number, b: number) => {
      reckoned += 1;
      return a * b;
    }, 2);
    expect([product(2, 3), product(2, 3), product(2, 4), product(2, 3)]).toEqual([6, 6, 8, 6]);
    expect(reckoned).toBe(2);
    expect([product(5, 5), product(2, 3)]).toEqual([25, 6]);
    expect(reckoned).toBe(4);
  });
});

describe('questions asked from code', () => {
  const asked = (ask: unknown, options: AskOptions = SHIPPED) =>
    thrown(() => decide({ ...aDecisionRequest({ kind: 'cancel' }, options), ask: ask as Ask }));
  const line = (quantity: number) => [{ lineItemId: '1', quantity }];
  // biome-ignore format: rows of a table
  it.each([
    ['an unknown kind', { kind: 'refund' }, 'input/unknown-value', 'ask.kind'],
    ['no line', { kind: 'cancel', lines: [] }, 'input/missing', 'ask.lines'],
    ['no unit', { kind: 'cancel', lines: line(0) }, 'input/bad-quantity', 'ask.lines[0].quantity'],
    ['half a unit', { kind: 'cancel', lines: line(0.5) }, 'input/bad-quantity', 'ask.lines[0].quantity'],
    ['no unit inspected', { kind: 'settle', return: { reason: 'defective', lines: line(1) }, parcel: {}, inspection: [{ lineItemId: '1', quantity: 0, result: 'accepted' }] }, 'input/bad-quantity', 'ask.inspection[0].quantity'],
    ['half a unit inspected', { kind: 'settle', return: { reason: 'defective', lines: line(1) }, parcel: {}, inspection: [{ lineItemId: '1', quantity: 0.5, result: 'accepted' }] }, 'input/bad-quantity', 'ask.inspection[0].quantity'],
  ])('%s', (_name, ask, code, path) => expect(asked(ask)).toMatchObject({ code, path }));

  it('an error that is not about the question says so', () => {
    expect(errorAnswer(new Error('no disk'))).toEqual({
      error: { code: 'internal/unexpected', message: 'no disk', path: '' },
    });
    expect(errorAnswer('no disk')).toEqual({ error: { code: 'internal/unexpected', message: 'no disk', path: '' } });
  });

  it('values are quoted shortly', () => {
    expect([5n, undefined, [], {}, Symbol('s'), 'x'].map(quoted)).toEqual([
      '5',
      'nothing',
      'a list',
      'an object',
      'Symbol(s)',
      '"x"',
    ]);
    expect(quoted('x'.repeat(58))).toHaveLength(60);
    expect(quoted('x'.repeat(59))).toMatch(/^"x{56}…$/);
  });

  it('text is the same for the same facts, whatever the order of names', () => {
    expect(canonicalJson({ b: [1, undefined, null], a: 5n, c: undefined })).toBe('{"a":5,"b":[1,null,null]}');
    expect(canonicalJson(undefined)).toBe('null');
  });

  it('a failed call says how it failed, and when to try again', () => {
    expect(new CallFailed('unknown', 'no answer')).toMatchObject({ outcome: 'unknown', retryAfterMs: null });
    expect(new CallFailed('unavailable', 'busy', { retryAfterMs: 500 })).toMatchObject({ retryAfterMs: 500 });
  });
});

describe('a dispute', () => {
  it('keeps every unit pending, shipped or not, until a person has decided', () => {
    const request = aDecisionRequest({ kind: 'cancel' }, { order: { unitsShipped: 1 } });
    const decision = decide({ ...request, order: { ...request.order, disputeOpen: true } });
    expect(decision).toMatchObject({ verdict: 'needs-person', action: 'ask', clauses: ['P5'], refund: null });
    expect(decision.units.map(({ quantity, outcome, clause }) => `${quantity} ${outcome} ${clause}`)).toEqual([
      '1 pending P5',
      '1 pending P5',
    ]);
  });
});

describe('what a decision carries', () => {
  const request = aDecisionRequest({ kind: 'cancel' });

  it('the version that was asked, where one is named', () => {
    const policy = { version: 3, digest: 'abc' };
    expect(decide({ ...request, policy }).policy).toEqual(policy);
  });

  it('else the digest of settings and words, which differ where the policy does', () => {
    const { policy } = decide(request);
    expect(policy).toEqual({ version: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(decide({ ...request, settings: { ...DEFAULT_SETTINGS } }).policy).toEqual(policy);
    expect(decide({ ...request, settings: parseSettings({ missingParts: 'refuse' }) }).policy).not.toEqual(policy);
  });

  it('the same facts and version give the same answer, byte for byte; other facts another digest', () => {
    const told = (from = request) => stringifyJson(toAnswer(decide(from), 'USD'));
    expect(told(structuredClone(request))).toBe(told());
    const later = { ...request, now: '2026-11-22T10:00:01-05:00' };
    expect(decide(later).factsDigest).not.toBe(decide(request).factsDigest);
    expect({ ...decide(later), factsDigest: '' }).toEqual({ ...decide(request), factsDigest: '' });
  });

  it('the digest of the facts is that of their canonical JSON, however often the settings were written out', () => {
    const { now, shop, settings, order, ask } = aDecisionRequest({ kind: 'cancel', lines: lines(1) });
    for (const _again of [1, 2]) {
      expect(requestDigest({ now, shop, settings, order, ask })).toBe(digestOf({ now, shop, settings, order, ask }));
    }
  });

  it('settings of many kinds in one file are each their own', () => {
    const hours = (allowed: number) =>
      parseRequest(aRequest({ kind: 'cancel' }, { settings: { 'cancel.until': allowed } }));
    for (let allowed = 1; allowed <= 250; allowed++) expect(hours(allowed).settings['cancel.until']).toBe(allowed);
    expect(hours(1).settings).toEqual(hours(1).settings);
    expect(hours(1).settings['cancel.until']).toBe(1);
  });

  it('ids of any size, and a total only where it is known', () => {
    const ask = { kind: 'cancel' };
    expect(answerTo(ask, { order: { lines: [{ id: 7_000_000_000_000 }] } }).units[0]?.lineItemId).toBe(
      7_000_000_000_000,
    );
    const order = aRequest(ask);
    const big = {
      ...order,
      order: { ...order.order, line_items: order.order.line_items.map((l) => ({ ...l, id: 2n ** 60n })) },
    };
    expect(toAnswer(decide(parseRequest(big)), 'USD').units[0]?.lineItemId).toBe(2n ** 60n);
    const { estimate } = answerTo(ask, { order: { ...EARLY, shipping: '0' } });
    expect(estimate).toMatchObject({ missing: ['originalShippingCost'] });
    expect(estimate).not.toHaveProperty('total');
  });
});

describe('the shop', () => {
  const error = (shop: object) =>
    thrown(() => parseRequest({ ...aRequest({ kind: 'cancel' }), shop: { ...aRequest({}).shop, ...shop } }));
  it.each([
    [{ country: 'USA' }, 'input/unknown-value', 'shop.country'],
    [{ country: null }, 'input/missing', 'shop.country'],
    [{ timezone: 'UTC' }, 'input/unknown-field', 'shop.timezone'],
  ])('%j', (shop, code, path) => expect(error(shop)).toMatchObject({ code, path }));
  it('a field that is like no other is told with those there are', () =>
    expect(thrown(() => decideOn({ kind: 'cancel', somethingElse: 1 }))).toMatchObject({
      message: expect.stringContaining('known: kind, lines'),
    }));
  it('ids of many digits, however they are written, and 0 are ids', () => {
    for (const lineItemId of ['gid://shopify/LineItem/9007199254740993', '9007199254740993', 9007199254740993n, 0]) {
      expect(thrown(() => decideOn({ kind: 'cancel', lines: [{ lineItemId, quantity: 1 }] }))).toMatchObject({
        code: 'ask/unknown-line',
        message: expect.stringContaining(String(lineItemId).replace(/\D/g, '')),
      });
    }
  });
  it('pictures are counted in whole numbers', () => {
    for (const photos of [-1, 1.5, '2', true]) {
      expect(thrown(() => decideOn(defect({ photos }), SHIPPED))).toMatchObject({
        code: 'input/ill-typed',
        path: 'ask.photos',
      });
    }
  });
  it('a question that asks nothing', () => {
    const { ask: _nothing, ...request } = aRequest({});
    expect(thrown(() => parseRequest(request))).toMatchObject({ code: 'input/missing', path: 'ask' });
  });
  it('lines by global id or digits', () => {
    for (const lineItemId of ['gid://shopify/LineItem/1', '1', 1n]) {
      expect(is({ kind: 'cancel', lines: [{ lineItemId, quantity: 1 }] })).toBe('granted refund_lines P11 43.20');
    }
    for (const lineItemId of [
      -1,
      -1n,
      1.5,
      '-1',
      '1x',
      'x1',
      '',
      'gid://shopify/LineItem/1x',
      'gid://shopify/Order/1',
      true,
      ['1'],
    ]) {
      expect(thrown(() => decideOn({ kind: 'cancel', lines: [{ lineItemId, quantity: 1 }] }))).toMatchObject({
        code: 'input/ill-typed',
        path: 'ask.lines[0].lineItemId',
      });
    }
  });
});

describe('what is rarely asked', () => {
  const two = {
    lines: [
      { id: 1, quantity: 1, price: '40.00' },
      { id: 2, quantity: 1, price: '20.00' },
    ],
  };
  const bothShipped = { ...two, createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 1, 2: 1 }, at: EARLY.shippedAt }] };
  const each = [
    { lineItemId: 1, quantity: 1, result: 'missing_components' },
    { lineItemId: 2, quantity: 1, result: 'missing_components' },
  ];
  const ofTwo = (found: unknown[]) =>
    settle('changed_mind', found, { return: { reason: 'changed_mind', lines: lines({ 1: 1, 2: 1 }) } });
  const parts = (first: string, second: string) => ({
    products: { '101': { missingParts: first }, '102': { missingParts: second } },
  });
  // biome-ignore format: rows of a table
  it.each<[string, unknown, AskOptions, string]>([
    ['parts of one product are asked about, of the other deducted: a person', ofTwo([{ ...(each[0] as object), deduction: '5.00' }, each[1]]), { order: bothShipped, settings: parts('deduct', 'ask') }, 'needs-person ask P33 none'],
    ['one refused, one deducted', ofTwo([each[0], { ...(each[1] as object), deduction: '5.00' }]), { order: bothShipped, settings: parts('refuse', 'deduct') }, 'granted refund P12 P33 15.00'],
    ['both refused', ofTwo(each), { order: bothShipped, settings: parts('refuse', 'refuse') }, 'refused reject P33 none'],
    ['accepted, with a part deducted', settle('changed_mind', [{ lineItemId: 1, quantity: 2, result: 'accepted', deduction: '5.00' }]), SHIPPED, 'granted refund P12 P33 81.40'],
    ['accepted, with nothing deducted', settle('changed_mind', [{ lineItemId: 1, quantity: 2, result: 'accepted', deduction: '0.00' }]), SHIPPED, 'granted refund P12 86.40'],
    ['lost, one damaged before', settle('changed_mind', { artificial_damage: 1 }, { parcel: { lost: true }, return: { reason: 'changed_mind', lines: lines(2), labelBy: 'merchant' } }), SHIPPED, 'granted refund P12 P25 P38 43.20'],
    ['no parcel told', { kind: 'settle', return: { reason: 'changed_mind', lines: lines(2) } }, SHIPPED, 'granted wait P17 none'],
    ['never arrived, with a limit for all', settle('missing_item', { accepted: 2 }), { order: EARLY, settings: { 'rmaValidity.appliesTo': 'all' } }, 'granted refund P4 96.40'],
    ['refused parcel, with a limit for all', settle('refused_delivery', { accepted: 2 }), { order: EARLY, settings: { 'rmaValidity.appliesTo': 'all' } }, 'granted refund P12 P13 86.40'],
    ['ordered for pick-up, no rate for nowhere', settle('changed_mind', { accepted: 2 }), { order: { ...EARLY, shipTo: null, shipping: '0' }, settings: { 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { US: '4.00' } } }, 'needs-info ask P12 none'],
    ['ordered for pick-up, a rate for everywhere else', settle('changed_mind', { accepted: 2 }), { order: { ...EARLY, shipTo: null, shipping: '0' }, settings: { 'originalShipping.freeOrders': 'rate_table', 'originalShipping.rates': { '*': '4.00' } } }, 'granted refund P12 82.40'],
    ['48 and a half hours after ordering, 48 allowed', { kind: 'cancel' }, { now: '2026-11-22T09:30:00-05:00', settings: { 'cancel.until': 48 } }, 'refused reject P11 none'],
    ['48 hours after ordering to the second', { kind: 'cancel' }, { now: '2026-11-22T09:00:00-05:00', settings: { 'cancel.until': 48 } }, 'granted cancel_order P11 96.40'],
    ['a fee', settle('changed_mind', { accepted: 2 }), { order: EARLY, settings: { restockingFee: 12.5 } }, 'granted refund P12 75.60'],
    ['the warranty from the day it left us', defect({ warrantyMonths: 2 }), { now: '2026-11-23T12:00:00-05:00', order: EARLY, settings: { 'warranty.start': 'fulfillment', 'warranty.transitDays': 9 } }, 'refused reject P23 none'],
    ['a parcel that was cancelled starts no warranty', defect({ warrantyMonths: 2 }), { order: { createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 2 }, at: '2026-01-05T12:00:00Z', status: 'cancelled' }, { lines: { 1: 2 }, at: '2026-11-01T12:00:00Z' }] } }, 'granted issue_rma P21 P29 P31 none'],
    ['each line has a warranty of its own', defect({ warrantyMonths: 2, lines: lines({ 2: 1 }) }), { order: { ...two, createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 1 }, at: EARLY.shippedAt }, { lines: { 2: 1 }, at: '2026-11-01T12:00:00Z' }] } }, 'granted issue_rma P21 P29 P31 none'],
    ['and its own end', defect({ warrantyMonths: 2, lines: lines({ 1: 1 }) }), { order: { ...two, createdAt: EARLY.createdAt, parcels: [{ lines: { 1: 1, 2: 1 }, at: EARLY.shippedAt }] } }, 'refused reject P23 none'],
    ['a warranty of no month at all', defect({ warrantyMonths: 0 }), { now: '2026-10-01T12:00:00-04:00', order: EARLY }, 'refused reject P23 none'],
    ['the name is asked for here', defect(), { order: { ...EARLY, customerName: null }, settings: { 'intake.required': ['name'] } }, 'needs-info ask P30 none'],
    ['the name is given', defect({ contact: { name: 'Ada', phone: '1' } }), { order: { ...EARLY, customerName: null }, settings: { 'intake.required': ['name', 'phone'] } }, 'granted issue_rma P21 P29 P31 none'],
  ])('%s', (_name, ask, options, told) => expect(is(ask, options)).toBe(told));

  it('an earlier refund without restock took what had not shipped, if nothing had by then', () => {
    const order = (refundedAt: string) => ({
      ...EARLY,
      unitsShipped: 1,
      updatedAt: refundedAt,
      lines: [{ fulfillableQuantity: 1 }],
      refunds: [{ lines: { 1: 1 }, restock: 'no_restock' as const }],
    });
    const early = is({ kind: 'cancel' }, { order: order('2026-09-20T12:00:00Z') });
    expect(early).toBe('refused offer_return P12 P13 P14 none');
    expect(is({ kind: 'cancel' }, { order: order('2026-10-20T12:00:00Z') })).toMatch(/^(granted|refused)/);
  });

  it('postage that is owed and not known yet leaves the estimate as it is', () => {
    const ask = {
      kind: 'return',
      reason: 'wrong_item_sent',
      lines: lines(2),
      photos: 1,
      returnPostage: { paidBy: 'customer' },
    };
    expect(answerTo(ask, SHIPPED)).toMatchObject({ verdict: 'granted', estimate: { total: '96.40' } });
  });

  it('a window of one product is told with its own days', () => {
    const settings = { products: { '101': { 'changeOfMind.windowDays': 14 } } };
    const { reasons } = answerTo(
      { kind: 'return', reason: 'changed_mind', lines: lines(2) },
      { order: EARLY, settings },
    );
    expect(reasons[0]?.because).toBe('later than the 14 days within which this shop takes it back');
  });

  it('partly paid: what is outstanding tells how much there is', () => {
    const request = aRequest({ kind: 'cancel' }, { order: { financialStatus: 'partially_paid' } });
    const refund = (outstanding: string) =>
      decide(parseRequest({ ...request, order: { ...request.order, total_outstanding: outstanding } })).refund;
    expect(refund('46.40')?.total).toBe(5000);
    expect(refund('96.40')?.total).toBe(0);
    expect(refund('100.00')?.total).toBe(0);
  });

  it.each(['refunded', 'partially_refunded'])(
    '%s, and nobody says how much: nothing is paid twice',
    (financialStatus) => {
      const error = thrown(() => is({ kind: 'cancel' }, { order: { financialStatus } }));
      expect(error).toMatchObject({ code: 'facts/missing', path: 'order.refunds' });
      expect(is({ kind: 'cancel' }, { order: { financialStatus, refunds: [{ paid: '0.01' }] } })).toMatch(/96\.39$/);
    },
  );

  it('a payment that failed, and change given back, are no payments', () => {
    const pay = (kind: string, amount: string, status = 'success') => ({
      id: 1,
      kind,
      status,
      amount,
      currency: 'USD',
    });
    const request = aRequest({ kind: 'cancel' });
    const transactions = [
      pay('sale', '96.40', 'failure'),
      pay('sale', '100.00'),
      pay('change', '3.60'),
      pay('refund', '6.40', 'pending'),
      pay('refund', '9.00', 'failure'),
    ];
    expect(decide(parseRequest({ ...request, order: { ...request.order, transactions } })).refund?.total).toBe(9000);
  });
});

describe('settings for a collection', () => {
  it.each([
    [{ '7': { products: ['1'] } }, 'settings/unknown', 'settings.collections.7.products'],
    [{ '7': { productIds: '1' } }, 'settings/bad-value', 'settings.collections.7.productIds'],
    [{ '7': { productIds: [1] } }, 'settings/bad-value', 'settings.collections.7.productIds'],
    [{ '7': { productIds: ['x'] } }, 'settings/bad-value', 'settings.collections.7.productIds'],
    [
      { '7': { settings: { 'tender.order': 'proportional' } } },
      'settings/not-overridable',
      'settings.collections.7.settings.tender.order',
    ],
  ])('%j', (collections, code, path) =>
    expect(thrown(() => parseSettings({ collections }))).toMatchObject({ code, path }),
  );
  it('may be empty', () =>
    expect(parseSettings({ collections: { '7': {} } }).collections).toEqual({ '7': { productIds: [], settings: {} } }));
  it('counts for its products only', () => {
    const settings = { collections: { '7': { productIds: ['101'], settings: { 'evidence.minPhotos.defective': 3 } } } };
    expect(is(defect({ photos: 2 }), { order: EARLY, settings })).toBe('needs-info ask P3 none');
    expect(is(defect({ photos: 2 }), { order: { ...EARLY, lines: [{ productId: 102 }] }, settings })).toBe(
      'granted issue_rma P21 P29 P31 none',
    );
    expect(is(defect({ photos: 2 }), { order: { ...EARLY, lines: [{ productId: null }] }, settings })).toBe(
      'granted issue_rma P21 P29 P31 none',
    );
  });
});

describe('what a version changes, where only one of the two has it', () => {
  const version = (settings: unknown, clauses?: Record<string, string>) =>
    createVersion({
      number: 1,
      effectiveAt: '2026-01-01T00:00:00Z',
      settings: parseSettings(settings),
      ...(clauses && { clauses: clauses as never }),
    });
  const sides = {
    markets: { DE: { 'warranty.months': 24 } },
    products: { '1': { 'warranty.months': 24 } },
    collections: { '7': { productIds: ['1'], settings: { 'warranty.months': 24 } } },
  };
  it.each(['there', 'back'])('%s', (way) => {
    const [a, b] = way === 'there' ? [version({}), version(sides)] : [version(sides), version({})];
    expect(diffVersions(a, b).changes.map(({ path }) => path)).toEqual([
      'markets.DE.warranty.months',
      'products.1.warranty.months',
      'collections.7.warranty.months',
      'collections.7.productIds',
    ]);
  });
  it('a product that joins or leaves a collection touches what is set for it', () => {
    const of = (...productIds: string[]) =>
      version({ collections: { '7': { productIds, settings: { 'warranty.months': 24 } } } });
    expect(diffVersions(of('1', '2'), of('2', '3', '4')).changes).toEqual([
      {
        path: 'collections.7.productIds',
        sentence: 'collection 7: 2 products added, 1 removed',
        clauses: ['P23'],
      },
    ]);
    const rates = version({ 'originalShipping.rates': { US: '4.00', DE: '6.00' }, 'intake.required': [] });
    expect(diffVersions(version({}), rates).changes.map(({ sentence }) => sentence)).toEqual([
      'intake.required: order_number, email → none',
      'originalShipping.rates: none → US 4.00, DE 6.00 (amount in the currency of the order)',
    ]);
  });
  it('words', () => {
    expect(diffVersions(version({}, {}), version({}, { P1: 'new' })).changes).toEqual([
      { path: 'clauses.P1', sentence: 'P1: “” → “new”', clauses: ['P1'] },
    ]);
    expect(diffVersions(version({}, { P1: 'old' }), version({}, {})).changes[0]?.sentence).toBe('P1: “old” → “”');
  });
});
