import { stepsOf, stuckRefund } from '../../policy/app/case-steps.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { HandRefund, RefundIntentRecord } from '../../policy/app/records.ts';
import { SUMS } from '../../policy/app/return-preview.ts';
import { isReplaced } from '../../policy/app/ship-first.ts';
import { ACTION } from '../ids.ts';
import { safe } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';
import { type ActionsElement, button } from './blocks.ts';

/** Refunds made in Shopify by hand of which nobody has said yet what they were for. */
const unexplainedOf = (detail: CaseDetail): readonly HandRefund[] =>
  (detail.case.data.byHand ?? []).filter((refund) => refund.for === null);

/** Several units may come in several parcels; one that is all of it has its own button. */
const mayComeInParts = ({ case: { state }, units }: CaseDetail): boolean => {
  const expected = units.filter((unit) => unit.goods === 'expected').length;
  return ['authorized', 'in_transit', 'expired', 'grey_zone'].includes(state)
    ? expected > 1
    : state === 'received' && expected > 0;
};

/** P16: tested, and no replacement can be sent: the money instead, or the customer waits. */
const exchangeStopped = ({ case: { state, data }, units, intents }: CaseDetail): boolean =>
  state === 'received' &&
  !isReplaced(data) &&
  data.kind === 'return' &&
  data.remedy === 'exchange' &&
  units.every((unit) => unit.result !== null) &&
  !intents.some((intent) => intent.state === 'executing' || intent.state === 'unknown');

/** P17: an exchange may go out before its goods are back; once it has, goods that never come are written off. */
const shipFirst = (detail: CaseDetail): ActionsElement[] => {
  const { id } = detail.case;
  const steps = stepsOf(detail);
  return [
    ...(steps.includes('ship-first') ? [button('Ship the replacement first…', `${ACTION.decide}:ship_first`, id)] : []),
    ...(steps.includes('write-off') ? [button('Write the goods off…', `${ACTION.decide}:write_off`, id)] : []),
  ];
};

/** What a person does where money stopped: also on a case that has ended, where the bank sent its refund back. */
export const moneyActions = (detail: CaseDetail): ActionsElement[] => {
  const [refund] = unexplainedOf(detail);
  const stuck = stuckRefund(detail);
  const ask = (to: string, text: string): ActionsElement =>
    button(text, `${ACTION.attribute}:${to}`, `${detail.case.id}|${refund?.refundId ?? ''}`);
  return [
    ...(refund === undefined
      ? []
      : [ask('line', 'It was for these goods'), ask('shipping', 'For shipping'), ask('goodwill', 'Goodwill')]),
    ...(exchangeStopped(detail)
      ? [
          button('Refund it instead…', `${ACTION.exchange}:refund`, detail.case.id),
          button('The customer waits…', `${ACTION.exchange}:wait`, detail.case.id),
        ]
      : []),
    ...shipFirst(detail),
    ...(mayComeInParts(detail) ? [button('Part of it is here…', ACTION.receivePart, detail.case.id)] : []),
    ...(stuck === undefined ? [] : [button('Paid another way…', ACTION.settleByHand, stuck.id)]),
  ];
};

/** What the card says of it. */
export const moneyFacts = (detail: CaseDetail): string[] => [
  ...unexplainedOf(detail).map(
    ({ amount }) =>
      `:warning:  *${formatAmount(amount, detail.order.currency)} refunded by hand in Shopify*: say what it was for; until then nothing is paid`,
  ),
  ...replacedFact(detail),
];

/** P17: who asked for it and why; and what is at stake while the goods are out. */
const replacedFact = ({ case: { data, closedAt }, units, order }: CaseDetail): string[] => {
  const first = data.kind === 'return' ? (data.shipFirst ?? null) : null;
  if (first === null || first.dropped) return [];
  const asked = `${safe(first.byName, 60)}: ${safe(first.because, 300)}`;
  if (first.sentAt === null) return [`*Replacement before its goods*  asked for by ${asked}`];
  const isOut = closedAt === null && units.some((unit) => unit.goods === 'expected');
  const stake = `${formatAmount(first.worth, order.currency)} at stake until the goods are back; nothing will be paid for them`;
  return [`*Replacement went first*  asked for by ${asked}${isOut ? `\n:warning:  ${stake}` : ''}`];
};

const PREVIEW = {
  items: 'Goods',
  tax: 'Tax',
  restocking: 'Restocking',
  shippingFee: 'Shipping',
  exchange: 'Exchange',
} as const satisfies Record<(typeof SUMS)[number], string>;

/** Both columns of a return that Shopify reckons otherwise before anything is back. */
export const previewSums = ({ case: { data, closedAt }, order }: CaseDetail): string | null => {
  const preview = data.kind === 'return' && closedAt === null ? (data.preview ?? null) : null;
  if (preview === null) return null;
  const rows = SUMS.map((name) => [PREVIEW[name], preview.policy[name], preview.shopify[name]] as const).filter(
    ([name, ours, theirs]) => name === PREVIEW.items || ours || theirs,
  );
  return `:warning:  *Shopify reckons this return otherwise*; nothing is paid while they differ\n${columns(rows, order.currency)}`;
};

/** Both sums, side by side, of an amount that is not what Shopify reckons. */
export const bothSums = (intent: RefundIntentRecord): string | null => {
  const { suggested, breakdown } = intent;
  if (suggested == null || suggested.amount === breakdown.total) return null;
  const fees = breakdown.deductions.reduce((sum, deduction) => sum + deduction.amount, 0);
  return columns(
    [
      ['Goods', breakdown.items, suggested.items],
      ['Tax', breakdown.tax, suggested.tax],
      ['Shipping', breakdown.shipping, suggested.shipping],
      ['Deductions', -fees, suggested.fees === null ? null : -suggested.fees],
      ['Total', breakdown.total, suggested.amount],
    ],
    breakdown.currency,
  );
};

type Row = readonly [name: string, ours: number | null, theirs: number | null];

const columns = (rows: readonly Row[], currency: string): string => {
  const shown = (minor: number | null): string => (minor === null ? '–' : formatAmount(minor, currency));
  const width = Math.max(...rows.flatMap(([, ours, theirs]) => [shown(ours).length, shown(theirs).length]), 8);
  const names = Math.max(...rows.map(([name]) => name.length));
  const line = (name: string, ours: string, theirs: string): string =>
    `${name.padEnd(names)} ${ours.padStart(width)} ${theirs.padStart(width)}`;
  return [
    '```',
    line('', 'Policy', 'Shopify'),
    ...rows.map(([name, ours, theirs]) => line(name, shown(ours), shown(theirs))),
    '```',
  ].join('\n');
};
