import { formatDeadline } from '../format.ts';
import type { BackorderState, CancellationState, InspectionState, ReturnState } from '../machines/index.ts';
import type { CaseRecord, DeadlineRecord, RefundIntentRecord, RefundIntentState, UnitRecord } from './records.ts';
import { isReplaced, payoutWords } from './ship-first.ts';

/** What is read to say what is due next. Ended intents may be among them; they are passed over. */
export type NextStepOf = Readonly<{
  case: Pick<CaseRecord, 'kind' | 'state' | 'data'>;
  units: readonly Pick<UnitRecord, 'goods'>[];
  intents: readonly Pick<RefundIntentRecord, 'id' | 'state' | 'breakdown' | 'approvalsNeeded' | 'approvals'>[];
  deadlines: readonly Pick<DeadlineRecord, 'kind' | 'dueAt' | 'state'>[];
}>;

/**
 * What is due next and by whom, in one short sentence: "test the 2 units that arrived — warehouse". Money that waits
 * for somebody comes before anything else in the case; what runs by itself names Makegood, what ended names nobody.
 */
export const nextStep = (of: NextStepOf): string => {
  const { kind, state, data } = of.case;
  const known = ((): string | undefined => {
    switch (kind) {
      case 'cancellation':
        return CANCELLATION[state as CancellationState];
      case 'backorder':
        return state === 'customer_notified' ? choiceDue(of) : BACKORDER[state as BackorderState];
      case 'return':
        return returnStep(of);
      default: {
        const never: never = kind;
        throw new TypeError(`not a kind of case: ${String(never)}`);
      }
    }
  })();
  // P5: while the bank decides a dispute nobody pays anything, however its refund stands.
  const money = ENDED.has(state) || state === 'frozen' ? null : moneyStep(of);
  // It is why the case has stopped, and the rest waits for it.
  if (
    (known === RETURN.received || state === 'needs_agent') &&
    data.byHand?.some((refund) => refund.for === null) === true
  )
    return 'say what the refund made in Shopify by hand was for — agent';
  return money ?? known ?? `${state.replaceAll('_', ' ')}: look at it — agent`;
};

const CANCELLATION: Readonly<Record<CancellationState, string>> = {
  new: 'look at what was asked — agent',
  requested: 'find out what has shipped — Makegood',
  recalling: 'stop the parcel — fulfilment service',
  partial_offer: 'refund what has not shipped — Makegood',
  canceling: 'Shopify is cancelling the order — nobody',
  canceling_lines: 'Shopify is refunding what has not shipped — nobody',
  needs_agent: 'decide how to go on with the cancellation — agent',
  canceled: 'done: the order is cancelled',
  partially_canceled: 'done: what had not shipped is cancelled',
  converted_to_return: 'done: the order had shipped, a return was offered',
  withdrawn: 'done: the customer keeps the order',
  declined: 'done: declined',
  closed: 'done: closed',
};

const BACKORDER: Readonly<Record<Exclude<BackorderState, 'customer_notified'>, string>> & Record<string, string> = {
  new: 'look at the shortage — agent',
  detected: 'tell the customer — Makegood',
  waiting: 'ship when it is in stock — warehouse',
  releasing: 'ship it — warehouse',
  refunding: 'refund what is out of stock — Makegood',
  needs_agent: 'reach the customer or decide — agent',
  resolved: 'done: in stock again',
  fulfilled: 'done: shipped',
  refunded: 'done: refunded',
  closed: 'done: closed',
};

const RETURN: Readonly<Record<ReturnState, string>> = {
  new: 'look at what was asked — agent',
  intake: 'complete order, items and contact — agent',
  evidence_pending: 'send photos — customer',
  troubleshooting: 'go through the checklist with the customer — agent',
  review: 'authorize or decline the return — agent',
  authorized: 'send the parcel — customer',
  in_transit: 'take in the parcel when it arrives — warehouse',
  grey_zone: 'decide on a parcel that was sent in time and is late — agent',
  suspected_lost: 'find the parcel or decide on the loss — agent',
  refused_suspected: 'say whether the parcel was refused, lost or misaddressed — agent',
  expired: 'decline, extend, or wait for late goods — agent',
  received: 'decide what is due for the units — agent',
  settling: 'close the return in Shopify — Makegood',
  frozen: 'wait for the bank to decide the dispute; nothing is paid meanwhile — nobody',
  closed: 'done: closed',
  closed_solved: 'done: solved without a return',
  declined: 'done: declined',
  canceled: 'done: the return was canceled',
};

const ENDED: ReadonlySet<string> = new Set(
  Object.entries({ ...CANCELLATION, ...BACKORDER, ...RETURN }).flatMap(([state, step]) =>
    step.startsWith('done') ? [state] : [],
  ),
);

const units = (count: number): string => (count === 1 ? '1 unit' : `${count} units`);

/** What keeps a unit from being decided, most pressing first. */
const GOODS: readonly Readonly<{
  states: readonly InspectionState[];
  due: (count: number, tested: boolean) => string;
}>[] = [
  {
    states: ['rejected_pending'],
    due: (count) => `agree or disagree that ${units(count)} ${count === 1 ? 'is' : 'are'} rejected — a second person`,
  },
  {
    states: ['arrived', 'testing'],
    due: (count, tested) =>
      `${tested ? 'test' : 'look at'} the ${count === 1 ? 'unit' : `${count} units`} that arrived — warehouse`,
  },
  { states: ['incomplete'], due: (count) => `decide on the missing parts of ${units(count)} — agent` },
  { states: ['wrong_item'], due: (count) => `decide on ${units(count)} of the wrong article — agent` },
  { states: ['no_fault_found'], due: (count) => `decide on ${units(count)} without a fault — agent` },
  { states: ['wait_part'], due: (count) => `send the missing parts of ${units(count)} — customer` },
  { states: ['expected'], due: (count) => `send the ${units(count)} still missing from the parcel — customer` },
];

const returnStep = ({ case: { state, data }, units: all }: NextStepOf): string | undefined => {
  const details = data.kind === 'return' ? data : null;
  const deadline = details?.rma?.deadline;
  if (state === 'authorized' && deadline) return `send the parcel, last day ${formatDeadline(deadline)} — customer`;
  if (state === 'in_transit' && deadline) return `take in the parcel, last day ${formatDeadline(deadline)} — warehouse`;
  if (state === 'expired' && details?.extension)
    return details.extension.days === 1
      ? 'agree or disagree that the customer gets 1 more day — a second person'
      : `agree or disagree that the customer gets ${details.extension.days} more days — a second person`;
  if (details !== null && isReplaced(details) && (state === 'expired' || state === 'suspected_lost'))
    return 'the replacement is out: wait for its goods, or write them off — agent';
  if (state === 'refused_suspected' && details?.undelivered?.finding)
    return 'take in the parcel when it is back — warehouse';
  if (state !== 'received') return RETURN[state as ReturnState];
  for (const { states, due } of GOODS) {
    const count = all.filter((unit) => (states as readonly string[]).includes(unit.goods)).length;
    if (count > 0) return due(count, details?.reason === 'defective');
  }
  return RETURN.received;
};

const choiceDue = ({ deadlines }: NextStepOf): string => {
  // Reminders, and the clock by which the customer has to be told, are no limit of theirs.
  const until = deadlines.find((one) => one.state === 'open' && one.kind === 'backorder-response')?.dueAt;
  // The instant as it is kept, to the minute: a clock that runs in hours needs no calendar.
  return `choose to wait or be refunded${until === undefined ? '' : ` by ${until.slice(0, 16).replace('T', ' ')} UTC`} — customer`;
};

type Intent = NextStepOf['intents'][number];

const MONEY: Readonly<Partial<Record<RefundIntentState, (amount: string, intent: Intent) => string>>> = {
  awaiting_approval: (amount, intent) => `${amount} waits for ${approversLeft(intent)}`,
  needs_person: (amount) => `${amount} has to be looked at — agent`,
  failed: (amount) => `${amount} was refused by Shopify: settle it or close it — agent`,
  settlement_failed: (amount) => `${amount} did not reach the customer: pay it another way — agent`,
  expired: (amount) => `${amount} found no approver in time: ask again or close it — agent`,
  unknown: (amount) => `${amount} was sent and not confirmed: look it up — Makegood`,
  executing: (amount) => `${amount} is on its way — nobody`,
  approved: (amount) => `${amount} is approved and goes out — Makegood`,
  proposed: (amount) => `${amount} goes to its approver — Makegood`,
  new: (amount) => `${amount} is compared with Shopify’s own sum — Makegood`,
};

const approversLeft = ({ approvalsNeeded, approvals }: Intent): string => {
  const left = approvalsNeeded - approvals.length;
  if (left > 1) return 'two approvers';
  return approvals.length > 0 ? 'a second approver' : 'an approver';
};

/** The refund that most needs somebody: the order of `MONEY` is the order of pressing. */
const moneyStep = ({ case: { state: at, data }, intents }: NextStepOf): string | null => {
  for (const [state, say] of Object.entries(MONEY)) {
    // P11: it goes out only after the fulfilment service has let go of the goods.
    if (state === 'approved' && at === 'recalling') continue;
    const intent = intents.find((one) => one.state === state);
    if (intent) return say(payoutWords(data, intent), intent);
  }
  return null;
};

const forAgent = (steps: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(steps).filter((state) => steps[state]?.endsWith('— agent'));

/** States in which an agent is who goes on, whatever the units say; `received` is told by its units. */
export const STATES_FOR_AGENT = {
  cancellation: forAgent(CANCELLATION),
  backorder: forAgent(BACKORDER),
  return: forAgent(RETURN).filter((state) => state !== 'received'),
} as const;
