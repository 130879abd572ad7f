import { z } from 'zod';

const CaseLink = z.object({
  id: z.string(),
  number: z.number().int(),
  kind: z.enum(['cancellation', 'backorder', 'return']),
  state: z.string(),
  rma: z.string().nullable(),
});

export const OrderLine = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: z.string().nullable(),
  sku: z.string().nullable(),
  quantity: z.number().int(),
  /** What is left of it after edits and refunds. */
  currentQuantity: z.number().int(),
  unitsShipped: z.number().int(),
  unitPrice: z.number().int(),
  discount: z.number().int(),
  total: z.number().int(),
});
export type OrderLine = z.infer<typeof OrderLine>;

/** Amounts in minor units of `currency`, which is the one the customer paid in. */
export const Order = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  currency: z.string(),
  total: z.number().int(),
  shipping: z.number().int(),
  refunded: z.number().int(),
  financialStatus: z.string(),
  shippingStatus: z.enum(['nothing-to-ship', 'unshipped', 'part-shipped', 'shipped']),
  shipTo: z.string().nullable(),
  disputeOpen: z.boolean().nullable(),
  lines: z.array(OrderLine),
});
export type Order = z.infer<typeof Order>;

/** An order as the orders pages show it. The name is there so that staff recognise whom they speak with. */
export const OrderWithCases = Order.extend({ customerName: z.string().nullable(), openCases: z.array(CaseLink) });
export type OrderWithCases = z.infer<typeof OrderWithCases>;

export const OrderSearch = z.object({ text: z.string().trim().max(200).default('') });
export const OrderList = z.object({ orders: z.array(OrderWithCases) });
export type OrderList = z.infer<typeof OrderList>;

/** Products that were ordered lately. */
export const ProductList = z.object({ products: z.array(z.object({ id: z.string(), title: z.string() })) });
export type ProductList = z.infer<typeof ProductList>;
