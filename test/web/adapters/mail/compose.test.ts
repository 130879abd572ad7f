import { describe, expect, it } from 'vitest';
import { PLAIN_LOOK } from '../../../../policy/app/mail-look.ts';
import type { CaseDetail } from '../../../../policy/app/read-model.ts';
import type { CaseRecord, RefundIntentRecord, ReturnData } from '../../../../policy/app/records.ts';
import type { Decision } from '../../../../policy/decision.ts';
import { parseSettings } from '../../../../policy/settings.ts';
import { composeMail, type MailInput } from '../../../../web/adapters/mail/compose.ts';
import { breakdown, deadline } from './samples.ts';

const ORDER = {
  shipTo: 'US',
  cancelledAt: null,
  lines: [
    { id: '11', productId: '7', title: 'Headphones One', variantTitle: 'Black', sku: 'HP-1-BLK' },
    { id: '12', title: 'Stand', variantTitle: null, sku: null },
  ],
};
const RETURN: ReturnData = {
  kind: 'return',
  reason: 'defective',
  lines: [{ lineItemId: '11', quantity: 2 }],
  because: null,
  remedy: 'refund',
  photos: [],
  troubleshootingDone: true,
  artificialDamageDeclared: null,
  contact: null,
  originalShippingCost: null,
  returnPostage: null,
  rma: { number: 'RMA-4F7K2QZ', issuedAt: '2026-10-05T12:00:00Z', deadline },
  tracking: null,
  parcel: null,
  shopifyReturn: null,
};

const decision = (at: string, more: Partial<Decision>) => ({
  at,
  decision: { verdict: 'granted', action: 'refund', clauses: [], units: [], estimate: null, refund: null, ...more },
});

/** Only what a mail looks at. */
const input = (more: {
  kind?: string;
  data?: object;
  decisions?: object[];
  units?: object[];
  order?: object;
  intent?: Partial<RefundIntentRecord> | null;
  shop?: object;
  deadlines?: object[];
  intents?: object[];
}): MailInput =>
  ({
    now: '2026-11-23T10:00:00Z',
    contact: { name: 'Jo Doe', email: 'jo@example.com', phone: null, postcode: null, locale: null },
    intent: more.intent ?? null,
    look: PLAIN_LOOK,
    settings: parseSettings({}),
    links: {},
    detail: {
      case: { id: 'case-1', kind: more.kind ?? 'return', orderName: '#1003', data: more.data ?? RETURN },
      shop: {
        name: 'Demo Audio',
        contactEmail: 'help@demo.example',
        country: 'US',
        timeZone: 'America/New_York',
        returnAddress: ['Dock 7', 'Brooklyn'],
        ...more.shop,
      },
      order: { ...ORDER, ...more.order },
      decisions: more.decisions ?? [],
      units: more.units ?? [],
      deadlines: more.deadlines ?? [],
      intents: more.intents ?? [],
    } as unknown as CaseDetail,
  }) as MailInput;

const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('a mail is written from the case as it stands', () => {
  it('the return number, with a sheet to print on the paper of the country', async () => {
    const mail = await composeMail('rma-issued', input({}));
    const text = flat(mail.text);
    for (const part of [
      'RMA-4F7K2QZ',
      '2 x Headphones One (Black · HP-1-BLK)',
      'Dock 7 Brooklyn',
      '4 November 2026',
      'carrier of your choice',
    ]) {
      expect(text).toContain(part);
    }
    expect(mail.attachments).toEqual([
      { filename: 'return-label-RMA-4F7K2QZ.pdf', contentType: 'application/pdf', content: expect.any(Uint8Array) },
    ]);
    expect(Buffer.from(mail.attachments[0]?.content ?? []).toString('latin1')).toContain('[0 0 612 792]');
  });

  it.each(['wrong_item_sent', 'missing_item'] as const)(
    'that we pay for where the mistake was ours: %s',
    async (reason) => {
      expect(flat((await composeMail('rma-issued', input({ data: { ...RETURN, reason } }))).text)).toContain(
        'we bear the cost',
      );
    },
  );

  it('and for nothing that the policy puts on the customer', async () => {
    const text = async (data: object, settings: object = {}) =>
      flat((await composeMail('rma-issued', { ...input({ data }), settings: parseSettings(settings) })).text);
    const wrong = await text({ ...RETURN, reason: 'wrong_item_sent' }, { 'merchantFault.postage': 'customer' });
    expect(wrong).not.toContain('we bear the cost');
    expect(wrong).toContain('carrier of your choice');
    const label = await text({ ...RETURN, reason: 'changed_mind', returnPostage: { paidBy: 'merchant', amount: 650 } });
    expect(label).not.toContain('we bear the cost');
    expect(label).toContain('with the label we provide. What it costs is taken off');
    expect(label).not.toContain('P16');
    const defect = await text(RETURN, { 'label.defective': 'merchant' });
    expect(defect).toContain('we bear the cost');
    expect(defect).not.toMatch(/P26|P38|not responsible/);
  });

  it.each(['rma-issued', 'tracking-wanted'] as const)(
    '%s: that a loss is the customer’s, and to insure it, only where it is so',
    async (name) => {
      const text = async (data: object, settings: object = {}) =>
        flat((await composeMail(name, { ...input({ data }), settings: parseSettings(settings) })).text);
      const theirs = /P38|not responsible|insure/;
      const wanted = { ...RETURN, reason: 'changed_mind' };
      expect(await text(wanted)).toMatch(theirs);
      expect(await text(wanted, { returnRisk: 'merchant' })).not.toMatch(theirs);
      expect(await text({ ...wanted, returnPostage: { paidBy: 'merchant', amount: 650 } })).not.toMatch(theirs);
      expect(await text({ ...RETURN, reason: 'wrong_item_sent' })).not.toMatch(theirs);
    },
  );

  it('what becomes of a parcel without its number, as the shop has it', async () => {
    const text = async (settings: object) =>
      flat((await composeMail('rma-issued', { ...input({}), settings: parseSettings(settings) })).text);
    expect(await text({})).toContain('Without it your return takes longer.');
    const refused = await text({ unmarkedParcel: 'refuse' });
    expect(refused).toContain('We do not accept a return without it.');
    expect(refused).not.toContain('takes longer');
    expect(refused).toContain('P35');
  });

  it('a loss, by whose it is and not by the label alone', async () => {
    const text = async (lost: object) =>
      flat((await composeMail('parcel-lost', input({ data: { ...RETURN, lost } }))).text);
    const ours = 'The loss is ours';
    expect(await text({ at: 'x', labelBy: 'customer', ours: true })).toContain(ours);
    expect(await text({ at: 'x', labelBy: 'merchant', ours: false })).toContain('P38');
    expect(await text({ at: 'x', labelBy: 'merchant' })).toContain(ours);
  });

  it('a cancelled order, whole', async () => {
    const mail = await composeMail(
      'cancelled',
      input({
        kind: 'cancellation',
        data: { kind: 'cancellation' },
        order: { cancelledAt: '2026-11-23T09:00:00Z' },
        intent: { breakdown: breakdown({ deductions: [], total: 8640 }) },
      }),
    );
    expect(mail.subject).toBe('Cancelled: order #1003');
    expect(mail.text).toContain('$86.40');
    expect(mail.attachments).toEqual([]);
  });

  it.each(['cancelled', 'refund-made'] as const)(
    '%s: that the money was paid another way, where it was',
    async (name) => {
      const paid = { breakdown: breakdown({ deductions: [], total: 8640 }) };
      const text = async (intent: object, byHand?: boolean) => {
        const given = input({ data: { ...RETURN, lines: [] }, intent: { ...paid, ...intent } });
        return flat((await composeMail(name, { ...given, ...(byHand === undefined ? {} : { byHand }) })).text);
      };
      const another = 'we have paid it another way';
      expect(await text({ shopifyRefundId: '77' })).not.toContain(another);
      expect(await text({ shopifyRefundId: null })).toContain(another);
      // The refund in Shopify came back from the bank.
      expect(await text({ shopifyRefundId: '77' }, true)).toContain(another);
    },
  );

  it('a refund of which nothing is left: no money is said to be on its way', async () => {
    const deductions = [{ clause: 'P12', label: 'return label', amount: 8640 }] as const;
    const mail = await composeMail(
      'refund-made',
      input({ intent: { breakdown: breakdown({ deductions, total: 0 }) } }),
    );
    expect(mail.subject).toBe('Your return for order #1003 is settled: nothing is paid back');
    expect(flat(mail.text)).not.toMatch(/on its way|where you paid from|banks/);
    expect(flat(mail.text)).toContain('If you think that we are wrong');
  });

  it('what was found: a refund is prepared only where there is one', async () => {
    const units = [{ lineItemId: '11', goods: 'accepted', result: 'accepted', money: 'proposed' }];
    const text = async (total: number) =>
      flat(
        (await composeMail('test-result', input({ units, intents: [{ state: 'proposed', breakdown: { total } }] })))
          .text,
      );
    expect(await text(8640)).toContain('We are preparing your refund');
    expect(await text(0)).toContain('nothing is paid back');
    expect(await text(0)).not.toContain('refund, and write');
  });

  it('a part of an order that we could not supply, by its lines', async () => {
    const lines = [{ lineItemId: '12', quantity: 2 }];
    const mail = await composeMail(
      'cancelled',
      input({ kind: 'backorder', data: { kind: 'backorder', lines }, intent: { breakdown: breakdown() } }),
    );
    expect(mail.subject).toBe('Cancelled: part of order #1003');
    expect(flat(mail.text)).toContain('can’t supply');
    expect(mail.text).toContain('2 x Stand');
  });

  it('that the rest can be sent only where nothing else of the order is out of stock', async () => {
    const line = (id: string) => ({ id, title: id, quantity: 1, currentQuantity: 1, requiresShipping: true });
    const order = { lines: [line('11'), line('12')], fulfillments: [], refunds: [] };
    const data = (lineItemId: string) => ({ kind: 'backorder', eta: null, lines: [{ lineItemId, quantity: 1 }] });
    const asked = input({ kind: 'backorder', data: data('12'), order });
    const other = { id: 'case-2', data: data('11') } as unknown as CaseRecord;
    const rest = 'Everything else in your order can be sent';
    expect(flat((await composeMail('out-of-stock', { ...asked, openCases: [] })).text)).toContain(rest);
    for (const name of ['out-of-stock', 'backorder-waiting'] as const)
      expect(flat((await composeMail(name, { ...asked, openCases: [other] })).text)).not.toContain('Everything else');
  });

  it('a refund, with the decision it rests on and not a later one', async () => {
    const decisions = [
      decision('2026-11-20T10:00:00Z', {
        clauses: ['P12'],
        refund: breakdown(),
        units: [{ lineItemId: '11', quantity: 1, outcome: 'rejected', clause: 'P25', amount: 0 }],
      }),
      decision('2026-11-21T10:00:00Z', { clauses: ['P38'], verdict: 'refused' }),
    ];
    const mail = await composeMail('refund-made', input({ decisions, intent: { breakdown: breakdown() } }));
    expect(mail.subject).toBe('Refund of $79.90 for order #1003');
    // Each once: beside its deduction, or with the goods that it is about.
    for (const clause of ['P12', 'P25']) expect(mail.text.split(clause)).toHaveLength(2);
    expect(mail.text).not.toContain('P38');
  });

  it('a refusal, with the clauses of the newest one', async () => {
    const decisions = [
      decision('2026-11-20T10:00:00Z', { clauses: ['P23'], verdict: 'refused' }),
      decision('2026-11-21T10:00:00Z', { clauses: ['P21', 'P22'], verdict: 'refused' }),
    ];
    const mail = await composeMail('declined', input({ decisions }));
    expect(mail.text).toMatch(/P21[\s\S]*P22/);
    expect(mail.text).not.toContain('P23');
  });

  it('too late to cancel', async () => {
    const decisions = [
      decision('2026-11-20T10:00:00Z', {
        action: 'offer_return',
        verdict: 'refused',
        clauses: ['P12', 'P13', 'P14'],
        estimate: { ...breakdown({ deductions: [], total: 8640 }), missing: [] },
      }),
    ];
    const mail = await composeMail(
      'too-late',
      input({ kind: 'cancellation', data: { kind: 'cancellation' }, decisions }),
    );
    expect(mail.text).toContain('$86.40');
    expect(mail.text).toContain('P14');
  });

  it('an amount that is not in the shop’s own currency says whose it is', async () => {
    const estimate = { ...breakdown({ deductions: [], total: 8640 }), missing: [] };
    const decisions = [decision('2026-11-20T10:00:00Z', { verdict: 'refused', estimate })];
    const asked = { kind: 'cancellation', data: { kind: 'cancellation' }, decisions };
    const said = async (currency: string) =>
      (await composeMail('too-late', input({ ...asked, shop: { currency } }))).text;
    expect(await said('USD')).toContain(' $86.40');
    expect(await said('CAD')).toContain(' US$86.40');
  });

  it('a no that a person gave, in their words and on their clause', async () => {
    const declined = { clauses: ['P38'], because: 'The carrier lost it; your insurance pays.' };
    const decisions = [decision('2026-11-20T10:00:00Z', { verdict: 'refused', clauses: ['P21'] })];
    const { text } = await composeMail('declined', input({ data: { ...RETURN, declined }, decisions }));
    expect(flat(text)).toContain('The carrier lost it; your insurance pays.');
    expect(text).toContain('P38');
    expect(text).not.toContain('P21');
  });

  it.each([
    ['customer', true],
    ['other', false],
    [undefined, false],
  ] as const)('a return that was called off (by: %s): "as you asked" only to who did', async (calledOffBy, asked) => {
    const data = { ...RETURN, ...(calledOffBy && { calledOffBy }) };
    for (const rma of [RETURN.rma, null]) {
      const { text } = await composeMail('return-cancelled', input({ data: { ...data, rma } }));
      expect(flat(text).includes('As you asked')).toBe(asked);
      expect(flat(text)).toContain('you need not send anything');
    }
  });

  it.each(['deadline-reminder', 'deadline-passed', 'deadline-extended'] as const)(
    '%s: speaks of a defective product only where it is one',
    async (name) => {
      const other = await composeMail(name, input({ data: { ...RETURN, reason: 'changed_mind' } }));
      expect(other.text).not.toMatch(/P21|defective/);
      expect(other.text).toContain('P22');
      expect((await composeMail(name, input({}))).text).toContain('P21');
    },
  );

  it.each(['deadline-reminder', 'deadline-passed', 'deadline-extended'] as const)('%s: the last day', async (name) => {
    const mail = await composeMail(name, input({}));
    expect(flat(mail.text)).toContain('4 November 2026');
    expect(mail.subject).toContain('RMA-4F7K2QZ');
    const undated = { ...RETURN, rma: { ...RETURN.rma, deadline: null } };
    await expect(composeMail(name, input({ data: undated }))).rejects.toThrow('no last day');
  });

  it.each([
    'rma-issued',
    'tracking-wanted',
    'deadline-reminder',
    'deadline-passed',
    'deadline-extended',
    'exchange-shipped',
  ] as const)('%s: what has to have happened by the last day (A11)', async (name) => {
    const given = input({ order: { fulfillments: [] } });
    const said = async (basis: string) => {
      const mail = await composeMail(name, { ...given, settings: parseSettings({ 'deadline.basis': basis }) });
      return flat(`${mail.subject} ${mail.text}`);
    };
    const here = /to be here by|had to be here|be with us by|allow for the carrier/i;
    const sent = /to be sent by|had to be sent|be with the carrier by|carrier has to have it/i;
    expect(await said('received')).toMatch(here);
    expect(await said('received')).not.toMatch(sent);
    for (const basis of ['shipped', 'either']) {
      expect(await said(basis)).toMatch(sent);
      expect(await said(basis)).not.toMatch(here);
    }
  });

  it('a parcel that is coming back, and whose doing it was', async () => {
    const theirs = await composeMail('parcel-returning', input({ data: { ...RETURN, rma: null } }));
    expect(flat(theirs.text)).toContain('was not accepted');
    const ours = { ...RETURN, rma: null, judged: { undelivered: 'our-side' } };
    expect(flat((await composeMail('parcel-returning', input({ data: ours }))).text)).toContain('you bear no cost');
  });

  it.each(['parcel-received', 'parcel-identified'] as const)('%s: what follows, and by when', async (name) => {
    const { text } = await composeMail(name, input({}));
    expect(flat(text)).toMatch(
      /We test it now.* by \w+ \d+ \w+ 2026, end of the day \(Eastern Standard Time, America\/New York\)/,
    );
    const unwanted = input({ data: { ...RETURN, reason: 'changed_mind' } });
    expect(flat((await composeMail(name, unwanted)).text)).toContain('We check that everything is there');
  });

  it.each(['parcel-received', 'parcel-identified'] as const)('%s: no day that nobody keeps', async (name) => {
    const text = async (settings: object) =>
      flat((await composeMail(name, { ...input({}), settings: parseSettings(settings) })).text);
    const undated = await text({ 'test.slaDays': 0 });
    expect(undated).toContain('We test it now');
    expect(undated).not.toContain('at the latest');
    expect(await text({ 'deadline.zone': 'Pacific/Kiritimati' })).toContain('Tuesday 8 December 2026');
    expect(await text({ products: { '7': { 'test.slaDays': 3 } } })).toContain('Thursday 26 November 2026');
  });

  it.each(['test-result', 'declined'] as const)(
    '%s: what is not accepted is kept for as long as the first mail said',
    async (name) => {
      const rejected = {
        units: [{ lineItemId: '11', goods: 'rejected', result: 'artificial_damage', money: 'refused' }],
      };
      const text = async (deadlines: object[]) =>
        flat((await composeMail(name, input({ ...rejected, deadlines }))).text);
      // Staff are told on the morning of the 13th: the 12th is the customer's, to its end.
      const kept = [{ kind: 'rejected-goods', state: 'open', dueAt: '2026-12-13T14:00:00.000Z' }];
      expect(await text(kept)).toContain('until Saturday 12 December 2026, end of the day');
      expect(await text([])).toContain('until Wednesday 23 December 2026, end of the day');
    },
  );

  it('a request: answered by the day that staff are told of', async () => {
    const text = async (deadlines: object[]) =>
      flat((await composeMail('request-received', input({ data: { ...RETURN, rma: null }, deadlines }))).text);
    expect(await text([{ kind: 'answer-due', state: 'open', dueAt: '2026-11-25T14:00:00.000Z' }])).toContain(
      'by Wednesday 25 November 2026, end of the day',
    );
    expect(await text([])).toContain('by Thursday 26 November 2026, end of the day');
  });

  it('the missing part is due where the shop counts days', async () => {
    const units = [{ lineItemId: '11', goods: 'wait_part', note: null }];
    // The end of 30 November in Berlin is still the afternoon in New York.
    const deadlines = [{ kind: 'part-due', state: 'open', dueAt: '2026-11-30T22:59:59.999Z' }];
    const settings = parseSettings({ 'deadline.zone': 'Europe/Berlin' });
    const { text } = await composeMail('parts-missing', { ...input({ units, deadlines }), settings });
    expect(flat(text)).toMatch(/30 November 2026, end of the day \(Central European/);
  });

  it('an exchange, on the clause that grants it', async () => {
    const order = { fulfillments: [] };
    expect((await composeMail('exchange-shipped', input({ order }))).text).not.toContain('P16');
    const ours = input({ order, data: { ...RETURN, reason: 'wrong_item_sent' } });
    expect((await composeMail('exchange-shipped', ours)).text).toContain('P16');
  });

  it('an exchange of a part, by what went out for it', async () => {
    const parcel = (id: string, createdAt: string, lineItemId: string) => ({
      id,
      status: 'success',
      createdAt,
      lines: [{ lineItemId, quantity: 1, fulfillmentLineItemId: null }],
      tracking: [{ company: 'UPS', number: `1Z-${id}`, url: null }],
    });
    const order = {
      lines: [...ORDER.lines, { id: '13', title: 'Headphones One', variantTitle: 'Black', sku: 'HP-1-BLK' }],
      // The newest is about something else of the order.
      fulfillments: [
        parcel('1', '2026-11-20T10:00:00Z', '13'),
        parcel('2', '2026-11-22T10:00:00Z', '12'),
        parcel('3', '2026-10-01T10:00:00Z', '11'),
      ],
    };
    const data = { ...RETURN, remedy: 'exchange', exchange: { state: 'fulfilled', lineItemIds: ['13'] } };
    const { text } = await composeMail('exchange-shipped', input({ order, data }));
    expect(text).toContain('1 x Headphones One');
    expect(text).not.toContain('2 x');
    expect(text).toContain('1Z-1');
  });

  it('where to send it, or that the shop has to be asked', async () => {
    const { text } = await composeMail('rma-issued', input({ shop: { returnAddress: [] } }));
    expect(flat(text)).toContain('Please ask us for the address before you send it');
  });
});

it('is not written without what it is about', async () => {
  await expect(composeMail('rma-issued', input({ data: { ...RETURN, rma: null } }))).rejects.toThrow('no RMA number');
  await expect(composeMail('refund-made', input({}))).rejects.toThrow('needs the refund');
});
