import type { MessageKey } from '../../messages/index.ts';

/**
 * The questions that the text leaves open and every shop should answer once; all others are on the policy page, with
 * their defaults. Three or four a step, so that it can be left and taken up again.
 */
export const STEPS = [
  {
    title: 'set-up.part.cancel',
    settings: ['cancel.until', 'changeOfMind.windowDays', 'wrongItemCustomer.carriage', 'originalShipping.freeOrders'],
  },
  { title: 'set-up.part.returns', settings: ['rma.validDays', 'deadline.basis', 'warranty.months', 'missingParts'] },
  {
    title: 'set-up.part.stock',
    settings: ['backorder.responseHours', 'oos.partial.choices', 'unmarkedParcel', 'intake.required'],
  },
  { title: 'set-up.part.law', settings: ['legalOverlay', 'approval.auto', 'approval.second'] },
] as const satisfies readonly Readonly<{ title: MessageKey; settings: readonly string[] }>[];
