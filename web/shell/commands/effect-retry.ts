import { entry } from '../advance.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';

/** A person says: try it again. The same effect, the same key. */
export const effectRetry: Handler<'effect.retry'> = {
  subject: (command) => ({ effectId: command.effectId }),
  decide: (world, _command, context) => {
    const { effect } = world;
    if (effect === null) return refused('not-found', 'no such effect');
    if (effect.state !== 'parked' && effect.state !== 'refused')
      return refused('ended', `this is ${effect.state}: there is nothing to try again`, { caseId: effect.caseId });
    const touchesMoney =
      effect.kind === 'shopify.process-return' ||
      effect.kind === 'shopify.refund-lines' ||
      effect.kind === 'shopify.cancel-order';
    if (effect.state === 'refused' && touchesMoney) {
      return refused(
        'stale',
        'Shopify refused this payment: a new amount has to be proposed, so that it is reckoned and approved again',
        { caseId: effect.caseId },
      );
    }
    const text = `${effect.kind} is tried again`;
    return plan(
      {
        settledEffects: [{ id: effect.id, state: 'queued', result: effect.result, error: null }],
        ...(effect.caseId === null
          ? { shopEntries: [shopEntry(context, { event: 'effect.retry', subject: effect.id, text })] }
          : { entries: [entry(context, effect.caseId, { event: 'effect.retry', text })] }),
      },
      { caseId: effect.caseId },
    );
  },
};
