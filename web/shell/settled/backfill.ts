import { z } from 'zod';
import { takeExport, watchExport } from '../effects-of.ts';
import type { Settle } from './index.ts';

const Started = z.object({ operation: z.string().nullable() });

/** It is watched from here on: the webhook that says it has ended may never come. */
export const startExportSettled: Settle<'shopify.start-export'> = ({ backfill }, effect, settled, context) => {
  if (backfill == null || backfill.startedAt !== effect.startedAt || backfill.doneAt !== null) return {};
  if (settled.outcome === 'refused')
    return { backfill: { ...backfill, state: 'failed', error: settled.error, updatedAt: context.now } };
  const started = settled.outcome === 'done' ? Started.parse(settled.result).operation : null;
  if (started === null) return {};
  return {
    backfill: { ...backfill, state: 'exporting', operation: started, updatedAt: context.now },
    effects: [watchExport(context, effect.startedAt, started)],
  };
};

const Watched = z.object({ state: z.enum(['completed', 'failed', 'overtaken']), error: z.string().nullable() });

export const watchExportSettled: Settle<'shopify.watch-export'> = ({ backfill }, effect, settled, context) => {
  if (backfill == null || backfill.startedAt !== effect.startedAt || backfill.doneAt !== null) return {};
  if (settled.outcome === 'refused')
    return { backfill: { ...backfill, state: 'failed', error: settled.error, updatedAt: context.now } };
  const watched = Watched.safeParse(settled.result);
  if (!watched.success || watched.data.state === 'overtaken') return {};
  return watched.data.state === 'failed'
    ? { backfill: { ...backfill, state: 'failed', error: watched.data.error, updatedAt: context.now } }
    : { effects: [takeExport(context, effect.startedAt, effect.operation)] };
};
