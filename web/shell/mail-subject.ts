import type { EffectOf } from '../../policy/app/effects.ts';
import type { StoredOrder } from '../../policy/app/records.ts';
import type { Tx } from '../../policy/app/store.ts';

/** What a mail of ours was about: a case; or a parcel that `order` was asked for (P20), and its case where it is known. */
export type MailSubject = Readonly<{ order: StoredOrder | null; caseId: string | null; parcelId: string | null }>;

/** By the effect that sent it; null where it is none of ours, or its case is gone. */
export const subjectOfMail = async (tx: Tx, effectId: string): Promise<MailSubject | null> => {
  const effect = await tx.effect(effectId);
  if (effect?.kind === 'mail.ask-sender') {
    const { orderId, parcelId } = effect.payload as EffectOf<'mail.ask-sender'>;
    const parcel = await tx.parcel(parcelId);
    const put = parcel?.caseId ? await tx.case(parcel.caseId) : null;
    return { order: await tx.order(orderId), parcelId, caseId: put?.orderId === orderId ? put.id : null };
  }
  return effect?.caseId ? subjectOfCase(tx, effect.caseId) : null;
};

export const subjectOfCase = async (tx: Tx, caseId: string): Promise<MailSubject | null> => {
  const found = await tx.case(caseId);
  return found && { order: await tx.order(found.orderId), caseId: found.id, parcelId: null };
};
