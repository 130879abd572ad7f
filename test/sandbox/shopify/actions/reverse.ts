import { idNumber } from '../model/json.ts';
import type { Order, Return, ReverseDelivery, ReverseFulfillmentOrder } from '../model/model.ts';
import type { UserError } from '../model/refused.ts';
import { Refused, refusal, refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { idAndGid } from '../rest/rest-common.ts';
import { restReverseDelivery } from '../rest/rest-return.ts';
import { homeLocation, returnStock } from './stock.ts';

export type WantedDisposition = Readonly<{
  reverseLineId: string;
  quantity: number;
  type: string;
  locationId: string | null;
}>;

const reverseLineOf = (ret: Return, reverseLineId: string) =>
  ret.reverseOrders.flatMap((rfo) => rfo.lines).find((line) => line.id === reverseLineId);

export const checkDispositions = (
  order: Order,
  ret: Return,
  wanted: readonly WantedDisposition[],
  root: readonly string[],
): void => {
  const errors: UserError[] = [];
  wanted.forEach((disposition, index) => {
    const at = (key: string) => [...root, String(index), key];
    const line = reverseLineOf(ret, disposition.reverseLineId);
    if (!line) {
      const message = 'Reverse fulfillment order line item was not found.';
      errors.push({ field: at('reverseFulfillmentOrderLineItemId'), message, code: 'NOT_FOUND' });
      return;
    }
    const done = line.dispositions
      .filter((made) => made.type !== 'PROCESSING_REQUIRED')
      .reduce((sum, made) => sum + made.quantity, 0);
    if (disposition.quantity <= 0 || disposition.quantity > line.total - done) {
      const message = 'The disposition quantity exceeds the quantity of the reverse fulfillment order line item.';
      errors.push({ field: at('quantity'), message, code: 'INVALID' });
    }
    const returnLine = ret.lines.find((candidate) => candidate.id === line.returnLineId);
    const orderLine = order.lines.find((candidate) => candidate.id === returnLine?.lineId);
    if (disposition.type === 'RESTOCKED' && !orderLine?.variantId) {
      const message = 'RESTOCKED is an invalid disposition type for a custom line item.';
      errors.push({ field: at('dispositionType'), message, code: 'INVALID' });
    }
  });
  if (errors.length > 0) throw new Refused(errors);
};

/** What became of goods that came back; `RESTOCKED` puts them up for sale again. */
export const dispose = (
  world: World,
  order: Order,
  ret: Return,
  action: Action,
  wanted: readonly WantedDisposition[],
): void => {
  if (wanted.length === 0) return;
  const home = homeLocation(world, action.shop).id;
  for (const disposition of wanted) {
    const line = reverseLineOf(ret, disposition.reverseLineId);
    if (!line) continue;
    const locationId = disposition.locationId ?? home;
    line.dispositions.push({
      id: world.nextId('ReverseFulfillmentOrderDisposition'),
      type: disposition.type,
      quantity: disposition.quantity,
      locationId,
      createdAt: action.at,
    });
    const returnLine = ret.lines.find((candidate) => candidate.id === line.returnLineId);
    const orderLine = order.lines.find((candidate) => candidate.id === returnLine?.lineId);
    if (disposition.type === 'RESTOCKED' && orderLine) {
      returnStock(world, action, orderLine, locationId, disposition.quantity);
    }
  }
  action.emit('reverse_fulfillment_orders/dispose', () => ({
    dispositions: wanted.map((disposition) => ({
      reverse_fulfillment_order_line_item: idAndGid('ReverseFulfillmentOrderLineItem', disposition.reverseLineId),
      quantity: disposition.quantity,
      type: disposition.type.toLowerCase(),
      location_id: idNumber(disposition.locationId ?? home),
    })),
    return: idAndGid('Return', ret.id),
    order: idAndGid('Order', order.id),
  }));
};

/** How goods come back: tracking, perhaps a label. An empty list of lines means all of them. */
export const createReverseDelivery = (
  world: World,
  order: Order,
  ret: Return,
  rfo: ReverseFulfillmentOrder,
  action: Action,
  wanted: {
    lines: readonly { reverseLineId: string; quantity: number }[];
    tracking: { number: string | null; url: string | null };
    labelUrl: string | null;
  },
): ReverseDelivery => {
  const delivered = new Map<string, number>();
  wanted.lines.forEach((line, index) => {
    const at = (key: string) => ['reverseDeliveryLineItems', String(index), key];
    const own = rfo.lines.find((candidate) => candidate.id === line.reverseLineId);
    if (!own) throw refusal(at('reverseFulfillmentOrderLineItemId'), 'must exist');
    const sum = (delivered.get(own.id) ?? 0) + line.quantity;
    if (line.quantity <= 0 || sum > own.total) refuse(at('quantity'), 'cannot deliver more items than are returned');
    delivered.set(own.id, sum);
  });
  const lines =
    wanted.lines.length > 0
      ? wanted.lines
      : rfo.lines.map((line) => ({ reverseLineId: line.id, quantity: line.total }));
  const delivery: ReverseDelivery = {
    id: world.nextId('ReverseDelivery'),
    lines: lines.map((line) => ({ id: world.nextId('ReverseDeliveryLineItem'), ...line })),
    tracking: wanted.tracking,
    labelUrl: wanted.labelUrl,
    createdAt: action.at,
    updatedAt: action.at,
  };
  rfo.deliveries.push(delivery);
  action.emit('reverse_deliveries/attach_deliverable', () => restReverseDelivery(ret, rfo, delivery));
  action.touch(order);
  return delivery;
};
