import type { ClauseId } from '../clauses.ts';
import { daysAfter } from '../days/deadline.ts';
import { parseInstant } from '../days/instants.ts';
import { localDate } from '../days/local-day.ts';
import type { Context } from '../decide/context.ts';
import type { Decision } from '../decision.ts';
import { isLive } from '../facts/checked-order.ts';

/** European Economic Area: one consumer law in what matters here. */
const EEA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Days after delivery within which a consumer may withdraw: Directive 2011/83 art. 9; UK SI 2013/3134 reg. 30. */
const WITHDRAWAL_DAYS = 14;
/** Months that a seller answers for a product: Directive 2019/771 art. 10 (two years); UK Limitation Act (six years). */
const CONFORMITY_MONTHS = { EEA: 24, GB: 72 } as const;

type Area = keyof typeof CONFORMITY_MONTHS;

const areaOf = (shipTo: string | null): Area | null => {
  if (shipTo === null) return null;
  if (EEA.has(shipTo)) return 'EEA';
  return shipTo === 'GB' ? 'GB' : null;
};

/** Whether a consumer may still withdraw: unless every parcel is known to have arrived more than 14 days before. */
const mayWithdraw = ({ order, timeZone }: Pick<Context, 'order' | 'timeZone'>, requestedAt: number): boolean => {
  const parcels = order.fulfillments.filter((parcel) => isLive(parcel.status));
  const today = localDate(requestedAt, timeZone);
  return parcels.some(({ deliveredAt }) => {
    if (deliveredAt === null) return true;
    return today <= daysAfter(localDate(parseInstant(deliveredAt, 'order.fulfillments'), timeZone), WITHDRAWAL_DAYS);
  });
};

/** What the law of the market changes, where the merchant has it applied. */
export type Overlay = Readonly<{ withdrawal: boolean; conformity: boolean; warrantyMonths: number }>;

const NONE: Overlay = { withdrawal: false, conformity: false, warrantyMonths: 0 };

/** @param requestedAt when the customer asked for the return (ms) */
export const overlayOf = (context: Pick<Context, 'order' | 'settings' | 'timeZone'>, requestedAt: number): Overlay => {
  const area = areaOf(context.order.shipTo);
  if (area === null || context.settings.legalOverlay !== 'apply') return NONE;
  return {
    withdrawal: mayWithdraw(context, requestedAt),
    conformity: true,
    warrantyMonths: CONFORMITY_MONTHS[area],
  };
};

const WARNINGS: Readonly<Record<Area, Partial<Record<ClauseId, string>>>> = {
  EEA: {
    P12: 'within 14 days of delivery a consumer may withdraw and is owed the standard outbound shipping too',
    P21: 'a consumer’s claim for a defective product lasts two years and does not end with an RMA',
    P22: 'a consumer’s claim for a defective product lasts two years and does not end with an RMA',
    P23: 'a seller answers to a consumer for two years, whatever the warranty says',
    P26: 'a defective product is put right free of charge, postage included',
    P38: 'for a defective product the seller bears the way back, and its risk',
  },
  GB: {
    P12: 'within 14 days of delivery a consumer may cancel and is owed the standard outbound shipping too',
    P21: 'a consumer’s rights for a faulty product do not end with an RMA',
    P22: 'a consumer’s rights for a faulty product do not end with an RMA',
    P23: 'a consumer may claim for a faulty product for up to six years, whatever the warranty says',
    P26: 'a faulty product is put right at the seller’s cost, postage included',
    P38: 'for a faulty product the seller bears the way back, and its risk',
  },
};

/** Where the text and consumer law part ways, for the merchant who chooses between them (A10); to be checked by a lawyer. */
export const LAW_NOTES: readonly Readonly<{ area: Area; clause: ClauseId; text: string }>[] = (
  Object.keys(WARNINGS) as Area[]
).flatMap((area) =>
  (Object.entries(WARNINGS[area]) as [ClauseId, string][]).map(([clause, text]) => ({ area, clause, text })),
);

/** Countries by the law that `LAW_NOTES` speak of. */
export const LAW_COUNTRIES: Readonly<Record<Area, readonly string[]>> = { EEA: [...EEA], GB: ['GB'] };

/**
 * What the law of the ship-to market may require beside the decision (A10 `warn`).
 * @param followed clauses that the decision, or its estimate, follows
 */
export const warningsOf = (
  context: Context,
  followed: readonly ClauseId[],
  requestedAt: number,
): Decision['warnings'] => {
  const area = areaOf(context.order.shipTo);
  if (area === null || context.settings.legalOverlay !== 'warn') return [];
  const market = context.order.shipTo as string;
  return followed.flatMap((clause) => {
    const text = WARNINGS[area][clause];
    if (text === undefined || (clause === 'P12' && !mayWithdraw(context, requestedAt))) return [];
    return [{ market, clause, text }];
  });
};
