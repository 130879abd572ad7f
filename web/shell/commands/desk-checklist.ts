import { type Handler, plan, refused } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';
import { settingsVersion } from './shop-configure.ts';

/** P33: what the warehouse looks for in a parcel of this product. */
export const deskSetChecklist: Handler<'desk.set-checklist'> = {
  subject: () => ({}),
  decide: ({ shop }, { expected, productId, title, parts }, context) => {
    if (settingsVersion(shop) !== expected)
      return refused('stale', 'somebody else changed a checklist since you looked: look again, then repeat yours');
    const { [productId]: _before, ...others } = shop.preferences?.checklists ?? {};
    const checklists = parts.length === 0 ? others : { ...others, [productId]: parts };
    const text =
      parts.length === 0 ? `removed the checklist of ${title}` : `set the checklist of ${title}: ${parts.join(', ')}`;
    return plan({
      shop: { ...shop, preferences: { ...shop.preferences, version: expected + 1, checklists } },
      shopEntries: [shopEntry(context, { event: 'desk.set-checklist', subject: productId, text, clauses: ['P33'] })],
    });
  },
};
