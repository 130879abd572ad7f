import { PolicyError } from '../errors.ts';
import { sum } from '../money/money.ts';
import { type Currencies, needPresentment, notNegative, presentment } from './amounts.ts';
import { checkedLine, unitsLeft } from './checked-line.ts';
import type { LineFacts, ShippingLineFacts } from './order-facts.ts';
import { child, children, count, flag, id, type Node, needCount, needId, text } from './read.ts';
import { UNNUMBERED } from './webhook-fulfillment.ts';

const taxOf = (node: Node, currencies: Currencies) =>
  sum(children(node, 'tax_lines').map((tax) => notNegative(needPresentment(tax, 'price', currencies), tax.at)));

const allocated = (node: Node, currencies: Currencies) =>
  sum(children(node, 'discount_allocations').map((d) => notNegative(needPresentment(d, 'amount', currencies), d.at)));

/** What was charged at the border for a line, tax on it included. */
const dutiesOf = (node: Node, currencies: Currencies, taxesIncluded: boolean) =>
  sum(
    children(node, 'duties').map((duty) => {
      const money = child(duty, 'presentment_money');
      const price = money
        ? needPresentment({ ...duty, value: { price_set: duty.value } }, 'price', currencies)
        : needPresentment(duty, 'price', currencies);
      return notNegative(price + (taxesIncluded ? 0 : taxOf(duty, currencies)), duty.at);
    }),
  );

/** A line of goods of a REST order. @param refunded units that refunds name */
export const webhookLine = (
  node: Node,
  currencies: Currencies,
  taxesIncluded: boolean,
  refunded: number,
): LineFacts => {
  const quantity = needCount(node, 'quantity');
  const unfulfilledQuantity = count(node, 'fulfillable_quantity');
  return checkedLine(
    {
      id: needId(node, 'id'),
      productId: id(node, 'product_id'),
      variantId: id(node, 'variant_id'),
      inventoryItemId: null,
      title: text(node, 'title') ?? text(node, 'name') ?? '',
      variantTitle: text(node, 'variant_title'),
      sku: text(node, 'sku'),
      quantity,
      currentQuantity: unitsLeft(quantity, count(node, 'current_quantity'), refunded, `${node.at}.current_quantity`),
      ...(unfulfilledQuantity === null ? {} : { unfulfilledQuantity }),
      requiresShipping: flag(node, 'requires_shipping') ?? true,
      giftCard: flag(node, 'gift_card') ?? false,
      unitPrice: notNegative(needPresentment(node, 'price', currencies), `${node.at}.price`),
      // `total_discount` lacks the order's share of an order-wide discount; the allocations have all of it.
      discount: notNegative(
        Math.max(allocated(node, currencies), presentment(node, 'total_discount', currencies) ?? 0),
        `${node.at}.total_discount`,
      ),
      tax: taxOf(node, currencies),
      duties: dutiesOf(node, currencies, taxesIncluded),
      dutyIds: children(node, 'duties').map((duty) => needId(duty, 'id')),
    },
    node.at,
  );
};

export const webhookShippingLine = (node: Node, currencies: Currencies): ShippingLineFacts => {
  const price = notNegative(needPresentment(node, 'price', currencies), `${node.at}.price`);
  const discounted = presentment(node, 'discounted_price', currencies) ?? price;
  const discount = Math.max(allocated(node, currencies), price - discounted);
  if (discount > price) {
    throw new PolicyError('facts/contradictory', node.at, 'the discount is larger than the price of the shipping');
  }
  return {
    id: id(node, 'id') ?? UNNUMBERED,
    title: text(node, 'title') ?? '',
    price,
    discount,
    total: price - discount,
    tax: taxOf(node, currencies),
  };
};
