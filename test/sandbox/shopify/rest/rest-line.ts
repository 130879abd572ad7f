import { idNumber } from '../model/json.ts';
import type { Discount, Line, Order, ShippingLine } from '../model/model.ts';
import { add, decimal } from '../model/money.ts';
import { currentQuantity, fulfilledOf, shippingTotal, unfulfilledOf } from '../model/order-sums.ts';
import { idAndGid, priced, priceSet, restTaxLines } from './rest-common.ts';

const allocations = (order: Order, discounts: readonly Discount[]) =>
  discounts.map((discount) => ({
    ...priced(order, 'amount', discount.amount),
    discount_application_index: discount.application,
  }));

export const restLine = (order: Order, line: Line) => {
  const shipped = fulfilledOf(order, line.id);
  const open = unfulfilledOf(order, line.id);
  return {
    ...idAndGid('LineItem', line.id),
    attributed_staffs: [],
    current_quantity: Math.max(0, currentQuantity(line)),
    fulfillable_quantity: open,
    fulfillment_service: line.fulfillmentService,
    fulfillment_status: shipped === 0 ? null : open === 0 ? 'fulfilled' : 'partial',
    gift_card: line.giftCard,
    grams: line.grams,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    ...priced(order, 'price', line.price),
    product_exists: line.productId !== null,
    product_id: line.productId && idNumber(line.productId),
    properties: line.properties,
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    // Only what was taken off this line by itself; order-wide discounts are among the allocations.
    ...priced(order, 'total_discount', { shop: 0, pres: 0 }),
    variant_id: line.variantId && idNumber(line.variantId),
    variant_inventory_management: line.variantId ? 'shopify' : null,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: restTaxLines(order, line.taxLines),
    duties: line.duties.map((duty) => ({
      ...idAndGid('Duty', duty.id),
      harmonized_system_code: duty.hsCode,
      country_code_of_origin: duty.origin,
      shop_money: priceSet(order, duty.price).shop_money,
      presentment_money: priceSet(order, duty.price).presentment_money,
      tax_lines: [],
    })),
    discount_allocations: allocations(order, line.discounts),
  };
};

export const restShippingLine = (order: Order, line: ShippingLine) => ({
  id: idNumber(line.id),
  carrier_identifier: null,
  code: line.code,
  current_discounted_price_set: priceSet(order, {
    shop: shippingTotal(line).shop - line.refunded.shop,
    pres: shippingTotal(line).pres - line.refunded.pres,
  }),
  ...priced(order, 'discounted_price', shippingTotal(line)),
  is_removed: false,
  phone: null,
  ...priced(order, 'price', line.price),
  requested_fulfillment_service_id: null,
  source: line.source,
  title: line.title,
  tax_lines: restTaxLines(order, line.taxLines),
  discount_allocations: allocations(order, line.discounts),
});

/** Codes with what each took off, goods and shipping together. */
export const restDiscountCodes = (order: Order) =>
  order.discountApplications.flatMap((application, index) => {
    if (application.code === null) return [];
    const all = [...order.lines, ...order.shippingLines].flatMap((line) => line.discounts);
    const amount = add(...all.filter((discount) => discount.application === index).map((discount) => discount.amount));
    const type = application.targetType === 'shipping_line' ? 'shipping' : application.valueType;
    return [{ code: application.code, amount: decimal(amount.shop, order.currency), type }];
  });

export const restDiscountApplications = (order: Order) =>
  order.discountApplications.map((application) => ({
    target_type: application.targetType,
    type: application.type,
    value: application.value,
    value_type: application.valueType,
    allocation_method: application.allocationMethod,
    target_selection: application.targetSelection,
    ...(application.code ? { code: application.code } : { title: application.title, description: application.title }),
  }));
