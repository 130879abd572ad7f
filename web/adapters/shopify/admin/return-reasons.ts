import type { ReturnReason as OurReason } from '../../../../policy/decision.ts';
import type { Call } from '../client.ts';
import { READ_RETURN_REASONS } from '../operations/read-return-reasons.ts';
import type { ReturnReason } from '../operations.generated.ts';

/**
 * Our reasons in Shopify's words: the handle of its library of reasons, and the older enum where a shop's library lacks
 * it. "Other" needs a note, so each has a sentence of its own for when the agent wrote none.
 */
const REASONS: Readonly<Record<OurReason, Readonly<{ handle: string; legacy: ReturnReason; sentence: string }>>> = {
  defective: { handle: 'damaged-or-defective', legacy: 'DEFECTIVE', sentence: 'Defective' },
  changed_mind: { handle: 'changed-my-mind', legacy: 'UNWANTED', sentence: 'Changed their mind' },
  customer_ordered_wrong: { handle: 'other-reason', legacy: 'OTHER', sentence: 'Customer ordered the wrong item' },
  wrong_item_sent: { handle: 'received-the-wrong-item', legacy: 'WRONG_ITEM', sentence: 'We sent the wrong item' },
  missing_item: { handle: 'other-reason', legacy: 'OTHER', sentence: 'An item was missing' },
  refused_delivery: { handle: 'other-reason', legacy: 'OTHER', sentence: 'Customer refused the delivery' },
};

/** Shopify's limit on the note of a return's reason. */
const LONGEST_NOTE = 255;

export type ReasonInput = Readonly<{
  returnReasonDefinitionId?: string;
  returnReason?: ReturnReason;
  returnReasonNote: string;
}>;

const isOurs = (reason: string): reason is OurReason => Object.hasOwn(REASONS, reason);

/** Reads a shop's library of reasons once; it is Shopify's own and does not change under a running process. */
export const createReturnReasons = (
  call: Call,
): ((shop: string, reason: string, note: string) => Promise<ReasonInput>) => {
  const libraries = new Map<string, ReadonlyMap<string, string>>();
  const libraryOf = async (shop: string): Promise<ReadonlyMap<string, string>> => {
    const known = libraries.get(shop);
    if (known !== undefined) return known;
    const handles = [...new Set(Object.values(REASONS).map(({ handle }) => handle))];
    const { returnReasonDefinitions } = await call(shop, READ_RETURN_REASONS, { handles });
    const library = new Map(returnReasonDefinitions.nodes.map(({ id, handle }) => [handle, id]));
    libraries.set(shop, library);
    return library;
  };

  return async (shop, reason, note) => {
    if (!isOurs(reason)) throw new TypeError(`no reason for a return: ${reason.slice(0, 40)}`);
    const { handle, legacy, sentence } = REASONS[reason];
    const definition = (await libraryOf(shop)).get(handle);
    return {
      ...(definition === undefined ? { returnReason: legacy } : { returnReasonDefinitionId: definition }),
      returnReasonNote: (note.trim() || sentence).slice(0, LONGEST_NOTE),
    };
  };
};
