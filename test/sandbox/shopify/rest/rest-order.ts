import { idNumber } from '../model/json.ts';
import type { Customer, Order, Shop } from '../model/model.ts';
import { add, decimal } from '../model/money.ts';
import {
  currentOf,
  currentQuantity,
  dutiesOf,
  financialStatus,
  fulfilledOf,
  outstandingOf,
  totalsOf,
} from '../model/order-sums.ts';
import type { World } from '../model/world.ts';
import { idAndGid, priced, priceSet, restTaxLines, restTime } from './rest-common.ts';
import { restDiscountApplications, restDiscountCodes, restLine, restShippingLine } from './rest-line.ts';
import { restFulfillment, restRefund } from './rest-parts.ts';

export const restFulfillmentStatus = (order: Order): string | null => {
  const lines = order.lines.filter((line) => !line.giftCard && line.requiresShipping);
  const shipped = lines.map((line) => fulfilledOf(order, line.id));
  if (shipped.every((units) => units === 0)) return null;
  return lines.every((line, index) => (shipped[index] ?? 0) >= Math.max(0, currentQuantity(line)))
    ? 'fulfilled'
    : 'partial';
};

export const restCustomer = (customer: Customer, zone: string, order?: Order) => ({
  ...idAndGid('Customer', customer.id),
  created_at: restTime(customer.createdAt, zone),
  updated_at: restTime(customer.createdAt, zone),
  email: customer.email,
  phone: customer.phone,
  first_name: customer.firstName,
  last_name: customer.lastName,
  state: 'disabled',
  note: null,
  verified_email: true,
  multipass_identifier: null,
  tax_exempt: false,
  tags: customer.tags.join(', '),
  currency: order?.currency ?? null,
  tax_exemptions: [],
  default_address: order?.shippingAddress
    ? { id: idNumber(customer.id), customer_id: idNumber(customer.id), ...order.shippingAddress, default: true }
    : null,
});

/** The whole order as Shopify posts it to `orders/*`. */
export const restOrder = (world: World, order: Order): Record<string, unknown> => {
  const shop = world.shopOf(order) as Shop;
  const zone = shop.timeZone;
  const time = (at: number | null) => (at === null ? null : restTime(at, zone));
  const totals = totalsOf(order);
  const current = currentOf(order);
  const customer = order.customerId ? world.customers.get(order.customerId) : undefined;
  const duties = add(...order.lines.map(dutiesOf));
  const hasDuties = order.lines.some((line) => line.duties.length > 0);
  const allTaxes = [...order.lines, ...order.shippingLines].flatMap((line) => line.taxLines);
  const gateways = [...new Set(order.transactions.filter((t) => t.kind !== 'void').map((t) => t.gateway))];
  return {
    ...idAndGid('Order', order.id),
    app_id: 580111,
    browser_ip: null,
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason,
    cancelled_at: time(order.cancelledAt),
    cart_token: null,
    checkout_id: null,
    checkout_token: null,
    client_details: null,
    closed_at: time(order.closedAt),
    confirmation_number: `C${order.number}`,
    confirmed: true,
    contact_email: order.email,
    created_at: time(order.createdAt),
    currency: order.currency,
    ...priced(order, 'current_subtotal_price', current.subtotal),
    current_total_additional_fees_set: null,
    ...priced(order, 'current_total_discounts', current.discounts),
    current_total_duties_set: hasDuties ? priceSet(order, current.duties) : null,
    ...priced(order, 'current_total_price', current.total),
    ...priced(order, 'current_total_tax', current.tax),
    current_shipping_price_set: priceSet(order, current.shipping),
    customer_locale: order.locale,
    device_id: null,
    discount_codes: restDiscountCodes(order),
    duties_included: false,
    email: order.email ?? '',
    estimated_taxes: false,
    financial_status: financialStatus(order),
    fulfillment_status: restFulfillmentStatus(order),
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note,
    note_attributes: [],
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://${order.shop}/orders/${order.id}/authenticate`,
    original_total_additional_fees_set: null,
    original_total_duties_set: hasDuties ? priceSet(order, duties) : null,
    payment_gateway_names: gateways,
    phone: order.phone,
    po_number: null,
    presentment_currency: order.presentmentCurrency,
    processed_at: time(order.processedAt),
    reference: null,
    referring_site: null,
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    ...priced(order, 'subtotal_price', totals.subtotal),
    tags: order.tags.join(', '),
    tax_exempt: false,
    tax_lines: restTaxLines(order, allTaxes),
    taxes_included: order.taxesIncluded,
    test: order.test,
    token: `token-${order.id}`,
    total_cash_rounding_payment_adjustment_set: priceSet(order, { shop: 0, pres: 0 }),
    total_cash_rounding_refund_adjustment_set: priceSet(order, { shop: 0, pres: 0 }),
    ...priced(order, 'total_discounts', totals.discounts),
    ...priced(order, 'total_line_items_price', totals.lineItems),
    total_outstanding: decimal(outstandingOf(order).shop, order.currency),
    ...priced(order, 'total_price', totals.total),
    total_shipping_price_set: priceSet(order, totals.shipping),
    ...priced(order, 'total_tax', totals.tax),
    total_tip_received: decimal(order.tips.shop, order.currency),
    total_tip_received_set: priceSet(order, order.tips),
    total_weight: order.lines.reduce((sum, line) => sum + line.grams * line.quantity, 0),
    updated_at: time(order.updatedAt),
    user_id: null,
    billing_address: order.billingAddress,
    customer: customer ? restCustomer(customer, zone, order) : null,
    discount_applications: restDiscountApplications(order),
    fulfillments: order.fulfillments.map((fulfillment) => restFulfillment(order, fulfillment, zone)),
    line_items: order.lines.map((line) => restLine(order, line)),
    payment_terms: null,
    refunds: order.refunds.map((refund) => restRefund(order, refund, zone)),
    shipping_address: order.shippingAddress,
    shipping_lines: order.shippingLines.map((line) => restShippingLine(order, line)),
    returns: order.returns.map((ret) => ({
      ...idAndGid('Return', ret.id),
      name: ret.name,
      status: ret.status,
    })),
  };
};
