import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../policy/app/next-step.ts';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import type { Decision } from '../../../policy/decision.ts';
import { caseMenu, menuRest } from '../../../slack/views/case-menu.ts';
import { decideForm } from '../../../slack/views/forms/decide-forms.ts';
import { homeView } from '../../../slack/views/home.ts';
import { staffMessage } from '../../../slack/views/message.ts';
import { verdictWords } from '../../../slack/views/verdict.ts';
import {
  aCase,
  aDecision,
  aDetail,
  aLine,
  anIntent,
  anIntentView,
  anOrder,
  aProposal,
  aShippedOrder,
  aUnit,
  aView,
  issued,
  NOW,
  returnData,
  tooLate,
} from '../support/builders.ts';
import { aPerson } from '../support/doubles.ts';
import { gallery } from '../support/gallery.ts';

type Block = {
  type: string;
  text?: { text: string };
  elements?: { action_id?: string; text?: { text: string } | string }[];
};

const blocksOf = (message: StaffMessage): Block[] => staffMessage(message).blocks as unknown as Block[];
const actionsOf = (message: StaffMessage): string[] =>
  blocksOf(message).flatMap((block) =>
    block.type === 'actions' ? (block.elements ?? []).flatMap((element) => element.action_id ?? []) : [],
  );
const saidBy = (message: StaffMessage): string => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? value.flatMap(texts)
        : value !== null && typeof value === 'object'
          ? Object.entries(value).flatMap(([key, inner]) =>
              key === 'text' || typeof inner === 'object' ? texts(inner) : [],
            )
          : [];
  return texts(blocksOf(message)).join('\n');
};

const proposal = (over: Parameters<typeof aProposal>[0] = {}, order = anOrder()): StaffMessage => ({
  kind: 'proposal',
  proposal: aProposal(over),
  order: aView(order),
  case: null,
});
const ofCase = (over: Parameters<typeof aDetail>[0] = {}): StaffMessage => ({ kind: 'case', case: aDetail(over) });

describe('the verdict in words', () => {
  it.each<[Partial<Decision>, string]>([
    [{}, 'Yes — can be cancelled (P11)'],
    [
      { action: 'refund_lines', clauses: ['P11', 'P12'] },
      'Yes — can be cancelled in part: what has not shipped (P11, P12)',
    ],
    [{ action: 'issue_rma', clauses: ['P29'] }, 'Yes — can be returned: an RMA is issued (P29)'],
    [{ action: 'wait', clauses: ['P17'] }, 'Wait — nothing to pay yet (P17)'],
    [
      { verdict: 'refused', action: 'offer_return', clauses: ['P12'] },
      'No — too late to cancel, it has shipped; it can be returned (P12)',
    ],
    [{ verdict: 'refused', action: 'reject', clauses: ['P23'] }, 'No — the policy refuses it (P23)'],
    [{ verdict: 'needs-info', action: 'ask', clauses: ['P3'] }, 'Not yet — something is missing (P3)'],
    [{ verdict: 'needs-person', action: 'ask', clauses: ['P1'] }, 'A person decides — the policy leaves it open (P1)'],
  ])('%j → %s', (over, words) => {
    expect(verdictWords(aDecision(over))).toBe(words);
  });
});

describe('a proposal', () => {
  it('says what would happen and for how much, line by line, and can be confirmed', () => {
    const said = saidBy(proposal());
    for (const part of [
      'Cancel #1003',
      'Yes — can be cancelled (P11)',
      'Goods     $80.00',
      'Tax        $6.40',
      'Shipping  $10.00',
      'Refund    $96.40',
      'nothing has been done yet',
    ]) {
      expect(said).toContain(part);
    }
    expect(actionsOf(proposal())).toEqual(['proposal.confirm', 'proposal.dismiss']);
  });

  it('what stands in the way of what the policy grants is said alone, without a yes, an amount or a day', () => {
    const inTheWay = 'what is left of it is in another open return already: case 11';
    const before = saidBy(proposal());
    for (const state of ['open', 'dismissed'] as const) {
      const message = proposal({ state, refusal: inTheWay, would: [] });
      const said = `${saidBy(message)} ${staffMessage(message).text}`;
      expect(said).not.toMatch(/Yes|43\.20|86\.40/);
      if (state === 'open') expect(said).toContain(inTheWay);
      expect(actionsOf(message)).not.toContain('proposal.confirm');
    }
    expect(before).toMatch(/Yes/);
  });

  it('asked too late offers the return instead of a confirmation', () => {
    const message = proposal({ decision: tooLate(), refusal: 'everything has shipped', would: [] }, aShippedOrder());
    expect(actionsOf(message)).toEqual(['return.start', 'proposal.dismiss']);
    expect(saidBy(message)).toContain('If all is accepted  $86.40');
    const draft = { kind: 'return.open', remedy: 'exchange' } as const;
    const inKind = proposal({ decision: tooLate(), would: [], draft }, aShippedOrder());
    expect(saidBy(inKind)).toContain('If money is paid instead  $86.40');
  });

  it.each([
    {
      missing: ['troubleshootingDone'],
      asks: ['proposal.amend:troubleshootingDone:yes', 'proposal.amend:troubleshootingDone:no'],
    },
    { missing: ['reason'], asks: ['proposal.amend-choice:reason:prop-1'] },
    { missing: ['photos', 'lines'], asks: ['proposal.ask:photos', 'proposal.ask:lines'] },
    { missing: ['contact.email'], asks: ['proposal.ask:contact.email'] },
    { missing: ['a.field.of.tomorrow'], asks: ['proposal.ask:a.field.of.tomorrow'] },
  ])('asks for $missing with buttons, and cannot be confirmed before', ({ missing, asks }) => {
    const message = proposal({ draft: { kind: 'return.open', orderId: '1003' }, decision: null, missing });
    // What the customer alone can give may be asked of them.
    const askThem = missing.every((field) => ['photos', 'troubleshootingDone'].includes(field));
    const more = askThem ? ['return.ask-customer'] : [];
    expect(actionsOf(message)).toEqual([...asks, ...more, 'proposal.edit', 'proposal.dismiss']);
  });

  it.each(['confirmed', 'dismissed', 'lapsed'] as const)('that was %s says by whom, and has no buttons', (state) => {
    const message = proposal({ state, endedByName: 'Ben Okafor', endedAt: NOW });
    expect(actionsOf(message)).toEqual([]);
    expect(saidBy(message)).toMatch(/by Ben Okafor, <!date\^/);
  });

  it('shows customers’ words as words', () => {
    const message = proposal({
      byName: '<!channel> & <@U0LEAD>',
      draft: { kind: 'case.note', caseId: 'c', text: '*hi* <https://evil.example|click>' },
    });
    expect(saidBy(message)).toContain('&lt;!channel&gt; &amp; &lt;@U0LEAD&gt;');
    expect(saidBy(message)).toContain('&lt;https://evil.example|click&gt;');
  });
});

describe('a case', () => {
  it('names itself, its state, what is next, and the last day', () => {
    const said = saidBy(ofCase());
    for (const part of [
      'Case 12 · #1003 · RMA-4F7K2QZ',
      'RMA issued: waiting for the parcel',
      'send the parcel — customer',
      'Wednesday, December 23, 2026 (New York time)',
      '<!date^1798088399^',
    ]) {
      expect(said).toContain(part);
    }
  });

  it.each([
    { state: 'authorized', actions: ['parcel.receive', 'return.track'] },
    { state: 'in_transit', actions: ['parcel.receive', 'return.track'] },
    { state: 'received', actions: ['unit.inspect'] },
    { state: 'grey_zone', actions: ['parcel.receive', 'case.decide:accept_late', 'case.decide:decline'] },
    {
      state: 'suspected_lost',
      actions: ['parcel.receive', 'case.more:off', 'case.decide:decline', 'case.decide:goodwill'],
    },
    { state: 'expired', actions: ['parcel.receive', 'case.decide:decline', 'case.decide:extend'] },
    { state: 'needs_agent', actions: ['case.retry'] },
    { state: 'converted_to_return', actions: ['return.start'] },
    { state: 'settling', actions: [] },
    { state: 'a_state_of_tomorrow', actions: [] },
  ])('$state → $actions', ({ state, actions }) => {
    expect(actionsOf(ofCase({ case: aCase({ state }) }))).toEqual([...actions, 'case.more']);
  });

  it.each([
    {
      state: 'authorized',
      menu: ['note', 'assign', 'extend', 'off', 'more'],
      rest: ['remedy', 'void_links'],
    },
    { state: 'received', menu: ['note', 'assign', 'remedy', 'history', 'void_links'], rest: [] },
    { state: 'grey_zone', menu: ['note', 'assign', 'remedy', 'history', 'void_links'], rest: [] },
  ])('has a menu in $state: $menu, and behind its last entry $rest', ({ state, menu, rest }) => {
    const detail = aDetail({ case: aCase({ state }) });
    const values = (elements: readonly any[]) =>
      elements.flatMap((element) => element.options ?? [element]).map(({ value }) => value.split(':')[0]);
    expect(values([caseMenu(detail)])).toEqual(menu);
    expect(values(menuRest(detail))).toEqual(rest);
  });

  it('offers more time only where there is a last day, and its form says which', () => {
    expect(JSON.stringify(decideForm('extend')(aDetail(), {}))).toContain('Wednesday, December 23, 2026');
    const rma = { number: 'RMA-4F7K2QZ', issuedAt: NOW, deadline: null };
    const open = aDetail({ case: aCase({ data: returnData({ rma }) }) });
    expect(JSON.stringify([caseMenu(open), menuRest(open)])).not.toContain('extend:');
  });

  it.each(['requested', 'recalling', 'partial_offer', 'needs_agent'])(
    'of a cancellation that is %s lets the customer keep the order',
    (state) => {
      const detail = aDetail({
        case: aCase({
          kind: 'cancellation',
          state,
          rma: null,
          data: { kind: 'cancellation', lines: null, because: null, jobResult: null },
        }),
      });
      expect(JSON.stringify(caseMenu(detail))).toContain('withdraw:');
    },
  );

  it('asks what became of a parcel that seems to be refused, until somebody has said', () => {
    const undelivered = { fulfillmentId: '1', finding: null };
    const suspected = aCase({ state: 'refused_suspected', data: returnData({ undelivered }) });
    expect(actionsOf(ofCase({ case: suspected }))).toEqual([
      'delivery.find:refused',
      'delivery.find:wrong_address',
      'delivery.find:lost',
      'delivery.find:false_alarm',
      'delivery.receive',
      'case.more',
    ]);
    const told = aCase({
      state: 'refused_suspected',
      data: returnData({ undelivered: { ...undelivered, finding: 'refused' } }),
    });
    expect(actionsOf(ofCase({ case: told }))).toEqual(['delivery.receive', 'case.more']);
  });

  it.each([
    { verdict: 'needs-person', clause: 'P21', actions: ['case.decide:accept_late', 'case.decide:decline'] },
    { verdict: 'needs-person', clause: 'P1', actions: ['case.decide:charge', 'case.decide:waive'] },
    { verdict: 'refused', clause: 'P22', actions: ['case.decide:decline', 'case.decide:goodwill'] },
    { verdict: 'granted', clause: 'P26', actions: [] },
  ] as const)(
    'what the policy answers in the end with $verdict ($clause) → $actions',
    ({ verdict, clause, actions }) => {
      const units = [aUnit({ goods: 'accepted', result: 'accepted' })];
      const decided = aDecision({ verdict, clauses: [clause] });
      const decisions = [
        { id: 'd', caseId: 'c', at: NOW, kind: 'settle', policyVersion: 'v', decision: decided, facts: {} },
      ];
      expect(actionsOf(ofCase({ case: aCase({ state: 'received' }), units, decisions }))).toEqual([
        ...actions,
        'case.more',
      ]);
    },
  );

  it('asks for a decision on what the test left to a person', () => {
    const units = [aUnit({ goods: 'incomplete', result: 'missing_components' })];
    expect(actionsOf(ofCase({ case: aCase({ state: 'received' }), units }))).toEqual(['unit.decide', 'case.more']);
  });

  it('asks a second person where the customer is said to have damaged it', () => {
    const units = [aUnit({ goods: 'rejected_pending', result: 'artificial_damage' })];
    expect(actionsOf(ofCase({ case: aCase({ state: 'received' }), units }))).toEqual([
      'unit.confirm:agree',
      'unit.confirm:disagree',
      'case.more',
    ]);
  });

  it('counts what was tested', () => {
    const units = [aUnit({ result: 'accepted' }), aUnit({ id: 'u2', result: 'accepted' }), aUnit({ id: 'u3' })];
    expect(saidBy(ofCase({ units }))).toContain('2 × Headphones – Black: defect confirmed, accepted');
  });

  it('shows the refund that counts, not one that was replaced', () => {
    const said = saidBy(
      ofCase({
        intents: [
          anIntent({ id: 'old', state: 'superseded' }),
          anIntent({ state: 'succeeded', approvals: [{ personId: 'p', name: 'Lena Fischer', at: NOW }] }),
        ],
      }),
    );
    expect(said).toContain('*Refund paid* · approved by Lena Fischer');
  });

  it('names the last day without saying what has to happen by then: that is the shop’s setting', () => {
    const said = saidBy(
      ofCase({ case: aCase({ state: 'authorized', data: returnData() }), decisions: [], next: 'wait' }),
    );
    expect(said).toMatch(/Last day \*/);
    expect(said).not.toMatch(/back by|here by/i);
  });

  it('has no deadline to show once the parcel is here', () => {
    const data = returnData({ parcel: { receivedAt: NOW, rmaMarked: false, carrierAcceptedAt: null } });
    const said = saidBy(ofCase({ case: aCase({ state: 'received', data }), decisions: [] }));
    expect(said).not.toContain('Last day');
    expect(said).toContain('RMA number was not on the outside');
  });
});

describe('an approval', () => {
  const approval = (over: Parameters<typeof anIntent>[0] = {}): StaffMessage => ({
    kind: 'approval',
    view: anIntentView({ intent: anIntent(over) }),
    case: aDetail(),
  });

  it('shows how much, why, by whom, and how far it is', () => {
    const said = saidBy(
      approval({ approvalsNeeded: 2, approvals: [{ personId: 'p', name: 'Lena Fischer', at: NOW }] }),
    );
    for (const part of ['Approve $86.40?', 'Proposed by Ana Duarte', 'approvals 1 of 2', 'Lena Fischer', 'P26'])
      expect(said).toContain(part);
    expect(actionsOf(approval())).toEqual(['refund.approve', 'refund.decline', 'refund.delegate']);
  });

  it.each(['approved', 'rejected', 'superseded', 'succeeded', 'failed', 'unknown', 'expired'] as const)(
    'that is %s has no buttons',
    (state) => {
      expect(actionsOf(approval({ state }))).toEqual([]);
    },
  );

  it('says what the order had paid while it waits, and not once it is decided: it is not drawn again then', () => {
    expect(saidBy(approval())).toContain('$96.40 paid');
    for (const state of ['approved', 'executing', 'succeeded', 'rejected'] as const)
      expect(saidBy(approval({ state })), state).not.toContain('$96.40 paid');
  });
});

it('every message has words for who cannot see blocks', () => {
  expect(staffMessage(proposal()).text).toBe('Cancel #1003. Yes — can be cancelled (P11). Refund $96.40');
  expect(
    staffMessage(
      ofCase({
        decisions: [
          { id: 'd', caseId: 'c', at: NOW, kind: 'return', policyVersion: 'v', decision: issued(), facts: {} },
        ],
      }),
    ).text,
  ).toBe('Case 12 · #1003 · RMA-4F7K2QZ: RMA issued: waiting for the parcel. Next: send the parcel — customer.');
});

describe('the one thing to do next', () => {
  const primaries = (message: StaffMessage): string[] =>
    JSON.stringify(blocksOf(message)).match(/"style":"primary"/g) ?? [];
  const messages = Object.entries(gallery('ordinary').cases).map(([name, detail]) => [name, detail] as const);

  it.each(messages)('stands out alone on the card %s', (_, detail) => {
    expect(primaries({ kind: 'case', case: detail }).length).toBeLessThanOrEqual(1);
  });

  it('stands out alone where several facts are asked for', () => {
    expect(
      primaries(proposal({ draft: { kind: 'return.open' }, missing: ['lines', 'photos', 'number'] })),
    ).toHaveLength(1);
  });
});

it('tells whoever approves what a person decided against the policy, and why', () => {
  const entries = [
    {
      byName: 'Ana Ruiz',
      event: 'return.judge.goodwill',
      text: 'given out of goodwill: ten years with us',
      clauses: ['P4'],
    },
  ] as unknown as ReturnType<typeof aDetail>['entries'];
  const detail = aDetail({ entries });
  for (const message of [ofCase({ entries }), { kind: 'approval', view: anIntentView(), case: detail } as const])
    expect(saidBy(message)).toContain('Ana Ruiz: given out of goodwill: ten years with us  _P4_');
});

it('promises nothing any more on a return that has ended without money', () => {
  const said = saidBy(ofCase({ case: aCase({ state: 'canceled', closedAt: NOW }) }));
  expect(said).not.toContain('If all is accepted');
  expect(said).not.toContain('an RMA is issued');
});

it('names several items a line each', () => {
  const order = anOrder({ lines: [aLine({ id: '11', title: 'Kettle' }), aLine({ id: '12', title: 'Mug' })] });
  const lines = ['11', '12'].map((lineItemId) => ({ lineItemId, quantity: 1 }));
  const said = saidBy(ofCase({ order, case: aCase({ data: returnData({ lines }) }) }));
  expect(said).toContain('*Return*\n• 1 × Kettle – Black\n• 1 × Mug – Black');
});

it('says of a lost parcel whose label it was, and not what a test found', () => {
  const data = returnData({ lost: { at: NOW, labelBy: 'merchant' } });
  const said = saidBy(ofCase({ case: aCase({ state: 'settling', data }), units: [aUnit({ result: 'not_received' })] }));
  expect(said).toContain('lost on its way, sent with our label');
  expect(said).not.toContain('not in the parcel');
});

it('says what was found in words that fit the reason', () => {
  const found = (reason: 'defective' | 'changed_mind') =>
    saidBy(
      ofCase({
        case: aCase({ state: 'received', data: returnData({ reason }) }),
        units: [aUnit({ result: 'accepted' })],
      }),
    );
  expect(found('defective')).toContain('defect confirmed, accepted');
  expect(found('changed_mind')).toContain('all right, accepted');
  expect(found('changed_mind')).not.toContain('defect confirmed');
});

it('promises no RMA for a parcel that was refused at the door', () => {
  expect(verdictWords(aDecision({ action: 'issue_rma', clauses: ['P12', 'P13'] }))).toContain('as a refused parcel');
});

describe('a date', () => {
  it('is said once: the next step names the last day already', () => {
    const detail = aDetail();
    const said = saidBy(ofCase({ next: nextStep({ ...detail, case: detail.case }) }));
    expect(said.match(/December 23, 2026/g)).toHaveLength(1);
    expect(said).toContain('<!date^1798088399^');
  });

  it('is said with what is due on it', () => {
    const at = { caseId: 'case-12', dueAt: '2026-12-13T14:00:00Z', state: 'open' };
    const deadlines = [{ ...at, kind: 'test-overdue' }] as unknown as ReturnType<typeof aDetail>['deadlines'];
    const data = returnData({ parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null } });
    expect(saidBy(ofCase({ deadlines, case: aCase({ state: 'received', data }) }))).toMatch(/Due <!date.*>: the test/);
  });

  it('that is over is said to be over', () => {
    expect(saidBy(ofCase({ case: aCase({ state: 'expired' }) }))).toContain('The last day was');
  });
});

it('work that stopped is named as staff call it, with where it can be tried again', () => {
  const detail = gallery('ordinary').cases['case-trouble'] as ReturnType<typeof aDetail>;
  const said = saidBy({ kind: 'case', case: detail });
  expect(said).toContain('Open the return in Shopify');
  expect(said).toContain('Parked work');
  expect(said).not.toContain('shopify.create-return');
});

describe('a window', () => {
  const { modals } = gallery('ordinary');
  it.each(Object.entries(modals))('%s has no two buttons that say the same, and none that sends nothing', (_, view) => {
    expect(view.close?.text).not.toBe(view.submit?.text);
    if (view.submit != null) expect(view.blocks.some(({ type }) => type === 'input')).toBe(true);
  });
});

it.each([
  ['en', 1, '1 parcel in quarantine'],
  ['en', 2, '2 parcels in quarantine'],
  ['de', 1, '1 Paket in Quarantäne'],
])('a Home counts in %s: %d', (language, parcels, says) => {
  const view = homeView({
    person: aPerson('U0LEAD', 'approver'),
    language,
    waiting: [],
    mine: [],
    overdue: [],
    cases: [],
    figures: { opened: 0, closed: 0, parcels, refunded: [] },
    now: NOW,
  });
  expect(JSON.stringify(view)).toContain(says);
});

it('a German Home says states, next steps and days in German', () => {
  const data = returnData();
  const step = (state: string) => {
    const detail = aDetail({ case: aCase({ state, data }) });
    const next = nextStep({ case: detail.case, units: [], intents: [], deadlines: [] });
    return { case: detail.case, next, amount: null, dueAt: null };
  };
  const cases = ['authorized', 'suspected_lost']
    .map(step)
    .map((one, at) => ({ ...one, case: { ...one.case, id: `${at}` } }));
  const view = homeView({
    person: aPerson('U0LEAD', 'approver'),
    language: 'de',
    waiting: [],
    mine: [],
    overdue: [],
    cases,
    figures: null,
    now: NOW,
  });
  const said = JSON.stringify(view);
  expect(said).toContain('Fall 12');
  expect(said).toContain('RMA erteilt: wartet auf das Paket');
  expect(said).toMatch(/das Paket senden, letzter Tag \w+, 23\. Dezember 2026.* — Kundschaft/);
  expect(said).toContain('das Paket finden oder über den Verlust entscheiden — Kundendienst');
});
