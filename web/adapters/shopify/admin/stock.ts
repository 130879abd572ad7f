import type { ShopifyAdmin, StockFigure } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { READ_STOCK, READ_STOCK_OF_VARIANT } from '../operations/read-stock.ts';
import type { StockFragment } from '../operations.generated.ts';

type Stock = Pick<ShopifyAdmin, 'readStock'>;

export const createStock = (call: Call): Stock => ({
  readStock: async (shop, of) => {
    if ('inventoryItemId' in of) {
      const { inventoryItem } = await call(shop, READ_STOCK, { id: gid('InventoryItem', of.inventoryItemId) });
      return figureOf(inventoryItem);
    }
    const { productVariant } = await call(shop, READ_STOCK_OF_VARIANT, { id: gid('ProductVariant', of.variantId) });
    return figureOf(productVariant?.inventoryItem ?? null);
  },
});

/** Over all locations: an order may be moved to where there is some. */
const figureOf = (item: StockFragment | null): StockFigure | null => {
  if (item === null || !item.tracked) return null;
  const variants = item.variants?.nodes ?? [];
  return {
    inventoryItemId: legacyId(item.id),
    variantIds: variants.map((variant) => legacyId(variant.id)),
    available: item.inventoryLevels.nodes
      .flatMap((level) => level.quantities)
      .reduce((total, { quantity }) => total + quantity, 0),
    oversells: variants.some((variant) => variant.inventoryPolicy === 'CONTINUE'),
  };
};
