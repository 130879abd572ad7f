import type { BackfillRecord } from '../../../policy/app/backfill.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { shopEntry } from './policy-draft.ts';

/** A payment that stopped is settled through its case, where the amount is reckoned again; it can't be waved away. */
const MONEY: ReadonlySet<string> = new Set([
  'shopify.cancel-order',
  'shopify.follow-cancel',
  'shopify.refund-lines',
  'shopify.process-return',
]);

/** What Shopify's privacy topics ask for has to be done: the law gives it 30 days, and nothing else takes it up again. */
const LAW: ReadonlySet<string> = new Set(['privacy.find', 'privacy.forget', 'privacy.empty']);

/** How far reading past orders has come where it waits for a step: one that was overtaken is not waited for. */
const WAITS_IN: Readonly<Record<string, readonly BackfillRecord['state'][]>> = {
  'shopify.start-export': ['starting'],
  'shopify.watch-export': ['exporting'],
  'shopify.take-export': ['exporting', 'taking'],
};

/** Without this step past orders are read no further: they count as failed, so that an owner can begin anew. */
const endedBackfill = ({ effect, backfill }: World, because: string, context: Context): Pick<Changes, 'backfill'> => {
  if (backfill == null || effect === null) return {};
  const isOfIt = (effect.payload as { startedAt?: string }).startedAt === backfill.startedAt;
  if (!isOfIt || WAITS_IN[effect.kind]?.includes(backfill.state) !== true) return {};
  return { backfill: { ...backfill, state: 'failed', error: because, updatedAt: context.now } };
};

/** A person says that a step which stopped is not needed any more, and why. */
export const effectDismiss: Handler<'effect.dismiss'> = {
  subject: (command) => ({ effectId: command.effectId }),
  decide: (world, command, context) => {
    const { effect } = world;
    if (effect === null) return refused('not-found', 'no such effect');
    const more = { caseId: effect.caseId };
    if (effect.state !== 'parked' && effect.state !== 'refused')
      return refused('ended', `this is ${effect.state}: there is nothing to dismiss`, more);
    if (MONEY.has(effect.kind))
      return refused('invalid', 'money hangs on this: try it again, or settle it in its case', more);
    if (LAW.has(effect.kind)) return refused('invalid', 'the law asks for this: try it again', more);
    const text = `${effect.kind} is not needed any more: ${command.because}`;
    const record = world.case === null ? null : nextVersion(world.case, {}, context);
    return plan(
      {
        settledEffects: [{ id: effect.id, state: 'dismissed', result: effect.result, error: effect.lastError }],
        ...endedBackfill(world, command.because, context),
        ...(record === null
          ? { shopEntries: [shopEntry(context, { event: 'effect.dismiss', subject: effect.id, text })] }
          : {
              cases: [record],
              entries: [entry(context, record.id, { event: 'effect.dismiss', text })],
              effects: showCase(context, record),
            }),
      },
      more,
    );
  },
};

/** A message that could not be handled is handled again, from the beginning. */
export const deliveryRetry: Handler<'delivery.retry'> = {
  subject: () => ({}),
  decide: (_world, command, context) =>
    plan({
      shopEntries: [
        shopEntry(context, {
          event: 'delivery.retry',
          subject: command.rowId,
          text: `had ${command.what} tried again`,
        }),
      ],
    }),
};

/** A message that could not be handled is left as it is, and why. The inbox keeps it; it is only no longer shown. */
export const deliveryDismiss: Handler<'delivery.dismiss'> = {
  subject: () => ({}),
  decide: (_world, command, context) =>
    plan({
      shopEntries: [
        shopEntry(context, {
          event: 'delivery.dismiss',
          subject: command.rowId,
          text: `left ${command.what} unhandled: ${command.because}`,
        }),
      ],
    }),
};
