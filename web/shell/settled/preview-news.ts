import type { CaseRecord } from '../../../policy/app/records.ts';
import { previewText, type ReturnPreview } from '../../../policy/app/return-preview.ts';
import type { NewEffect, NewEntry } from '../../../policy/app/store.ts';
import { entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import type { Context, World } from '../handler.ts';

/**
 * Shopify reckons the return otherwise than the policy, before anything has come back: a person hears it now, and not
 * when the customer waits for the money. Nothing is paid while the two differ.
 */
export const previewNews = (
  world: World,
  record: CaseRecord,
  preview: ReturnPreview | null,
  context: Context,
): Readonly<{ entries: readonly NewEntry[]; effects: readonly NewEffect[] }> => {
  if (preview === null) return { entries: [], effects: [] };
  const text = `${previewText(preview, world.order?.facts.currency ?? world.shop.currency)}; nothing is paid while they differ`;
  return {
    entries: [entry(context, record.id, { event: 'return.preview-differs', text })],
    effects: alertStaff(context, record, text),
  };
};
