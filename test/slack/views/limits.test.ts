import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HomeFilter } from '../../../policy/app/actors.ts';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { adminLinks } from '../../../slack/text/links.ts';
import { fitMessage } from '../../../slack/views/fit-message.ts';
import { declineForm, inspectionForm, noteForm, trackingForm } from '../../../slack/views/forms/case-forms.ts';
import { caseView, historyView } from '../../../slack/views/forms/case-view.ts';
import {
  assignForm,
  callOffForm,
  DECISIONS,
  type DecisionName,
  decideForm,
  decideUnitsForm,
  receiveBackForm,
} from '../../../slack/views/forms/decide-forms.ts';
import { delegateForm } from '../../../slack/views/forms/delegate-form.ts';
import { factForm } from '../../../slack/views/forms/fact-form.ts';
import { lineOptions } from '../../../slack/views/forms/lines.ts';
import {
  parcelCloseForm,
  parcelDescribeForm,
  parcelDeskForm,
  parcelHoldForm,
  parcelMatchForm,
} from '../../../slack/views/forms/parcel-forms.ts';
import { remedyForm } from '../../../slack/views/forms/remedy-form.ts';
import { returnForm } from '../../../slack/views/forms/return-form.ts';
import { settingsForm } from '../../../slack/views/forms/settings-form.ts';
import { homeView } from '../../../slack/views/home.ts';
import { staffMessage } from '../../../slack/views/message.ts';
import { blocksAreTooLong, checkMessageBlocks, checkSuggestions, checkView } from '../../sandbox/slack/block-kit.ts';
import {
  aBreakdown,
  aCase,
  aDecision,
  aDetail,
  aLine,
  anIntent,
  anIntentView,
  anOrder,
  aParcelView,
  aProposal,
  aShippedOrder,
  aUnit,
  aView,
  NOW,
  returnData,
} from '../support/builders.ts';
import { aPerson } from '../support/doubles.ts';

/** What customers, agents and merchants may have written: very long, in emoji, in markup. */
const nasty = fc.oneof(
  fc.string({ minLength: 1, maxLength: 400, unit: 'grapheme' }),
  fc.constantFrom(
    '<!channel> <@U0LEAD> <https://evil.example|click>',
    '&'.repeat(300),
    '<'.repeat(2_000),
    '😀'.repeat(500),
    '*bold* _it_ ~no~ `code` ```block```',
    'x'.repeat(5_000),
    'line\nbreak\n\n> quote',
    ' ',
  ),
);

const order = fc
  .record({
    count: fc.constantFrom(1, 2, 20, 21, 99, 250),
    title: nasty,
    variant: fc.option(nasty),
    quantity: fc.constantFrom(1, 2, 99, 999),
    shipped: fc.boolean(),
    currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  })
  .map(({ count, title, variant, quantity, shipped, currency }): OrderFacts => {
    const lines = Array.from({ length: count }, (_, index) =>
      aLine({ id: String(1_000 + index), title, variantTitle: variant, quantity, currentQuantity: quantity }),
    );
    return shipped ? aShippedOrder({ lines, currency }) : anOrder({ lines, currency });
  });

const decision = fc
  .record({ because: nasty, reasons: fc.nat(30), deductions: fc.nat(20), label: nasty })
  .map(({ because, reasons, deductions, label }) =>
    aDecision({
      reasons: Array.from({ length: reasons }, () => ({ clause: 'P12' as const, because })),
      warnings: Array.from({ length: Math.min(reasons, 5) }, () => ({
        market: 'FR',
        clause: 'P26' as const,
        text: because,
      })),
      refund: aBreakdown({
        deductions: Array.from({ length: deductions }, () => ({ clause: 'P12' as const, label, amount: 100 })),
      }),
    }),
  );

const FIELDS = [
  'reason',
  'lines',
  'photos',
  'troubleshootingDone',
  'artificialDamageDeclared',
  'originalShippingCost',
  'returnPostage.amount',
  'contact.email',
  'result',
  'number',
  'because',
  'text',
  'carriage',
  'answer',
  'reasonGiven',
  'labelBy',
  'days',
  'clause',
  'fulfillmentId',
  'somethingNew',
];

const asksFor = (facts: OrderFacts) =>
  facts.lines.map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity }));

const proposals = fc
  .record({
    order,
    decision: fc.option(decision),
    words: nasty,
    missing: fc.subarray(FIELDS),
    kind: fc.constantFrom('cancellation.request', 'return.open', 'unit.inspect', 'refund.decline', 'case.note'),
    state: fc.constantFrom('open' as const, 'confirmed' as const, 'dismissed' as const, 'lapsed' as const),
    refused: fc.boolean(),
  })
  .map(
    ({ order: facts, decision: decided, words, missing, kind, state, refused }): StaffMessage => ({
      kind: 'proposal',
      proposal: aProposal({
        draft: { kind, orderId: facts.id, lines: asksFor(facts), because: words, text: words, reason: 'defective' },
        decision: decided,
        would: Array.from({ length: 20 }, () => words),
        missing,
        refusal: refused ? words : null,
        byName: words,
        endedByName: state === 'open' ? null : words,
        endedAt: state === 'open' ? null : NOW,
        state,
      }),
      order: aView(facts),
      case: null,
    }),
  );

const details = fc
  .record({
    order,
    decision,
    words: nasty,
    state: fc.constantFrom(
      'authorized',
      'received',
      'needs_agent',
      'converted_to_return',
      'closed',
      'refused_suspected',
      'grey_zone',
      'suspected_lost',
      'expired',
      'a_state_of_tomorrow',
    ),
    units: fc.constantFrom(0, 1, 250),
  })
  .map(({ order: facts, decision: decided, words, state, units }) =>
    aDetail({
      case: aCase({
        state,
        orderName: words,
        data: returnData({
          lines: asksFor(facts),
          tracking: { number: words, carrier: words, url: words, recordedAt: NOW },
        }),
        closedAt: state === 'closed' ? NOW : null,
      }),
      order: facts,
      next: words,
      openedByName: words,
      units: Array.from({ length: units }, (_, index) =>
        aUnit({
          id: `unit-${index}`,
          lineItemId: facts.lines[index % facts.lines.length]?.id ?? '0',
          result: index % 2 === 0 ? null : 'accepted',
        }),
      ),
      decisions: [{ id: 'd', caseId: 'c', at: NOW, kind: 'return', policyVersion: 'v', decision: decided, facts: {} }],
      intents: [
        anIntent({
          lastError: words,
          approvals: Array.from({ length: 3 }, () => ({ personId: 'p', name: words, at: NOW })),
        }),
      ],
      effects: Array.from({ length: 10 }, () => ({
        id: 'e',
        shop: 's',
        caseId: 'c',
        key: 'k',
        kind: words,
        payload: {},
        state: 'parked' as const,
        attempts: 1,
        lastError: words,
        result: null,
        createdAt: NOW,
        updatedAt: NOW,
      })),
      entries: Array.from({ length: 40 }, (_, index) => ({
        id: `e${index}`,
        caseId: 'c',
        seq: index,
        at: NOW,
        by: 'p',
        byName: words,
        event: 'x',
        from: null,
        to: null,
        text: words,
        clauses: ['P1'],
        decisionId: null,
        previousDigest: null,
        digest: 'd',
      })),
    }),
  );

const parcels = fc
  .record({ words: nasty, candidates: fc.nat(5), state: fc.constantFrom('quarantined', 'held', 'matched', 'closed') })
  .map(
    ({ words, candidates, state }): Extract<StaffMessage, { kind: 'parcel' }> => ({
      kind: 'parcel',
      view: aParcelView(words, candidates, state as 'held'),
      now: NOW,
      timeZone: 'America/New_York',
    }),
  );

const messages: fc.Arbitrary<StaffMessage> = fc.oneof(
  proposals,
  parcels,
  details.map((detail): StaffMessage => ({ kind: 'case', case: detail })),
  details.map(
    (detail): StaffMessage => ({
      kind: 'approval',
      view: anIntentView({ intent: detail.intents[0] ?? anIntent(), case: detail.case, proposedByName: detail.next }),
      case: detail,
    }),
  ),
  fc.record({ text: nasty, order, decision }).map(
    ({ text, order: facts, decision: decided }): StaffMessage => ({
      kind: 'say',
      text,
      order: aView(facts),
      decision: decided,
    }),
  ),
);

/** Mentions, links and channel calls that are not ours: ours are dates only. */
const FOREIGN_MARKUP = /<(?!!date\^\d+\^|https:\/\/admin\.shopify\.com\/store\/)[!@#a-z]/i;

const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsOf)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) =>
          key === 'text' && typeof inner === 'string' && (value as { type?: string }).type === 'mrkdwn'
            ? [inner]
            : textsOf(inner),
        )
      : [];

const summaries = (detail: CaseDetail, count: number, words: string) =>
  Array.from({ length: count }, (_, index) => ({
    case: { ...detail.case, id: `${index}` },
    next: words,
    amount: null,
    dueAt: NOW,
  }));

describe('whatever the data, Slack takes the message', () => {
  it('cards', () => {
    fc.assert(
      fc.property(messages, (message) => {
        const { text, blocks } = fitMessage(staffMessage(message, adminLinks('key')));
        expect(checkMessageBlocks(blocks)).toEqual([]);
        expect(blocksAreTooLong(blocks)).toBe(false);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(4_000);
        for (const part of [...textsOf(blocks), text]) expect(part).not.toMatch(FOREIGN_MARKUP);
      }),
      { numRuns: 150 },
    );
  });

  it('an open card never loses its buttons to the length of its words', () => {
    fc.assert(
      fc.property(proposals, (message) => {
        if (message.kind !== 'proposal' || message.proposal.state !== 'open') return;
        expect(JSON.stringify(fitMessage(staffMessage(message)).blocks)).toContain('proposal.dismiss');
      }),
    );
  });

  it('forms and views', () => {
    fc.assert(
      fc.property(order, details, nasty, (facts, detail, words) => {
        const chosen = asksFor(facts).slice(0, 3);
        const view = anIntentView({ case: detail.case });
        const forms = [
          returnForm(null, {}, { channel: 'C1' }),
          returnForm(
            facts,
            { reason: 'defective', remedy: 'exchange', because: words, lines: chosen, troubleshootingDone: true },
            {},
          ),
          returnForm({ ...facts, contactable: { email: false, phone: false, name: false } }, {}, { proposalId: 'p' }),
          ...FIELDS.map((field) => factForm(field, facts, 'return', chosen, { proposalId: 'p' })),
          inspectionForm(detail, {}),
          trackingForm(detail, {}),
          noteForm(detail, {}),
          ...(Object.keys(DECISIONS) as DecisionName[]).map((name) => decideForm(name)(detail, {})),
          decideUnitsForm(detail, {}),
          decideUnitsForm({ ...detail, units: detail.units.map((unit) => ({ ...unit, goods: 'incomplete' })) }, {}),
          receiveBackForm(detail, {}),
          callOffForm(detail, {}),
          assignForm([aPerson('U0LEAD', 'approver'), { ...aPerson('U0AGENT', 'agent'), name: words }])(detail, {}),
          assignForm([])(detail, {}),
          declineForm(view, {}),
          delegateForm(view, [aPerson('U0LEAD', 'approver'), { ...aPerson('U0LEAD2', 'owner'), name: words }], {}),
          delegateForm(view, [], {}),
          settingsForm(aPerson('U0LEAD', 'approver'), null, {}),
          settingsForm(
            { ...aPerson('U0LEAD', 'owner'), language: 'de' },
            { all: Array.from({ length: 150 }, (_, index) => ({ id: `S${index}`, name: words })), known: [] },
            {},
          ),
          parcelDeskForm(words, words, {}),
          ...[parcelDescribeForm, parcelHoldForm, parcelCloseForm, parcelMatchForm].map((form) =>
            form(aParcelView(words, 0, 'held').parcel, {}),
          ),
          caseView(detail),
          historyView(detail),
          remedyForm(detail, {}),
        ];
        for (const form of forms) expect(checkView(form, 'modal')).toEqual([]);
        expect(checkSuggestions({ options: lineOptions(facts, 'return', '') })).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('the App Home, however long the queue', () => {
    fc.assert(
      fc.property(
        details,
        fc.nat(60),
        nasty,
        fc.constantFrom(...HomeFilter.options),
        (detail, count, words, filter) => {
          const view = homeView({
            person: { ...aPerson('U0LEAD', 'approver'), home: filter },
            language: count % 2 === 0 ? 'de' : null,
            waiting: Array.from({ length: count }, () => anIntentView({ case: detail.case, proposedByName: words })),
            mine: summaries(detail, count, words),
            overdue: summaries(detail, count, words),
            cases: summaries(detail, count, words),
            figures: { opened: count, closed: 1, parcels: 2, refunded: [{ minor: 8640, currency: 'USD' }] },
            now: NOW,
          });
          expect(checkView(view, 'home')).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});
