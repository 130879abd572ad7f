import { digitsOf } from './json.ts';
import type { Discount, Line, ShippingLine, Shop, TaxLine } from './model.ts';
import type { Bag } from './money.ts';
import { subtract, ZERO } from './money.ts';
import type { LineItemInput, ShippingLineInput } from './order-input.ts';
import type { OrderMoney } from './order-money.ts';
import { refuse } from './refused.ts';
import type { World } from './world.ts';

export type LineInput = LineItemInput;

const fillTaxes = (money: OrderMoney, taxLines: LineItemInput['tax_lines']): TaxLine[] =>
  (taxLines ?? []).map((tax) => ({
    title: tax.title ?? 'Tax',
    rate: Number(tax.rate ?? 0),
    price: money.read(tax.price, tax.price_set) ?? ZERO,
  }));

const fillDiscounts = (
  money: OrderMoney,
  allocations: LineItemInput['discount_allocations'],
  otherwise: Bag | null,
): Discount[] => {
  const given = (allocations ?? []).map((allocation) => ({
    amount: money.read(allocation.amount, allocation.amount_set) ?? ZERO,
    application: allocation.discount_application_index ?? 0,
  }));
  if (given.length > 0) return given;
  return otherwise && otherwise.pres > 0 ? [{ amount: otherwise, application: 0 }] : [];
};

/** A line item; a variant that the catalogue does not know yet is put there, so that it has stock. */
export const fillLine = (world: World, shop: Shop, money: OrderMoney, input: LineItemInput): Line => {
  const bySku = [...world.products.values()]
    .filter((product) => product.shop === shop.domain)
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })))
    .find(({ variant }) => input.sku && variant.sku === input.sku);
  const known = world.findVariant(digitsOf(input.variant_id)) ?? (input.variant_id ? undefined : bySku);
  const title = input.title ?? input.name ?? known?.product.title ?? 'Item';
  const price =
    money.read(input.price, input.price_set) ??
    (known ? money.read(String(known.variant.price / 100)) : null) ??
    refuse(['line_items', 'price'], `line item ${title} has no price`);
  if (price.pres < 0) refuse(['line_items', 'price'], `line item ${title} has a negative price`);
  const variantId = known?.variant.id ?? digitsOf(input.variant_id);
  const productId = known?.product.id ?? digitsOf(input.product_id);
  if (!known && variantId !== null) {
    addUnknownVariant(world, shop, input, { title, variantId, productId, price });
  }
  return {
    id: digitsOf(input.id) ?? world.nextId('LineItem'),
    title,
    variantTitle: input.variant_title ?? null,
    sku: input.sku ?? known?.variant.sku ?? null,
    vendor: input.vendor ?? known?.product.vendor ?? shop.name,
    productId: known?.product.id ?? productId ?? world.findVariant(variantId)?.product.id ?? null,
    variantId,
    quantity: input.quantity,
    price,
    discounts: fillDiscounts(
      money,
      input.discount_allocations,
      money.read(input.total_discount, input.total_discount_set),
    ),
    taxLines: fillTaxes(money, input.tax_lines),
    duties: (input.duties ?? []).map((duty) => ({
      id: digitsOf(duty.id) ?? world.nextId('Duty'),
      price:
        money.read(
          duty.shop_money?.amount,
          duty.shop_money && duty.presentment_money
            ? { shop_money: duty.shop_money, presentment_money: duty.presentment_money }
            : undefined,
        ) ?? ZERO,
      hsCode: duty.harmonized_system_code ?? null,
      origin: duty.country_code_of_origin ?? null,
      refunded: ZERO,
    })),
    requiresShipping: input.requires_shipping ?? !(input.gift_card ?? false),
    taxable: input.taxable ?? !(input.gift_card ?? false),
    giftCard: input.gift_card ?? false,
    grams: input.grams ?? known?.variant.grams ?? 0,
    fulfillmentService: input.fulfillment_service ?? (input.gift_card ? 'gift_card' : 'manual'),
    properties: input.properties ?? [],
    refunded: 0,
    removed: 0,
    returnedOnly: 0,
    exchangeOf: null,
  };
};

const addUnknownVariant = (
  world: World,
  shop: Shop,
  input: LineItemInput,
  made: { title: string; variantId: string; productId: string | null; price: Bag },
): void => {
  const variant = {
    id: made.variantId,
    productId: made.productId ?? world.nextId('Product'),
    title: input.variant_title ?? 'Default Title',
    sku: input.sku ?? null,
    price: made.price.shop,
    inventoryItemId: digitsOf(input.inventory_item_id) ?? world.nextId('InventoryItem'),
    policy: 'deny' as const,
    grams: input.grams ?? 0,
    barcode: null,
  };
  const product = world.products.get(variant.productId);
  if (product) product.variants.push(variant);
  else {
    world.products.set(variant.productId, {
      id: variant.productId,
      shop: shop.domain,
      title: made.title,
      vendor: input.vendor ?? shop.name,
      productType: '',
      status: 'active',
      createdAt: world.clock.now(),
      variants: [variant],
      metafields: [],
    });
  }
};

export const fillShippingLine = (world: World, money: OrderMoney, input: ShippingLineInput): ShippingLine => {
  const price = money.read(input.price, input.price_set) ?? money.read('0') ?? ZERO;
  const discounted = money.read(input.discounted_price, input.discounted_price_set);
  const discounts = fillDiscounts(money, input.discount_allocations, discounted && subtract(price, discounted));
  return {
    id: digitsOf(input.id) ?? world.nextId('ShippingLine'),
    title: input.title ?? 'Standard',
    code: input.code ?? input.title ?? 'Standard',
    source: input.source ?? 'shopify',
    price,
    discounts,
    taxLines: fillTaxes(money, input.tax_lines),
    refunded: ZERO,
  };
};
