import { describe, expect, it } from 'vitest';
import type { PolicyVersionRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { createVersion } from '../../../policy/versions/index.ts';
import { intentExecute } from '../../../web/shell/commands/intent-execute.ts';
import { compareMoneySettled } from '../../../web/shell/settled/money.ts';
import { aCase, context, NOW, unit, world } from './return-world.ts';

/** Somebody wrote into the database: what a stored policy says was published by nobody, and pays nothing by itself. */

const published = createVersion({ number: 2, settings: parseSettings({}), effectiveAt: NOW });
const stored = (settings: object): PolicyVersionRecord => ({
  ...published,
  id: 'v2',
  shop: 'demo.myshopify.com',
  publishedBy: null,
  settings: { ...published.settings, ...settings },
});
const AS_PUBLISHED = stored({});
const DAMAGED = stored({ 'approval.auto': '100000.00' });
const BEFORE_WORDS_WERE_KEPT = { ...DAMAGED, clauses: null };

const intent = (state: RefundIntentRecord['state']): RefundIntentRecord =>
  ({
    id: 'intent-1',
    caseId: 'case-1',
    state,
    version: 2,
    unitIds: ['unit-1'],
    approvalsNeeded: 0,
    approvals: [],
    breakdown: { currency: 'USD', items: 4320, tax: 0, shipping: 0, duties: 0, tips: 0, deductions: [], total: 4320 },
  }) as unknown as RefundIntentRecord;

const here = (version: PolicyVersionRecord, state: RefundIntentRecord['state']) => {
  const one = intent(state);
  const units = [unit({ goods: 'accepted', result: 'accepted', money: 'proposed' })];
  return world({ version, case: aCase({ state: 'settling' }), units, intent: one, intents: [one] });
};

const WHY = /^version 2 of the policy is damaged/;

describe('an amount that the policy reckoned', () => {
  const compared = (version: PolicyVersionRecord) =>
    compareMoneySettled(
      here(version, 'new'),
      { kind: 'shopify.compare-money', caseId: 'case-1', intentId: 'intent-1' },
      { outcome: 'done', result: { amount: 4320 }, error: null } as never,
      context(),
    );

  it('goes to a person, who reads why, where its version is damaged', () => {
    const changes = compared(DAMAGED);
    expect(changes).toMatchObject({
      cases: [{ state: 'received' }],
      intents: [{ state: 'needs_person', lastError: expect.stringMatching(WHY) }],
      units: [{ id: 'unit-1', money: 'none' }],
    });
  });

  it.each([
    ['is as it was published', AS_PUBLISHED],
    ['is from before its words were kept', BEFORE_WORDS_WERE_KEPT],
  ])('goes on where it %s', (_what, version) => {
    expect(compared(version)).toMatchObject({ intents: [{ state: 'approved' }] });
  });
});

describe('an amount that was agreed', () => {
  const execute = (version: PolicyVersionRecord) =>
    intentExecute.decide(
      here(version, 'approved'),
      { kind: 'intent.execute', intentId: 'intent-1', execution: {} },
      context(),
    );

  it('is not sent where the version was damaged meanwhile', () => {
    expect(execute(DAMAGED)).toMatchObject({ ok: false, because: expect.stringMatching(WHY) });
  });

  it('is sent where it is as it was published', () => expect(execute(AS_PUBLISHED)).toMatchObject({ ok: true }));
});
