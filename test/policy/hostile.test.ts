import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decide,
  errorAnswer,
  POLICY_ERRORS,
  parseJson,
  parseRequest,
  stringifyJson,
  toAnswer,
} from '../../policy/index.ts';
import { aRequest, inspection, lines } from './support/builders.ts';
import { abroadShipped, canadianShipped, germanShipped, refund, refundedLine } from './support/posted-orders.ts';

/**
 * A question spoilt anywhere: a field left out, or something else in its place. It is answered, or named with its place;
 * never a mistake of ours, never an amount that does not add up.
 */
const settle = (lineItemId: number) => ({
  kind: 'settle',
  return: {
    reason: 'defective',
    lines: [{ lineItemId, quantity: 1 }],
    rmaIssuedAt: '2026-11-19T12:00:00Z',
    remedy: 'refund',
    returnPostage: { paidBy: 'merchant', amount: '4.50' },
    originalShippingCost: '3.00',
    labelBy: 'customer',
  },
  parcel: {
    receivedAt: '2026-11-21T12:00:00Z',
    carrierAcceptedAt: '2026-11-20T12:00:00Z',
    rmaMarked: true,
    lost: false,
  },
  inspection: [{ lineItemId, quantity: 1, result: 'missing_components', deduction: '1.00', parts: ['case'] }],
});
const returned = (lineItemId: number) => ({
  kind: 'return',
  reason: 'changed_mind',
  lines: [{ lineItemId, quantity: 1 }],
  photos: 1,
  artificialDamageDeclared: false,
  troubleshootingDone: true,
  contact: { name: 'Ada', email: 'ada@example.com', phone: '1' },
  warrantyMonths: 24,
});
const settings = {
  missingParts: 'deduct',
  'component.prices': { case: '1.00' },
  'deadline.basis': 'either',
  'backorder.responseHours': 24,
  markets: { DE: { legalOverlay: 'apply' } },
  products: { 501: { restockingFee: 5 } },
  collections: { 9: { productIds: ['502'], settings: { 'warranty.months': 1 } } },
};
const whole = aRequest({ kind: 'cancel' });
const asked = (order: object, ask: object) => ({ ...whole, settings, order, ask });
const REQUESTS: readonly object[] = [
  whole,
  aRequest({ kind: 'stock-out', lines: lines(1), customerNotifiedAt: '2026-11-20T10:00:00Z', answer: 'refund' }),
  aRequest({ ...settle(1), inspection: inspection({ accepted: 1 }) }, { order: { unitsShipped: 2, tips: '2.00' } }),
  asked(germanShipped(), settle(1001)),
  asked(germanShipped({ refunds: [refund('17.49', [refundedLine(1002, 1, 'return', 17.49)])] }), returned(1001)),
  asked(canadianShipped(), settle(1301)),
  asked(abroadShipped(), returned(1402)),
];

type Path = readonly (string | number)[];
const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        at,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [at];

const spoil = (value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown => {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[key] = spoil(copy[key], rest, change);
  return copy;
};

const arbOther: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    '',
    'x',
    '-1',
    '0',
    '9'.repeat(30),
    0,
    -1,
    1.5,
    1e21,
    [],
    {},
    [null],
    { a: 1 },
  ),
  fc.constantFrom<unknown>(
    '2026-02-30T00:00:00Z',
    '2999-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    'EUR',
    'JPY',
    'Etc/UTC',
    '1.005',
  ),
  fc.constantFrom<unknown>(
    '__proto__',
    'constructor',
    'toString',
    'paid',
    'refunded',
    'cancelled',
    'return',
    'no_restock',
  ),
  fc.integer(),
  fc.string({ maxLength: 12 }),
);

const told = (request: unknown): unknown => {
  try {
    const parsed = parseRequest(parseJson(stringifyJson(request)));
    return toAnswer(decide(parsed), parsed.order.currency);
  } catch (error) {
    return errorAnswer(error);
  }
};

describe('a question spoilt anywhere', () => {
  // Generous: an order is taken apart and put together for each question.
  it('is answered, or named with its place', { timeout: 60_000 }, () => {
    const arbSpoilt = fc.constantFrom(...REQUESTS).chain((request) =>
      fc
        .array(fc.tuple(fc.constantFrom(...pathsOf(request).filter((path) => path.length > 0)), arbOther), {
          minLength: 1,
          maxLength: 3,
        })
        .map((changes) =>
          changes.reduce<unknown>((spoilt, [path, other]) => {
            try {
              return spoil(spoilt, path, () => other);
            } catch {
              return spoilt; // An earlier change took away what this one was about.
            }
          }, request),
        ),
    );
    fc.assert(
      fc.property(arbSpoilt, (request) => {
        const answer = told(request) as { error?: { code: string; message: string; path: string }; refund?: unknown };
        if (answer.error) {
          expect(answer.error.code).not.toBe('internal/unexpected');
          expect(POLICY_ERRORS).toHaveProperty([answer.error.code]);
          expect(answer.error.message.length).toBeLessThan(400);
        } else {
          expect(stringifyJson(answer)).not.toMatch(/NaN|undefined|"-\d+\.\d/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
