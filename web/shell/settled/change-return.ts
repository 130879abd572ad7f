import { ReturnChanged } from '../../../policy/app/effects.ts';
import type { ReturnData } from '../../../policy/app/records.ts';
import type { NewEffect } from '../../../policy/app/store.ts';
import { entry } from '../advance.ts';
import { recordTracking, sayInCase, showCase } from '../effects-of.ts';
import type { Context } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';
import { previewNews } from './preview-news.ts';

/** Shopify's Return says what the case says; where another took its place, the parcel is told to that one. */
export const changeReturnSettled: Settle<'shopify.change-return'> = (world, _effect, settled, context) => {
  const found = world.case;
  if (found === null || found.data.kind !== 'return' || settled.outcome === 'unknown') return {};
  const changed = settled.outcome === 'done' ? ReturnChanged.safeParse(settled.result) : null;
  // The case had ended, or was being settled as it was.
  if (changed !== null && !changed.success) return {};
  if (changed === null || changed.data.exchange === 'unavailable') {
    const why =
      changed === null
        ? `Shopify did not change the return: ${settled.error ?? 'no reason given'}`
        : 'the replacement is not in stock, or nothing can be sent for it: the return stays without one';
    const data: ReturnData = {
      ...found.data,
      ...(changed === null ? {} : { shopifyReturn: changed.data.return }),
      exchange: { ...found.data.exchange, state: 'unavailable' },
    };
    const record = nextVersion(found, { data }, context);
    return {
      cases: [record],
      entries: [entry(context, found.id, { event: 'return.not-changed', text: why, clauses: ['P16'] })],
      effects: [
        ...(changed === null ? [] : toldAgain(found.data, changed.data.return.id, found.id, context)),
        ...showCase(context, record),
        ...sayInCase(
          context,
          `not-changed:${found.id}:${record.version}`,
          record,
          `${why.charAt(0).toUpperCase()}${why.slice(1)}. Case ${record.number}: ask the customer whether they want the money instead.`,
        ),
      ],
    };
  }
  const { return: now, exchange } = changed.data;
  const before = found.data.shopifyReturn;
  const { exchange: _before, ...rest } = found.data;
  const data: ReturnData = {
    ...rest,
    shopifyReturn: now,
    ...(exchange === null ? {} : { exchange: { ...found.data.exchange, state: exchange } }),
    ...(changed.data.preview === undefined ? {} : { preview: changed.data.preview }),
  };
  const record = nextVersion(found, { data }, context);
  const differs = previewNews(world, record, changed.data.preview ?? null, context);
  const another = before === null || before.id !== now.id;
  const text =
    exchange === null
      ? `return ${now.name} in Shopify has nothing to send in exchange any more`
      : another
        ? `return ${now.name} with its exchange took the place of ${before?.name ?? 'the first'} in Shopify`
        : `return ${now.name} in Shopify has its exchange`;
  return {
    cases: [record],
    entries: [entry(context, found.id, { event: 'return.changed', text, clauses: ['P16'] }), ...differs.entries],
    effects: [...differs.effects, ...toldAgain(found.data, now.id, found.id, context), ...showCase(context, record)],
  };
};

/** Another Return knows nothing yet of the parcel that is on its way. */
const toldAgain = (before: ReturnData, returnId: string, caseId: string, context: Context): readonly NewEffect[] =>
  before.shopifyReturn?.id === returnId || before.tracking === null
    ? []
    : [recordTracking(context, caseId, before.tracking.number, returnId)];
