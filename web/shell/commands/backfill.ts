import { BACKFILL_DAYS, type BackfillRecord } from '../../../policy/app/backfill.ts';
import { startExport, takeExport } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';

const DAY_MS = 86_400_000;

/** Orders of the last 60 days; all of them where the merchant has granted that. */
export const backfillStart: Handler<'backfill.start'> = {
  subject: () => ({ backfill: true }),
  decide: ({ shop, backfill }, _command, context) => {
    if (backfill != null && backfill.doneAt === null && backfill.state !== 'failed')
      return refused('ended', 'past orders are being read already');
    const all = shop.scopes?.includes('read_all_orders') === true;
    const record: BackfillRecord = {
      shop: shop.domain,
      state: 'starting',
      since: all ? null : new Date(Date.parse(context.now) - BACKFILL_DAYS * DAY_MS).toISOString(),
      operation: null,
      total: null,
      taken: 0,
      skipped: 0,
      lines: 0,
      error: null,
      startedAt: context.now,
      updatedAt: context.now,
      doneAt: null,
    };
    return plan({
      backfill: record,
      shopEntries: [
        shopEntry(context, {
          event: 'backfill.start',
          text: all ? 'all past orders are read' : `orders of the last ${BACKFILL_DAYS} days are read`,
        }),
      ],
      effects: [startExport(context, context.now)],
    });
  },
};

/** Another app's bulk operation, or an earlier one of ours, changes nothing. */
export const backfillExported: Handler<'backfill.exported'> = {
  subject: () => ({ backfill: true }),
  decide: ({ backfill }, command, context) =>
    backfill == null || backfill.operation !== command.operation || backfill.doneAt !== null
      ? plan({})
      : plan({ effects: [takeExport(context, backfill.startedAt, command.operation)] }),
};
