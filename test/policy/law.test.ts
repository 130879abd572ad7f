import { describe, expect, it } from 'vitest';
import { LAW_COUNTRIES, LAW_NOTES } from '../../policy/rules/overlay.ts';
import { type AskOptions, answerTo, inspection, lines } from './support/builders.ts';

/** What the law of the market that goods go to changes, beside the decision or in it (A10). */
const ORDER = { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' };
const to = (shipTo: string | null, legalOverlay = 'warn', more: object = {}): AskOptions => ({
  order: { ...ORDER, shipTo, ...more },
  settings: { legalOverlay },
});
const settle = (reason: string, more: object = {}, parcel: object = {}) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00', ...more },
  parcel: { receivedAt: '2026-10-20T12:00:00-04:00', ...parcel },
  inspection: inspection({ accepted: 2 }),
});
const LATE = { receivedAt: '2026-11-10T12:00:00-05:00' };
const delivered = (at: string) => ({
  unitsShipped: 0,
  parcels: [{ lines: { 1: 2 }, at: ORDER.shippedAt, deliveredAt: at }],
});
const defect = { kind: 'return', reason: 'defective', lines: lines(2), photos: 1, troubleshootingDone: true };

describe('warnings', () => {
  // biome-ignore format: rows of a table
  it.each([
    ['a change of mind in Germany', settle('changed_mind'), to('DE'), 'DE P12'],
    ['in the United Kingdom', settle('changed_mind'), to('GB'), 'GB P12'],
    ['in Norway', settle('changed_mind'), to('NO'), 'NO P12'],
    ['in the United States', settle('changed_mind'), to('US'), ''],
    ['going nowhere', settle('changed_mind'), to(null), ''],
    ['merchant has it silent', settle('changed_mind'), to('DE', 'off'), ''],
    ['silent for this market only', settle('changed_mind'), { ...to('DE'), settings: { markets: { DE: { legalOverlay: 'off' } } } }, ''],
    ['asked more than 14 days after delivery', settle('changed_mind'), to('DE', 'warn', delivered('2026-09-20T12:00:00Z')), ''],
    ['asked on the 14th day', settle('changed_mind'), to('DE', 'warn', delivered('2026-09-21T12:00:00Z')), 'DE P12'],
    ['a defect', settle('defective'), to('DE'), 'DE P26'],
    ['a defect, long after delivery', settle('defective'), to('DE', 'warn', delivered('2026-09-20T12:00:00Z')), 'DE P26'],
    ['one of two parcels is still on its way', settle('changed_mind'), to('DE', 'warn', { unitsShipped: 0, parcels: [{ lines: { 1: 1 }, at: ORDER.shippedAt, deliveredAt: '2026-09-20T12:00:00Z' }, { lines: { 1: 1 }, at: ORDER.shippedAt }] }), 'DE P12'],
    ['the parcel on its way was cancelled', settle('changed_mind'), to('DE', 'warn', { unitsShipped: 0, parcels: [{ lines: { 1: 2 }, at: ORDER.shippedAt, deliveredAt: '2026-09-20T12:00:00Z' }, { lines: { 1: 2 }, at: ORDER.shippedAt, status: 'cancelled' }] }), ''],
    ['a defect, asked for', defect, to('FR'), 'FR P21 P26'],
    ['too late', settle('defective', {}, LATE), to('DE'), 'DE P21 P22'],
    ['out of warranty', { ...defect, warrantyMonths: 1 }, to('DE'), 'DE P23 P26'],
    ['lost', { ...settle('changed_mind'), parcel: { lost: true }, inspection: undefined }, to('DE'), 'DE P38'],
    ['all shipped', { kind: 'cancel' }, to('DE'), 'DE P12'],
    ['our mistake: nothing collides', settle('wrong_item_sent'), to('DE'), ''],
  ])('%s', (_name, ask, options, warned) => {
    const { warnings } = answerTo(ask, options);
    expect([...new Set(warnings.map((w) => w.market)), ...warnings.map((w) => w.clause)].join(' ')).toBe(warned);
    for (const { text } of warnings) expect(text).not.toBe('');
  });

  it('the decision is the same with and without the warning', () => {
    const { warnings: _warned, policy: _policy, ...warned } = answerTo(settle('changed_mind'), to('DE'));
    const { warnings: _silent, policy: _other, ...silent } = answerTo(settle('changed_mind'), to('DE', 'off'));
    expect(warned).toEqual(silent);
  });
});

describe('what is said to a merchant who chooses', () => {
  it('is what is warned of, in both areas', () => {
    expect(LAW_NOTES.map(({ area, clause }) => `${area} ${clause}`).join(', ')).toBe(
      'EEA P12, EEA P21, EEA P22, EEA P23, EEA P26, EEA P38, GB P12, GB P21, GB P22, GB P23, GB P26, GB P38',
    );
    for (const { text } of LAW_NOTES) expect(text).toMatch(/^[a-z].*(seller|consumer|product)/);
    expect(LAW_COUNTRIES.EEA).toHaveLength(30);
    expect(LAW_COUNTRIES.GB).toEqual(['GB']);
  });
});

describe('applied', () => {
  const label = { returnPostage: { paidBy: 'merchant', amount: '6.50' } };
  const theirs = { returnPostage: { paidBy: 'customer', amount: '6.50' } };
  // biome-ignore format: rows of a table
  it.each([
    ['a change of mind: outbound shipping goes back, the label stays theirs', settle('changed_mind', label), to('DE', 'apply'), 'granted P12', '89.90'],
    ['shipped free: no cost is asked for', settle('changed_mind'), to('DE', 'apply', { shipping: '0' }), 'granted P12', '86.40'],
    ['after the 14 days: as the text has it', settle('changed_mind', label), to('DE', 'apply', delivered('2026-09-20T12:00:00Z')), 'granted P12', '79.90'],
    ['outside: as the text has it', settle('changed_mind', label), to('US', 'apply'), 'granted P12', '79.90'],
    ['a defect: shipping goes back, the label is ours', settle('defective', label), to('DE', 'apply'), 'granted P26', '96.40'],
    ['a defect too late: no last day', settle('defective', {}, LATE), to('DE', 'apply'), 'granted P26', '96.40'],
    ['a defect lost, handed over', { ...settle('defective'), parcel: { lost: true, carrierAcceptedAt: '2026-10-10T12:00:00Z' }, inspection: undefined }, to('DE', 'apply'), 'granted P26 P38', '96.40'],
    ['a defect lost, nobody knows whether it was handed over', { ...settle('defective'), parcel: { lost: true }, inspection: undefined }, to('DE', 'apply'), 'needs-info P38', null],
  ])('%s', (_name, ask, options, is, total) => {
    const answer = answerTo(ask, options);
    expect([answer.verdict, ...answer.clauses].join(' ')).toBe(is);
    expect(answer.refund?.total ?? null).toBe(total);
    expect(answer.warnings).toEqual([]);
  });

  it('postage that the customer paid for a defect is reimbursed', () => {
    expect(answerTo(settle('defective', theirs), to('DE', 'apply')).reimbursement).toMatchObject({ amount: '6.50' });
    expect(answerTo(settle('defective', theirs), to('DE')).reimbursement).toBeNull();
  });

  it('a warranty lasts two years in the EU, six in the UK', () => {
    const ask = { ...defect, warrantyMonths: 1 };
    const at = (shipTo: string, now: string) => answerTo(ask, { ...to(shipTo, 'apply'), now }).verdict;
    expect([at('US', '2026-11-22T12:00:00Z'), at('DE', '2026-11-22T12:00:00Z')]).toEqual(['refused', 'granted']);
    expect([at('DE', '2028-09-21T12:00:00Z'), at('DE', '2028-09-22T12:00:00Z')]).toEqual(['granted', 'refused']);
    expect([at('GB', '2032-09-21T12:00:00Z'), at('GB', '2032-09-22T12:00:00Z')]).toEqual(['granted', 'refused']);
  });
});
