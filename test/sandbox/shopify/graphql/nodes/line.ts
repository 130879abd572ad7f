import { gidOf } from '../../model/json.ts';
import type { Discount, DiscountApplication, Line, Order, ShippingLine } from '../../model/model.ts';
import { share, subtract, times } from '../../model/money.ts';
import {
  currentQuantity,
  discountOf,
  fulfilledOf,
  lineTotal,
  refundableQuantity,
  shippingTotal,
  taxOf,
  unfulfilledOf,
} from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { firstOf } from '../connection.ts';
import { moneyBag, moneyV2, shopDecimal } from '../money-out.ts';
import { taxLineNodes } from './common.ts';
import { productNode, variantNode } from './product.ts';

export const discountApplicationNode = (application: DiscountApplication, index: number, currency: string) => {
  const percentage = application.valueType === 'percentage';
  return {
    __typename:
      application.type === 'discount_code'
        ? 'DiscountCodeApplication'
        : application.type === 'automatic'
          ? 'AutomaticDiscountApplication'
          : 'ManualDiscountApplication',
    index,
    code: application.code,
    title: application.title,
    description: application.title,
    allocationMethod: application.allocationMethod.toUpperCase(),
    targetSelection: application.targetSelection.toUpperCase(),
    targetType: application.targetType.toUpperCase(),
    value: percentage
      ? { __typename: 'PricingPercentageValue', percentage: Number(application.value) }
      : { __typename: 'MoneyV2', amount: application.value, currencyCode: currency },
  };
};

const allocationNodes = (order: Order, discounts: readonly Discount[]) =>
  discounts.map((discount) => {
    const application = order.discountApplications[discount.application];
    return {
      allocatedAmount: moneyV2(discount.amount.shop, order.currency),
      allocatedAmountSet: moneyBag(order, discount.amount),
      discountApplication: discountApplicationNode(
        application ?? {
          type: 'manual',
          title: 'Discount',
          code: null,
          value: '0.0',
          valueType: 'fixed_amount',
          targetType: 'line_item',
          targetSelection: 'all',
          allocationMethod: 'across',
        },
        discount.application,
        order.currency,
      ),
    };
  });

export const lineNode = (world: World, order: Order, line: Line) => {
  const total = lineTotal(line);
  const original = times(line.price, line.quantity);
  const open = unfulfilledOf(order, line.id);
  const shipped = fulfilledOf(order, line.id);
  // Code discounts that spread over the order are not in `discountedTotalSet` unless asked for.
  const both = (bag: typeof total) => ({ set: moneyBag(order, bag), plain: shopDecimal(order, bag) });
  const unit = both(share(total, line.quantity, 0, 1));
  const perUnit = { shop: Math.round(total.shop / line.quantity), pres: Math.round(total.pres / line.quantity) };
  const beforeTax = order.taxesIncluded ? subtract(total, taxOf(line.taxLines)) : total;
  return {
    __typename: 'LineItem',
    id: gidOf('LineItem', line.id),
    canRestock: line.variantId !== null,
    restockable: line.variantId !== null,
    currentQuantity: Math.max(0, currentQuantity(line)),
    customAttributes: line.properties.map(({ name, value }) => ({ key: name, value })),
    discountAllocations: () => allocationNodes(order, line.discounts),
    discountedTotal: both(total).plain,
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean | null }) => {
      if (withCodeDiscounts) return both(total).set;
      const codes = line.discounts.filter((d) => order.discountApplications[d.application]?.type === 'discount_code');
      const without = codes.reduce((bag, discount) => subtract(bag, times(discount.amount, -1)), total);
      return both(without).set;
    },
    discountedUnitPrice: unit.plain,
    discountedUnitPriceSet: both(perUnit).set,
    discountedUnitPriceAfterAllDiscountsSet: both(perUnit).set,
    duties: line.duties.map((duty) => ({
      __typename: 'Duty',
      id: gidOf('Duty', duty.id),
      price: moneyBag(order, duty.price),
      harmonizedSystemCode: duty.hsCode,
      countryCodeOfOrigin: duty.origin,
      taxLines: [],
    })),
    fulfillableQuantity: open,
    fulfillmentStatus: shipped === 0 ? 'unfulfilled' : open === 0 ? 'fulfilled' : 'partial',
    isGiftCard: line.giftCard,
    merchantEditable: true,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    nonFulfillableQuantity: line.quantity - open - shipped,
    originalTotal: both(original).plain,
    originalTotalSet: both(original).set,
    originalUnitPrice: shopDecimal(order, line.price),
    originalUnitPriceSet: moneyBag(order, line.price),
    priceAfterAllDiscountsBeforeTaxesSet: both(beforeTax).set,
    product: () => {
      const product = line.productId ? world.products.get(line.productId) : undefined;
      return product ? productNode(world, product) : null;
    },
    quantity: line.quantity,
    refundableQuantity: refundableQuantity(line),
    requiresShipping: line.requiresShipping,
    sku: line.sku,
    taxLines: ({ first }: { first?: number | null }) => taxLineNodes(order, firstOf(line.taxLines, first)),
    taxable: line.taxable,
    title: line.title,
    totalDiscount: both(discountOf(line)).plain,
    totalDiscountSet: both(discountOf(line)).set,
    unfulfilledDiscountedTotal: both(share(total, line.quantity, shipped, open)).plain,
    unfulfilledDiscountedTotalSet: both(share(total, line.quantity, shipped, open)).set,
    unfulfilledOriginalTotal: both(times(line.price, open)).plain,
    unfulfilledOriginalTotalSet: both(times(line.price, open)).set,
    unfulfilledQuantity: open,
    variant: () => {
      const found = world.findVariant(line.variantId);
      return found ? variantNode(world, found.product, found.variant) : null;
    },
    variantTitle: line.variantTitle,
    vendor: line.vendor,
    weight: { unit: 'GRAMS', value: line.grams },
  };
};

export const shippingLineNode = (order: Order, line: ShippingLine) => {
  const discounted = shippingTotal(line);
  return {
    id: gidOf('ShippingLine', line.id),
    carrierIdentifier: null,
    code: line.code,
    currentDiscountedPriceSet: moneyBag(order, subtract(discounted, line.refunded)),
    custom: false,
    deliveryCategory: null,
    discountAllocations: () => allocationNodes(order, line.discounts),
    discountedPrice: moneyV2(discounted.shop, order.currency),
    discountedPriceSet: moneyBag(order, discounted),
    isRemoved: false,
    originalPrice: moneyV2(line.price.shop, order.currency),
    originalPriceSet: moneyBag(order, line.price),
    phone: null,
    price: shopDecimal(order, line.price),
    shippingRateHandle: null,
    source: line.source,
    taxLines: taxLineNodes(order, line.taxLines),
    title: line.title,
  };
};
