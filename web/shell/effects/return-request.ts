import type { CommandOf } from '../../../policy/app/commands.ts';
import type { Runner } from './runner.ts';

type Reason = CommandOf<'return.request'>['reason'];

/** Reasons of Shopify's library that say what a reason of the policy says. */
const BY_HANDLE: Readonly<Record<string, Reason>> = {
  'damaged-or-defective': 'defective',
  'received-the-wrong-item': 'wrong_item_sent',
  'item-not-as-described': 'wrong_item_sent',
  'ordered-by-mistake': 'customer_ordered_wrong',
  'ordered-the-wrong-item': 'customer_ordered_wrong',
  'missing-parts': 'missing_item',
};

/** "Other" and an unknown reason are told by the customer's own words, where these leave no doubt. */
const BY_NOTE: readonly (readonly [RegExp, Reason])[] = [
  [
    /\b(?:by mistake|by accident|accidentally|ordered (?:the )?wrong|wrong (?:one|size|item) ordered)\b/i,
    'customer_ordered_wrong',
  ],
  [/\b(?:broken|defect\w*|faulty|does ?n[o']t work|stopped working|dead on arrival)\b/i, 'defective'],
  [/\b(?:you sent|sent me|received) (?:me )?(?:the |a )?wrong\b/i, 'wrong_item_sent'],
  [/\b(?:missing|never (?:came|arrived)|not in the (?:box|parcel))\b/i, 'missing_item'],
];

/** Too small, a colour, a style, or nothing that says otherwise: no longer wanted, which gives the least. A person may say more. */
const reasonOf = (handle: string | null, note: string): Reason =>
  BY_HANDLE[handle ?? ''] ?? BY_NOTE.find(([words]) => words.test(note))?.[1] ?? 'changed_mind';

/** What our own Returns say on their lines (`markOf`): one whose answer is on its way is not taken for staff's. */
const OURS = /^(?:RMA-|Makegood case \d+:)/;

/**
 * P5: a customer asked for a return in Shopify, or staff made one there by hand. What was asked re-enters as the same
 * request as through our own form.
 */
export const readReturnRequest: Runner<'shopify.read-return-request'> = async (deps, effect, record) => {
  const asked = await deps.background.readReturnRequest(record.shop, effect.returnId);
  const byHand = asked?.status === 'open' && !asked.lines.some((line) => OURS.test(line.staffNote ?? ''));
  if (asked === null || asked.lines.length === 0 || (asked.status !== 'requested' && !byHand))
    return { done: { asked: false } };
  const counts = new Map<string, number>();
  for (const line of asked.lines) counts.set(line.lineItemId, (counts.get(line.lineItemId) ?? 0) + line.quantity);
  const note = [...new Set(asked.lines.flatMap((line) => line.note ?? line.staffNote ?? []))].join(' / ').slice(0, 500);
  const outcome = await deps.handle(
    { id: `return-request:${effect.returnId}`, shop: record.shop, actor: { kind: 'shopify' } },
    {
      kind: 'return.request',
      orderId: effect.orderId,
      reason: reasonOf(asked.lines[0]?.reason ?? null, note),
      lines: [...counts].map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
      ...(note === '' ? {} : { because: note }),
      remedy: 'refund',
      photos: [],
      shopifyReturn: { id: effect.returnId, name: asked.name, ...(byHand && { byHand }) },
    },
  );
  return { done: { asked: true, caseId: outcome.caseId } };
};
