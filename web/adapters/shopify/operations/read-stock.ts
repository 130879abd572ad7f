import type {
  ReadStockOfVariantQuery,
  ReadStockOfVariantQueryVariables,
  ReadStockQuery,
  ReadStockQueryVariables,
} from '../operations.generated.ts';
import { operation } from './operation.ts';

const STOCK_FRAGMENT = `
  fragment Stock on InventoryItem {
    id
    tracked
    variants(first: 5) {
      nodes {
        id
        inventoryPolicy
      }
    }
    inventoryLevels(first: 50) {
      nodes {
        quantities(names: ["available"]) {
          quantity
        }
      }
    }
  }
`;

/** What is there of an inventory item, location by location. */
export const READ_STOCK = operation<ReadStockQuery, ReadStockQueryVariables>(`
  query ReadStock($id: ID!) {
    inventoryItem(id: $id) {
      ...Stock
    }
  }
  ${STOCK_FRAGMENT}
`);

/** The same, where only the variant is known: webhooks name no inventory item. */
export const READ_STOCK_OF_VARIANT = operation<ReadStockOfVariantQuery, ReadStockOfVariantQueryVariables>(`
  query ReadStockOfVariant($id: ID!) {
    productVariant(id: $id) {
      inventoryItem {
        ...Stock
      }
    }
  }
  ${STOCK_FRAGMENT}
`);
