import type { BackorderData, CaseRecord, ReturnData, UnitRecord } from '../../policy/app/records.ts';
import type { Ask, InspectionResult, Judged } from '../../policy/decision.ts';
import { judgedOf, resultFor } from './judgements.ts';

/** The question a case puts to the policy as it stands. */

/** @param requestedAt  when it was asked for, where a case is about it: that it takes a while is not the customer's */
export const cancelAsk = (
  lines: readonly { lineItemId: string; quantity: number }[] | null | undefined,
  requestedAt?: string,
): Ask => ({ kind: 'cancel', ...(lines ? { lines } : {}), ...(requestedAt === undefined ? {} : { requestedAt }) });

/** What being out of stock means now; silence is told by when the customer was asked. */
export const stockOutAsk = (
  data: Pick<BackorderData, 'lines' | 'notifiedAt' | 'answer'> & Readonly<{ discontinued?: boolean }>,
): Ask => ({
  kind: 'stock-out',
  lines: data.lines,
  ...(data.notifiedAt === null ? {} : { customerNotifiedAt: data.notifiedAt }),
  ...(data.answer === null ? {} : { answer: data.answer }),
  ...(data.discontinued === true ? { discontinued: true } : {}),
});

type ReturnFields = Pick<
  ReturnData,
  'reason' | 'lines' | 'originalShippingCost' | 'troubleshootingDone' | 'artificialDamageDeclared'
> &
  Readonly<{
    photos: number;
    judged?: Judged;
    contact?: Readonly<{ name?: string; email?: string; phone?: string }>;
    returnPostage?: Readonly<{ paidBy: 'customer' | 'merchant'; amount?: number | null }> | null;
  }>;

export const returnAsk = (fields: ReturnFields): Ask => ({
  kind: 'return',
  reason: fields.reason,
  lines: fields.lines,
  photos: fields.photos,
  ...(fields.artificialDamageDeclared === null ? {} : { artificialDamageDeclared: fields.artificialDamageDeclared }),
  ...(fields.troubleshootingDone === null ? {} : { troubleshootingDone: fields.troubleshootingDone }),
  ...(fields.contact === undefined ? {} : { contact: thatGiven(fields.contact) }),
  ...(fields.returnPostage ? { returnPostage: postage(fields.returnPostage) } : {}),
  ...(fields.originalShippingCost === null ? {} : { originalShippingCost: fields.originalShippingCost }),
  ...(fields.judged === undefined ? {} : { judged: fields.judged }),
});

/** The policy asks whether there is a way to reach the customer; which one is kept with the order, sealed, and not here. */
const thatGiven = (contact: NonNullable<ReturnFields['contact']>): NonNullable<ReturnFields['contact']> =>
  Object.fromEntries(Object.entries(contact).map(([field, value]) => [field, value?.trim() ? 'given' : '']));

/** What the parcel and the tests entitle to, with the units as they are now. */
export const settleAsk = (record: CaseRecord & { data: ReturnData }, units: readonly UnitRecord[]): Ask => {
  const { data } = record;
  const inspection = units
    .filter((unit) => unit.result !== null && unit.money !== 'paid')
    .map((unit) => ({
      lineItemId: unit.lineItemId,
      quantity: 1,
      result: resultFor(unit) as InspectionResult,
      ...(unit.deduction === null ? {} : { deduction: unit.deduction }),
    }));
  // Units that were paid in an earlier settlement are Shopify refunds by now: the facts know them.
  const unpaid = units.filter((unit) => unit.money !== 'paid');
  const judged = judgedOf(data, units);
  const acceptedAt = data.parcel?.carrierAcceptedAt ?? data.tracking?.acceptedAt ?? null;
  return {
    kind: 'settle',
    return: {
      reason: data.reason,
      lines: countByLine(unpaid),
      remedy: data.remedy,
      ...(data.rma === null ? {} : { rmaIssuedAt: data.rma.issuedAt }),
      ...(data.returnPostage ? { returnPostage: postage(leftOf(data, data.returnPostage)) } : {}),
      ...(data.originalShippingCost === null ? {} : { originalShippingCost: data.originalShippingCost }),
      ...(data.lost ? { labelBy: data.lost.labelBy } : {}),
      ...(judged === undefined ? {} : { judged }),
    },
    parcel: {
      ...(data.parcel === null ? {} : { receivedAt: data.parcel.receivedAt }),
      ...(acceptedAt === null ? {} : { carrierAcceptedAt: acceptedAt }),
      ...(data.lost ? { lost: true } : {}),
      ...(data.parcel === null || data.parcel.rmaMarked === null ? {} : { rmaMarked: data.parcel.rmaMarked }),
    },
    inspection,
  };
};

/** Our label is one fee of the whole return: whatever is settled first bears it. */
const leftOf = ({ postageTaken }: ReturnData, paid: NonNullable<ReturnData['returnPostage']>) =>
  postageTaken === true && paid.paidBy === 'merchant' ? { ...paid, amount: 0 } : paid;

const postage = (value: Readonly<{ paidBy: 'customer' | 'merchant'; amount?: number | null }>) => ({
  paidBy: value.paidBy,
  ...(value.amount === null || value.amount === undefined ? {} : { amount: value.amount }),
});

export const countByLine = (
  units: readonly Pick<UnitRecord, 'lineItemId'>[],
): readonly { lineItemId: string; quantity: number }[] => {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit.lineItemId, (counts.get(unit.lineItemId) ?? 0) + 1);
  return [...counts].map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
};
