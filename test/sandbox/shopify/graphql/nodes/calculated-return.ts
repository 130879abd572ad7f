import { GraphQLError } from 'graphql';
import { exchangedUnits } from '../../actions/exchange.ts';
import { returnableQuantity } from '../../actions/returns.ts';
import { gidOf } from '../../model/json.ts';
import { add, share, ZERO } from '../../model/money.ts';
import { lineTotal, taxOf } from '../../model/order-sums.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { moneyBag, readMoneyInput } from '../money-out.ts';
import { fulfillmentLineNode } from './fulfillment.ts';
import { variantNode } from './product.ts';

type Input = {
  orderId: string;
  returnLineItems?: readonly {
    fulfillmentLineItemId: string;
    quantity: number;
    restockingFee?: { percentage: number } | null;
  }[];
  exchangeLineItems?: readonly { variantId?: string | null; quantity: number }[];
  returnShippingFee?: { amount: { amount: string; currencyCode: string } } | null;
};

/** A return as it would be, before anything is made. */
export const calculateReturn = (context: Context, input: Input): object | null => {
  const { world, shop } = context;
  const order = world.findOrder(idOf(input.orderId, 'Order'), shop);
  if (!order) return null;
  const lines = (input.returnLineItems ?? []).map((wanted, index) => {
    const shippedId = idOf(wanted.fulfillmentLineItemId, 'FulfillmentLineItem');
    const fulfillment = order.fulfillments.find((candidate) => candidate.lines.some((line) => line.id === shippedId));
    const shipped = fulfillment?.lines.find((line) => line.id === shippedId);
    const line = order.lines.find((candidate) => candidate.id === shipped?.lineId);
    if (!fulfillment || !shipped || !line) throw new GraphQLError('Fulfillment Line Item was not found.');
    if (wanted.quantity <= 0 || wanted.quantity > returnableQuantity(order, fulfillment, shippedId)) {
      throw new GraphQLError('Return line item has an invalid quantity.');
    }
    const subtotal = share(lineTotal(line), line.quantity, line.refunded, wanted.quantity);
    const tax = share(taxOf(line.taxLines), line.quantity, line.refunded, wanted.quantity);
    const percentage = wanted.restockingFee?.percentage ?? null;
    const part = (minor: number) => Math.round((minor * (percentage ?? 0)) / 100);
    return {
      id: gidOf('CalculatedReturnLineItem', String(index + 1)),
      fulfillmentLineItem: () => fulfillmentLineNode(world, order, shipped),
      quantity: wanted.quantity,
      restockingFee:
        percentage === null
          ? null
          : {
              id: gidOf('Fee', String(index + 1)),
              percentage,
              amountSet: moneyBag(order, { shop: part(subtotal.shop), pres: part(subtotal.pres) }),
            },
      subtotalBeforeOrderDiscountsSet: moneyBag(order, subtotal),
      subtotalSet: moneyBag(order, subtotal),
      totalTaxSet: moneyBag(order, tax),
    };
  });
  const comingBack = (input.returnLineItems ?? []).flatMap(({ fulfillmentLineItemId }) => {
    const shippedId = idOf(fulfillmentLineItemId, 'FulfillmentLineItem');
    return order.fulfillments.flatMap(({ lines: all }) =>
      all.filter((line) => line.id === shippedId).map(({ lineId }) => lineId),
    );
  });
  const exchanges = (input.exchangeLineItems ?? []).map((wanted, index) => {
    const variantId = wanted.variantId ? idOf(wanted.variantId, 'ProductVariant') : null;
    const found = variantId === null ? undefined : world.findVariant(variantId);
    // What it will cost when it is processed: a variant that comes back costs what that unit cost.
    const units = variantId === null ? [] : exchangedUnits(world, order, comingBack, variantId, wanted.quantity);
    const subtotal = add(...units.map(({ price }) => price));
    const unit = units[0]?.price ?? ZERO;
    return {
      id: gidOf('CalculatedExchangeLineItem', String(index + 1)),
      discountedUnitPriceSet: moneyBag(order, unit),
      originalUnitPriceSet: moneyBag(order, unit),
      quantity: wanted.quantity,
      subtotalSet: moneyBag(order, subtotal),
      totalTaxSet: moneyBag(order, add(...units.map(({ taxLines }) => taxOf(taxLines)))),
      variant: () => (found ? variantNode(world, found.product, found.variant) : null),
    };
  });
  const fee = input.returnShippingFee;
  return {
    id: gidOf('CalculatedReturn', order.id),
    returnLineItems: lines,
    exchangeLineItems: exchanges,
    returnShippingFee: fee
      ? {
          id: gidOf('Fee', order.id),
          amountSet: moneyBag(order, readMoneyInput(order, fee.amount, ZERO, ['input', 'returnShippingFee', 'amount'])),
        }
      : null,
  };
};
