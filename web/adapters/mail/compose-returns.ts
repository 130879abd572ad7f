import { isReplaced } from '../../../policy/app/ship-first.ts';
import type { Deadline } from '../../../policy/decision.ts';
import { rejectedOf } from './compose-requests.ts';
import {
  base,
  dayAfter,
  isBySending,
  isDefective,
  itemsOf,
  type MailInput,
  newestDecision,
  returnOf,
  rmaOf,
} from './mail-input.ts';
import type { MailData, MailTemplate } from './render.ts';

type OfReturns =
  | 'declined'
  | 'parcel-returning'
  | 'parts-missing'
  | 'deadline-reminder'
  | 'deadline-passed'
  | 'deadline-extended'
  | 'return-cancelled';

const declined = (input: MailInput): MailData['declined'] => {
  // What a person wrote and named goes before what the policy had said.
  const own = returnOf(input).declined ?? null;
  const decision = newestDecision(input, ({ verdict }) => verdict === 'refused');
  return {
    ...base(input),
    rma: rmaOf(input),
    clauses: own?.clauses ?? decision?.clauses ?? [],
    because: own?.because ?? null,
    rejected: rejectedOf(input),
  };
};

const dated = (input: MailInput): MailData['deadline-reminder'] => {
  const { rma } = returnOf(input);
  if (rma === null || rma.deadline === null)
    throw new Error(`case ${input.detail.case.id} has no last day to write of`);
  return {
    ...base(input),
    rma: rma.number,
    deadline: rma.deadline,
    bySending: isBySending(input),
    items: itemsOf(input, returnOf(input).lines),
    trackingUrl: input.links.tracking ?? null,
    replaced: isReplaced(returnOf(input)),
    isDefective: isDefective(input),
  };
};

/** The day that the missing parts have to be here by: seven days from when the customer was asked. */
const partsMissing = (input: MailInput): MailData['parts-missing'] => {
  const { detail } = input;
  const waiting = detail.units.filter((unit) => unit.goods === 'wait_part');
  const counts = new Map<string, number>();
  for (const { lineItemId } of waiting) counts.set(lineItemId, (counts.get(lineItemId) ?? 0) + 1);
  return {
    ...base(input),
    rma: rmaOf(input),
    items: itemsOf(
      input,
      [...counts].map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
    ),
    what: waiting.find((unit) => unit.note !== null)?.note ?? null,
    deadline: partDeadline(input),
    returnAddress: detail.shop.returnAddress,
  };
};

const partDeadline = (input: MailInput): Deadline => {
  const due = input.detail.deadlines.find((one) => one.kind === 'part-due' && one.state === 'open')?.dueAt;
  return dayAfter(input, due ?? input.now, 0);
};

/** What is written about returns beside their number, their parcel and their money. */
export const RETURN_DATA: { readonly [T in OfReturns & MailTemplate]: (input: MailInput) => MailData[T] } = {
  declined,
  'parcel-returning': (input) => ({
    ...base(input),
    ourSide: returnOf(input).judged?.undelivered === 'our-side',
  }),
  'parts-missing': partsMissing,
  'deadline-reminder': dated,
  'deadline-passed': dated,
  'deadline-extended': dated,
  'return-cancelled': (input) => ({
    ...base(input),
    rma: rmaOf(input),
    asked: returnOf(input).calledOffBy === 'customer',
  }),
};
