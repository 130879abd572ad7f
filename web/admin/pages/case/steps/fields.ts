import { type StepName, stuckRefund } from '../../../../../policy/app/case-steps.ts';
import { INSPECTION_RESULTS } from '../../../../../policy/decision.ts';
import type { CaseDetail } from '../../../../edge/admin/contract.ts';
import { clauseSentence } from '../../../words/clauses.ts';

/** How a field is asked for. `name` is the field of the command; a dot leads into an object of its own. */
export type Field = Readonly<{
  name: string;
  control: 'text' | 'multiline' | 'days' | 'date' | 'money' | 'choice' | 'units' | 'photos' | 'preset';
  /** Where the same field is asked for in other words: their name in the catalogue. */
  label?: string;
  optional?: boolean;
  /** Of a choice: values, each with a word in the catalogue under the first group that has it. */
  options?: readonly string[];
  /** Group of the catalogue the options' words are in. */
  words?: 'step-choice' | 'result';
  /** Of a preset: what is sent without being asked. */
  value?: string | boolean;
  /** Options whose words come with the data (colleagues). */
  named?: readonly Readonly<{ value: string; label: string }>[];
}>;

const because: Field = { name: 'because', control: 'multiline' };
const maybeBecause: Field = { ...because, optional: true };
const YES_NO = ['yes', 'no'] as const;

const UNIT_DECISIONS: Readonly<Record<string, readonly string[]>> = {
  incomplete: ['accept', 'deduct', 'wait_part', 'refuse'],
  wait_part: ['part_arrived'],
  no_fault_found: ['accept', 'test_again'],
  wrong_item: ['recount', 'accept', 'deduct', 'refuse'],
};

/** Clauses that a person may decline a return on. */
const DECLINING = ['P2', 'P22', 'P23', 'P25', 'P33', 'P35', 'P38'] as const;

const decisionsFor = ({ units }: CaseDetail): readonly string[] => [
  ...new Set(units.flatMap(({ goods }) => UNIT_DECISIONS[goods] ?? [])),
];

/** The refund a step is about; empty where it is gone by now, which the server then says. */
const refundOf = (id: string | undefined): Field => ({ name: 'intentId', control: 'preset', value: id ?? '' });
const inState = ({ intents }: CaseDetail, wanted: string): Field =>
  refundOf(intents.findLast(({ state }) => state === wanted)?.id);

/** An amount as people of the shop's locale write it. */
type Money = (minor: number, currency: string) => string;

const FIELDS: Readonly<Record<StepName, (detail: CaseDetail, money: Money) => readonly Field[]>> = {
  receive: () => [{ name: 'rmaMarked', control: 'choice', options: ['unknown', ...YES_NO], optional: true }],
  'receive-part': () => [{ name: 'unitIds', control: 'units' }],
  'receive-back': () => [
    { name: 'postage', control: 'money', optional: true },
    { name: 'originalShippingCost', control: 'money', optional: true },
  ],
  track: () => [
    { name: 'number', control: 'text' },
    { name: 'carrier', control: 'text', optional: true },
    { name: 'url', control: 'text', optional: true },
    { name: 'acceptedAt', control: 'date', optional: true },
  ],
  inspect: () => [
    { name: 'unitIds', control: 'units', optional: true },
    {
      name: 'result',
      control: 'choice',
      words: 'result',
      options: INSPECTION_RESULTS,
    },
    { name: 'deduction', control: 'money', optional: true },
    { name: 'note', control: 'multiline', optional: true },
    { name: 'photos', control: 'photos', optional: true },
  ],
  'second-look': () => [{ name: 'agree', control: 'choice', options: YES_NO }],
  'decide-units': (detail) => [
    { name: 'unitIds', control: 'units', optional: true },
    { name: 'decision', control: 'choice', options: decisionsFor(detail) },
    { name: 'deduction', control: 'money', optional: true },
    because,
  ],
  find: () => [
    { name: 'finding', control: 'choice', options: ['refused', 'wrong_address', 'lost', 'false_alarm'] },
    maybeBecause,
  ],
  extend: () => [{ name: 'days', control: 'days' }, because],
  'agree-extension': () => [{ name: 'agree', control: 'choice', options: YES_NO }],
  decline: () => [
    {
      name: 'clause',
      control: 'choice',
      optional: true,
      options: ['as-policy'],
      named: DECLINING.map((clause) => ({ value: clause, label: `${clause}: ${clauseSentence(clause)}` })),
    },
    because,
  ],
  'call-off': () => [maybeBecause],
  lost: () => [{ name: 'labelBy', control: 'choice', options: ['customer', 'merchant'] }, maybeBecause],
  'accept-late': () => [because],
  goodwill: () => [because],
  charge: () => [because],
  waive: () => [because],
  answer: () => [
    { name: 'answer', control: 'choice', options: ['wait', 'refund'] },
    { name: 'note', control: 'multiline' },
  ],
  eta: () => [{ name: 'eta', control: 'date' }],
  discontinued: () => [maybeBecause],
  release: () => [],
  issue: () => [because],
  'issue-charge': () => [{ name: 'carriage', control: 'preset', value: 'charge' }, because],
  'issue-waive': () => [{ name: 'carriage', control: 'preset', value: 'waive' }, because],
  photos: () => [{ name: 'photos', control: 'photos' }],
  'no-photos': () => [{ name: 'photosWaived', control: 'multiline' }],
  solved: () => [{ name: 'solved', control: 'preset', value: true }],
  'not-solved': () => [{ name: 'solved', control: 'preset', value: false }],
  remedy: () => [{ name: 'remedy', control: 'choice', options: ['refund', 'exchange'] }],
  convert: () => [{ name: 'to', label: 'convert', control: 'choice', options: ['refund', 'wait'] }, because],
  'ship-first': () => [because],
  'write-off': () => [because],
  withdraw: () => [maybeBecause],
  attribute: ({ unexplained, order }, money) => [
    {
      name: 'refundId',
      control: 'choice',
      named: unexplained.map(({ refundId, amount }) => ({
        value: refundId,
        label: `${money(amount, order.currency)} (${refundId})`,
      })),
    },
    { name: 'to', label: 'attribute', control: 'choice', options: ['line', 'shipping', 'goodwill'] },
    maybeBecause,
  ],
  settle: (detail) => [refundOf(stuckRefund(detail)?.id), { name: 'reference', control: 'text' }, maybeBecause],
  stop: (detail) => [inState(detail, 'approved')],
  delegate: (detail) => [
    inState(detail, 'awaiting_approval'),
    {
      name: 'to',
      control: 'choice',
      named: detail.colleagues.flatMap(({ id, name, mayApprove }) => (mayApprove ? [{ value: id, label: name }] : [])),
    },
  ],
  retry: () => [],
  reopen: () => [because],
  'agree-reopen': () => [{ name: 'agree', control: 'choice', options: YES_NO }],
  'void-links': () => [because],
  assign: ({ colleagues }) => [
    { name: 'to', control: 'choice', named: colleagues.map(({ id, name }) => ({ value: id, label: name })) },
  ],
};

export const fieldsOf = (step: StepName, detail: CaseDetail, money: Money): readonly Field[] =>
  FIELDS[step](detail, money);

/** Units a step may be about, as they can be ticked. */
export const unitsFor = (step: StepName, { units }: CaseDetail): CaseDetail['units'] =>
  step === 'inspect'
    ? units.filter(({ result }) => result === null)
    : step === 'receive-part'
      ? units.filter(({ goods }) => goods === 'expected')
      : units.filter(({ goods }) => Object.hasOwn(UNIT_DECISIONS, goods));
