import { deadlineAfter } from '../days/deadline.ts';
import { localDate } from '../days/local-day.ts';
import type { ReturnReason } from '../decision.ts';
import { PolicyError } from '../errors.ts';
import { overlayOf } from '../rules/overlay.ts';
import type { SettleFacts } from '../rules/settle-facts.ts';
import { type Context, pastInstant } from './context.ts';
import { validDaysOf } from './decide-return.ts';
import { type SettleAsk, sawGoods } from './inspection.ts';
import type { Units } from './lines.ts';

type ParcelFacts = Readonly<{
  parcel: Pick<
    SettleFacts,
    | 'lost'
    | 'lossNeedsProof'
    | 'received'
    | 'unmarked'
    | 'lastDay'
    | 'timing'
    | 'greyZone'
    | 'handoverKnown'
    | 'arrivalMissing'
  >;
  /** When the customer asked, as far as is known (ms). */
  requestedAt: number;
}>;

const optional = (context: Context, value: string | undefined, path: string): number | null =>
  value === undefined ? null : pastInstant(context, value, path);

/** Whose label it travels with where nobody says: a refused parcel comes back with ours, a defect as it is set (A28). */
const usualLabel = ({ settings }: Context, reason: ReturnReason): 'customer' | 'merchant' => {
  if (reason === 'refused_delivery') return 'merchant';
  return reason === 'defective' ? settings['label.defective'] : 'customer';
};

/** Who bears a loss: by whose label it travelled, unless the merchant has set one side. What never reached the customer is ours. */
const riskOf = (context: Context, ask: SettleAsk): 'our-risk' | 'their-risk' => {
  if (context.judged.goodwill === true || context.judged.undelivered === 'our-side') return 'our-risk';
  const risk = context.settings.returnRisk;
  if (risk !== 'label_owner') return risk === 'merchant' ? 'our-risk' : 'their-risk';
  const label = ask.return.labelBy ?? usualLabel(context, ask.return.reason);
  return label === 'merchant' ? 'our-risk' : 'their-risk';
};

/** @see CLAUSES.P21; the basis and the grey zone are A11 */
const timingOf = (
  context: Context,
  lastDay: string,
  arrived: number | null,
  handedOver: number | null,
): SettleFacts['timing'] => {
  const by = (ms: number | null): boolean => ms !== null && localDate(ms, context.timeZone) <= lastDay;
  const basis = context.settings['deadline.basis'];
  // What is not here yet can still arrive in time today.
  if (by(arrived ?? context.now)) return 'in-time';
  if (by(handedOver)) return basis === 'received' ? 'sent-in-time' : 'in-time';
  return 'over';
};

const lossOf = (context: Context, ask: SettleAsk, lawPutsItOnUs: boolean): SettleFacts['lost'] => {
  if (ask.parcel.lost !== true || ask.return.reason === 'missing_item') return 'no';
  return lawPutsItOnUs ? 'our-risk' : riskOf(context, ask);
};

/** A refused parcel never had a number to carry. */
const markOf = ({ settings, judged }: Context, { parcel, return: { reason } }: SettleAsk): SettleFacts['unmarked'] => {
  if (parcel.rmaMarked !== false || reason === 'refused_delivery') return 'no';
  return settings.unmarkedParcel === 'refuse' && judged.goodwill !== true ? 'refused' : 'delayed';
};

type Moments = Readonly<{ issuedAt: number | null; receivedAt: number | null; handedOver: number | null }>;

/** @throws PolicyError where they lie in the future, or exclude one another */
const momentsOf = (context: Context, { parcel, return: returned }: SettleAsk): Moments => {
  const issuedAt = optional(context, returned.rmaIssuedAt, 'ask.return.rmaIssuedAt');
  const receivedAt = optional(context, parcel.receivedAt, 'ask.parcel.receivedAt');
  const handedOver = optional(context, parcel.carrierAcceptedAt, 'ask.parcel.carrierAcceptedAt');
  if (receivedAt !== null && handedOver !== null && handedOver > receivedAt) {
    throw new PolicyError('ask/impossible-date', 'ask.parcel.carrierAcceptedAt', 'handed over after it was received');
  }
  if (parcel.lost === true && receivedAt !== null) {
    throw new PolicyError('facts/contradictory', 'ask.parcel.lost', 'a parcel can’t be both lost and received');
  }
  return { issuedAt, receivedAt, handedOver };
};

/** What is known of the parcel, judged by the day its RMA was issued. */
export const parcelFacts = (context: Context, ask: SettleAsk, units: readonly Units[]): ParcelFacts => {
  const { parcel, return: returned } = ask;
  const { issuedAt, receivedAt, handedOver } = momentsOf(context, ask);
  const isHere = receivedAt !== null || sawGoods(ask) || returned.reason === 'missing_item';
  const validDays = validDaysOf(context, returned.reason, units);
  const lastDay =
    issuedAt === null || validDays === null ? null : deadlineAfter(issuedAt, validDays, context.timeZone).date;
  // A parcel that is lost never arrives: only a handover that was late counts against it.
  const lostInTime = parcel.lost === true && handedOver === null;
  const timing = lastDay === null || lostInTime ? 'in-time' : timingOf(context, lastDay, receivedAt, handedOver);
  const requestedAt = issuedAt ?? context.now;
  const law = parcel.lost === true && returned.reason === 'defective' && overlayOf(context, requestedAt).conformity;
  return {
    requestedAt,
    parcel: {
      lost: lossOf(context, ask, law),
      lossNeedsProof: law && handedOver === null && riskOf(context, ask) === 'their-risk',
      received: isHere,
      unmarked: isHere ? markOf(context, ask) : 'no',
      lastDay,
      timing,
      greyZone: context.settings['deadline.greyZone'],
      handoverKnown: handedOver !== null,
      arrivalMissing: isHere && receivedAt === null && lastDay !== null && timing !== 'in-time',
    },
  };
};
