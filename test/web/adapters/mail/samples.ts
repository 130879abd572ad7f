import type { Breakdown, Deadline } from '../../../../policy/decision.ts';
import type { MailData } from '../../../../web/adapters/mail/render.ts';

const base = {
  shop: { name: 'Demo Audio', contactEmail: 'help@demo-audio.example' },
  customerName: 'Jo Doe',
  orderName: '#1003',
};
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
    postage: 'customer',
    estimate: { ...breakdown({ deductions: [], total: 8640 }), missing: [] },
  },
  'parcel-received': { ...base, rma: 'RMA-4F7K2QZ', isDefective: true },
  'refund-made': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    refund: breakdown(),
    clauses: ['P12'],
    notAccepted: [{ title: 'Headphones <One>', quantity: 1, clause: 'P25' }],
  },
  declined: { ...base, rma: 'RMA-4F7K2QZ', clauses: ['P21', 'P22'], because: null },
  'parcel-returning': { ...base, ourSide: false },
  'parts-missing': {
    ...base,
    rma: 'RMA-4F7K2QZ',
    items,
    what: 'the charger <and its cable>',
    deadline,
    returnAddress: ['Demo Audio Returns', '12 Harbour Road', 'Brooklyn, NY 11201'],
  },
  'deadline-reminder': { ...base, rma: 'RMA-4F7K2QZ', deadline, items },
  'deadline-passed': { ...base, rma: 'RMA-4F7K2QZ', deadline, items },
  'deadline-extended': { ...base, rma: 'RMA-4F7K2QZ', deadline, items },
  'return-cancelled': { ...base, rma: 'RMA-4F7K2QZ' },
  'out-of-stock': {
    ...base,
    items,
    eta: 'Tuesday 1 December 2026',
    again: false,
    partial: true,
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
    partial: false,
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
