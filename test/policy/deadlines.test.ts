import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, monthsAfter } from '../../policy/days/deadline.ts';
import { deadlineAfter, formatDeadline, localDate, parseInstant, parseTimeZone } from '../../policy/index.ts';
import { type AskOptions, answerTo, inspection, lines } from './support/builders.ts';

const at = (instant: string) => parseInstant(instant, 'now');

describe('the last day of an RMA', () => {
  // biome-ignore format: rows of a table
  it.each([
    // Issue, zone, last day, its end in UTC.
    ['2027-02-26T12:00:00+01:00', 'Europe/Berlin', '2027-03-28', '2027-03-28T21:59:59.999Z'], // ends on the day the clocks go forward
    ['2026-10-05T12:00:00-04:00', 'America/New_York', '2026-11-04', '2026-11-05T04:59:59.999Z'], // across the day they go back
    ['2026-10-05T23:59:59-04:00', 'America/New_York', '2026-11-04', '2026-11-05T04:59:59.999Z'], // any hour of day 0
    ['2026-10-06T03:59:59Z', 'America/New_York', '2026-11-04', '2026-11-05T04:59:59.999Z'], // still the 5th in New York
    ['2026-10-06T04:00:00Z', 'America/New_York', '2026-11-05', '2026-11-06T04:59:59.999Z'], // now the 6th
    ['2024-01-30T12:00:00Z', 'UTC', '2024-02-29', '2024-02-29T23:59:59.999Z'],
    ['2026-12-31T12:00:00+13:00', 'Pacific/Auckland', '2027-01-30', '2027-01-30T10:59:59.999Z'],
    ['2026-11-22T12:00:00+05:45', 'Asia/Kathmandu', '2026-12-22', '2026-12-22T18:14:59.999Z'],
  ])('issued %s in %s: %s', (issued, timeZone, date, instant) => {
    expect(deadlineAfter(at(issued), 30, timeZone)).toEqual({ date, timeZone, instant });
  });

  it('is 30 calendar days on, in any zone, at any hour', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom(
          'America/New_York',
          'Europe/Berlin',
          'Asia/Kolkata',
          'Pacific/Apia',
          'America/Sao_Paulo',
          'UTC',
        ),
        (issued, zone) => {
          const { date, instant } = deadlineAfter(issued.getTime(), 30, zone);
          expect(localDate(at(instant), zone)).toBe(date);
          expect(localDate(at(instant) + 1, zone)).toBe(daysAfter(date, 1));
          expect(daysAfter(localDate(issued.getTime(), zone), 30)).toBe(date);
        },
      ),
    ));

  it('reads as people write days', () => {
    const deadline = deadlineAfter(at('2026-10-05T12:00:00-04:00'), 30, 'America/New_York');
    expect(formatDeadline(deadline)).toBe('Wednesday, November 4, 2026 (New York time)');
    expect(formatDeadline(deadline, 'de-DE')).toBe('Mittwoch, 4. November 2026 (New York time)');
  });

  it('a month on from the 31st is the last of a shorter month', () => {
    expect(monthsAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsAfter('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('instants', () => {
  // biome-ignore format: rows of a table
  it.each([
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-22',
    '2026-11-22T10:00:00',
    '2026-11-22T25:00:00Z',
    'tomorrow',
    '',
    5,
    null,
  ])('%s is none', (value) =>
    expect(() => parseInstant(value, 'now')).toThrow(
      expect.objectContaining({ code: 'input/bad-instant', path: 'now' }),
    ),
  );
  // biome-ignore format: rows of a table
  it.each([
    '2026-11-22T10:00:00Z',
    '2026-11-22T10:00:00.123Z',
    '2026-11-22T10:00:00-05:00',
    '2024-02-29T10:00:00+05:45',
    '2026-11-22T10:00Z',
  ])('%s is one', (value) => expect(parseInstant(value, 'now')).toBe(Date.parse(value)));
  it.each(['Mars/Olympus', '', '+02:00', 7])('%s is no time zone', (zone) =>
    expect(() => parseTimeZone(zone, 'shop.timeZone')).toThrow(
      expect.objectContaining({ code: 'input/bad-time-zone' }),
    ),
  );
});

/** Issued on the 5th of October in New York: the 4th of November is the last day. */
const EARLY: AskOptions = {
  order: { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' },
};
const parcel = (receivedAt: string | null, carrierAcceptedAt: string | null, reason = 'defective') => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00' },
  parcel: { ...(receivedAt && { receivedAt }), ...(carrierAcceptedAt && { carrierAcceptedAt }) },
  ...(receivedAt && { inspection: inspection({ accepted: 2 }) }),
});
const DAY_30 = '2026-11-04T23:59:59-05:00';
const DAY_31 = '2026-11-05T00:00:00-05:00';
const LATER = '2026-11-10T09:00:00-05:00';

describe('back in time?', () => {
  // biome-ignore format: rows of a table
  it.each([
    { case: 'here in the last second of day 30', ask: parcel(DAY_30, null), cites: 'P26', verdict: 'granted' },
    { case: 'here in the first second of day 31', ask: parcel(DAY_31, null), cites: 'P21 P22', verdict: 'refused' },
    { case: 'here later, handed over on day 30', ask: parcel(LATER, DAY_30), cites: 'P21', verdict: 'needs-person' },
    { case: 'here later, handed over on day 31', ask: parcel(LATER, DAY_31), cites: 'P21 P22', verdict: 'refused' },
    { case: 'not here, last day over, no scan', ask: parcel(null, null), cites: 'P21 P22', verdict: 'refused' },
    { case: 'not here, last day over, handed over on day 30', ask: parcel(null, DAY_30), cites: 'P17', verdict: 'granted' },
    { case: 'not here, last day over, handed over on day 31', ask: parcel(null, DAY_31), cites: 'P21 P22', verdict: 'refused' },
    { case: 'not here on the last day', ask: parcel(null, null), with: { now: '2026-11-04T23:59:00-05:00' }, cites: 'P17', verdict: 'granted' },
    { case: 'no defect: no last day', ask: parcel(LATER, null, 'changed_mind'), cites: 'P12', verdict: 'granted' },
    { case: 'no defect, limit for all', ask: parcel(LATER, null, 'changed_mind'), with: { settings: { 'rmaValidity.appliesTo': 'all' } }, cites: 'P21 P22', verdict: 'refused' },
    { case: 'grey zone accepted', ask: parcel(LATER, DAY_30), with: { settings: { 'deadline.greyZone': 'accept' } }, cites: 'P21 P26', verdict: 'granted' },
    { case: 'grey zone declined', ask: parcel(LATER, DAY_30), with: { settings: { 'deadline.greyZone': 'decline' } }, cites: 'P21 P22', verdict: 'refused' },
    { case: 'sending counts', ask: parcel(LATER, DAY_30), with: { settings: { 'deadline.basis': 'shipped' } }, cites: 'P26', verdict: 'granted' },
    { case: 'sending counts, sent too late', ask: parcel(LATER, DAY_31), with: { settings: { 'deadline.basis': 'shipped' } }, cites: 'P21 P22', verdict: 'refused' },
    { case: 'either counts', ask: parcel(LATER, DAY_30), with: { settings: { 'deadline.basis': 'either' } }, cites: 'P26', verdict: 'granted' },
    { case: 'days counted in Los Angeles: three hours more', ask: parcel('2026-11-05T02:59:00-05:00', null), with: { settings: { 'deadline.zone': 'America/Los_Angeles' } }, cites: 'P26', verdict: 'granted' },
    { case: 'days counted in Los Angeles: over', ask: parcel('2026-11-05T03:00:00-05:00', null), with: { settings: { 'deadline.zone': 'America/Los_Angeles' } }, cites: 'P21 P22', verdict: 'refused' },
    { case: '60 days given: the last of them', ask: parcel('2026-11-22T09:00:00-05:00', null), with: { settings: { 'rma.validDays': 60 } }, cites: 'P26', verdict: 'granted' },
  ])('$case → $verdict, $cites', ({ ask, with: more = {}, cites, verdict }) => {
    const answer = answerTo(ask, { ...EARLY, ...more });
    expect([answer.verdict, answer.clauses.join(' ')]).toEqual([verdict, cites]);
    if (verdict !== 'granted') expect(answer.refund).toBeNull();
  });
});
