import { cancelFulfillment, carrierEvent, shipLines } from '../../actions/fulfill.ts';
import {
  answerCancellation,
  holdFulfillmentOrder,
  releaseHolds,
  requestCancellation,
} from '../../actions/fulfillment-orders.ts';
import { gidOf } from '../../model/json.ts';
import type { Fulfillment, FulfillmentOrder, Order } from '../../model/model.ts';
import { refuse } from '../../model/refused.ts';
import { restFulfillment } from '../../rest/rest-parts.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { mutation } from '../mutation.ts';
import { fulfillmentEventNode, fulfillmentNode, fulfillmentOrderNode } from '../nodes/fulfillment.ts';
import type { TypeResolvers } from '../schema.ts';

const SCOPES = {
  scopes: ['write_merchant_managed_fulfillment_orders', 'write_third_party_fulfillment_orders'],
};

const findFo = (context: Context, gid: string) => {
  const id = idOf(gid, 'FulfillmentOrder');
  return context.world.findInOrders((order) =>
    order.shop === context.shop.domain ? order.fulfillmentOrders.find((fo) => fo.id === id) : undefined,
  );
};

const needFo = (context: Context, gid: string): { order: Order; fo: FulfillmentOrder } => {
  const hit = findFo(context, gid);
  if (!hit) return refuse(['id'], 'Fulfillment order not found.', 'FULFILLMENT_ORDER_NOT_FOUND');
  return { order: hit.order, fo: hit.found };
};

const needFulfillment = (context: Context, gid: string, field: readonly string[]) => {
  const id = idOf(gid, 'Fulfillment');
  const hit = context.world.findInOrders((order) =>
    order.shop === context.shop.domain ? order.fulfillments.find((fulfillment) => fulfillment.id === id) : undefined,
  );
  return hit ? { order: hit.order, fulfillment: hit.found } : refuse(field, 'Fulfillment does not exist.');
};

type TrackingArgs = { number?: string | null; url?: string | null; company?: string | null };

const fulfillmentCreate = mutation(
  SCOPES,
  (
    {
      fulfillment: input,
    }: {
      fulfillment: {
        trackingInfo?: TrackingArgs | null;
        lineItemsByFulfillmentOrder: readonly {
          fulfillmentOrderId: string;
          fulfillmentOrderLineItems?: readonly { id: string; quantity: number }[] | null;
        }[];
      };
    },
    context,
    action,
  ) => {
    const made: { order: Order; fulfillment: Fulfillment }[] = [];
    for (const [index, part] of input.lineItemsByFulfillmentOrder.entries()) {
      const hit = findFo(context, part.fulfillmentOrderId);
      if (!hit) return refuse(['fulfillment'], 'Fulfillment order does not exist.');
      const { order, found: fo } = hit;
      if (!['open', 'in_progress'].includes(fo.status)) {
        refuse(['fulfillment'], `Fulfillment order ${fo.id} has an unfulfillable status= ${fo.status}.`);
      }
      const lines = part.fulfillmentOrderLineItems?.length
        ? part.fulfillmentOrderLineItems.map((wanted, place) => {
            const own = fo.lines.find((line) => line.id === idOf(wanted.id, 'FulfillmentOrderLineItem'));
            const where = ['fulfillment', 'lineItemsByFulfillmentOrder', String(index), 'fulfillmentOrderLineItems'];
            if (wanted.quantity <= 0) refuse([...where, String(place), 'quantity'], 'Quantity must be greater than 0');
            if (!own || wanted.quantity > own.remaining) {
              return refuse(['fulfillment'], 'Invalid fulfillment order line item quantity requested.');
            }
            return { lineId: own.lineId, quantity: wanted.quantity };
          })
        : fo.lines.map((line) => ({ lineId: line.lineId, quantity: line.remaining }));
      const tracking = input.trackingInfo;
      const [fulfillment] = shipLines(context.world, order, action, lines, {
        number: tracking?.number ?? null,
        url: tracking?.url ?? null,
        company: tracking?.company ?? null,
      });
      if (fulfillment) made.push({ order, fulfillment });
    }
    const [first] = made;
    return {
      fulfillment: first ? fulfillmentNode(context.world, first.order, first.fulfillment) : null,
      userErrors: [],
    };
  },
);

const fulfillmentEventCreate = mutation(
  { scopes: ['write_fulfillments', ...SCOPES.scopes] },
  (
    {
      fulfillmentEvent: input,
    }: {
      fulfillmentEvent: {
        fulfillmentId: string;
        status: string;
        message?: string | null;
        happenedAt?: string | null;
        city?: string | null;
      };
    },
    context,
    action,
  ) => {
    const { order, fulfillment } = needFulfillment(context, input.fulfillmentId, ['fulfillmentEvent', 'fulfillmentId']);
    const event = carrierEvent(context.world, order, fulfillment, action, {
      status: input.status.toLowerCase(),
      message: input.message,
      happenedAt: input.happenedAt ? Date.parse(input.happenedAt) : null,
      city: input.city,
    });
    return { fulfillmentEvent: fulfillmentEventNode(event), userErrors: [] };
  },
);

const fulfillmentTrackingInfoUpdate = mutation(
  SCOPES,
  (
    { fulfillmentId, trackingInfoInput: input }: { fulfillmentId: string; trackingInfoInput: TrackingArgs },
    context,
    action,
  ) => {
    const { order, fulfillment } = needFulfillment(context, fulfillmentId, ['fulfillmentId']);
    fulfillment.tracking = [{ number: input.number ?? null, url: input.url ?? null, company: input.company ?? null }];
    fulfillment.updatedAt = action.at;
    action.emit('fulfillments/update', () => restFulfillment(order, fulfillment, action.shop.timeZone));
    action.touch(order);
    return { fulfillment: fulfillmentNode(context.world, order, fulfillment), userErrors: [] };
  },
);

const fulfillmentOrderHold = mutation(
  SCOPES,
  (
    {
      id,
      fulfillmentHold: input,
    }: {
      id: string;
      fulfillmentHold: {
        reason: string;
        reasonNotes?: string | null;
        handle?: string | null;
        externalId?: string | null;
        fulfillmentOrderLineItems?: readonly { id: string; quantity: number }[] | null;
      };
    },
    context,
    action,
  ) => {
    const { order, fo } = needFo(context, id);
    const { hold, remaining } = holdFulfillmentOrder(context.world, order, fo, action, {
      reason: input.reason,
      notes: input.reasonNotes ?? null,
      handle: input.handle ?? '',
      externalId: input.externalId ?? null,
      lines: (input.fulfillmentOrderLineItems ?? []).map((line) => ({
        id: idOf(line.id, 'FulfillmentOrderLineItem'),
        quantity: line.quantity,
      })),
    });
    return {
      fulfillmentHold: {
        __typename: 'FulfillmentHold',
        id: gidOf('FulfillmentHold', hold.id),
        displayReason: hold.reason.toLowerCase().replace(/_/g, ' '),
        handle: hold.handle,
        heldByRequestingApp: true,
        reason: hold.reason,
        reasonNotes: hold.notes,
      },
      fulfillmentOrder: () => fulfillmentOrderNode(context.world, order, fo),
      remainingFulfillmentOrder: () => remaining && fulfillmentOrderNode(context.world, order, remaining),
      userErrors: [],
    };
  },
);

/** A mutation on one fulfilment order. */
const onFo = <Args extends { id: string }>(
  run: (
    hit: { order: Order; fo: FulfillmentOrder },
    args: Args,
    context: Context,
    action: Parameters<typeof releaseHolds>[2],
  ) => void,
) =>
  mutation(SCOPES, (args: Args, context, action) => {
    const hit = needFo(context, args.id);
    run(hit, args, context, action);
    return { fulfillmentOrder: () => fulfillmentOrderNode(context.world, hit.order, hit.fo), userErrors: [] };
  });

export const FULFILLMENT_MUTATIONS: TypeResolvers = {
  fulfillmentCreate,
  fulfillmentEventCreate,
  fulfillmentTrackingInfoUpdate,
  fulfillmentCancel: mutation(SCOPES, ({ id }: { id: string }, context, action) => {
    const { order, fulfillment } = needFulfillment(context, id, ['id']);
    cancelFulfillment(context.world, order, fulfillment, action);
    return { fulfillment: fulfillmentNode(context.world, order, fulfillment), userErrors: [] };
  }),
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold: onFo<{ id: string; holdIds?: string[] | null; externalId?: string | null }>(
    ({ order, fo }, args, _context, action) => {
      const holdIds = (args.holdIds ?? []).map((id) => idOf(id, 'FulfillmentHold'));
      releaseHolds(order, fo, action, { holdIds, externalId: args.externalId ?? null });
    },
  ),
  fulfillmentOrderSubmitCancellationRequest: onFo<{ id: string; message?: string | null }>(
    ({ order, fo }, args, context, action) =>
      requestCancellation(context.world, order, fo, action, args.message ?? null),
  ),
  fulfillmentOrderAcceptCancellationRequest: onFo(({ order, fo }, _args, _context, action) =>
    answerCancellation(order, fo, action, true),
  ),
  fulfillmentOrderRejectCancellationRequest: onFo(({ order, fo }, _args, _context, action) =>
    answerCancellation(order, fo, action, false),
  ),
};
