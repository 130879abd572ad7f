import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StockFigure } from '../../../policy/app/ports.ts';
import type { BackorderData, CaseRecord } from '../../../policy/app/records.ts';
import type { WantingOrder } from '../../../policy/app/store.ts';
import { allot } from '../../../web/shell/backorder/allot.ts';

const AT = '2026-11-22T15:00:00.000Z';
const figure = (available: number, oversells = false): StockFigure => ({
  inventoryItemId: '1',
  variantIds: ['v'],
  available,
  oversells,
});

type Waits = Readonly<{
  state?: string;
  consentAt?: string;
  source?: 'staff' | 'stock';
  units?: number;
  baseline?: number;
}>;

/** An order that wants so many; `case`: what is known of its shortage. */
const wants = (orderId: string, units: number, waits?: Waits): WantingOrder => {
  const lineItemId = `line-${orderId}`;
  const data: BackorderData = {
    kind: 'backorder',
    lines: [{ lineItemId, quantity: waits?.units ?? units }],
    notifiedAt: AT,
    answer: null,
    eta: null,
    source: waits?.source ?? 'stock',
    consent:
      waits?.consentAt === undefined
        ? null
        : { at: waits.consentAt, how: 'link', note: null, policyVersion: 'p', eta: null },
    ...(waits?.baseline === undefined ? {} : { baseline: { [lineItemId]: waits.baseline } }),
  };
  const record = { id: `case-${orderId}`, orderId, kind: 'backorder', state: waits?.state ?? 'waiting', data };
  return {
    orderId,
    placedAt: AT,
    lines: [{ lineItemId, variantId: 'v', open: units }],
    cases: waits === undefined ? [] : [record as unknown as CaseRecord],
  };
};
const shortOf = (result: ReturnType<typeof allot>) =>
  Object.fromEntries(result.filter((one) => one.short.length > 0).map((one) => [one.orderId, one.short[0]?.quantity]));
const backOf = (result: ReturnType<typeof allot>) =>
  result.filter((one) => one.back.length > 0).map((one) => one.orderId);

describe('who can not be served', () => {
  it('is nobody while the figure is not below zero', () => {
    expect(allot(figure(0), [wants('a', 1), wants('b', 5)])).toEqual([]);
  });
  it('is the order that was paid last', () => {
    expect(shortOf(allot(figure(-1), [wants('a', 1), wants('b', 1)]))).toEqual({ b: 1 });
  });
  it('is short of as many as there are too few, from the last one on', () => {
    expect(shortOf(allot(figure(-4), [wants('a', 2), wants('b', 3), wants('c', 2)]))).toEqual({ b: 2, c: 2 });
  });
  it('is nobody else where staff have reported already who goes without', () => {
    const orders = [wants('a', 1, { source: 'staff', state: 'customer_notified', baseline: -1 }), wants('b', 1)];
    expect(shortOf(allot(figure(-1), orders))).toEqual({});
    expect(shortOf(allot(figure(-2), orders))).toEqual({ b: 1 });
  });
  it('is nobody where the merchant sells more than there is on purpose', () => {
    expect(shortOf(allot(figure(-9, true), [wants('a', 1)]))).toEqual({});
  });
});

describe('stock that comes in', () => {
  it('serves the oldest consent first, whoever paid first', () => {
    const orders = [
      wants('a', 1, { consentAt: '2026-11-20T10:00:00Z' }),
      wants('b', 1, { consentAt: '2026-11-19T10:00:00Z' }),
    ];
    expect(backOf(allot(figure(-1), orders))).toEqual(['b']);
    expect(backOf(allot(figure(0), orders)).sort()).toEqual(['a', 'b']);
  });
  it('is not taken from what is being sent already', () => {
    const orders = [wants('a', 1), wants('b', 1, { state: 'releasing' })];
    const result = allot(figure(-1), orders);
    expect(shortOf(result)).toEqual({ a: 1 });
    expect(result.flatMap((one) => one.gone)).toEqual([]);
  });
  it('is gone again where fewer are there than were sent', () => {
    const result = allot(figure(-2), [wants('a', 1, { state: 'releasing' }), wants('b', 1)]);
    expect(result.find((one) => one.orderId === 'a')?.gone).toEqual(['line-a']);
  });
});

describe('a shelf that staff found empty, whatever the figure says', () => {
  it('notes the figure first, and believes only that it rises', () => {
    const told = { source: 'staff' as const };
    expect(allot(figure(42), [wants('a', 2, told)])).toMatchObject([{ back: [], baseline: { 'line-a': 42 } }]);
    expect(allot(figure(43), [wants('a', 2, { ...told, baseline: 42 })])).toEqual([]);
    expect(backOf(allot(figure(44), [wants('a', 2, { ...told, baseline: 42 })]))).toEqual(['a']);
  });
  it('counts from where the figure fell to', () => {
    const told = { source: 'staff' as const, baseline: 42 };
    expect(allot(figure(0), [wants('a', 2, told)])).toMatchObject([{ baseline: { 'line-a': 0 } }]);
  });
  it('gives a rise away once', () => {
    const told = (consentAt: string) => ({ source: 'staff' as const, baseline: 0, consentAt });
    const orders = [wants('a', 2, told('2026-11-20T10:00:00Z')), wants('b', 2, told('2026-11-19T10:00:00Z'))];
    const result = allot(figure(3), orders);
    expect(backOf(result)).toEqual(['b']);
    expect(result.find((one) => one.orderId === 'a')?.baseline).toEqual({ 'line-a': 2 });
  });
});

it('never finds more units short than are wanted, nor other than the figure says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
      fc.nat(60),
      (units, below) => {
        const orders = units.map((count, index) => wants(String(index), count));
        const short = allot(figure(-below), orders).flatMap((one) => one.short.map((line) => line.quantity));
        const wanted = units.reduce((sum, count) => sum + count, 0);
        expect(short.reduce((sum, count) => sum + count, 0)).toBe(Math.min(below, wanted));
      },
    ),
  );
});
