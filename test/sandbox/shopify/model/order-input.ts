import { z } from 'zod';

/** What `POST /shopify/orders` takes: an Order in webhook form of which only the lines are required. */

const Id = z.union([z.number(), z.string()]).nullish();
const Amount = z.union([z.number(), z.string()]).optional().nullable();
const Price = z.object({ amount: z.union([z.number(), z.string()]), currency_code: z.string() });
export const PriceSet = z.object({ shop_money: Price, presentment_money: Price }).nullish();
const Text = z.string().nullish();

const TaxLineInput = z.looseObject({
  title: z.string().optional(),
  rate: z.union([z.number(), z.string()]).nullish(),
  price: Amount,
  price_set: PriceSet,
});
const Allocation = z.looseObject({
  amount: Amount,
  amount_set: PriceSet,
  discount_application_index: z.number().int().optional(),
});

export const LineItemInput = z.looseObject({
  id: Id,
  title: z.string().optional(),
  name: Text,
  variant_title: Text,
  sku: Text,
  vendor: Text,
  product_id: Id,
  variant_id: Id,
  inventory_item_id: Id,
  quantity: z.number().int().positive().default(1),
  price: Amount,
  price_set: PriceSet,
  total_discount: Amount,
  total_discount_set: PriceSet,
  discount_allocations: z.array(Allocation).optional(),
  tax_lines: z.array(TaxLineInput).optional(),
  duties: z
    .array(
      z.looseObject({
        id: Id,
        shop_money: Price.optional(),
        presentment_money: Price.optional(),
        harmonized_system_code: Text,
        country_code_of_origin: Text,
      }),
    )
    .optional(),
  requires_shipping: z.boolean().optional(),
  taxable: z.boolean().optional(),
  gift_card: z.boolean().optional(),
  grams: z.number().optional(),
  fulfillment_service: Text,
  properties: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  tip: z.unknown().optional(),
});
export type LineItemInput = z.infer<typeof LineItemInput>;

export const ShippingLineInput = z.looseObject({
  id: Id,
  title: z.string().optional(),
  code: Text,
  source: Text,
  price: Amount,
  price_set: PriceSet,
  discounted_price: Amount,
  discounted_price_set: PriceSet,
  discount_allocations: z.array(Allocation).optional(),
  tax_lines: z.array(TaxLineInput).optional(),
});
export type ShippingLineInput = z.infer<typeof ShippingLineInput>;

const TransactionInput = z.looseObject({
  id: Id,
  parent_id: Id,
  kind: z.string().optional(),
  status: z.enum(['success', 'pending', 'failure', 'error']).optional(),
  gateway: z.string().optional(),
  amount: z.union([z.number(), z.string()]).optional(),
  currency: z.string().optional(),
  processed_at: z.string().optional(),
});

export const FulfillmentInput = z.looseObject({
  id: Id,
  status: Text,
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  shipment_status: Text,
  tracking_company: Text,
  tracking_number: Text,
  tracking_url: Text,
  line_items: z.array(z.looseObject({ id: Id, quantity: z.number().int().positive() })).optional(),
});

export const RefundInput = z.looseObject({
  id: Id,
  created_at: z.string().optional(),
  note: Text,
  refund_line_items: z
    .array(
      z.looseObject({
        line_item_id: Id,
        quantity: z.number().int().positive(),
        restock_type: z.string().optional(),
      }),
    )
    .optional(),
  transactions: z.array(TransactionInput).optional(),
  shipping: z.object({ amount: z.union([z.number(), z.string()]) }).optional(),
});

export const OrderInput = z.looseObject({
  id: Id,
  name: z.string().optional(),
  order_number: z.number().int().optional(),
  shop: z.string().optional(),
  email: Text,
  contact_email: Text,
  phone: Text,
  currency: z.string().optional(),
  presentment_currency: z.string().optional(),
  taxes_included: z.boolean().optional(),
  financial_status: z
    .enum(['pending', 'authorized', 'partially_paid', 'paid', 'partially_refunded', 'refunded', 'voided', 'expired'])
    .nullish(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  processed_at: Text,
  cancelled_at: Text,
  cancel_reason: Text,
  closed_at: Text,
  customer_locale: Text,
  note: Text,
  source_name: Text,
  gateway: Text,
  payment_gateway_names: z.array(z.string()).optional(),
  tags: z.union([z.string(), z.array(z.string())]).optional(),
  test: z.boolean().optional(),
  customer: z
    .looseObject({
      id: Id,
      email: Text,
      first_name: Text,
      last_name: Text,
      phone: Text,
    })
    .nullish(),
  shipping_address: z.looseObject({}).nullish(),
  billing_address: z.looseObject({}).nullish(),
  line_items: z.array(LineItemInput).min(1, 'an order has at least one line item'),
  shipping_lines: z.array(ShippingLineInput).optional(),
  tax_lines: z.array(TaxLineInput).optional(),
  total_tax: Amount,
  total_price: Amount,
  total_price_set: PriceSet,
  total_discounts: Amount,
  total_discounts_set: PriceSet,
  total_tip_received: Amount,
  total_tip_received_set: PriceSet,
  discount_codes: z.array(z.looseObject({ code: z.string(), amount: Amount, type: z.string().optional() })).optional(),
  discount_applications: z
    .array(
      z.looseObject({
        type: Text,
        title: Text,
        code: Text,
        description: Text,
        value: Amount,
        value_type: Text,
        target_type: Text,
      }),
    )
    .optional(),
  transactions: z.array(TransactionInput).optional(),
  fulfillments: z.array(FulfillmentInput).optional(),
  refunds: z.array(RefundInput).optional(),
});
export type OrderInput = z.infer<typeof OrderInput>;
