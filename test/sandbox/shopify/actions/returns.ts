import type { Fulfillment, Order, Return, ReturnLine } from '../model/model.ts';
import type { Bag } from '../model/money.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import { restReturn, restReturnState } from '../rest/rest-return.ts';

/** Reasons as the deprecated enum has them, by the definitions that Shopify ships. */
export const REASON_DEFINITIONS = [
  { id: '1', name: 'Unknown', handle: 'unknown', reason: 'UNKNOWN' },
  { id: '2', name: 'Changed my mind', handle: 'changed-my-mind', reason: 'UNWANTED' },
  { id: '3', name: 'Item not as described', handle: 'item-not-as-described', reason: 'NOT_AS_DESCRIBED' },
  { id: '4', name: 'Received the wrong item', handle: 'received-the-wrong-item', reason: 'WRONG_ITEM' },
  { id: '5', name: 'Other', handle: 'other-reason', reason: 'OTHER' },
  { id: '6', name: 'Damaged or defective', handle: 'damaged-or-defective', reason: 'DEFECTIVE' },
  { id: '7', name: 'Too small', handle: 'too-small', reason: 'SIZE_TOO_SMALL' },
  { id: '8', name: 'Too big', handle: 'too-big', reason: 'SIZE_TOO_LARGE' },
  { id: '9', name: 'Style', handle: 'style', reason: 'STYLE' },
  { id: '10', name: 'Color', handle: 'color', reason: 'COLOR' },
] as const;

export type WantedReturnLine = Readonly<{
  fulfillmentLineId: string;
  quantity: number;
  reason: string | null;
  reasonDefinition: string | null;
  note: string;
  customerNote: string | null;
  restockingFee: number | null;
}>;
export type WantedReturn = Readonly<{
  lines: readonly WantedReturnLine[];
  exchangeLines?: readonly { variantId: string; quantity: number }[];
  shippingFee: Bag | null;
  /** The GraphQL argument that errors point into: `returnInput` or `input`. */
  root: 'returnInput' | 'input';
}>;

const OPEN: readonly Return['status'][] = ['requested', 'open', 'closed'];

/** Units of a shipped line that are in no return and were not refunded. */
export const returnableQuantity = (order: Order, fulfillment: Fulfillment, fulfillmentLineId: string): number => {
  const shipped = fulfillment.lines.find((line) => line.id === fulfillmentLineId);
  if (!shipped || fulfillment.status !== 'success') return 0;
  const inReturns = order.returns
    .filter((ret) => OPEN.includes(ret.status))
    .flatMap((ret) => ret.lines)
    .filter((line) => line.fulfillmentLineId === fulfillmentLineId)
    .reduce((sum, line) => sum + line.quantity, 0);
  const line = order.lines.find((candidate) => candidate.id === shipped.lineId);
  const refundedElsewhere = order.refunds
    .filter((refund) => refund.returnId === null)
    .flatMap((refund) => refund.lines)
    .filter((refunded) => refunded.lineId === shipped.lineId && refunded.restockType !== 'cancel')
    .reduce((sum, refunded) => sum + refunded.quantity, 0);
  return line ? Math.max(0, shipped.quantity - inReturns - refundedElsewhere) : 0;
};

/** A return of shipped units: asked for by a customer (`requested`), or opened by the merchant. */
export const makeReturn = (
  world: World,
  order: Order,
  action: Action,
  wanted: WantedReturn,
  status: 'requested' | 'open',
): Return => {
  const { root } = wanted;
  if (wanted.lines.length === 0) refuse([root, 'returnLineItems'], "Return line items can't be blank", 'BLANK');
  const taken = new Map<string, number>();
  const found = wanted.lines.map((line, index) => {
    const at = (...keys: string[]) => [root, 'returnLineItems', String(index), ...keys];
    const fulfillment = order.fulfillments.find((f) => f.lines.some((l) => l.id === line.fulfillmentLineId));
    if (!fulfillment) return refuse(at('fulfillmentLineItemId'), 'Fulfillment Line Item was not found.', 'NOT_FOUND');
    const before = taken.get(line.fulfillmentLineId) ?? 0;
    const most = returnableQuantity(order, fulfillment, line.fulfillmentLineId) - before;
    if (line.quantity <= 0 || line.quantity > most) {
      refuse(at('quantity'), 'Return line item has an invalid quantity.', 'INVALID');
    }
    taken.set(line.fulfillmentLineId, before + line.quantity);
    return { line, fulfillment, reason: reasonOf(line, at, root) };
  });
  const fee = wanted.shippingFee;
  if (fee && fee.pres <= 0) {
    refuse([root, 'returnShippingFee', 'amount'], 'Amount must be greater than 0', 'GREATER_THAN');
  }
  const ret: Return = {
    id: world.nextId('Return'),
    name: `${order.name}-R${order.returns.length + 1}`,
    status,
    createdAt: action.at,
    closedAt: null,
    approvedAt: status === 'open' ? action.at : null,
    decline: null,
    lines: found.map(({ line, fulfillment, reason }): ReturnLine => {
      const shipped = fulfillment.lines.find((candidate) => candidate.id === line.fulfillmentLineId);
      return {
        id: world.nextId('ReturnLineItem'),
        fulfillmentId: fulfillment.id,
        fulfillmentLineId: line.fulfillmentLineId,
        lineId: shipped?.lineId ?? '',
        quantity: line.quantity,
        reason: reason.reason,
        reasonDefinition: reason.definition,
        note: line.note,
        customerNote: line.customerNote,
        restockingFee: line.restockingFee === null ? null : { id: world.nextId('Fee'), percentage: line.restockingFee },
        processed: 0,
        refunded: 0,
      };
    }),
    exchangeLines: (wanted.exchangeLines ?? []).map((line) => ({
      id: world.nextId('ExchangeLineItem'),
      ...line,
      processed: 0,
      lineIds: [],
    })),
    shippingFee: fee ? { id: world.nextId('Fee'), amount: fee, settled: false } : null,
    reverseOrders: [],
  };
  order.returns.push(ret);
  if (status === 'open') openReverseOrders(world, ret);
  const topic = status === 'requested' ? 'returns/request' : 'returns/approve';
  action.emit(topic, () => restReturn(order, ret));
  action.touch(order);
  return ret;
};

const reasonOf = (
  line: WantedReturnLine,
  at: (...keys: string[]) => string[],
  root: 'returnInput' | 'input',
): { reason: string; definition: string | null } => {
  const byId = REASON_DEFINITIONS.find((definition) => definition.id === line.reasonDefinition);
  if (line.reasonDefinition !== null && !byId) {
    refuse(at('returnReasonDefinitionId'), 'Return reason definition was not found.', 'NOT_FOUND');
  }
  const reason = byId?.reason ?? line.reason;
  if (reason === null && root === 'input') refuse(at('returnReason'), "Return reason can't be blank", 'BLANK');
  if (reason === null) {
    const message = 'Return line items Either return reason or return reason definition must be provided';
    return refuse(at(), message, 'NOT_FOUND');
  }
  // Only the merchant's own form asks for a note with "Other".
  if (reason === 'OTHER' && root === 'returnInput' && line.note.trim() === '') {
    const message = 'Return line items return reason note The note is required when the return reason is "Other"';
    refuse(at('returnReasonNote'), message, 'BLANK');
  }
  const definition = byId ?? REASON_DEFINITIONS.find((candidate) => candidate.reason === reason);
  return { reason, definition: definition?.id ?? null };
};

/** One reverse fulfilment order for each parcel that things come back from. */
const openReverseOrders = (world: World, ret: Return): void => {
  for (const fulfillmentId of new Set(ret.lines.map((line) => line.fulfillmentId))) {
    ret.reverseOrders.push({
      id: world.nextId('ReverseFulfillmentOrder'),
      status: 'open',
      lines: ret.lines
        .filter((line) => line.fulfillmentId === fulfillmentId)
        .map((line) => ({
          id: world.nextId('ReverseFulfillmentOrderLineItem'),
          returnLineId: line.id,
          total: line.quantity,
          dispositions: [],
        })),
      deliveries: [],
    });
  }
};

export const approveReturn = (world: World, order: Order, ret: Return, action: Action): void => {
  if (ret.status !== 'requested') {
    const message = 'Return is not approvable. Only returns with status REQUESTED can be approved.';
    refuse(['input', 'id'], message, 'INVALID_STATE');
  }
  ret.status = 'open';
  ret.approvedAt = action.at;
  openReverseOrders(world, ret);
  action.emit('returns/approve', () => restReturn(order, ret));
  action.touch(order);
};

export const declineReturn = (
  order: Order,
  ret: Return,
  action: Action,
  decline: { reason: string; note: string | null },
): void => {
  if (ret.status === 'declined') refuse(['input', 'id'], 'The return is already declined.', 'INVALID_STATE');
  if (ret.status !== 'requested') {
    const message = 'Return is not declinable. Only non-refunded returns with status REQUESTED can be declined.';
    refuse(['input', 'id'], message, 'INVALID_STATE');
  }
  if ((decline.note ?? '').length > 500) {
    refuse(['input', 'declineNote'], 'Decline note is too long (maximum is 500 characters)', 'TOO_LONG');
  }
  ret.status = 'declined';
  ret.decline = decline;
  action.emit('returns/decline', () => restReturn(order, ret));
  action.touch(order);
};

const invalidStatus = (field: string): never => refuse([field], 'Return status is invalid.', 'INVALID_STATE');

export const cancelReturn = (order: Order, ret: Return, action: Action): void => {
  if (ret.status === 'canceled') return;
  const begun =
    ret.lines.some((line) => line.processed > 0 || line.refunded > 0) ||
    ret.reverseOrders.some((rfo) => rfo.lines.some((line) => line.dispositions.length > 0));
  if (begun || (ret.status !== 'open' && ret.status !== 'requested')) {
    refuse(['id'], 'Return is not cancelable.', 'INVALID_STATE');
  }
  ret.status = 'canceled';
  for (const rfo of ret.reverseOrders) rfo.status = 'canceled';
  action.emit('returns/cancel', () => restReturn(order, ret));
  action.touch(order);
};

export const closeReturn = (order: Order, ret: Return, action: Action): void => {
  if (ret.status === 'closed') return;
  if (ret.status !== 'open') invalidStatus('id');
  ret.status = 'closed';
  ret.closedAt = action.at;
  for (const rfo of ret.reverseOrders) rfo.status = 'closed';
  action.emit('returns/close', () => restReturnState(order, ret));
  action.touch(order);
};

export const reopenReturn = (order: Order, ret: Return, action: Action): void => {
  if (ret.status === 'open') return;
  if (ret.status !== 'closed') invalidStatus('id');
  ret.status = 'open';
  ret.closedAt = null;
  for (const rfo of ret.reverseOrders) rfo.status = 'open';
  action.emit('returns/reopen', () => restReturnState(order, ret));
  action.touch(order);
};

/** Units that will not come back, or exchange units that will not go out, leave the return. */
export const removeFromReturn = (
  order: Order,
  ret: Return,
  action: Action,
  lines: readonly { returnLineId: string; quantity: number }[],
  exchanges: readonly { exchangeLineId: string; quantity: number }[],
): void => {
  if (ret.status !== 'open' && ret.status !== 'requested') invalidStatus('returnId');
  if ([...lines, ...exchanges].some((line) => line.quantity <= 0)) {
    refuse(null, 'Quantity must be greater than 0', 'GREATER_THAN');
  }
  const found = lines.map((wanted, index) => {
    const line = ret.lines.find((candidate) => candidate.id === wanted.returnLineId);
    const at = (key: string) => ['returnLineItems', String(index), key];
    if (!line) return refuse(at('returnLineItemId'), 'Return line item was not found.', 'NOT_FOUND');
    if (wanted.quantity > line.quantity - line.processed) {
      refuse(at('quantity'), 'Return line item has an invalid quantity.', 'INVALID');
    }
    return { line, quantity: wanted.quantity };
  });
  const foundExchanges = exchanges.map((wanted, index) => {
    const line = ret.exchangeLines.find((candidate) => candidate.id === wanted.exchangeLineId);
    const at = (key: string) => ['exchangeLineItems', String(index), key];
    if (!line) return refuse(at('exchangeLineItemId'), 'Exchange line item was not found.', 'NOT_FOUND');
    if (wanted.quantity > line.quantity - line.processed) {
      refuse(at('quantity'), 'Exchange line item has an invalid quantity.', 'INVALID');
    }
    return { line, quantity: wanted.quantity };
  });
  for (const { line, quantity } of found) {
    line.quantity -= quantity;
    for (const rfo of ret.reverseOrders) {
      const reverse = rfo.lines.find((candidate) => candidate.returnLineId === line.id);
      if (reverse) reverse.total -= quantity;
    }
  }
  for (const { line, quantity } of foundExchanges) line.quantity -= quantity;
  ret.lines = ret.lines.filter((line) => line.quantity > 0);
  ret.exchangeLines = ret.exchangeLines.filter((line) => line.quantity > 0);
  // A return of nothing is over, as live answers show.
  if (ret.lines.length === 0 && ret.exchangeLines.length === 0 && ret.status === 'open') ret.status = 'closed';
  action.emit('returns/update', () => ({
    // Without an id of its own, as Shopify sends it.
    admin_graphql_api_id: restReturn(order, ret).admin_graphql_api_id,
    return_line_items: {
      removals: found.map(({ line, quantity }) => ({ id: Number(line.id), delta: quantity })),
    },
    restocking_fees: { updates: [] },
    return_shipping_fees: { updates: [], removals: [] },
  }));
  action.touch(order);
};
