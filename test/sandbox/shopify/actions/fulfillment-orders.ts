import { gidOf } from '../model/json.ts';
import type { FulfillmentOrder, Hold, Order } from '../model/model.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { fulfillmentOrderPayload } from './fulfill.ts';

/** An app may hold one fulfilment order that many times at once. */
export const MAX_HOLDS = 10;

export type WantedHold = Readonly<{
  reason: string;
  notes: string | null;
  handle: string;
  externalId: string | null;
  lines: readonly { id: string; quantity: number }[];
}>;

/** Holds a fulfilment order; with lines, splits what is held from what goes on. */
export const holdFulfillmentOrder = (
  world: World,
  order: Order,
  fo: FulfillmentOrder,
  action: Action,
  wanted: WantedHold,
): { hold: Hold; remaining: FulfillmentOrder | null } => {
  const lines = ['fulfillmentHold', 'fulfillmentOrderLineItems'];
  if (fo.status === 'closed' || fo.status === 'cancelled') {
    refuse(['id'], 'The fulfillment order is not in a holdable state.', 'TAKEN');
  }
  if (new Set(wanted.lines.map((line) => line.id)).size < wanted.lines.length) {
    refuse(lines, 'must contain unique line item ids', 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS');
  }
  wanted.lines.forEach((line, index) => {
    if (line.quantity > 0) return;
    const at = [...lines, String(index), 'quantity'];
    refuse(at, 'You must select at least one item to place on partial hold.', 'GREATER_THAN_ZERO');
  });
  if (wanted.lines.length > 0 && fo.status === 'on_hold') {
    refuse(lines, 'The fulfillment order is not in a splittable state.', 'FULFILLMENT_ORDER_NOT_SPLITTABLE');
  }
  if (fo.holds.some((hold) => (hold.handle ?? '') === wanted.handle)) {
    const message =
      'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.';
    refuse(['fulfillmentHold', 'handle'], message, 'DUPLICATE_FULFILLMENT_HOLD_HANDLE');
  }
  if (fo.holds.length >= MAX_HOLDS) {
    const message = `The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to ${MAX_HOLDS} holds on a single fulfillment order at any one time.`;
    refuse(['id'], message, 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED');
  }
  wanted.lines.forEach((line, index) => {
    const at = [...lines, String(index), 'quantity'];
    const own = fo.lines.find((candidate) => candidate.id === line.id);
    if (!own || line.quantity > own.remaining) refuse(at, 'Invalid line item quantity.', 'INVALID_LINE_ITEM_QUANTITY');
  });
  const remaining = wanted.lines.length > 0 ? splitOff(world, order, fo, action, wanted.lines) : null;
  const hold: Hold = {
    id: world.nextId('FulfillmentHold'),
    reason: wanted.reason,
    notes: wanted.notes,
    handle: wanted.handle,
    externalId: wanted.externalId,
    createdAt: action.at,
  };
  fo.holds.push(hold);
  fo.status = 'on_hold';
  fo.updatedAt = action.at;
  const ids = () => ({
    fulfillment_hold: { id: gidOf('FulfillmentHold', hold.id), reason: hold.reason.toLowerCase() },
    ...fulfillmentOrderPayload(order, fo),
  });
  action.emit('fulfillment_holds/added', ids);
  action.emit('fulfillment_orders/placed_on_hold', ids);
  action.touch(order);
  return { hold, remaining };
};

/** Leaves the given units in `fo` and moves the others to a fulfilment order of their own. */
const splitOff = (
  world: World,
  order: Order,
  fo: FulfillmentOrder,
  action: Action,
  kept: readonly { id: string; quantity: number }[],
): FulfillmentOrder | null => {
  const moved = fo.lines
    .map((line) => ({ line, units: line.remaining - (kept.find((keep) => keep.id === line.id)?.quantity ?? 0) }))
    .filter(({ units }) => units > 0);
  if (moved.length === 0) return null;
  const other: FulfillmentOrder = {
    ...fo,
    id: world.nextId('FulfillmentOrder'),
    createdAt: action.at,
    updatedAt: action.at,
    holds: [],
    requests: [],
    lines: moved.map(({ line, units }) => ({
      id: world.nextId('FulfillmentOrderLineItem'),
      lineId: line.lineId,
      total: units,
      remaining: units,
    })),
  };
  for (const { line, units } of moved) {
    line.remaining -= units;
    line.total -= units;
  }
  fo.lines = fo.lines.filter((line) => line.total > 0);
  order.fulfillmentOrders.push(other);
  return other;
};

/** Releases holds (all of them where none is named); work goes on when none is left. */
export const releaseHolds = (
  order: Order,
  fo: FulfillmentOrder,
  action: Action,
  which: { holdIds: readonly string[]; externalId: string | null },
): void => {
  const named = (hold: Hold) =>
    (which.holdIds.length === 0 && which.externalId === null) ||
    which.holdIds.includes(hold.id) ||
    (which.externalId !== null && hold.externalId === which.externalId);
  const released = fo.holds.filter(named);
  fo.holds = fo.holds.filter((hold) => !named(hold));
  for (const hold of released) {
    action.emit('fulfillment_holds/released', () => ({
      fulfillment_hold: { id: gidOf('FulfillmentHold', hold.id) },
      ...fulfillmentOrderPayload(order, fo),
    }));
  }
  if (fo.holds.length === 0 && fo.status === 'on_hold') {
    fo.status = fo.service === 'manual' ? 'open' : 'in_progress';
    action.emit('fulfillment_orders/hold_released', () => fulfillmentOrderPayload(order, fo));
  }
  fo.updatedAt = action.at;
  action.touch(order);
};

/** Asks a fulfilment service to stop; it answers later, see `answerCancellation`. */
export const requestCancellation = (
  world: World,
  order: Order,
  fo: FulfillmentOrder,
  action: Action,
  message: string | null,
): void => {
  if (fo.requestStatus !== 'accepted' && fo.requestStatus !== 'submitted') {
    refuse(['id'], 'Cannot request cancellation for the fulfillment order.');
  }
  fo.requests.push({ id: world.nextId('Request'), kind: 'cancellation_request', message, at: action.at });
  fo.requestStatus = 'cancellation_requested';
  fo.updatedAt = action.at;
  action.emit('fulfillment_orders/cancellation_request_submitted', () => ({
    ...fulfillmentOrderPayload(order, fo),
    fulfillment_order_merchant_request: { message },
  }));
  action.touch(order);
};

/** What the fulfilment service says: accepted, its units are the merchant's to decide on again. */
export const answerCancellation = (order: Order, fo: FulfillmentOrder, action: Action, accept: boolean): void => {
  if (fo.requestStatus !== 'cancellation_requested') {
    refuse(['id'], 'There is no cancellation request to answer for the fulfillment order.');
  }
  fo.updatedAt = action.at;
  fo.requestStatus = accept ? 'cancellation_accepted' : 'cancellation_rejected';
  if (accept) fo.status = 'open';
  const topic = accept ? 'cancellation_request_accepted' : 'cancellation_request_rejected';
  action.emit(`fulfillment_orders/${topic}`, () => fulfillmentOrderPayload(order, fo));
  action.touch(order);
};
