import { HomeFilter } from '../../../policy/app/actors.ts';
import { nextStep } from '../../../policy/app/next-step.ts';
import type { ParcelRecord } from '../../../policy/app/parcels.ts';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import type { CaseDetail, IntentView } from '../../../policy/app/read-model.ts';
import type {
  BackorderData,
  CancellationData,
  CaseData,
  CaseKind,
  ProposalRecord,
  RefundIntentRecord,
  RefundIntentState,
  ReturnData,
  UnitRecord,
} from '../../../policy/app/records.ts';
import type { Decision } from '../../../policy/decision.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { machines } from '../../../policy/machines/index.ts';
import { parseSettings } from '../../../policy/settings.ts';
import { FAILED } from '../../../slack/listeners/interaction.ts';
import { policyAnswer } from '../../../slack/talk/policy-answer.ts';
import {
  HELP,
  invalidRma,
  NO_ROLE,
  NOT_UNDERSTOOD,
  notUnderstoodAbout,
  notUnderstoodAboutRma,
  PHOTOS_FOR_WHAT,
  severalAtOnce,
  WAITS_ABOVE,
  WELCOME,
} from '../../../slack/talk/texts.ts';
import { adminLinks } from '../../../slack/text/links.ts';
import type { HomeView, Message, View } from '../../../slack/views/blocks.ts';
import { fitMessage } from '../../../slack/views/fit-message.ts';
import { backorderForm } from '../../../slack/views/forms/backorder-forms.ts';
import {
  declineForm,
  inspectionForm,
  noteForm,
  photosForm,
  trackingForm,
} from '../../../slack/views/forms/case-forms.ts';
import { caseView, historyView, refusalView } from '../../../slack/views/forms/case-view.ts';
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
import { FILLED_IN, factForm } from '../../../slack/views/forms/fact-form.ts';
import { exchangeForm, receivePartForm, settleByHandForm } from '../../../slack/views/forms/money-forms.ts';
import { orderView } from '../../../slack/views/forms/order-view.ts';
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
import { homeView, strangerHome } from '../../../slack/views/home.ts';
import { linkedCase, linkedOrder } from '../../../slack/views/linked.ts';
import { staffMessage } from '../../../slack/views/message.ts';
import { QUESTIONS } from '../../../slack/views/missing.ts';
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
  issued,
  NOW,
  returnData,
  tooLate,
} from './builders.ts';
import { aPerson } from './doubles.ts';

/**
 * Everything that Slack is ever shown, by name: every kind of message in each of its states, every modal, every Home.
 * With ordinary data, and with the longest that shops, customers and staff really write.
 */
export type Gallery = Readonly<{
  /** What the cards of cases are drawn of. */
  cases: Readonly<Record<string, CaseDetail>>;
  messages: Readonly<Record<string, Message>>;
  /** As the person alone sees them, without blocks. */
  ephemeral: Readonly<Record<string, string>>;
  unfurls: Readonly<Record<string, readonly object[]>>;
  modals: Readonly<Record<string, View>>;
  homes: Readonly<Record<string, HomeView>>;
}>;

type Words = Readonly<{ title: string; variant: string; name: string; order: string; because: string; lines: number }>;

const WORDS: Readonly<Record<'ordinary' | 'longest', Words>> = {
  ordinary: {
    title: 'Aurora wireless headphones',
    variant: 'Black',
    name: 'Ana Ruiz',
    order: '#1003',
    because: 'left side is dead since Monday, another cable changes nothing',
    lines: 1,
  },
  longest: {
    title:
      'Aurora Studio Reference wireless over-ear headphones with active noise cancelling, travel case and two cables',
    variant: 'Midnight black / large ear cushions / EU charger',
    name: 'Maximiliane-Alexandra von Hohenstein-Oberkirchen',
    order: '#EU-2026-00012345',
    because:
      'The left side has been dead since Monday. The customer tried another cable, another phone and the steps of the leaflet twice, charged it overnight, reset it as the manual says on page 14, and it still does not play. They also say that the hinge was loose when it came, that the box had a dent in one corner, and that they wrote to us on the day it arrived but never had an answer. They need it for work and ask whether it could go quickly.',
    lines: 6,
  },
};

const hours = (count: number): string => new Date(Date.parse(NOW) + count * 3_600_000).toISOString();

const version = {
  number: 3,
  settings: parseSettings({ markets: { DE: { 'remedy.chooser': 'merchant' } } }),
};

/** The views of one set of words. */
export const gallery = (of: keyof typeof WORDS): Gallery => {
  const words = WORDS[of];
  const lines = Array.from({ length: words.lines }, (_, index) =>
    aLine({
      id: String(11 + index),
      title: index === 0 ? words.title : `${index + 1}. ${words.title}`,
      variantTitle: words.variant,
    }),
  );
  const open = anOrder({ name: words.order, lines });
  const shipped = aShippedOrder({ name: words.order, lines });
  const asked = lines.map((line) => ({ lineItemId: line.id, quantity: 2 }));
  const deductions =
    of === 'ordinary'
      ? []
      : [
          { clause: 'P12' as const, label: 'original shipping of a free order', amount: 750 },
          { clause: 'P12' as const, label: 'return postage, as far as it goes', amount: 650 },
          { clause: null, label: 'limited to what is left to refund', amount: 1234 },
        ];
  const breakdown = aBreakdown({ shipping: 0, deductions, total: of === 'ordinary' ? 8640 : 6006 });
  const reasons = (decision: Decision): Decision =>
    of === 'ordinary'
      ? decision
      : {
          ...decision,
          reasons: [
            ...decision.reasons,
            ...Array.from({ length: 4 }, () => ({
              clause: 'P12' as const,
              because:
                'the order shipped free of charge, and what sending it had cost the shop is taken off the refund',
            })),
          ],
          warnings: [
            {
              market: 'FR',
              clause: 'P26' as const,
              text: 'consumers have 14 days to withdraw from a distance contract, and the cheapest standard delivery goes back as well',
            },
          ],
        };

  const decided = reasons(
    aDecision({
      action: 'refund',
      clauses: ['P24', 'P26'],
      reasons: [
        { clause: 'P24', because: 'tested: defect confirmed' },
        { clause: 'P26', because: 'shipping is not refunded for defective goods' },
      ],
      refund: breakdown,
    }),
  );
  const leftOpen = (...clauses: Decision['clauses']): Decision =>
    reasons(
      aDecision({
        verdict: 'needs-person',
        action: 'ask',
        clauses,
        reasons: [{ clause: clauses[0] ?? 'P4', because: 'the policy leaves this to a person' }],
        refund: null,
      }),
    );
  const refusedByPolicy = reasons(
    aDecision({
      verdict: 'refused',
      action: 'reject',
      clauses: ['P22'],
      reasons: [{ clause: 'P22', because: 'it arrived 12 days after the last day' }],
      refund: null,
    }),
  );

  // Proposals.
  const proposal = (
    draft: ProposalRecord['draft'],
    over: Partial<ProposalRecord> = {},
    about: { order?: OrderFacts; case?: CaseDetail | null } = {},
  ): StaffMessage => ({
    kind: 'proposal',
    proposal: aProposal({ draft, decision: null, would: [], byName: words.name, ...over }),
    order: aView(about.order ?? shipped),
    case: about.case ?? null,
  });
  const cancel = { kind: 'cancellation.request', orderId: '1003' };
  const back = {
    kind: 'return.open',
    orderId: '1003',
    lines: asked,
    reason: 'defective',
    because: words.because,
    troubleshootingDone: true,
  };
  const wouldIssue = [
    'issue an RMA number',
    'open the return in Shopify',
    'mail the customer the number, the address and the last day',
  ];
  const ofCase = (kind: string, more: object = {}): ProposalRecord['draft'] => ({ kind, caseId: 'case-12', ...more });

  // Cases.
  const nobody: CancellationData = { kind: 'cancellation', lines: null, because: null, jobResult: null };
  const shortage: BackorderData = {
    kind: 'backorder',
    lines: asked,
    notifiedAt: NOW,
    answer: null,
    eta: null,
    because: of === 'ordinary' ? null : words.because,
  };
  const caseIn = (
    kind: CaseKind,
    state: string,
    over: Partial<CaseDetail> & {
      data?: Partial<ReturnData> | Partial<BackorderData> | Partial<CancellationData>;
    } = {},
  ): CaseDetail => {
    const { data, ...more } = over;
    const base: CaseData =
      kind === 'return'
        ? returnData({ lines: asked, because: words.because })
        : kind === 'backorder'
          ? shortage
          : nobody;
    const ended = (machines[kind].final as readonly string[]).includes(state);
    const record = aCase({
      kind,
      state,
      orderName: words.order,
      rma: kind === 'return' ? 'RMA-4F7K2QZ' : null,
      data: { ...base, ...data } as CaseData,
      closedAt: ended ? hours(26) : null,
      updatedAt: hours(26),
    });
    const detail = aDetail({
      case: record,
      order: kind === 'return' ? shipped : open,
      openedByName: words.name,
      units: kind === 'return' ? units('expected') : [],
      decisions: [],
      ...more,
    });
    return { ...detail, next: nextStep(detail) };
  };
  const units = (goods: string, over: Partial<UnitRecord> = {}): UnitRecord[] =>
    lines.flatMap((line, at) =>
      [0, 1].map((index) => aUnit({ id: `unit-${at}-${index}`, lineItemId: line.id, index, goods, ...over })),
    );
  const decision = (kind: string, one: Decision): CaseDetail['decisions'] => [
    { id: 'd1', caseId: 'case-12', at: NOW, kind, policyVersion: 'v1', decision: one, facts: {} },
  ];
  const rightly = issued();
  const authorized = caseIn('return', 'authorized', { decisions: decision('return', reasons(rightly)) });
  const here: Partial<ReturnData> = {
    parcel: { receivedAt: hours(20), rmaMarked: true, carrierAcceptedAt: null },
    tracking: { number: '1Z999AA10123456784', carrier: 'UPS', url: null, recordedAt: NOW },
  };
  const tested = units('accepted', { result: 'accepted' });
  const settled = { data: here, units: tested, decisions: decision('settle', decided) };
  const paid = (state: RefundIntentState, over: Partial<RefundIntentRecord> = {}): RefundIntentRecord =>
    anIntent({ state, breakdown, ...over });
  const received = caseIn('return', 'received', { data: here, units: units('arrived') });

  const states = Object.fromEntries(
    (['cancellation', 'return', 'backorder'] as const).flatMap((kind) =>
      machines[kind].states.map((state) => [
        `case-${kind}-${state}`,
        caseIn(kind, state, {
          ...(kind === 'cancellation' && state === 'converted_to_return'
            ? { order: shipped, decisions: decision('cancel', tooLate()) }
            : {}),
          ...(kind === 'return' && ['authorized', 'in_transit', 'expired', 'grey_zone'].includes(state)
            ? { decisions: decision('return', reasons(rightly)) }
            : {}),
          ...(kind === 'return' && ['settling', 'closed', 'frozen'].includes(state)
            ? { ...settled, intents: [paid(state === 'frozen' ? 'needs_person' : 'succeeded')] }
            : {}),
          ...(kind === 'return' && state === 'in_transit' ? { data: { tracking: here.tracking ?? null } } : {}),
          ...(kind === 'return' && state === 'received' ? { data: here, units: units('arrived') } : {}),
          ...(kind === 'return' && state === 'review' ? { decisions: decision('return', leftOpen('P4')) } : {}),
          ...(kind === 'return' && ['new', 'intake', 'evidence_pending', 'troubleshooting', 'review'].includes(state)
            ? { data: { rma: null } }
            : {}),
          ...(kind === 'backorder' && state === 'customer_notified'
            ? {
                deadlines: [
                  {
                    id: 'due',
                    shop: 's',
                    caseId: 'case-12',
                    kind: 'backorder-response',
                    dueAt: hours(48),
                    state: 'open' as const,
                  } as CaseDetail['deadlines'][number],
                ],
              }
            : {}),
          ...(kind === 'backorder' && state === 'waiting'
            ? {
                data: {
                  eta: '2026-12-01',
                  round: 2,
                  consent: {
                    at: NOW,
                    how: 'staff' as const,
                    note: of === 'ordinary' ? 'by phone' : words.because,
                    policyVersion: 'v1',
                    eta: '2026-12-01',
                  },
                },
              }
            : {}),
        }),
      ]),
    ),
  );
  const twist = (finding: 'refused' | null): CaseDetail =>
    caseIn('return', 'refused_suspected', { data: { undelivered: { fulfillmentId: '41', finding } } });
  const exchanged: Partial<ReturnData> = {
    remedy: 'exchange',
    shipFirst: {
      intentIds: ['intent-1'],
      because: words.because,
      by: 'person-1',
      byName: words.name,
      worth: 8640,
      sentAt: null,
      dropped: false,
      backBy: null,
    },
  };
  const cases: Record<string, CaseDetail> = {
    ...states,
    'case-expired-more-time-asked': caseIn('return', 'expired', {
      data: { extension: { days: 7, because: words.because, by: 'person-1', byName: words.name } },
    }),
    'case-refused-found': twist('refused'),
    'case-received-in-parts': caseIn('return', 'received', {
      data: here,
      units: units('arrived').map((unit, index) => (index === 0 ? { ...unit, goods: 'expected' } : unit)),
    }),
    'case-received-second-person': caseIn('return', 'received', {
      data: here,
      units: units('rejected_pending', { result: 'artificial_damage' }),
    }),
    'case-received-parts-missing': caseIn('return', 'received', {
      data: here,
      units: units('incomplete', { result: 'missing_components' }),
    }),
    'case-received-carriage': caseIn('return', 'received', {
      ...settled,
      decisions: decision('settle', leftOpen('P1')),
    }),
    'case-received-late': caseIn('return', 'received', { ...settled, decisions: decision('settle', leftOpen('P21')) }),
    'case-received-refused': caseIn('return', 'received', {
      ...settled,
      decisions: decision('settle', refusedByPolicy),
    }),
    'case-received-no-replacement': caseIn('return', 'received', { ...settled, data: { ...here, remedy: 'exchange' } }),
    'case-review-carriage': caseIn('return', 'review', {
      data: { rma: null, reason: 'customer_ordered_wrong' },
      decisions: decision('return', leftOpen('P1')),
    }),
    'case-replaced-evenly': caseIn('return', 'closed', {
      ...settled,
      data: { ...here, remedy: 'exchange' },
      intents: [
        paid('succeeded', { breakdown: { ...breakdown, items: 0, tax: 0, shipping: 0, deductions: [], total: 0 } }),
      ],
    }),
    'case-replacement-may-go-first': caseIn('return', 'authorized', { data: { remedy: 'exchange' } }),
    'case-replacement-went-first': caseIn('return', 'in_transit', {
      data: {
        ...exchanged,
        shipFirst: { ...exchanged.shipFirst, sentAt: hours(2) } as NonNullable<ReturnData['shipFirst']>,
      },
    }),
    'case-sums-differ': caseIn('return', 'authorized', {
      data: {
        preview: {
          policy: { items: 8000, tax: 640, restocking: 0, shippingFee: 0, exchange: 0 },
          shopify: { items: 8000, tax: 641, restocking: 0, shippingFee: 0, exchange: 0 },
        },
      },
    }),
    'case-refunded-by-hand': caseIn('return', 'received', {
      ...settled,
      data: {
        ...here,
        byHand: [{ refundId: 'r1', amount: 2000, for: null }],
      },
    }),
    'case-trouble': caseIn('return', 'authorized', {
      effects: [
        {
          id: 'e',
          shop: 's',
          caseId: 'case-12',
          key: 'k',
          kind: 'shopify.create-return',
          payload: {},
          state: 'parked',
          attempts: 5,
          lastError: 'shopify refused it: the line item has nothing left to return',
          result: null,
          createdAt: NOW,
          updatedAt: NOW,
        },
      ],
    }),
    'case-asked-to-reopen': caseIn('return', 'closed', {
      ...settled,
      data: { ...here, reopening: { because: words.because, by: 'person-1', byName: words.name } },
      intents: [paid('succeeded')],
    }),
    ...Object.fromEntries(
      machines.refund.states
        .filter((state) => state !== 'superseded')
        .map((state) => [
          `case-money-${state}`,
          caseIn('return', 'received', {
            ...settled,
            intents: [
              paid(state, {
                lastError: ['failed', 'needs_person', 'settlement_failed'].includes(state)
                  ? 'shopify refused it: the payment was captured too long ago'
                  : null,
              }),
            ],
          }),
        ]),
    ),
  };

  // Approvals.
  const ofIntent = (over: Partial<RefundIntentRecord> = {}, view: Partial<IntentView> = {}): IntentView =>
    anIntentView({
      intent: paid('awaiting_approval', over),
      case: received.case,
      proposedByName: words.name,
      decision: decided,
      ...view,
    });
  const approval = (
    view: IntentView,
    more: Partial<Extract<StaffMessage, { kind: 'approval' }>> = {},
  ): StaffMessage => ({
    kind: 'approval',
    view,
    case: caseIn('return', 'received', { ...settled, intents: [view.intent] }),
    ...more,
  });
  const one = [{ personId: 'p', name: words.name, at: NOW }];

  // Parcels.
  const parcel = (candidates: number, over: Partial<ParcelRecord> = {}): Extract<StaffMessage, { kind: 'parcel' }> => {
    const view = aParcelView(words.name, candidates, over.state ?? 'quarantined');
    return {
      kind: 'parcel',
      now: NOW,
      timeZone: 'America/New_York',
      view: {
        parcel: {
          ...view.parcel,
          number: 7,
          problem: 'unmarked',
          written: null,
          askedAt: null,
          holdUntil: hours(14 * 24),
          seen: {
            tracking: '1Z999AA10123456784',
            senderName: words.name,
            senderPhone: '+1 555 010 9999',
            orderNumber: null,
            note: of === 'ordinary' ? 'headphones, no slip' : words.because,
            answers: [
              {
                orderId: '1',
                orderName: words.order,
                at: hours(-3),
                text: of === 'ordinary' ? 'Yes, that is mine. The number on it ends in 6784.' : words.because,
                fromCustomer: true,
              },
            ],
          },
          endedBecause: words.because,
          ...over,
        },
        candidates: view.candidates.map((each, index) => ({
          ...each,
          orderName: index === 0 ? words.order : `#10${10 + index}`,
          why:
            of === 'ordinary'
              ? ['same tracking number']
              : ['same tracking number', 'the sender’s name fits', 'the phone number fits', 'the goods fit'],
        })),
        case:
          over.state === 'matched'
            ? ({ id: 'c', number: 12, orderName: words.order, rma: 'RMA-4F7K2QZ' } as never)
            : null,
      },
    };
  };

  const say = (text: string, over: Partial<Extract<StaffMessage, { kind: 'say' }>> = {}): StaffMessage => ({
    kind: 'say',
    text,
    order: null,
    decision: null,
    ...over,
  });
  const digest = (
    whose: 'shop' | 'person',
    named: number,
    over: Partial<Extract<StaffMessage, { kind: 'digest' }>>,
  ): StaffMessage => ({
    kind: 'digest',
    whose,
    waiting: 0,
    overdue: named,
    parcels: 0,
    cases: Array.from({ length: named }, (_, index) => ({
      case: { ...received.case, id: `late-${index}`, number: 20 + index },
      next: received.next,
      amount: null,
      dueAt: hours(-90 + index * 7),
    })),
    now: NOW,
    ...over,
  });
  const listed = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: `0190d3a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
      number: index + 1,
      orderName: index === 0 ? words.order : `#${1001 + index}`,
      kind: 'backorder' as const,
      state: 'detected',
      closedAt: null,
    }));
  const fields = Object.keys(QUESTIONS);
  const askedAtOnce = 4;

  const shown: Readonly<Record<string, StaffMessage>> = {
    'proposal-cancel': proposal(
      cancel,
      { decision: reasons(aDecision()), would: ['cancel the order in Shopify', 'refund $96.40', 'mail the customer'] },
      { order: open },
    ),
    'proposal-cancel-too-late': proposal(cancel, {
      decision: tooLate(),
      refusal: 'everything of it has shipped',
    }),
    'proposal-cancel-part': proposal({ ...cancel, lines: asked.slice(0, 1) }, { decision: reasons(aDecision()) }),
    'proposal-left-to-a-person': proposal(cancel, {
      decision: leftOpen('P4'),
      refusal: 'the policy leaves this to a person',
    }),
    'proposal-refused': proposal(ofCase('return.extend', { days: 7, because: words.because }), {
      refusal: 'this return has ended: open it again first',
    }),
    'proposal-return': proposal(back, { decision: reasons(rightly), would: wouldIssue }),
    'proposal-return-same-photo': {
      ...(proposal(back, { decision: reasons(rightly), would: wouldIssue }) as Extract<
        StaffMessage,
        { kind: 'proposal' }
      >),
      samePhotos: [{ sha256: 'a'.repeat(64), caseId: 'c', number: 9, orderName: words.order }] as never,
    },
    'proposal-return-lacks-photos': proposal(back, {
      decision: aDecision({
        verdict: 'needs-info',
        action: 'ask',
        clauses: ['P3', 'P18'],
        reasons: [{ clause: 'P3', because: 'a picture shows what is wrong' }],
        refund: null,
      }),
      missing: ['photos', 'troubleshootingDone'],
    }),
    'proposal-exchange': proposal({ ...back, remedy: 'exchange' }, { decision: reasons(rightly), would: wouldIssue }),
    'proposal-refused-at-the-door': proposal({ kind: 'delivery.refused', orderId: '1003' }, { would: wouldIssue }),
    'proposal-ask-customer': proposal(
      { ...back, kind: 'return.request' },
      { would: ['mail the customer a link for photos', 'remind them after 3 days'] },
    ),
    'proposal-shortage': proposal(
      { kind: 'backorder.report', orderId: '1003', lines: asked, because: words.because },
      { would: ['ask the customer by mail: wait, or be refunded'] },
      { order: open },
    ),
    ...Object.fromEntries(
      (
        [
          ['return.track', { carrier: 'UPS', number: '1Z999AA10123456784' }],
          ['parcel.receive', {}],
          ['unit.inspect', { result: 'accepted', note: words.because, photos: [{}] }],
          ['return.extend', { days: 14, because: words.because }],
          ['return.decline', { because: words.because }],
          ['return.lost', { labelBy: 'merchant', because: words.because }],
          ['return.remedy', { remedy: 'exchange' }],
          ['case.assign', {}],
          ['case.note', { text: words.because }],
          ['refund.approve', { intentId: 'intent-1' }],
          ['refund.decline', { intentId: 'intent-1', because: words.because }],
          ['backorder.answer', { answer: 'wait', note: words.because }],
          ['backorder.eta', { eta: '2026-12-01' }],
          ['backorder.discontinued', { because: words.because }],
          ['backorder.release', {}],
          ['cancellation.withdraw', { because: words.because }],
          ['links.revoke', { because: words.because }],
        ] as const
      ).map(([kind, more]) => [
        `proposal-${kind}`,
        proposal(ofCase(kind, more), { would: ['what it would do, in a sentence'] }, { case: authorized }),
      ]),
    ),
    ...Object.fromEntries(
      Array.from({ length: Math.ceil(fields.length / askedAtOnce) }, (_, part) => [
        `proposal-asks-${part + 1}`,
        proposal(back, { missing: fields.slice(part * askedAtOnce, (part + 1) * askedAtOnce + (part === 0 ? 2 : 0)) }),
      ]),
    ),
    ...Object.fromEntries(
      (['confirmed', 'dismissed', 'lapsed'] as const).map((state) => [
        `proposal-${state}`,
        proposal(back, {
          state,
          decision: rightly,
          endedByName: state === 'lapsed' ? null : words.name,
          endedAt: hours(1),
        }),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(cases).map(([name, detail]) => [name, { kind: 'case', case: detail } as const]),
    ),
    approval: approval(ofIntent()),
    'approval-one-of-two': approval(ofIntent({ approvalsNeeded: 2, approvals: one })),
    'approval-handed-over': approval(ofIntent({}, { delegatedToName: words.name })),
    'approval-undo-window': approval(ofIntent({ state: 'approved', approvals: one }), { stopUntil: hours(0.1) }),
    'approval-replacement-first': {
      kind: 'approval',
      view: ofIntent({ breakdown: aBreakdown({ items: 0, tax: 0, shipping: 0, total: 0 }) }),
      case: caseIn('return', 'authorized', { data: exchanged }),
    },
    ...Object.fromEntries(
      machines.refund.states
        .filter((state) => !['new', 'proposed', 'awaiting_approval'].includes(state))
        .map((state) => [
          `approval-${state}`,
          approval(
            ofIntent({
              state,
              approvals: ['rejected', 'expired', 'superseded'].includes(state) ? [] : one,
              lastError: state === 'rejected' ? words.because : null,
            }),
          ),
        ]),
    ),
    'parcel-unmarked': parcel(3),
    'parcel-unmarked-nobodys': parcel(0),
    'parcel-misread': parcel(1, { problem: 'misread', written: 'RMA-4F7K2Q0', askedAt: NOW }),
    'parcel-unknown': parcel(0, { problem: 'unknown', written: 'RMA-4F7K2QZ' }),
    'parcel-not-expected': parcel(0, { problem: 'not-expected', written: 'RMA-4F7K2QZ' }),
    'parcel-held': parcel(1, { state: 'held' }),
    'parcel-held-days-over': parcel(1, { holdUntil: hours(-1) }),
    'parcel-matched': parcel(0, { state: 'matched' }),
    'parcel-sent-back': parcel(0, { state: 'closed', ended: 'sent_back' }),
    'parcel-disposed': parcel(0, { state: 'closed', ended: 'disposed' }),
    'parcel-no-return': parcel(0, { state: 'closed', ended: 'not_a_return' }),
    'burst-of-three': { kind: 'burst', cases: listed(3) },
    'burst-of-fifty': { kind: 'burst', cases: listed(50) },
    'digest-of-the-shop': digest('shop', of === 'ordinary' ? 3 : 5, {
      waiting: 2,
      overdue: of === 'ordinary' ? 3 : 41,
      parcels: 1,
    }),
    'digest-of-a-person': digest('person', 1, { overdue: 1 }),
    'digest-without-cases': digest('shop', 0, { waiting: 1 }),
    'digest-of-parcels': digest('shop', 0, { parcels: 2 }),
    help: say(HELP),
    welcome: say(WELCOME),
    'not-understood': say(NOT_UNDERSTOOD),
    'not-understood-order': say(notUnderstoodAbout(words.order)),
    'not-understood-rma': say(notUnderstoodAboutRma('RMA-4F7K2QZ')),
    'several-at-once': say(severalAtOnce([words.order, '#1004', 'RMA-4F7K2QZ'])),
    'invalid-rma': say(invalidRma('RMA-4F7K2Q0')),
    'photos-for-what': say(PHOTOS_FOR_WHAT),
    'waits-above': say(WAITS_ABOVE),
    'policy-answer': say(policyAnswer('who pays the postage if it is our mistake', version)),
    'policy-answer-none': say(policyAnswer('the weather', version)),
    'order-looked-up': say(`${words.order}: paid, not shipped. No open case.\nIf it were cancelled now:`, {
      order: aView(open),
      decision: reasons(aDecision()),
    }),
  };

  const home = (
    person: Parameters<typeof homeView>[0]['person'],
    over: Partial<Parameters<typeof homeView>[0]> = {},
  ) => {
    const summary = (detail: CaseDetail, number: number, dueAt: string | null) => ({
      case: { ...detail.case, id: `home-${number}`, number },
      next: detail.next,
      amount: null,
      dueAt,
    });
    return homeView({
      person,
      language: null,
      waiting: [
        ofIntent({ proposedBy: 'person-U0AGENT' }),
        ofIntent({ id: 'intent-2', proposedBy: 'person-U0LEAD', approvalsNeeded: 2, approvals: one }),
      ],
      mine: [summary(received, 12, hours(30)), summary(authorized, 13, null)],
      overdue: [summary(states['case-backorder-customer_notified'] as CaseDetail, 14, hours(-20))],
      cases: [
        summary(states['case-cancellation-needs_agent'] as CaseDetail, 15, null),
        ...Array.from({ length: of === 'ordinary' ? 2 : 30 }, (_, index) =>
          summary(states['case-return-in_transit'] as CaseDetail, 16 + index, hours(40 + index)),
        ),
      ],
      figures: {
        opened: 4,
        closed: 1,
        parcels: 2,
        refunded: [
          { minor: 8640, currency: 'USD' },
          { minor: 12500, currency: 'EUR' },
        ],
      },
      now: NOW,
      ...over,
    });
  };
  const agent = aPerson('U0AGENT', 'agent', { name: words.name });
  const lead = aPerson('U0LEAD', 'approver', { name: words.name });
  const nothing = {
    waiting: [],
    mine: [],
    overdue: [],
    cases: [],
    figures: { opened: 0, closed: 0, parcels: 0, refunded: [] },
  };

  const people = [lead, { ...agent, id: 'person-2' }, aPerson('U0LEAD2', 'owner', { name: 'Marc Dubois' })];
  const aParcel = parcel(0).view.parcel;
  const withHistory: CaseDetail = {
    ...received,
    entries: Array.from({ length: of === 'ordinary' ? 4 : 40 }, (_, index) => ({
      id: `e${index}`,
      caseId: 'case-12',
      seq: index,
      at: hours(index),
      by: 'p',
      byName: words.name,
      event: 'x',
      from: null,
      to: null,
      text: of === 'ordinary' ? 'the parcel is here' : words.because,
      clauses: index % 2 === 0 ? [] : ['P21'],
      decisionId: null,
      previousDigest: null,
      digest: 'd',
    })),
  };
  const view = ofIntent();
  const toDecide = cases['case-received-parts-missing'] as CaseDetail;

  const modals: Readonly<Record<string, View>> = {
    'return-form-empty': returnForm(null, {}, {}),
    'return-form': returnForm(
      { ...shipped, contactable: { email: false, phone: false, name: false } },
      { reason: 'defective', because: words.because, troubleshootingDone: true, lines: asked.slice(0, 1) },
      {},
    ),
    'return-form-change': returnForm(shipped, { lines: asked }, { proposalId: 'p' }),
    ...Object.fromEntries(
      [...FILLED_IN, 'something.else'].map((field) => [
        `fact-${field}`,
        factForm(field, shipped, 'return', asked.slice(0, 1), { proposalId: 'p' }),
      ]),
    ),
    ...Object.fromEntries(
      (Object.keys(DECISIONS) as DecisionName[]).map((name) => [
        `decide-${name}`,
        decideForm(name)(
          name === 'goodwill' || name === 'decline' ? (cases['case-received-refused'] as CaseDetail) : authorized,
          {},
        ),
      ]),
    ),
    ...Object.fromEntries(
      (['wait', 'refund', 'eta', 'discontinued'] as const).map((name) => [
        `backorder-${name}`,
        backorderForm(name)(states['case-backorder-customer_notified'] as CaseDetail, {}),
      ]),
    ),
    inspection: inspectionForm(received, {}),
    tracking: trackingForm(authorized, {}),
    note: noteForm(authorized, {}),
    photos: photosForm(states['case-return-evidence_pending'] as CaseDetail, {}),
    'decide-units': decideUnitsForm(toDecide, {}),
    'decide-units-none-left': decideUnitsForm(received, {}),
    'receive-back': receiveBackForm(twist('refused'), {}),
    'receive-part': receivePartForm(authorized, {}),
    'call-off': callOffForm(authorized, {}),
    assign: assignForm(people)(authorized, {}),
    'assign-nobody': assignForm([])(authorized, {}),
    'decline-refund': declineForm(view, {}),
    delegate: delegateForm(view, people, {}),
    'delegate-nobody': delegateForm(view, [], {}),
    'settle-by-hand': settleByHandForm(view, {}),
    'exchange-refund': exchangeForm('refund')(received, {}),
    'exchange-wait': exchangeForm('wait')(received, {}),
    remedy: remedyForm(authorized, {}),
    settings: settingsForm(agent, null, {}),
    'settings-owner': settingsForm(
      { ...lead, role: 'owner' },
      { all: [{ id: 'S1', name: 'returns-approvers' }], known: [] },
      {},
    ),
    'parcel-desk': parcelDeskForm('', null, {}),
    'parcel-desk-warning': parcelDeskForm(
      'RMA-4F7K2Q0',
      'the last symbol does not fit: compare it with the parcel',
      {},
    ),
    'parcel-describe': parcelDescribeForm(aParcel, {}),
    'parcel-hold': parcelHoldForm(aParcel, {}),
    'parcel-close': parcelCloseForm(aParcel, {}),
    'parcel-match': parcelMatchForm(aParcel, {}),
    'case-window': caseView(withHistory),
    history: historyView({ ...withHistory, case: authorized.case }),
    'order-search': orderView(null),
    'order-found': orderView(staffMessage(shown['order-looked-up'] as StaffMessage)),
    refusal: refusalView(NO_ROLE),
  };

  return {
    cases,
    messages: Object.fromEntries(
      Object.entries(shown).map(([name, message]) => [name, fitMessage(staffMessage(message, adminLinks('makegood')))]),
    ),
    ephemeral: {
      'no-role': NO_ROLE,
      failed: FAILED,
      'own-proposal': 'Not done: you asked for it: a second person has to agree.',
      'takes-an-approver': 'Not done: this takes an approver. (P4)',
    },
    unfurls: {
      order: linkedOrder(
        aView(shipped, {
          openCases: [{ id: 'c', number: 12, kind: 'return', state: 'authorized', rma: 'RMA-4F7K2QZ' }] as never,
        }),
      ),
      case: linkedCase(authorized),
      'case-closed': linkedCase(states['case-return-closed'] as CaseDetail),
    },
    modals,
    homes: {
      agent: home(agent),
      lead: home(lead),
      german: home(lead, { language: 'de-DE' }),
      'stranger-german': strangerHome('de-DE'),
      ...Object.fromEntries(
        HomeFilter.options.flatMap((filter) => [
          [`show-${filter}`, home({ ...lead, home: filter })],
          [`nothing-${filter}`, home({ ...lead, home: filter }, nothing)],
        ]),
      ),
      stranger: strangerHome(null),
    },
  };
};
