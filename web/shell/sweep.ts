import type { HandleCommand } from '../../policy/app/commands.ts';
import type { Clock } from '../../policy/app/ports.ts';
import type { Privacy } from '../../policy/app/privacy.ts';
import type { Store } from '../../policy/app/store.ts';
import type { Log } from './log.ts';

type Deps = Readonly<{
  store: Store;
  handle: HandleCommand;
  clock: Clock;
  upkeep: () => Promise<void>;
  reconcile: (when: 'due') => Promise<void>;
  privacy: Pick<Privacy, 'due'>;
  log: Log;
}>;

const BATCH = 200;

/**
 * Time passing: deadlines that are due by the injected clock become commands, and once an hour we look for what webhooks
 * did not tell. Run each minute, and when the clock is moved.
 */
export const createSweep = (deps: Deps): (() => Promise<void>) => {
  return async () => {
    await deps.upkeep();
    for (;;) {
      const due = await deps.store.dueDeadlines(deps.clock.now(), BATCH);
      let ended = 0;
      for (const deadline of due) {
        const outcome = await deps.handle(
          { id: `deadline:${deadline.id}`, shop: deadline.shop, actor: { kind: 'system' } },
          { kind: 'deadline.due', deadlineId: deadline.id },
        );
        if (outcome.status === 'done') ended += 1;
        else
          deps.log.warn(
            { deadline: deadline.kind, case: deadline.caseId, because: outcome.because },
            'deadline not taken',
          );
      }
      // What was refused stays due: asked again at once it would be refused again, for ever.
      if (due.length < BATCH || ended === 0) break;
    }
    for (const { shop, id, lookAt } of await deps.privacy.due(deps.clock.now())) {
      await deps.handle(
        { id: `privacy:${id}:${lookAt}`, shop, actor: { kind: 'system' } },
        { kind: 'privacy.continue', requestId: id },
      );
    }
    await deps.reconcile('due');
  };
};
