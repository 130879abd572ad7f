import { PolicyError } from '../errors.ts';
import type { Currency } from '../money/money.ts';
import { sum } from '../money/money.ts';
import { bag, needBag, nodes, priceBag, sumOfBags } from './admin-read.ts';
import { instant, needInstant } from './amounts.ts';
import { checkedLine, unitsLeft } from './checked-line.ts';
import type {
  FulfillmentFacts,
  LineFacts,
  RefundFacts,
  ReturnFacts,
  ShippingLineFacts,
  TransactionFacts,
} from './order-facts.ts';
import { asNode, child, children, count, flag, id, type Node, needCount, needId, text, word } from './read.ts';
import { FULFILLMENT_STATUSES } from './webhook-fulfillment.ts';
import { restockOf, TRANSACTION_STATUSES, transactionKind } from './webhook-refund.ts';

const idOf = (node: Node, key: string): string | null => {
  const other = child(node, key);
  return other && id(other, 'id');
};
const needIdOf = (node: Node, key: string): string => needId(asNode(node.value[key], `${node.at}.${key}`), 'id');

export const adminLine = (node: Node, currency: Currency, taxesIncluded: boolean, refunded: number): LineFacts => {
  const quantity = needCount(node, 'quantity');
  const variant = child(node, 'variant');
  const unfulfilledQuantity = count(node, 'unfulfilledQuantity');
  const duties = children(node, 'duties');
  const dutyTax = taxesIncluded ? [] : duties.flatMap((duty) => children(duty, 'taxLines'));
  return checkedLine(
    {
      id: needId(node, 'id'),
      productId: idOf(node, 'product'),
      variantId: variant && id(variant, 'id'),
      inventoryItemId: variant && idOf(variant, 'inventoryItem'),
      title: text(node, 'title') ?? '',
      variantTitle: text(node, 'variantTitle'),
      sku: text(node, 'sku'),
      quantity,
      currentQuantity: unitsLeft(quantity, needCount(node, 'currentQuantity'), refunded, `${node.at}.currentQuantity`),
      ...(unfulfilledQuantity === null ? {} : { unfulfilledQuantity }),
      requiresShipping: flag(node, 'requiresShipping') ?? true,
      giftCard: flag(node, 'isGiftCard') ?? false,
      unitPrice: priceBag(node, 'originalUnitPriceSet', currency),
      discount: sumOfBags(children(node, 'discountAllocations'), 'allocatedAmountSet', currency),
      tax: sumOfBags(children(node, 'taxLines'), 'priceSet', currency),
      duties: sumOfBags(duties, 'price', currency) + sumOfBags(dutyTax, 'priceSet', currency),
      dutyIds: duties.map((duty) => needId(duty, 'id')),
    },
    node.at,
  );
};

export const adminShippingLine = (node: Node, currency: Currency): ShippingLineFacts => {
  const price = priceBag(node, 'originalPriceSet', currency);
  const discounted = bag(node, 'discountedPriceSet', currency) ?? price;
  const discount = Math.max(
    sumOfBags(children(node, 'discountAllocations'), 'allocatedAmountSet', currency),
    price - discounted,
  );
  if (discount > price) {
    throw new PolicyError('facts/contradictory', node.at, 'the discount is larger than the price of the shipping');
  }
  return {
    id: id(node, 'id') ?? '0',
    title: text(node, 'title') ?? '',
    price,
    discount,
    total: price - discount,
    tax: sumOfBags(children(node, 'taxLines'), 'priceSet', currency),
  };
};

/** What Shopify shows of a parcel, in the words that webhooks have; what says nothing of the way it went is null. */
const shipmentStatus = (node: Node): string | null => {
  const shown = text(node, 'displayStatus')?.toLowerCase() ?? null;
  const silent = ['fulfilled', 'marked_as_fulfilled', 'submitted', 'canceled', 'label_voided'];
  return shown === null || silent.includes(shown) ? null : shown;
};

export const adminFulfillment = (node: Node, tipIds: ReadonlySet<string>): FulfillmentFacts => ({
  id: needId(node, 'id'),
  status: word(node, 'status', FULFILLMENT_STATUSES) ?? 'success',
  createdAt: needInstant(node, 'createdAt'),
  lines: nodes(node, 'fulfillmentLineItems')
    .map((line) => ({
      lineItemId: needIdOf(line, 'lineItem'),
      quantity: needCount(line, 'quantity'),
      fulfillmentLineItemId: needId(line, 'id'),
    }))
    .filter((line) => !tipIds.has(line.lineItemId)),
  shipmentStatus: shipmentStatus(node),
  deliveredAt: instant(node, 'deliveredAt'),
  tracking: children(node, 'trackingInfo').flatMap((info) => {
    const number = text(info, 'number');
    return number === null ? [] : [{ company: text(info, 'company'), number, url: text(info, 'url') }];
  }),
});

export const adminRefund = (
  node: Node,
  currency: Currency,
  tipIds: ReadonlySet<string>,
  orderedAt: string,
): RefundFacts => {
  const shippingLines = nodes(node, 'refundShippingLines');
  const refunding = nodes(node, 'transactions').filter((t) => transactionKind(text(t, 'kind')) === 'refund');
  const of = (status: RegExp): number =>
    sum(refunding.filter((t) => status.test(text(t, 'status') ?? '')).map((t) => needBag(t, 'amountSet', currency)));
  const failed = of(/^(failure|error)$/i);
  return {
    id: needId(node, 'id'),
    createdAt: instant(node, 'createdAt') ?? orderedAt,
    note: text(node, 'note'),
    lines: nodes(node, 'refundLineItems')
      .map((line) => ({
        lineItemId: needIdOf(line, 'lineItem'),
        quantity: needCount(line, 'quantity'),
        subtotal: needBag(line, 'subtotalSet', currency),
        tax: needBag(line, 'totalTaxSet', currency),
        restock: restockOf(text(line, 'restockType')),
      }))
      .filter((line) => !tipIds.has(line.lineItemId)),
    shipping: sum(shippingLines.map((line) => needBag(line, 'subtotalAmountSet', currency))),
    shippingTax: sum(shippingLines.map((line) => needBag(line, 'taxAmountSet', currency))),
    duties: sum(children(node, 'duties').map((duty) => needBag(duty, 'amountSet', currency))),
    paid: of(/^(success|pending)$/i),
    ...(failed === 0 ? {} : { failed }),
  };
};

export const adminTransaction = (node: Node, currency: Currency): TransactionFacts => ({
  id: needId(node, 'id'),
  parentId: idOf(node, 'parentTransaction'),
  kind: transactionKind(text(node, 'kind')),
  status: word(node, 'status', TRANSACTION_STATUSES) ?? 'unknown',
  gateway: text(node, 'gateway') ?? '',
  amount: needBag(node, 'amountSet', currency),
  currency,
  processedAt: instant(node, 'processedAt') ?? needInstant(node, 'createdAt'),
});

const RETURN_STATUSES = ['requested', 'open', 'closed', 'declined', 'canceled'] as const;

export const adminReturn = (node: Node): ReturnFacts => {
  const createdAt = instant(node, 'createdAt');
  return {
    id: needId(node, 'id'),
    name: text(node, 'name') ?? '',
    ...(createdAt === null ? {} : { createdAt }),
    status: word(node, 'status', RETURN_STATUSES) ?? 'open',
    lines: nodes(node, 'returnLineItems').flatMap((line) => {
      // A line that Shopify can't tie to a parcel names no line item.
      const parcelLine = child(line, 'fulfillmentLineItem');
      return parcelLine
        ? [{ lineItemId: needIdOf(parcelLine, 'lineItem'), quantity: needCount(line, 'quantity') }]
        : [];
    }),
  };
};
