import { expect, it } from 'vitest';
import type { CancellationData, RefundIntentRecord } from '../../../policy/app/records.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { cancellationRequest } from '../../../web/shell/commands/cancellation-request.ts';
import { retryCancellation } from '../../../web/shell/commands/case-retry.ts';
import { whyLapsed } from '../../../web/shell/effects/ask-again.ts';
import { undeliveredOf } from '../../../web/shell/undelivered-of.ts';
import { ANA, aCase, context, order, world } from './return-world.ts';

/**
 * P11 in a shop that cancels within some hours: what counts is when it was asked for, not how long approvers, a fulfilment
 * service or Shopify take.
 */

const settings = parseSettings({ 'cancel.until': 24 });
/** The order was placed at 14:00 on the 20th. */
const IN_TIME = '2026-11-21T13:00:00.000Z';
const PAID_AT = '2026-11-21T20:00:00.000Z';
const data: CancellationData = { kind: 'cancellation', lines: null, because: null, jobResult: null };
const record = aCase({ kind: 'cancellation', state: 'needs_agent', rma: null, data, createdAt: IN_TIME });
const facts = order({ unitsShipped: 0 });
const here = world({
  case: record,
  units: [],
  settings,
  order: { ...world().order, facts } as never,
});

it('a cancellation that was asked for in time may be paid after it', () => {
  const agreed = { breakdown: { currency: 'USD', total: 9640 } } as unknown as RefundIntentRecord;
  const clock = { now: () => PAID_AT };
  expect(whyLapsed({ clock }, here, facts, undeliveredOf(record).ask, agreed)).toBe(null);
});

it('it may be tried again after it', () => {
  expect(retryCancellation(here, data, context(ANA, PAID_AT))).toMatchObject({ ok: true });
});

it('one that is asked for after it is refused', () => {
  const request = { kind: 'cancellation.request', orderId: facts.id } as const;
  const verdict = cancellationRequest.decide({ ...here, case: null, cases: [] }, request, context(ANA, PAID_AT));
  expect(verdict).toMatchObject({ ok: false, clauses: ['P11'], because: expect.stringMatching(/within 24 h/) });
});
