import { idNumber } from '../model/json.ts';
import type { Dispute, Order } from '../model/model.ts';
import { decimal } from '../model/money.ts';
import { paymentsOf } from '../model/order-sums.ts';
import type { Action, World } from '../model/world.ts';
import { restTime } from '../rest/rest-common.ts';

export const DISPUTE_STATUSES = [
  'needs_response',
  'under_review',
  'charge_refunded',
  'accepted',
  'won',
  'lost',
  'prevented',
] as const;

/** A chargeback or inquiry: `disputes/create` the first time, `disputes/update` when its status moves. */
export const changeDispute = (
  world: World,
  order: Order,
  action: Action,
  status: (typeof DISPUTE_STATUSES)[number],
  type: Dispute['type'],
): Dispute => {
  const known = order.disputes.at(-1);
  const finished = known && ['won', 'lost', 'accepted', 'charge_refunded', 'prevented'].includes(known.status);
  const isNew = !known || finished;
  const dispute: Dispute = isNew
    ? { id: world.nextId('ShopifyPaymentsDispute'), status, type, amount: paymentsOf(order).left, createdAt: action.at }
    : known;
  dispute.status = status;
  if (isNew) order.disputes.push(dispute);
  const zone = action.shop.timeZone;
  action.emit(isNew ? 'disputes/create' : 'disputes/update', () => ({
    id: idNumber(dispute.id),
    order_id: idNumber(order.id),
    type: dispute.type,
    amount: decimal(dispute.amount.pres, order.presentmentCurrency),
    currency: order.presentmentCurrency,
    reason: 'product_not_received',
    network_reason_code: '13.1',
    status,
    evidence_due_by: restTime(dispute.createdAt + 7 * 86_400_000, zone),
    evidence_sent_on: null,
    finalized_on: ['won', 'lost', 'accepted'].includes(status) ? restTime(action.at, zone) : null,
    initiated_at: restTime(dispute.createdAt, zone),
  }));
  action.touch(order);
  return dispute;
};
