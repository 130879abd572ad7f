import { z } from 'zod';
import { CANCEL_REASONS } from '../actions/cancel-order.ts';
import { DISPUTE_STATUSES } from '../actions/dispute.ts';
import { SHIPMENT_STATUSES } from '../actions/fulfill.ts';
import { Refused } from '../model/refused.ts';

/** What the control calls take. */

const Id = z.union([z.string(), z.number()]);
const Quantity = z.number().int().positive();
/** Control calls take a line's id under any of the names that people try. */
const LineRef = z
  .looseObject({
    id: Id.optional(),
    line_item_id: Id.optional(),
    lineItemId: Id.optional(),
    sku: z.string().optional(),
    quantity: Quantity.optional(),
  })
  .transform((line) => ({
    reference: String(line.id ?? line.line_item_id ?? line.lineItemId ?? line.sku ?? ''),
    quantity: line.quantity,
  }));
const Tracking = z
  .union([
    z.string().transform((number) => ({ number, url: null, company: null })),
    z
      .looseObject({ number: z.string().nullish(), url: z.string().nullish(), company: z.string().nullish() })
      .transform(({ number, url, company }) => ({
        number: number ?? null,
        url: url ?? null,
        company: company ?? null,
      })),
  ])
  .nullish();

export const FulfillBody = z.looseObject({
  lines: z.array(LineRef).nullish(),
  tracking: Tracking,
  created_at: z.string().nullish(),
});
export const EventBody = z.looseObject({
  status: z.enum(SHIPMENT_STATUSES),
  message: z.string().nullish(),
  happened_at: z.string().nullish(),
  city: z.string().nullish(),
});
export const CancelBody = z.looseObject({
  reason: z.enum(CANCEL_REASONS).default('customer'),
  restock: z.boolean().default(true),
  refund: z.boolean().default(true),
  note: z.string().nullish(),
});
export const RefundBody = z.looseObject({
  lines: z.array(LineRef).nullish(),
  amount: z.union([z.string(), z.number()]).nullish(),
  shipping: z.union([z.boolean(), z.string(), z.number()]).nullish(),
  /** False: the units count as refunded, and nothing is paid. */
  pay: z.boolean().default(true),
  restock: z.boolean().default(false),
  note: z.string().nullish(),
});
export const InventoryBody = z.looseObject({
  inventory_item_id: Id.optional(),
  sku: z.string().optional(),
  location_id: Id.optional(),
  available: z.number().int(),
});
export const EditBody = z.looseObject({
  lines: z.array(
    z.looseObject({
      id: Id.optional(),
      line_item_id: Id.optional(),
      title: z.string().optional(),
      sku: z.string().optional(),
      price: z.union([z.string(), z.number()]).optional(),
      quantity: z.number().int().min(0),
    }),
  ),
});
export const ReturnRequestBody = z.looseObject({
  lines: z.array(LineRef).nullish(),
  reason: z.string().default('unwanted'),
  note: z.string().nullish(),
  /** `staff`: made in Shopify admin, open at once. */
  by: z.enum(['customer', 'staff']).default('customer'),
});
/** What a person does in Shopify admin, or the customer in their account. */
export const ReturnAnswerBody = z.looseObject({
  answer: z.enum(['approve', 'decline', 'cancel', 'close', 'reopen']),
  note: z.string().nullish(),
});
export const DisputeBody = z.looseObject({
  status: z.enum(DISPUTE_STATUSES).default('needs_response'),
  type: z.enum(['chargeback', 'inquiry']).default('chargeback'),
});
export const ShopBody = z.looseObject({
  domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'expected a domain like second.myshopify.com'),
  name: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a currency like EUR')
    .default('USD'),
  timeZone: z.string().default('America/New_York'),
  country: z.string().length(2).default('US'),
  scopes: z.array(z.string()).optional(),
});
export const ShopUpdateBody = z.looseObject({
  name: z.string().optional(),
  timeZone: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a currency like EUR')
    .optional(),
});
export const ScopesBody = z.looseObject({ scopes: z.array(z.string()) });
export const DeliverBody = z.looseObject({
  topic: z.string().min(1),
  payload: z.unknown(),
  headers: z.record(z.string(), z.string()).optional(),
  shop: z.string().optional(),
});

export const SettleBody = z.looseObject({ accept: z.boolean().default(true) });
export const AnswerBody = z.looseObject({ accept: z.boolean() });

/** @throws Refused naming the fields that are wrong */
export const parsed = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new Refused(result.error.issues.map(({ path, message }) => ({ field: path.map(String), message })));
};
