import type { WantedDisposition } from '../../actions/reverse.ts';
import { checkDispositions, createReverseDelivery, dispose } from '../../actions/reverse.ts';
import { Refused, refuse } from '../../model/refused.ts';
import { restReverseDelivery } from '../../rest/rest-return.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { mutation } from '../mutation.ts';
import { reverseDeliveryNode, reverseLineNode } from '../nodes/return.ts';
import type { TypeResolvers } from '../schema.ts';

const SCOPES = { scopes: ['write_returns'] };

export type DispositionArgs = {
  reverseFulfillmentOrderLineItemId: string;
  quantity: number;
  dispositionType: string;
  locationId?: string | null;
};
export const wantedDispositions = (inputs: readonly DispositionArgs[]): WantedDisposition[] =>
  inputs.map((input) => ({
    reverseLineId: idOf(input.reverseFulfillmentOrderLineItemId, 'ReverseFulfillmentOrderLineItem'),
    quantity: input.quantity,
    type: input.dispositionType,
    locationId: input.locationId ? idOf(input.locationId, 'Location') : null,
  }));

export const unknownLocations = (
  context: Context,
  dispositions: readonly WantedDisposition[],
  root: readonly string[],
) =>
  dispositions.flatMap(({ locationId }, index) =>
    locationId === null || context.world.locations.get(locationId)?.shop === context.shop.domain
      ? []
      : [{ field: [...root, String(index), 'locationId'], message: 'Location not found.', code: 'NOT_FOUND' }],
  );

const reverseFulfillmentOrderDispose = mutation(
  SCOPES,
  ({ dispositionInputs }: { dispositionInputs: readonly DispositionArgs[] }, context, action) => {
    const root = ['dispositionInputs'];
    if (dispositionInputs.length === 0) refuse(root, 'The array cannot be empty.', 'BLANK');
    const wanted = wantedDispositions(dispositionInputs);
    const hits = wanted.map(({ reverseLineId }) =>
      context.world.findInOrders((order) =>
        order.shop === context.shop.domain
          ? order.returns.find((ret) =>
              ret.reverseOrders.some((rfo) => rfo.lines.some((line) => line.id === reverseLineId)),
            )
          : undefined,
      ),
    );
    const [first] = hits;
    // Also what Shopify says to a line that does not exist.
    if (!first || hits.some((hit) => hit?.found !== first.found)) {
      return refuse(root, 'Cannot dispose items from more than one reverse fulfillment order.', 'INVALID');
    }
    const { order, found: ret } = first;
    const ofOne = ret.reverseOrders.some((rfo) =>
      wanted.every(({ reverseLineId }) => rfo.lines.some((line) => line.id === reverseLineId)),
    );
    if (!ofOne) refuse(root, 'Cannot dispose items from more than one reverse fulfillment order.', 'INVALID');
    const errors = unknownLocations(context, wanted, root);
    try {
      checkDispositions(order, ret, wanted, root);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused([...error.errors, ...errors]);
    }
    if (errors.length > 0) throw new Refused(errors);
    dispose(context.world, order, ret, action, wanted);
    action.touch(order);
    const ids = new Set(wanted.map(({ reverseLineId }) => reverseLineId));
    const lines = ret.reverseOrders.flatMap((rfo) => rfo.lines).filter((line) => ids.has(line.id));
    return {
      reverseFulfillmentOrderLineItems: lines.map((line) => reverseLineNode(context.world, order, ret, line)),
      userErrors: [],
    };
  },
);

type TrackingArgs = { number?: string | null; url?: string | null };

const reverseDeliveryCreateWithShipping = mutation(
  SCOPES,
  (
    args: {
      reverseFulfillmentOrderId: string;
      reverseDeliveryLineItems: readonly { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
      trackingInput?: TrackingArgs | null;
      labelInput?: { fileUrl: string } | null;
    },
    context,
    action,
  ) => {
    const hit = context.world.findReverseOrder(idOf(args.reverseFulfillmentOrderId, 'ReverseFulfillmentOrder'));
    if (hit?.order.shop !== context.shop.domain) {
      return refuse(['reverseFulfillmentOrderId'], 'Reverse fulfillment order was not found.', 'NOT_FOUND');
    }
    const { order, ret, rfo } = hit;
    const delivery = createReverseDelivery(context.world, order, ret, rfo, action, {
      lines: args.reverseDeliveryLineItems.map((line) => ({
        reverseLineId: idOf(line.reverseFulfillmentOrderLineItemId, 'ReverseFulfillmentOrderLineItem'),
        quantity: line.quantity,
      })),
      tracking: { number: args.trackingInput?.number ?? null, url: args.trackingInput?.url ?? null },
      labelUrl: args.labelInput?.fileUrl ?? null,
    });
    return { reverseDelivery: () => reverseDeliveryNode(context.world, order, ret, rfo, delivery), userErrors: [] };
  },
);

const reverseDeliveryShippingUpdate = mutation(
  SCOPES,
  (
    args: { reverseDeliveryId: string; trackingInput?: TrackingArgs | null; labelInput?: { fileUrl: string } | null },
    context,
    action,
  ) => {
    const hit = context.world.findReverseDelivery(idOf(args.reverseDeliveryId, 'ReverseDelivery'));
    if (hit?.order.shop !== context.shop.domain) {
      return refuse(['reverseDeliveryId'], 'Reverse delivery was not found.', 'NOT_FOUND');
    }
    const { order, ret, rfo, delivery } = hit;
    if (args.trackingInput) {
      delivery.tracking = { number: args.trackingInput.number ?? null, url: args.trackingInput.url ?? null };
    }
    if (args.labelInput) delivery.labelUrl = args.labelInput.fileUrl;
    delivery.updatedAt = action.at;
    action.emit('reverse_deliveries/attach_deliverable', () => restReverseDelivery(ret, rfo, delivery));
    action.touch(order);
    return { reverseDelivery: () => reverseDeliveryNode(context.world, order, ret, rfo, delivery), userErrors: [] };
  },
);

export const REVERSE_MUTATIONS: TypeResolvers = {
  reverseDeliveryCreateWithShipping,
  reverseDeliveryShippingUpdate,
  reverseFulfillmentOrderDispose,
};
