import { describe, expect, it } from 'vitest';
import { decide, errorAnswer, parseJson, parseRequest, stringifyJson } from '../../policy/index.ts';
import { type AskOptions, aRequest, lines } from './support/builders.ts';

type Json = Record<string, unknown>;

/** The answer to a question as it comes in, text and all. */
const errorOf = (request: unknown) => {
  try {
    decide(parseRequest(parseJson(typeof request === 'string' ? request : stringifyJson(request))));
  } catch (error) {
    return errorAnswer(error).error;
  }
  return null;
};

const SHIPPED: AskOptions = { order: { unitsShipped: 2 } };
const settle = (more: Json = {}, returned: Json = {}) => ({
  kind: 'settle',
  return: { reason: 'changed_mind', lines: lines(2), ...returned },
  parcel: { receivedAt: '2026-11-22T09:00:00-05:00' },
  inspection: [{ lineItemId: 1, quantity: 2, result: 'accepted' }],
  ...more,
});
const back = (more: Json) => ({ kind: 'return', reason: 'changed_mind', lines: lines(2), ...more });

describe('a question that can’t be answered is named with its place', () => {
  // biome-ignore format: rows of a table
  it.each<[string, unknown, AskOptions | undefined, string, string]>([
    ['more than is left', { kind: 'cancel', lines: lines(3) }, undefined, 'ask/too-many', 'ask.lines[0].quantity'],
    ['more than is left, in two parts', { kind: 'cancel', lines: [...lines(1), ...lines(2)] }, undefined, 'ask/too-many', 'ask.lines[1].quantity'],
    ['more than is left after a refund', { kind: 'cancel', lines: lines(2) }, { order: { refunds: [{ lines: { 1: 1 } }] } }, 'ask/too-many', 'ask.lines[0].quantity'],
    ['a line of another order', { kind: 'cancel', lines: lines({ 9: 1 }) }, undefined, 'ask/unknown-line', 'ask.lines[0].lineItemId'],
    ['no unit', { kind: 'cancel', lines: lines(0) }, undefined, 'input/bad-quantity', 'ask.lines[0].quantity'],
    ['less than none', { kind: 'cancel', lines: lines(-1) }, undefined, 'input/bad-quantity', 'ask.lines[0].quantity'],
    ['half a unit', { kind: 'cancel', lines: lines(0.5) }, undefined, 'input/bad-quantity', 'ask.lines[0].quantity'],
    ['a quantity in words', { kind: 'cancel', lines: [{ lineItemId: 1, quantity: '1' }] }, undefined, 'input/bad-quantity', 'ask.lines[0].quantity'],
    ['no quantity', { kind: 'cancel', lines: [{ lineItemId: 1 }] }, undefined, 'input/missing', 'ask.lines[0].quantity'],
    ['an empty list', { kind: 'cancel', lines: [] }, undefined, 'input/missing', 'ask.lines'],
    ['no list', { kind: 'cancel', lines: 1 }, undefined, 'input/ill-typed', 'ask.lines'],
    ['no lines', { kind: 'stock-out' }, undefined, 'input/missing', 'ask.lines'],
    ['out of stock, but shipped', { kind: 'stock-out', lines: lines(1) }, SHIPPED, 'ask/too-many', 'ask.lines[0].quantity'],
    ['told tomorrow', { kind: 'stock-out', lines: lines(1), customerNotifiedAt: '2026-11-23T10:00:00-05:00' }, undefined, 'ask/impossible-date', 'ask.customerNotifiedAt'],
    ['told on no day', { kind: 'stock-out', lines: lines(1), customerNotifiedAt: '2026-02-30T10:00:00Z' }, undefined, 'input/bad-instant', 'ask.customerNotifiedAt'],
    ['told at no hour of no zone', { kind: 'stock-out', lines: lines(1), customerNotifiedAt: '2026-11-20T10:00:00' }, undefined, 'input/bad-instant', 'ask.customerNotifiedAt'],
    ['an answer of their own', { kind: 'stock-out', lines: lines(1), answer: 'maybe' }, undefined, 'input/unknown-value', 'ask.answer'],
    ['a return before it shipped', back({}), undefined, 'ask/not-shipped', 'ask.lines[0].quantity'],
    ['a return of more than shipped', back({}), { order: { unitsShipped: 1 } }, 'ask/not-shipped', 'ask.lines[0].quantity'],
    ['a return of what came back', back({}), { order: { unitsShipped: 2, refunds: [{ lines: { 1: 1 }, restock: 'return' }] } }, 'ask/too-many', 'ask.lines[0].quantity'],
    ['no reason', { kind: 'return', lines: lines(1) }, SHIPPED, 'input/missing', 'ask.reason'],
    ['a reason of their own', back({ reason: 'bored' }), SHIPPED, 'input/unknown-value', 'ask.reason'],
    ['a misspelt field', back({ photo: 1 }), SHIPPED, 'input/unknown-field', 'ask.photo'],
    ['photos that are no number', back({ photos: 'two' }), SHIPPED, 'input/ill-typed', 'ask.photos'],
    ['yes in words', back({ troubleshootingDone: 'yes' }), SHIPPED, 'input/ill-typed', 'ask.troubleshootingDone'],
    ['a negative cost', back({ originalShippingCost: '-1.00' }), SHIPPED, 'input/bad-amount', 'ask.originalShippingCost'],
    ['a cost of a tenth of a cent', back({ originalShippingCost: '1.001' }), SHIPPED, 'input/bad-amount', 'ask.originalShippingCost'],
    ['a cost as a number', back({ originalShippingCost: 7 }), SHIPPED, 'input/bad-amount', 'ask.originalShippingCost'],
    ['postage that nobody paid', back({ returnPostage: { amount: '6.50' } }), SHIPPED, 'input/missing', 'ask.returnPostage.paidBy'],
    ['postage paid by the post', back({ returnPostage: { paidBy: 'post' } }), SHIPPED, 'input/unknown-value', 'ask.returnPostage.paidBy'],
    ['a negative label', settle({}, { returnPostage: { paidBy: 'merchant', amount: '-6.50' } }), SHIPPED, 'input/bad-amount', 'ask.return.returnPostage.amount'],
    ['no return', { kind: 'settle', parcel: {} }, SHIPPED, 'input/missing', 'ask.return'],
    ['returned: more than is left', settle({}, { lines: lines(3) }), SHIPPED, 'ask/too-many', 'ask.return.lines[0].quantity'],
    ['returned: of another order', settle({}, { lines: lines({ 9: 1 }) }), SHIPPED, 'ask/unknown-line', 'ask.return.lines[0].lineItemId'],
    ['inspected: more than returned', settle({}, { lines: lines(1) }), SHIPPED, 'ask/too-many', 'ask.inspection[0].quantity'],
    ['inspected: what is not in the return', settle({ inspection: [{ lineItemId: 9, quantity: 1, result: 'accepted' }] }), SHIPPED, 'ask/unknown-line', 'ask.inspection[0].lineItemId'],
    ['inspected: a result of its own', settle({ inspection: [{ lineItemId: 1, quantity: 1, result: 'fine' }] }), SHIPPED, 'input/unknown-value', 'ask.inspection[0].result'],
    ['inspected: a negative deduction', settle({ inspection: [{ lineItemId: 1, quantity: 1, result: 'missing_components', deduction: '-1' }] }), SHIPPED, 'input/bad-amount', 'ask.inspection[0].deduction'],
    ['inspected: parts in one text', settle({ inspection: [{ lineItemId: 1, quantity: 1, result: 'missing_components', parts: 'case, cable' }] }), SHIPPED, 'input/ill-typed', 'ask.inspection[0].parts'],
    ['inspected: a part without a name', settle({ inspection: [{ lineItemId: 1, quantity: 1, result: 'missing_components', parts: ['case', 2] }] }), SHIPPED, 'input/ill-typed', 'ask.inspection[0].parts[1]'],
    ['received tomorrow', settle({ parcel: { receivedAt: '2026-11-23T10:00:00-05:00' } }), SHIPPED, 'ask/impossible-date', 'ask.parcel.receivedAt'],
    ['received before it was handed over', settle({ parcel: { receivedAt: '2026-11-21T10:00:00Z', carrierAcceptedAt: '2026-11-21T11:00:00Z' } }), SHIPPED, 'ask/impossible-date', 'ask.parcel.carrierAcceptedAt'],
    ['received and lost', settle({ parcel: { receivedAt: '2026-11-21T10:00:00Z', lost: true } }), SHIPPED, 'facts/contradictory', 'ask.parcel.lost'],
    ['issued on no day', settle({}, { rmaIssuedAt: '2026-11-31T10:00:00Z' }), SHIPPED, 'input/bad-instant', 'ask.return.rmaIssuedAt'],
    ['another kind', { kind: 'refund' }, undefined, 'input/unknown-value', 'ask.kind'],
    ['no kind', {}, undefined, 'input/missing', 'ask.kind'],
    ['nothing asked', null, undefined, 'input/missing', 'ask'],
    ['an unknown setting', { kind: 'cancel' }, { settings: { missingPart: 'refuse' } }, 'settings/unknown', 'settings.missingPart'],
    ['a setting that is not allowed', { kind: 'cancel' }, { settings: { missingParts: 'burn' } }, 'settings/bad-value', 'settings.missingParts'],
    ['no such time zone', { kind: 'cancel' }, { shop: { timeZone: 'Mars/Olympus' } }, 'input/bad-time-zone', 'shop.timeZone'],
    ['no such currency', { kind: 'cancel' }, { shop: { currency: 'ABC' } }, 'money/unknown-currency', 'shop.currency'],
    ['now is never', { kind: 'cancel' }, { now: '2026-02-29T10:00:00Z' }, 'input/bad-instant', 'now'],
  ])('%s', (_name, ask, options, code, path) => {
    expect(errorOf(aRequest(ask, options))).toEqual({ code, path, message: expect.stringMatching(/^[^A-Z]/) });
  });

  it('partly paid, and nobody says how much', () => {
    const request = aRequest({ kind: 'cancel' }, { order: { financialStatus: 'partially_paid' } });
    expect(errorOf(request)).toMatchObject({ code: 'facts/missing', path: 'order.transactions' });
    const paid = { id: 1, kind: 'sale', status: 'success', amount: '20.00', currency: 'USD' };
    const order = { ...request.order, transactions: [paid] };
    expect(decide(parseRequest({ ...request, order })).refund).toMatchObject({
      total: 2000,
      deductions: [{ clause: null, label: 'limited to what is left to refund', amount: 7640 }],
    });
  });

  it.each([
    ['cut off', '{"now": "2026-11-22T10:00:00-05:00", "shop": {', 'input/not-json', ''],
    ['no object', '7', 'input/not-an-object', ''],
    ['a misspelt field', '{"nowe": 1}', 'input/unknown-field', 'nowe'],
    ['nothing at all', '{}', 'input/missing', 'now'],
  ])('%s', (_name, text, code, path) => expect(errorOf(text)).toMatchObject({ code, path }));

  it('no settings are the defaults', () => {
    const { settings: _none, ...request } = aRequest({ kind: 'cancel' });
    expect(parseRequest(request).settings).toBe(parseRequest({ ...request, settings: null }).settings);
    expect(parseRequest(request).settings).toEqual(parseRequest({ ...request, settings: {} }).settings);
  });

  it('a label of the asker’s own is left alone', () => {
    expect(errorOf({ ...aRequest({ kind: 'cancel' }), caseNumber: 7 })).toBeNull();
    expect(errorOf({ ...aRequest({ kind: 'cancel' }), caseNumber: 7, setings: {} })).toMatchObject({ path: 'setings' });
  });

  it('never tells a customer’s data', () => {
    const request = aRequest(back({ contact: { email: 5, name: 'Ada Example' } }), SHIPPED);
    expect(errorOf(request)).toMatchObject({ path: 'ask.contact.email' });
    expect(JSON.stringify(errorOf(request))).not.toContain('Ada');
  });
});
