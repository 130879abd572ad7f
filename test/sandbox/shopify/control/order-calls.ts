import { cancelNow } from '../actions/cancel-order.ts';
import { changeDispute } from '../actions/dispute.ts';
import { commitEdit } from '../actions/edit-order.ts';
import { carrierEvent, shipLines } from '../actions/fulfill.ts';
import { answerCancellation } from '../actions/fulfillment-orders.ts';
import { receivePayment } from '../actions/payments.ts';
import { placeOrder } from '../actions/place-order.ts';
import { makeRefund, settleRefund } from '../actions/refund.ts';
import {
  approveReturn,
  cancelReturn,
  closeReturn,
  declineReturn,
  makeReturn,
  REASON_DEFINITIONS,
  reopenReturn,
  returnableQuantity,
} from '../actions/returns.ts';
import { digitsOf, idNumber } from '../model/json.ts';
import type { Fulfillment, Order, Shop } from '../model/model.ts';
import { add, minorOf } from '../model/money.ts';
import {
  bagAtRate,
  paymentsOf,
  refundableQuantity,
  shippingLeft,
  suggestTenders,
  unfulfilledOf,
} from '../model/order-sums.ts';
import { refuse } from '../model/refused.ts';
import type { Action, World } from '../model/world.ts';
import * as bodies from './bodies.ts';
import { parsed } from './bodies.ts';
import { NotHere } from './not-here.ts';
import { orderView } from './order-view.ts';

/** What a person or the world does to an order. */
export const orderCalls = (world: World, needShop: (domain: string) => Shop) => {
  const needOrder = (reference: string): Order => {
    const order = world.findOrder(decodeURIComponent(reference));
    if (!order) throw new NotHere(`no order ${reference}`);
    return order;
  };
  const needFulfillment = (id: string): { order: Order; fulfillment: Fulfillment } => {
    const digits = digitsOf(id);
    const hit = world.findInOrders((order) => order.fulfillments.find((f) => f.id === digits || f.name === id));
    if (!hit) throw new NotHere(`no fulfillment ${id}`);
    return { order: hit.order, fulfillment: hit.found };
  };
  const lineOf = (order: Order, reference: string) => {
    const line = order.lines.find((each) => each.id === digitsOf(reference) || each.sku === reference);
    return line ?? refuse(['lines'], `order ${order.name} has no line ${reference}`);
  };
  const act = <T>(order: Order, run: (action: Action) => T): T => {
    const action = world.begin(world.shopOf(order));
    const result = run(action);
    action.commit();
    return result;
  };
  const view = (order: Order) => orderView(world, order);

  return {
    placeOrder: (domain: string, body: unknown): Order => placeOrder(world, needShop(domain), body),

    order: (reference: string) => view(needOrder(reference)),

    orders: (domain: string) => world.ofShop(needShop(domain)).map(view),

    fulfill: (reference: string, body: unknown) => {
      const { lines, tracking, created_at } = parsed(bodies.FulfillBody, body);
      const order = needOrder(reference);
      if (order.cancelledAt !== null) refuse(['id'], `order ${order.name} is cancelled`);
      const wanted =
        lines?.map((line) => {
          const own = lineOf(order, line.reference);
          return { lineId: own.id, quantity: line.quantity ?? unfulfilledOf(order, own.id) };
        }) ?? null;
      const none = { number: null, url: null, company: null };
      act(order, (action) => {
        const made = shipLines(world, order, action, wanted, tracking ?? none);
        for (const fulfillment of made) if (created_at) fulfillment.createdAt = Date.parse(created_at);
      });
      return view(order);
    },

    pay: (reference: string) => {
      const order = needOrder(reference);
      act(order, (action) => receivePayment(world, order, action));
      return view(order);
    },

    carrierEvent: (fulfillmentId: string, body: unknown) => {
      const event = parsed(bodies.EventBody, body);
      const { order, fulfillment } = needFulfillment(fulfillmentId);
      act(order, (action) =>
        carrierEvent(world, order, fulfillment, action, {
          status: event.status,
          message: event.message,
          city: event.city,
          happenedAt: event.happened_at ? Date.parse(event.happened_at) : null,
        }),
      );
      return view(order);
    },

    cancel: (reference: string, body: unknown) => {
      const wish = parsed(bodies.CancelBody, body);
      const order = needOrder(reference);
      act(order, (action) =>
        cancelNow(world, order, action, {
          reason: wish.reason,
          restock: wish.restock,
          refund: wish.refund ? 'original' : null,
          staffNote: wish.note ?? null,
        }),
      );
      return view(order);
    },

    refund: (reference: string, body: unknown) => {
      const wish = parsed(bodies.RefundBody, body);
      const order = needOrder(reference);
      const everything = !wish.lines && wish.amount == null && !wish.shipping;
      const currency = order.presentmentCurrency;
      const bag = (amount: string | number, cap = paymentsOf(order).left) => {
        const minor = minorOf(amount, currency);
        return bagAtRate(order, minor ?? refuse(['amount'], `${amount} is not an amount of ${currency}`), cap);
      };
      const shippingMost = add(...order.shippingLines.map(shippingLeft));
      const shipping =
        wish.shipping === true || everything
          ? ('full' as const)
          : wish.shipping == null || wish.shipping === false
            ? null
            : bag(wish.shipping, shippingMost);
      const chosen = everything
        ? order.lines.map((line) => ({ line, quantity: refundableQuantity(line) }))
        : (wish.lines ?? []).map(({ reference: id, quantity }) => {
            const line = lineOf(order, id);
            return { line, quantity: quantity ?? refundableQuantity(line) };
          });
      const amount = wish.amount == null ? null : bag(wish.amount);
      act(order, (action) =>
        makeRefund(world, order, action, {
          lines: chosen
            .filter(({ quantity }) => quantity > 0)
            .map(({ line, quantity }) => ({
              lineId: line.id,
              quantity,
              restockType: !wish.restock
                ? 'no_restock'
                : unfulfilledOf(order, line.id) >= quantity
                  ? 'cancel'
                  : 'return',
              locationId: null,
            })),
          shipping,
          tips: everything,
          note: wish.note ?? null,
          transactions: !wish.pay
            ? []
            : amount === null
              ? 'suggested'
              : suggestTenders(order, amount).length === 0 || amount.pres > paymentsOf(order).left.pres
                ? [{ parentId: order.transactions[0]?.id ?? '', amount }]
                : suggestTenders(order, amount).map((tender) => ({
                    parentId: tender.parent.id,
                    amount: tender.amount,
                  })),
        }),
      );
      return view(order);
    },

    settleTransaction: (id: string, body: unknown) => {
      const { accept } = parsed(bodies.SettleBody, body);
      const hit = world.findInOrders((order) => order.transactions.find((t) => t.id === digitsOf(id)));
      if (!hit) throw new NotHere(`no transaction ${id}`);
      if (hit.found.status !== 'pending') refuse(['id'], `transaction ${id} is ${hit.found.status}, not pending`);
      act(hit.order, (action) => settleRefund(hit.order, action, hit.found, accept));
      return view(hit.order);
    },

    edit: (reference: string, body: unknown) => {
      const { lines } = parsed(bodies.EditBody, body);
      const order = needOrder(reference);
      const named = lines.filter((line) => line.id !== undefined || line.line_item_id !== undefined);
      const added = lines.filter((line) => line.id === undefined && line.line_item_id === undefined);
      act(order, (action) =>
        commitEdit(world, order, action, {
          quantities: named.map((line) => ({
            lineId: lineOf(order, String(line.id ?? line.line_item_id)).id,
            quantity: line.quantity,
            restock: true,
          })),
          added: added.map((line, index) => {
            const variant = [...world.products.values()]
              .flatMap((product) => product.variants)
              .find((candidate) => line.sku && candidate.sku === line.sku);
            const amount = line.price ?? (variant ? variant.price / 100 : undefined);
            const shop = amount === undefined ? null : minorOf(amount, order.currency);
            if (shop === null) refuse(['lines', String(index), 'price'], 'an added line needs a price');
            const rate = order.lines[0]?.price ?? { shop: 1, pres: 1 };
            const pres =
              order.currency === order.presentmentCurrency
                ? Number(shop)
                : Math.round((Number(shop) * rate.pres) / rate.shop);
            return {
              title: line.title ?? 'Item',
              quantity: line.quantity,
              price: { shop: Number(shop), pres },
              variantId: variant?.id ?? null,
              requiresShipping: true,
            };
          }),
          addedShipping: [],
        }),
      );
      return view(order);
    },

    returnRequest: (reference: string, body: unknown) => {
      const wish = parsed(bodies.ReturnRequestBody, body);
      const order = needOrder(reference);
      const word = wish.reason.toLowerCase().replace(/[\s-]+/g, '_');
      const reason = REASON_DEFINITIONS.find(
        (definition) => definition.reason.toLowerCase() === word || definition.handle.replace(/-/g, '_') === word,
      );
      if (!reason) {
        const known = REASON_DEFINITIONS.map((definition) => definition.reason.toLowerCase()).join(', ');
        return refuse(['reason'], `reason ${wish.reason} is not one of ${known}`);
      }
      const wanted = wish.lines ?? order.lines.map((line) => ({ reference: line.id, quantity: undefined }));
      const lines = wanted.flatMap(({ reference: id, quantity }) => {
        const line = lineOf(order, id);
        let left = quantity ?? Number.POSITIVE_INFINITY;
        const parts = order.fulfillments.flatMap((fulfillment) =>
          fulfillment.lines
            .filter((shipped) => shipped.lineId === line.id)
            .flatMap((shipped) => {
              const units = Math.min(left, returnableQuantity(order, fulfillment, shipped.id));
              left -= units;
              return units > 0 ? [{ fulfillmentLineId: shipped.id, quantity: units }] : [];
            }),
        );
        if (Number.isFinite(left) && left > 0) {
          refuse(['lines'], `${quantity} of line ${line.id} cannot be returned: ${Number(quantity) - left} can`);
        }
        return parts;
      });
      if (lines.length === 0) refuse(['lines'], `nothing of order ${order.name} can be returned`);
      const ret = act(order, (action) =>
        makeReturn(
          world,
          order,
          action,
          {
            lines: lines.map((line) => ({
              ...line,
              reason: reason.reason,
              reasonDefinition: reason.id,
              note: wish.by === 'staff' ? (wish.note ?? '') : '',
              customerNote: wish.by === 'staff' ? null : (wish.note ?? null),
              restockingFee: null,
            })),
            shippingFee: null,
            root: 'input',
          },
          wish.by === 'staff' ? 'open' : 'requested',
        ),
      );
      return { ...view(order), return: { id: idNumber(ret.id), name: ret.name, status: ret.status } };
    },

    answerReturn: (id: string, body: unknown) => {
      const { answer, note } = parsed(bodies.ReturnAnswerBody, body);
      const hit = world.findReturn(digitsOf(id) ?? '');
      if (!hit) throw new NotHere(`no return ${id}`);
      const { order, ret } = hit;
      act(order, (action) => {
        if (answer === 'approve') approveReturn(world, order, ret, action);
        else if (answer === 'decline') declineReturn(order, ret, action, { reason: 'OTHER', note: note ?? null });
        else if (answer === 'close') closeReturn(order, ret, action);
        else if (answer === 'reopen') reopenReturn(order, ret, action);
        else cancelReturn(order, ret, action);
      });
      return view(order);
    },

    dispute: (reference: string, body: unknown) => {
      const { status, type } = parsed(bodies.DisputeBody, body);
      const order = needOrder(reference);
      act(order, (action) => changeDispute(world, order, action, status, type));
      return view(order);
    },

    answerCancellation: (id: string, body: unknown) => {
      const { accept } = parsed(bodies.AnswerBody, body);
      const hit = world.findInOrders((order) => order.fulfillmentOrders.find((fo) => fo.id === digitsOf(id)));
      if (!hit) throw new NotHere(`no fulfillment order ${id}`);
      act(hit.order, (action) => answerCancellation(hit.order, hit.found, action, accept));
      return view(hit.order);
    },
  };
};
