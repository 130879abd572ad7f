import { gidOf } from '../../model/json.ts';
import type { Level, Location, Product, Variant } from '../../model/model.ts';
import { decimal } from '../../model/money.ts';
import type { World } from '../../model/world.ts';
import { connection, type PageArgs } from '../connection.ts';
import { metafieldFields, time } from './common.ts';

export const locationNode = (location: Location) => ({
  __typename: 'Location',
  id: gidOf('Location', location.id),
  legacyResourceId: location.id,
  name: location.name,
  isActive: location.active,
  activatable: !location.active,
  deactivatable: location.active,
  deletable: false,
  addressVerified: true,
  fulfillsOnlineOrders: true,
  hasActiveInventory: true,
  hasUnfulfilledOrders: true,
  isFulfillmentService: location.service !== 'manual',
  shipsInventory: true,
  address: { country: location.country, countryCode: location.country, formatted: [location.name, location.country] },
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
});

const currencyOf = (world: World, product: Product): string => world.shops.get(product.shop)?.currency ?? 'USD';

export const variantNode = (world: World, product: Product, variant: Variant): object => {
  const available = levelsOf(world, product, variant).reduce((sum, level) => sum + level.available, 0);
  return {
    __typename: 'ProductVariant',
    id: gidOf('ProductVariant', variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    barcode: variant.barcode,
    price: decimal(variant.price, currencyOf(world, product)),
    availableForSale: available > 0 || variant.policy === 'continue',
    inventoryPolicy: variant.policy.toUpperCase(),
    inventoryQuantity: available,
    sellableOnlineQuantity: available,
    position: product.variants.indexOf(variant) + 1,
    taxable: true,
    requiresComponents: false,
    selectedOptions: [{ name: 'Title', value: variant.title }],
    product: () => productNode(world, product),
    inventoryItem: () => inventoryItemNode(world, product, variant),
    createdAt: time(product.createdAt),
    updatedAt: time(product.createdAt),
    ...metafieldFields([], 'PRODUCTVARIANT', () => variantNode(world, product, variant)),
  };
};

export const productNode = (world: World, product: Product): object => ({
  __typename: 'Product',
  id: gidOf('Product', product.id),
  legacyResourceId: product.id,
  title: product.title,
  handle: product.title.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  vendor: product.vendor,
  productType: product.productType,
  status: product.status.toUpperCase(),
  description: '',
  descriptionHtml: '',
  isGiftCard: false,
  hasOnlyDefaultVariant: product.variants.length === 1,
  hasOutOfStockVariants: product.variants.some((variant) =>
    levelsOf(world, product, variant).every((level) => level.available <= 0),
  ),
  requiresSellingPlan: false,
  tags: [],
  totalInventory: product.variants
    .flatMap((variant) => levelsOf(world, product, variant))
    .reduce((sum, level) => sum + level.available, 0),
  tracksInventory: true,
  variants: (args: PageArgs) =>
    connection(
      product.variants,
      args,
      (variant) => variant.id,
      (variant) => variantNode(world, product, variant),
    ),
  variantsCount: { count: product.variants.length, precision: 'EXACT' },
  createdAt: time(product.createdAt),
  updatedAt: time(product.createdAt),
  publishedAt: time(product.createdAt),
  ...metafieldFields(product.metafields, 'PRODUCT', () => productNode(world, product)),
});

/** Stock of a variant at every location of its shop that does its own shipping or was ever counted. */
export const levelsOf = (world: World, product: Product, variant: Variant): Level[] => {
  const shop = world.shops.get(product.shop);
  if (!shop) return [];
  return world
    .locationsOf(shop)
    .filter(
      (location) => location.service === 'manual' || world.levels.has(`${variant.inventoryItemId}/${location.id}`),
    )
    .map((location) => world.levelOf(variant.inventoryItemId, location.id));
};

export const levelGid = (level: Level): string =>
  `${gidOf('InventoryLevel', level.locationId)}?inventory_item_id=${level.itemId}`;

export const quantityOf = (level: Level, name: string): number => {
  if (name === 'available') return level.available;
  if (name === 'committed') return level.committed;
  if (name === 'on_hand') return level.available + level.committed;
  return 0;
};

export const levelNode = (world: World, level: Level): object => ({
  __typename: 'InventoryLevel',
  id: levelGid(level),
  canDeactivate: false,
  isActive: true,
  item: () => {
    const found = world.findItem(level.itemId);
    return found && inventoryItemNode(world, found.product, found.variant);
  },
  location: () => {
    const location = world.locations.get(level.locationId);
    return location && locationNode(location);
  },
  quantities: ({ names }: { names: string[] }) =>
    names.map((name) => ({
      __typename: 'InventoryQuantity',
      id: `${gidOf('InventoryQuantity', level.locationId)}?inventory_item_id=${level.itemId}&name=${name}`,
      name,
      quantity: quantityOf(level, name),
      updatedAt: time(level.updatedAt),
    })),
  createdAt: time(level.updatedAt),
  updatedAt: time(level.updatedAt),
});

export const inventoryItemNode = (world: World, product: Product, variant: Variant): object => ({
  __typename: 'InventoryItem',
  id: gidOf('InventoryItem', variant.inventoryItemId),
  legacyResourceId: variant.inventoryItemId,
  sku: variant.sku,
  tracked: true,
  requiresShipping: true,
  duplicateSkuCount: 0,
  variant: () => variantNode(world, product, variant),
  variants: (args: PageArgs) =>
    connection(
      [variant],
      args,
      (each) => each.id,
      (each) => variantNode(world, product, each),
    ),
  inventoryLevel: ({ locationId }: { locationId: string }) => {
    const level = levelsOf(world, product, variant).find(
      (candidate) => gidOf('Location', candidate.locationId) === locationId,
    );
    return level ? levelNode(world, level) : null;
  },
  inventoryLevels: (args: PageArgs) =>
    connection(
      levelsOf(world, product, variant),
      args,
      (level) => level.locationId,
      (level) => levelNode(world, level),
    ),
  locationsCount: { count: levelsOf(world, product, variant).length, precision: 'EXACT' },
  createdAt: time(product.createdAt),
  updatedAt: time(product.createdAt),
});
