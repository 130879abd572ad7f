import { type ConditionProperties, Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';

type Conditions = readonly NestedCondition[];

const is = (fact: string, value: unknown): ConditionProperties => ({ fact, operator: 'equal', value });
const isNot = (fact: string, value: unknown): ConditionProperties => ({ fact, operator: 'notEqual', value });
const some = (fact: string): ConditionProperties => ({ fact, operator: 'greaterThan', value: 0 });
const all = (...conditions: Conditions): TopLevelCondition => ({ all: [...conditions] });
const any = (...conditions: Conditions): TopLevelCondition => ({ any: [...conditions] });
const not = (condition: NestedCondition): TopLevelCondition => ({ not: condition });
const named = (condition: string): NestedCondition => ({ condition });

const TOO_LATE = all(
  is('goodwill', false),
  isNot('lastDay', null),
  any(is('timing', 'over'), all(is('timing', 'sent-in-time'), is('received', true), is('greyZone', 'decline'))),
);
const OPEN = not(
  any(
    is('lost', 'their-risk'),
    is('unmarked', 'refused'),
    named('too late'),
    all(is('lost', 'no'), is('received', false)),
  ),
);
const DUE = all(named('open'), some('accepted'));

type Row = readonly [clause: string, verdict: string, when: TopLevelCondition];

const defect = is('reason', 'defective');
const ourMistake = is('reason', 'wrong_item_sent');
const stillWanted = any(some('accepted'), some('pending'));
const nothingElse = all(is('accepted', 0), is('pending', 0));

/** The rules of settling a return (`policy/rules/settle-*.ts`), clause for clause; a verdict by the facts is two rows. */
// biome-ignore format: rows of a table
const ROWS: readonly Row[] = [
  ['P4', 'granted', all(is('goodwill', true), named('open'))],
  ['P17', 'granted', all(is('lost', 'no'), is('received', false), not(named('too late')), isNot('reason', 'missing_item'))],
  ['P20', 'granted', all(is('unmarked', 'delayed'), named('open'))],
  ['P21', 'needs-person', all(is('goodwill', false), isNot('lastDay', null), is('timing', 'sent-in-time'), is('received', true), is('greyZone', 'ask'))],
  ['P21', 'granted', all(is('goodwill', false), isNot('lastDay', null), is('timing', 'sent-in-time'), is('received', true), is('greyZone', 'accept'))],
  ['P21', 'refused', all(named('too late'))],
  ['P21', 'needs-info', all(is('arrivalMissing', true))],
  ['P22', 'refused', all(named('too late'))],
  ['P34', 'refused', all(is('unmarked', 'refused'))],
  ['P35', 'refused', all(is('unmarked', 'refused'))],
  ['P38', 'refused', all(is('lost', 'their-risk'))],
  ['P38', 'granted', all(is('lost', 'our-risk'), is('goodwill', false), not(named('too late')))],
  ['P38', 'needs-info', all(is('lost', 'our-risk'), is('lossNeedsProof', true), not(named('too late')))],
  ['P4', 'needs-person', all(named('open'), some('wrongItem'), is('wrongItemRefused', false))],
  ['P4', 'granted', all(named('open'), some('wrongItem'), is('wrongItemRefused', true), stillWanted)],
  ['P4', 'refused', all(named('open'), some('wrongItem'), is('wrongItemRefused', true), nothingElse)],
  ['P17', 'granted', all(named('open'), some('toLookAt'), not(defect), isNot('reason', 'missing_item'))],
  ['P17', 'granted', all(named('open'), some('notReceived'), isNot('reason', 'missing_item'))],
  ['P24', 'granted', all(named('open'), defect, some('toLookAt'))],
  ['P24', 'needs-person', all(named('open'), defect, some('noFaultFound'), is('noFaultAsks', true))],
  ['P24', 'granted', all(named('open'), defect, some('noFaultFound'), is('noFaultAsks', false))],
  ['P25', 'granted', all(named('open'), some('damaged'), stillWanted)],
  ['P25', 'refused', all(named('open'), some('damaged'), nothingElse)],
  ['P33', 'needs-person', all(named('open'), some('partsAsked'))],
  ['P33', 'granted', all(named('open'), some('partsDeducted'))],
  ['P33', 'granted', all(named('open'), some('partsRefused'), stillWanted)],
  ['P33', 'refused', all(named('open'), some('partsRefused'), nothingElse)],
  ['P33', 'granted', all(named('due'), is('deductedAnyway', true))],
  ['P33', 'needs-info', all(named('open'), some('pricesMissing'))],
  ['P1', 'needs-person', all(named('due'), is('reason', 'customer_ordered_wrong'), is('carriage', 'ask'))],
  ['P1', 'granted', all(named('due'), is('reason', 'customer_ordered_wrong'), isNot('carriage', 'ask'))],
  ['P4', 'granted', all(named('open'), is('reason', 'missing_item'), some('accepted'))],
  ['P4', 'needs-person', all(named('open'), is('reason', 'missing_item'), is('accepted', 0))],
  ['P4', 'needs-person', all(named('due'), is('remedy', 'exchange'), not(defect), not(ourMistake), isNot('reason', 'missing_item'))],
  ['P5', 'needs-person', all(named('due'), is('disputeOpen', true))],
  ['P12', 'granted', all(named('due'), is('customerBearsCarriage', true), isNot('carriage', 'ask'))],
  ['P12', 'needs-info', all(named('due'), is('customerBearsCarriage', true), some('costsMissing'), isNot('carriage', 'ask'))],
  ['P13', 'granted', all(named('due'), is('reason', 'refused_delivery'))],
  ['P16', 'granted', all(named('due'), ourMistake)],
  ['P16', 'needs-info', all(named('due'), ourMistake, some('costsMissing'))],
  ['P17', 'granted', all(named('due'), ourMistake, is('lost', 'no'))],
  ['P26', 'granted', all(named('due'), defect)],
  ['P26', 'needs-info', all(named('due'), defect, some('costsMissing'))],
];

/** The facts of a defect that came back in time, two units of it: one is accepted, one was damaged by handling. */
export const ONE_OF_TWO_DAMAGED = {
  reason: 'defective',
  remedy: 'refund',
  disputeOpen: false,
  carriage: 'charge',
  customerBearsCarriage: false,
  lost: 'no',
  goodwill: false,
  lossNeedsProof: false,
  received: true,
  unmarked: 'no',
  lastDay: '2026-11-04',
  timing: 'in-time',
  greyZone: 'ask',
  arrivalMissing: false,
  accepted: 1,
  noFaultFound: 0,
  noFaultAsks: false,
  damaged: 1,
  partsAsked: 0,
  partsDeducted: 0,
  partsRefused: 0,
  wrongItem: 0,
  wrongItemRefused: false,
  pending: 0,
  notReceived: 0,
  toLookAt: 0,
  deductedAnyway: false,
  pricesMissing: 0,
  costsMissing: 0,
} as const;

export const settleEngine = (): Engine => {
  const engine = new Engine();
  engine.setCondition('too late', TOO_LATE).setCondition('open', OPEN).setCondition('due', DUE);
  for (const [clause, verdict, conditions] of ROWS) {
    engine.addRule({ conditions, event: { type: verdict, params: { clause } } });
  }
  return engine;
};

/** Clauses that the engine cites, in order of number. It reckons no money, no deadline and no trail. */
export const citedBy = async (engine: Engine, facts: Readonly<Record<string, unknown>>): Promise<string[]> => {
  const { events } = await engine.run({ ...facts });
  return events.map(({ params }) => String(params?.clause)).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
};
