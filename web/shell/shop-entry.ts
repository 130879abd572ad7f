import type { NewShopEntry } from '../../policy/app/policy.ts';
import type { Context } from './handler.ts';

/** An entry of the shop's own history. Texts carry no personal data of customers. */
export const shopEntry = (
  context: Context,
  event: string,
  text: string,
  subject: string | null = null,
): NewShopEntry => ({
  id: context.ids.id(),
  at: context.now,
  by: context.by,
  byName: context.byName,
  event,
  subject,
  text,
  clauses: [],
});
