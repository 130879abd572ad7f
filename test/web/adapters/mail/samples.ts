import type { Breakdown, Deadline } from '../../../../policy/decision.ts';
import { createWords, type Language } from '../../../../policy/texts/customer/index.ts';
import type { MailData } from '../../../../web/adapters/mail/render.ts';

const base = {
  shop: { name: 'Demo Audio', contactEmail: 'help@demo-audio.example', accent: '#1f2328', hasLogo: false },
  words: createWords('en'),
  customerName: 'Jo Doe',
  orderName: '#1003',
};
const PAGE = 'https://makegood.example.com/c/AZ9Yk3';
const ANSWER_BY = 'Thursday 26 November 2026, 15:42 (Eastern Standard Time)';
const DAY = 'Tuesday 22 December 2026 (Eastern Standard Time)';
const items = [{ title: 'Headphones <One>', detail: 'Black · HP-1-BLK', quantity: 2 }];

export const breakdown = (more: Partial<Breakdown> = {}): Breakdown => ({
  currency: 'USD',
  items: 8000,
  tax: 640,
  shipping: 0,
  duties: 0,
  tips: 0,
  deductions: [{ clause: 'P12', label: 'return label', amount: 650 }],
  total: 7990,
  ...more,
});

/** 30 days on, and the clocks went back in between. */
export const deadline: Deadline = {
  date: '2026-11-04',
  timeZone: 'America/New_York',
  instant: '2026-11-05T04:59:59.999Z',
};

/** One of each. */
export const SAMPLES: MailData = {
  cancelled: {
    ...base,
    because: 'asked',
    items: null,
    refund: breakdown({ deductions: [], shipping: 1000, total: 9640 }),
    paidAnotherWay: false,
  },
  'too-late': {
    ...base,
    estimate: { ...breakdown({ deductions: [], total: 8640 }), missing: [] },
    clauses: ['P12', 'P13', 'P14'],
  },
  'rma-issued': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    items,
    returnAddress: ['Demo Audio Returns', '12 Harbour Road', 'Brooklyn, NY 11201'],
    deadline,
    isDefective: true,
    unmarked: 'match_then_process',
    wayBack: { paidBy: 'customer', clause: 'P26' },
    theirRisk: true,
    bySending: false,
    estimate: { ...breakdown({ deductions: [], total: 8640 }), missing: [] },
    links: { tracking: `${PAGE}t`, remedy: `${PAGE}r`, case: `${PAGE}c`, withdraw: `${PAGE}w` },
  },
  'request-received': {
    ...base,
    caseNumber: 12,
    items,
    answerBy: DAY,
    links: { case: `${PAGE}c`, withdraw: `${PAGE}w` },
  },
  'photos-wanted': { ...base, caseNumber: 12, items, count: 1, answerBy: ANSWER_BY, photosUrl: `${PAGE}p` },
  'photos-reminder': { ...base, caseNumber: 12, items, count: 1, answerBy: ANSWER_BY, photosUrl: `${PAGE}p` },
  troubleshooting: { ...base, caseNumber: 12, items, checklistUrl: `${PAGE}k` },
  solved: { ...base, caseNumber: 12, items },
  'tracking-wanted': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    deadline,
    theirRisk: true,
    bySending: false,
    trackingUrl: `${PAGE}t`,
  },
  'tracking-noted': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    number: '1Z999AA10123456784',
    carrier: 'UPS',
    site: 'https://www.ups.com/track?num=1Z999AA10123456784',
  },
  'parcel-lost': { ...base, rma: 'RMA-4F7K2QZ', lossOf: 'customer' },
  'parcel-identified': { ...base, rma: 'RMA-4F7K2QZ', isDefective: false, answerBy: DAY },
  'parcel-unmarked': { ...base, keptUntil: ANSWER_BY },
  'test-result': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    items: [
      { title: 'Headphones <One>', detail: 'A', quantity: 1 },
      { title: 'Headphones <One>', detail: 'B', quantity: 1 },
    ],
    next: 'refund',
    rejected: { how: 'hold', until: DAY },
    clauses: ['P24', 'P25', 'P26'],
  },
  'exchange-shipped': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    items,
    clauses: ['P16', 'P17'],
    tracking: [{ number: '1Z999AA10123456784', carrier: 'UPS', site: 'https://www.ups.com/track' }],
    back: deadline,
    bySending: false,
  },
  'parcel-received': { ...base, rma: 'RMA-4F7K2QZ', isDefective: true, answerBy: DAY },
  'refund-made': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    refund: breakdown(),
    clauses: ['P12'],
    notAccepted: [{ title: 'Headphones <One>', quantity: 1, clause: 'P25' }],
  },
  declined: {
    ...base,
    rma: 'RMA-4F7K2QZ',
    clauses: ['P21', 'P22'],
    because: null,
    rejected: { how: 'dispose', until: DAY },
  },
  'parcel-returning': { ...base, ourSide: false },
  'parts-missing': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    items,
    what: 'the charger <and its cable>',
    deadline,
    returnAddress: ['Demo Audio Returns', '12 Harbour Road', 'Brooklyn, NY 11201'],
  },
  'deadline-reminder': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    deadline,
    bySending: false,
    items,
    trackingUrl: `${PAGE}t`,
    replaced: false,
    isDefective: true,
  },
  'deadline-passed': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    deadline,
    bySending: true,
    items,
    trackingUrl: null,
    replaced: true,
    isDefective: true,
  },
  'deadline-extended': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    deadline,
    bySending: false,
    items,
    trackingUrl: null,
    replaced: false,
    isDefective: true,
  },
  'return-cancelled': { ...base, rma: 'RMA-4F7K2QZ', asked: false },
  'out-of-stock': {
    ...base,
    items,
    eta: 'Tuesday 1 December 2026',
    again: false,
    restReady: true,
    answerBy: 'Thursday 26 November 2026, 15:42 (Eastern Standard Time)',
    links: {
      wait: 'https://makegood.example.com/c/AZ9Yk3?answer=wait',
      refund: 'https://makegood.example.com/c/AZ9Yk3?answer=refund',
    },
  },
  'backorder-reminder': {
    ...base,
    items,
    eta: null,
    again: false,
    restReady: false,
    answerBy: 'Thursday 26 November 2026, 15:42 (Eastern Standard Time)',
    links: null,
  },
  'backorder-waiting': {
    ...base,
    items,
    eta: null,
    waitsWhole: false,
    partial: true,
    answerUrl: 'https://makegood.example.com/c/AZ9Yk3?answer=refund',
  },
  'backorder-new-date': { ...base, items, eta: 'Tuesday 1 December 2026' },
  'backorder-ships': { ...base, items, eta: null, waited: true },
  'backorder-discontinued': { ...base, items, eta: null },
};

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk';
const LONG_URL = `https://track.example/${'a'.repeat(300)}?number=${'1'.repeat(80)}`;

/** The same mail with as much in it as can come: long names, long words, 60 lines, every amount. */
export const longest = (template: keyof MailData, language: Language): MailData[keyof MailData] => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    title: `${LONG_WORD} ${LONG_WORD} ${index} & "quoted" <b>`,
    detail: `${LONG_WORD} · ${'SKU'.repeat(30)}`,
    quantity: 9999,
  }));
  const sample = SAMPLES[template] as Record<string, unknown>;
  const breakdownOf = (value: object) => ({
    ...value,
    items: 123_456_789_01,
    tax: 9_876_543_21,
    shipping: 123_456,
    duties: 234_567,
    tips: 345_678,
    deductions: [
      { clause: 'P12', label: 'original shipping of a free order', amount: 12_345_678 },
      { clause: 'P33', label: 'missing parts, as far as it goes', amount: 12_345_678 },
      { clause: null, label: 'limited to what is left to refund', amount: 12_345_678 },
      { clause: 'P12', label: 'the way back of a refused parcel', amount: 12_345_678 },
      { clause: 'P12', label: 'a label nobody has translated', amount: 1 },
    ],
  });
  const stretched = Object.fromEntries(
    Object.entries(sample).map(([key, value]) => {
      if (key === 'items' && Array.isArray(value)) return [key, many];
      if (key === 'refund' || key === 'estimate') return [key, value === null ? value : breakdownOf(value as object)];
      if (key === 'what' || (key === 'because' && template === 'declined'))
        return [key, `${LONG_WORD} `.repeat(9).trim()];
      if (key === 'site') return [key, LONG_URL];
      if (key === 'clauses') return [key, ['P1', 'P2', 'P12', 'P16', 'P17', 'P21', 'P22', 'P25', 'P26', 'P33', 'P38']];
      if (key === 'returnAddress') return [key, Array.from({ length: 8 }, () => `${LONG_WORD} 12, ${LONG_WORD}`)];
      return [key, value];
    }),
  );
  return {
    ...stretched,
    shop: {
      name: `${LONG_WORD} & Söhne`,
      contactEmail: `${'a'.repeat(60)}@${'b'.repeat(60)}.example`,
      accent: '#7a1fa2',
      hasLogo: true,
    },
    words: createWords(language),
    customerName: `${LONG_WORD} von und zu ${LONG_WORD}-${LONG_WORD}`,
    orderName: '#PREFIX-1234567890-SUFFIX',
  } as unknown as MailData[keyof MailData];
};

/** The same mail with as little in it as can be. */
export const emptiest = (template: keyof MailData, language: Language): MailData[keyof MailData] => {
  const empty = Object.fromEntries(
    Object.entries(SAMPLES[template] as Record<string, unknown>).map(([key, value]) => {
      if (key === 'items') return [key, template === 'cancelled' ? null : []];
      if (key === 'links') return [key, template === 'rma-issued' || template === 'request-received' ? {} : null];
      if (Array.isArray(value)) return [key, []];
      if (/Url$|^(estimate|what|site|carrier|eta)$/.test(key)) return [key, null];
      if (key === 'rejected') return [key, null];
      if (key === 'because' && template === 'declined') return [key, null];
      if (key === 'refund' && template === 'cancelled') return [key, null];
      // Mails about a number have one.
      if (key === 'rma' && !/rma-issued|deadline|tracking|lost/.test(template)) return [key, null];
      if (key === 'deadline' && (template === 'rma-issued' || template === 'tracking-wanted')) return [key, null];
      return [key, value];
    }),
  );
  return {
    ...empty,
    shop: { name: '', contactEmail: '', accent: '#1f2328', hasLogo: false },
    words: createWords(language),
    customerName: null,
    orderName: '#1',
  } as unknown as MailData[keyof MailData];
};
