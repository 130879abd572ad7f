import type { CaseRecord } from '../../policy/app/records.ts';
import type { Changes, NewEffect, NewEntry } from '../../policy/app/store.ts';
import { tellCase } from './effects-of.ts';
import type { Context, World } from './handler.ts';

/**
 * What of a case's history is news to whoever follows it in its thread: what carriers, customers and colleagues did, what
 * was found, what was paid. How the case went on by itself stands on its card, and in its history.
 */
const NEWS: ReadonlySet<string> = new Set([
  ...[
    'accept-late',
    'ask-better-evidence',
    'authorize',
    'carrier-accepted',
    'changed',
    'customer-cancels',
    'deadline-passed',
    'deadline-passed-shipped-in-time',
    'decline',
    'extend',
    'extend-late',
    'false-alarm',
    'judge',
    'merchant-bears-loss',
    'not-solved',
    'parcel-received',
    'photos',
    'refusal-confirmed',
    'remedy',
    'solved',
    'tracking-added',
    'write-off',
  ].map((event) => `return.${event}`),
  ...[
    'all-shipped',
    'convert-to-return',
    'decline',
    'lines-refunded',
    'order-canceled',
    'part-shipped-meanwhile',
    'recall-accepted',
    'recall-rejected',
    'shipped-meanwhile',
    'withdraw',
  ].map((event) => `cancellation.${event}`),
  ...[
    'change-mind',
    'confirm-wait',
    'decline-wait',
    'discontinued',
    'eta-slipped',
    'fulfilled',
    'line-gone',
    'max-wait-over',
    'refund-confirmed',
    'response-due',
    'stock-back',
    'stock-gone',
    'stock-in',
  ].map((event) => `backorder.${event}`),
  ...[
    'approve',
    'approve-first',
    'attribute',
    'by-hand',
    'refund-confirmed',
    'refund-found',
    'refund-seen',
    'settle-by-hand',
    'settlement-failed',
  ].map((event) => `refund.${event}`),
  'case.note',
  'case.reopen',
  'exchange.convert',
  'exchange.fulfilled',
  'exchange.shipped-first',
  'parcel.match',
  'unit.confirm',
  'unit.inspect',
]);

const isNews = ({ event }: NewEntry, { actor }: Context): boolean =>
  // A note that was written in Slack is read where it was written.
  event === 'case.note' ? actor.kind !== 'slack' : NEWS.has(event) || /^(unit\.decide|delivery)\./.test(event);

/**
 * A short reply in the thread of each case that has news. Not where the case is opened by it, for then its card is the
 * news; nor where something is said in the thread anyway.
 */
export const newsOf = (world: World, changes: Changes, context: Context): readonly NewEffect[] => {
  const news = (changes.entries ?? []).filter((entry) => isNews(entry, context));
  const said = new Set(
    (changes.effects ?? []).flatMap(({ effect }) => (effect.kind === 'slack.say' ? [effect.caseId] : [])),
  );
  return [...Map.groupBy(news, ({ caseId }) => caseId)].flatMap(([caseId, entries]) => {
    const record = recordOf(world, changes, caseId);
    return record === null || record.version === 1 || said.has(caseId)
      ? []
      : tellCase(
          context,
          record,
          entries.map(({ id }) => id),
        );
  });
};

const recordOf = (world: World, changes: Changes, caseId: string): CaseRecord | null =>
  changes.cases?.find(({ id }) => id === caseId) ??
  (world.case?.id === caseId ? world.case : world.cases.find(({ id }) => id === caseId)) ??
  null;
