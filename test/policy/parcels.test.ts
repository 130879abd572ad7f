import { describe, expect, it } from 'vitest';
import { type Clues, oneSlip, type Possible, rankCandidates } from '../../policy/parcels/rank.ts';

const NOTHING: Clues = {
  written: null,
  tracking: null,
  senderName: null,
  senderPhone: null,
  orderNumber: null,
  answers: [],
};

const possible = (orderName: string, over: Partial<Possible> = {}): Possible => ({
  orderId: orderName.slice(1),
  orderName,
  caseId: `case-${orderName}`,
  caseNumber: 1,
  rma: 'RMA-4F7K2QZ',
  state: 'authorized',
  tracking: [],
  contact: { name: null, phone: null },
  ...over,
});

const ANA = possible('#1001', {
  contact: { name: 'Ana Souza', phone: '+1 518 555 0123' },
  tracking: ['1Z 999 AA1 0123456784'],
});
const BEN = possible('#1002', { rma: 'RMA-9X3M8TK', contact: { name: 'Ben Souza', phone: '0518 5550124' } });
const CARA = possible('#11001', {
  caseId: null,
  caseNumber: null,
  rma: null,
  state: null,
  contact: { name: 'Cára Lind', phone: null },
});

describe('P20: whose parcel it may be', () => {
  it.each<[string, Partial<Clues>, readonly string[], string]>([
    ['a tracking number, however it is spaced', { tracking: '1z999aa10123456784' }, ['#1001'], 'tracking number'],
    ['the order number on a slip', { orderNumber: 'Order 1002' }, ['#1002'], 'order number inside'],
    ['another order number that ends alike is not it', { orderNumber: '1001' }, ['#1001'], 'order number inside'],
    ['one symbol misread', { written: 'RMA-9X3M8TX' }, ['#1002'], 'one slip from RMA-9X3M8TK'],
    [
      'two neighbours exchanged, without the letters in front',
      { written: '4F7K2ZQ' },
      ['#1001'],
      'one slip from RMA-4F7K2QZ',
    ],
    ['a phone number with or without its country', { senderPhone: '(518) 555-0123' }, ['#1001'], "sender's phone"],
    ['a whole name before a last name', { senderName: 'ana souza' }, ['#1001', '#1002'], "sender's name"],
    ['a name without its accent', { senderName: 'CARA LIND' }, ['#11001'], "sender's name"],
    ['nothing that fits', { senderName: 'Zoe Quist', tracking: '12345' }, [], ''],
    ['nothing read at all', {}, [], ''],
  ])('%s', (_, clues, orders, why) => {
    const ranked = rankCandidates({ ...NOTHING, ...clues }, [CARA, BEN, ANA]);
    expect(ranked.map((each) => each.orderName)).toEqual(orders);
    expect(ranked[0]?.why[0] ?? '').toBe(why);
  });

  it.each([
    ['of its customer', 'It is mine: 1Z999 AA1 9999999999, thanks', true, ['#1002']],
    ['of somebody else', 'It is mine: 1Z999AA19999999999', false, []],
    ['that names another number', 'It is mine, 1Z000', true, []],
  ])('takes the number on the box for known where it stands in an answer %s', (_, text, fromCustomer, orders) => {
    const answers = [{ orderId: BEN.orderId, text, fromCustomer }];
    const ranked = rankCandidates({ ...NOTHING, tracking: '1Z999AA19999999999', answers }, [CARA, BEN, ANA]);
    expect(ranked.map((each) => each.orderName)).toEqual(orders);
    expect(ranked.flatMap(({ why }) => why)).toEqual(orders.map(() => 'tracking number in their answer'));
  });

  it('puts what several clues say before what one says, and a return that waits before an order without one', () => {
    const ranked = rankCandidates({ ...NOTHING, senderName: 'Souza', orderNumber: '1002' }, [ANA, BEN]);
    expect(ranked.map((each) => each.orderName)).toEqual(['#1002', '#1001']);
    const same = possible('#0999', { caseId: null, rma: null, contact: { name: 'Ana Souza', phone: null } });
    expect(rankCandidates({ ...NOTHING, senderName: 'Ana Souza' }, [same, ANA])[0]?.orderName).toBe('#1001');
  });

  it('shows five at most', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      possible(`#${2000 + index}`, { contact: { name: 'Lee Park', phone: null } }),
    );
    expect(rankCandidates({ ...NOTHING, senderName: 'Lee Park' }, many)).toHaveLength(5);
  });
});

describe('one slip', () => {
  it.each([
    ['4F7K2QZ', '4F7K2QX', true],
    ['4F7K2QZ', '4F7K2Q', true],
    ['4F7K2QZ', '4F7KK2QZ', true],
    ['4F7K2QZ', 'F47K2QZ', true],
    ['4F7K2QZ', '4F7K2QZ', false],
    ['4F7K2QZ', '4F7KXXZ', false],
    ['4F7K2QZ', '4F7K', false],
  ])('%s and %s: %s', (a, b, slip) => {
    expect(oneSlip(a, b)).toBe(slip);
    expect(oneSlip(b, a)).toBe(slip);
  });
});
