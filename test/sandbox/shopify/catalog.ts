import type { Product, Shop } from './model/model.ts';
import type { World } from './model/world.ts';

/** What the shops of the sandbox sell; prices in minor units of the shop's currency. */
type Entry = { title: string; type: string; sku: string; price: number; grams: number; stock: number };

const CATALOG: readonly Entry[] = [
  { title: 'Aurora wireless headphones', type: 'Audio', sku: 'AUR-HP-01', price: 4000, grams: 260, stock: 42 },
  { title: 'Brook electric kettle', type: 'Kitchen', sku: 'BRK-KT-17', price: 5900, grams: 1150, stock: 18 },
  { title: 'Lumen desk lamp', type: 'Lighting', sku: 'LUM-DL-03', price: 7450, grams: 1900, stock: 25 },
  { title: 'Volt USB-C charger 65 W', type: 'Power', sku: 'VLT-CH-65', price: 3499, grams: 130, stock: 120 },
  { title: 'Tide waterproof speaker', type: 'Audio', sku: 'TID-SP-02', price: 8900, grams: 540, stock: 3 },
  { title: 'Fern coffee grinder', type: 'Kitchen', sku: 'FRN-CG-09', price: 6425, grams: 980, stock: 11 },
  { title: 'Juniper travel mug', type: 'Kitchen', sku: 'JUN-TM-05', price: 2195, grams: 310, stock: 64 },
  { title: 'Slate phone stand', type: 'Accessories', sku: 'SLT-PS-01', price: 1850, grams: 220, stock: 77 },
  { title: 'Ember heated blanket', type: 'Home', sku: 'EMB-HB-04', price: 9800, grams: 2100, stock: 1 },
  { title: 'Replacement ear pads', type: 'Audio', sku: 'AUR-EP-01', price: 1290, grams: 40, stock: 200 },
];

/** Puts a location and the catalogue into a new shop. */
export const stockShop = (world: World, shop: Shop): void => {
  const locationId = world.nextId('Location');
  world.locations.set(locationId, {
    id: locationId,
    shop: shop.domain,
    name: 'Main warehouse',
    active: true,
    country: shop.country,
    service: 'manual',
  });
  for (const entry of CATALOG) {
    const productId = world.nextId('Product');
    const itemId = world.nextId('InventoryItem');
    const product: Product = {
      id: productId,
      shop: shop.domain,
      title: entry.title,
      vendor: shop.name,
      productType: entry.type,
      status: 'active',
      createdAt: world.clock.now(),
      metafields: [],
      variants: [
        {
          id: world.nextId('ProductVariant'),
          productId,
          title: 'Default Title',
          sku: entry.sku,
          price: entry.price,
          inventoryItemId: itemId,
          policy: 'deny',
          grams: entry.grams,
          barcode: null,
        },
      ],
    };
    world.products.set(productId, product);
    world.levelOf(itemId, locationId).available = entry.stock;
  }
};
