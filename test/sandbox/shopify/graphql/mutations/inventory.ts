import { changeLevel } from '../../actions/stock.ts';
import { gidOf } from '../../model/json.ts';
import type { Level } from '../../model/model.ts';
import { refuse } from '../../model/refused.ts';
import type { Context } from '../context.ts';
import { idOf } from '../context.ts';
import { mutation } from '../mutation.ts';
import { time } from '../nodes/common.ts';
import { inventoryItemNode, locationNode, quantityOf } from '../nodes/product.ts';
import type { TypeResolvers } from '../schema.ts';

type Change = {
  inventoryItemId: string;
  locationId: string;
  changeFromQuantity?: number | null;
  delta?: number;
  quantity?: number;
};

const needLevel = (context: Context, change: Change, at: (key: string) => string[]): Level => {
  const itemId = idOf(change.inventoryItemId, 'InventoryItem');
  const locationId = idOf(change.locationId, 'Location');
  const found = context.world.findItem(itemId);
  if (found?.product.shop !== context.shop.domain) {
    refuse(at('inventoryItemId'), 'The specified inventory item could not be found.', 'INVALID_INVENTORY_ITEM');
  }
  if (context.world.locations.get(locationId)?.shop !== context.shop.domain) {
    refuse(at('locationId'), 'The specified location could not be found.', 'INVALID_LOCATION');
  }
  return context.world.levelOf(itemId, locationId);
};

/** Sets or shifts stock; `changeFromQuantity` makes it a compare-and-swap. All changes are made, or none. */
const changing = (list: 'changes' | 'quantities', names: readonly string[], wrongName: string) =>
  mutation(
    { scopes: ['write_inventory'] },
    (
      {
        input,
      }: {
        input: {
          name: string;
          reason: string;
          referenceDocumentUri?: string | null;
          changes?: readonly Change[];
          quantities?: readonly Change[];
        };
      },
      context,
      action,
    ) => {
      if (!names.includes(input.name)) {
        refuse(['input', 'name'], `The quantity name must be one of: ${names.join(', ')}.`, wrongName);
      }
      const planned = (input[list] ?? []).map((change, index) => {
        const at = (key: string) => ['input', list, String(index), key];
        const level = needLevel(context, change, at);
        const before = quantityOf(level, input.name);
        const expected = change.changeFromQuantity;
        if (expected !== null && expected !== undefined && expected !== before) {
          const message = 'The changeFromQuantity argument no longer matches the persisted quantity.';
          refuse(at('changeFromQuantity'), message, 'CHANGE_FROM_QUANTITY_STALE');
        }
        const delta = change.delta ?? (change.quantity ?? 0) - before;
        if (list === 'quantities' && (change.quantity ?? 0) < 0) {
          refuse(at('quantity'), "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE');
        }
        return { level, delta };
      });
      for (const { level, delta } of planned) changeLevel(context.world, action, level, { available: delta });
      return {
        inventoryAdjustmentGroup: {
          __typename: 'InventoryAdjustmentGroup',
          id: gidOf('InventoryAdjustmentGroup', context.world.nextId('InventoryAdjustmentGroup')),
          createdAt: time(action.at),
          reason: input.reason,
          referenceDocumentUri: input.referenceDocumentUri ?? null,
          changes: planned.map(({ level, delta }) => ({
            delta,
            name: input.name,
            quantityAfterChange: quantityOf(level, input.name),
            item: () => {
              const found = context.world.findItem(level.itemId);
              return found ? inventoryItemNode(context.world, found.product, found.variant) : null;
            },
            location: () => {
              const location = context.world.locations.get(level.locationId);
              return location ? locationNode(location) : null;
            },
          })),
        },
        userErrors: [],
      };
    },
  );

export const INVENTORY_MUTATIONS: TypeResolvers = {
  inventoryAdjustQuantities: changing('changes', ['available'], 'INVALID_QUANTITY_NAME'),
  inventorySetQuantities: changing('quantities', ['available', 'on_hand'], 'INVALID_NAME'),
};
