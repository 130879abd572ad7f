import { gidOf } from '../../model/json.ts';
import { minorOf } from '../../model/money.ts';
import { refuse } from '../../model/refused.ts';
import { connection, type PageArgs } from '../connection.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { moneyBag } from '../money-out.ts';
import { mutation } from '../mutation.ts';
import { metafieldFields, time, timeOrNull } from '../nodes/common.ts';
import type { TypeResolvers } from '../schema.ts';

/** A draft order, as far as an invoice for a surcharge needs it: custom items and a shipping line, shop currency. */
export type DraftOrder = {
  id: string;
  currency: string;
  email: string | null;
  note: string | null;
  tags: string[];
  status: 'OPEN' | 'INVOICE_SENT' | 'COMPLETED';
  createdAt: number;
  invoiceSentAt: number | null;
  lines: { id: string; title: string; quantity: number; price: number }[];
  shipping: number;
};

export const draftOrderNode = (context: Context, draft: DraftOrder): object => {
  const currencies = { currency: draft.currency, presentmentCurrency: draft.currency };
  const bag = (minor: number) => moneyBag(currencies, { shop: minor, pres: minor });
  const subtotal = draft.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  return {
    __typename: 'DraftOrder',
    id: gidOf('DraftOrder', draft.id),
    legacyResourceId: draft.id,
    name: `#D${draft.id.slice(-4)}`,
    status: draft.status,
    email: draft.email,
    note2: draft.note,
    tags: draft.tags,
    currencyCode: draft.currency,
    presentmentCurrencyCode: draft.currency,
    createdAt: time(draft.createdAt),
    updatedAt: time(draft.invoiceSentAt ?? draft.createdAt),
    invoiceSentAt: timeOrNull(draft.invoiceSentAt),
    invoiceUrl: `https://${context.shop.domain}/invoices/${draft.id}`,
    ready: true,
    taxExempt: false,
    taxesIncluded: false,
    lineItems: (args: PageArgs) =>
      connection(
        draft.lines,
        args,
        (line) => line.id,
        (line) => ({
          __typename: 'DraftOrderLineItem',
          id: gidOf('DraftOrderLineItem', line.id),
          uuid: line.id,
          title: line.title,
          name: line.title,
          quantity: line.quantity,
          custom: true,
          isGiftCard: false,
          requiresShipping: false,
          taxable: false,
          originalUnitPriceSet: bag(line.price),
          originalTotalSet: bag(line.price * line.quantity),
          discountedTotalSet: bag(line.price * line.quantity),
          approximateDiscountedUnitPriceSet: bag(line.price),
          totalDiscountSet: bag(0),
        }),
      ),
    lineItemsSubtotalPrice: bag(subtotal),
    subtotalPriceSet: bag(subtotal),
    totalLineItemsPriceSet: bag(subtotal),
    totalDiscountsSet: bag(0),
    totalShippingPriceSet: bag(draft.shipping),
    totalTaxSet: bag(0),
    totalPriceSet: bag(subtotal + draft.shipping),
    totalQuantityOfLineItems: draft.lines.reduce((sum, line) => sum + line.quantity, 0),
    totalWeight: '0',
    ...metafieldFields([], 'DRAFTORDER', () => draftOrderNode(context, draft)),
  };
};

type Price = { amount: string; currencyCode: string };

export const DRAFT_ORDER_MUTATIONS: TypeResolvers = {
  draftOrderCreate: mutation(
    { scopes: ['write_draft_orders'] },
    (
      {
        input,
      }: {
        input: {
          email?: string | null;
          note?: string | null;
          tags?: string[] | null;
          lineItems?:
            | readonly {
                title?: string | null;
                quantity: number;
                originalUnitPrice?: string | null;
                originalUnitPriceWithCurrency?: Price | null;
                variantId?: string | null;
              }[]
            | null;
          shippingLine?: { title?: string | null; price?: string | null; priceWithCurrency?: Price | null } | null;
        };
      },
      context,
      action,
    ) => {
      const { currency } = context.shop;
      const minor = (amount: string | null | undefined) => (amount ? (minorOf(amount, currency) ?? 0) : 0);
      if (!input.lineItems?.length) refuse(null, 'Add at least 1 product');
      const lines = (input.lineItems ?? []).map((line, index) => {
        const variant = line.variantId ? context.world.findVariant(idOf(line.variantId, 'ProductVariant')) : undefined;
        const title = line.title ?? variant?.product.title;
        if (!title) return refuse(['lineItems', String(index), 'title'], 'Merchandise title is empty.');
        if (line.quantity < 1)
          refuse(['lineItems', String(index), 'quantity'], 'Quantity must be greater than or equal to 1');
        const given = line.originalUnitPriceWithCurrency?.amount ?? line.originalUnitPrice;
        return {
          id: context.world.nextId('DraftOrderLineItem'),
          title,
          quantity: line.quantity,
          price: given ? minor(given) : (variant?.variant.price ?? 0),
        };
      });
      const draft: DraftOrder = {
        id: context.world.nextId('DraftOrder'),
        currency,
        email: input.email ?? null,
        note: input.note ?? null,
        tags: [...(input.tags ?? [])],
        status: 'OPEN',
        createdAt: action.at,
        invoiceSentAt: null,
        lines,
        shipping: minor(input.shippingLine?.priceWithCurrency?.amount ?? input.shippingLine?.price),
      };
      context.edits.drafts.set(draft.id, draft);
      return { draftOrder: draftOrderNode(context, draft), userErrors: [] };
    },
  ),
  draftOrderInvoiceSend: mutation(
    { scopes: ['write_draft_orders'] },
    ({ id, email }: { id: string; email?: { to?: string | null } | null }, context, action) => {
      const draft = context.edits.drafts.get(idOf(id, 'DraftOrder'));
      if (!draft) return refuse(['id'], 'Draft order not found');
      if (!(email?.to ?? draft.email)) refuse(null, "To can't be blank");
      draft.status = 'INVOICE_SENT';
      draft.invoiceSentAt = action.at;
      return { draftOrder: draftOrderNode(context, draft), userErrors: [] };
    },
  ),
};
