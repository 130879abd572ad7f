import { GraphQLError } from 'graphql';
import { returnableQuantity } from '../../actions/returns.ts';
import { gidOf } from '../../model/json.ts';
import { share, ZERO } from '../../model/money.ts';
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
  const exchanges = (input.exchangeLineItems ?? []).map((wanted, index) => {
    const found = wanted.variantId ? world.findVariant(idOf(wanted.variantId, 'ProductVariant')) : undefined;
    const price = found?.variant.price ?? 0;
    const unit = { shop: price, pres: price };
    return {
      id: gidOf('CalculatedExchangeLineItem', String(index + 1)),
      discountedUnitPriceSet: moneyBag(order, unit),
      originalUnitPriceSet: moneyBag(order, unit),
      quantity: wanted.quantity,
      subtotalSet: moneyBag(order, { shop: price * wanted.quantity, pres: price * wanted.quantity }),
      totalTaxSet: moneyBag(order, ZERO),
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
