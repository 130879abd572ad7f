import type { HandleCommand } from '../../policy/app/commands.ts';
import type { Clock } from '../../policy/app/ports.ts';
import type { Privacy } from '../../policy/app/privacy.ts';
import type { DeadlineRecord } from '../../policy/app/records.ts';
import type { JobHandlers, Store } from '../../policy/app/store.ts';
import type { Log } from './log.ts';

type Deps = Readonly<{
  store: Store;
  handle: HandleCommand;
  clock: Clock;
  upkeep: () => Promise<void>;
  privacy: Pick<Privacy, 'due'>;
  log: Log;
}>;

const BATCH = 200;

/**
 * Time passing: deadlines that are due by the injected clock become commands, and requests to forget somebody go on. Run
 * each minute, and when the clock is moved.
 */
export const createSweep = (deps: Deps): JobHandlers['sweep'] => {
  return async (stopping) => {
    await deps.upkeep().catch((err: unknown) => {
      // What is due does not wait for a full disk, or for one statement that takes too long.
      deps.log.error({ err }, 'the upkeep broke off: it is begun again in a minute');
    });
    for (;;) {
      const due = await deps.store.dueDeadlines(deps.clock.now(), BATCH);
      let ended = 0;
      for (const deadline of due) {
        if (stopping.aborted) return;
        if (await take(deps, deadline)) ended += 1;
      }
      // What was refused stays due: asked again at once it would be refused again, for ever.
      if (due.length < BATCH || ended === 0) break;
    }
    for (const { shop, id, lookAt } of await deps.privacy.due(deps.clock.now())) {
      if (stopping.aborted) return;
      await deps
        .handle(
          { id: `privacy:${id}:${lookAt}`, shop, actor: { kind: 'system' } },
          { kind: 'privacy.continue', requestId: id },
        )
        .catch((err: unknown) => deps.log.error({ err, shop, request: id }, 'a privacy request did not go on'));
    }
  };
};

/**
 * One case that we can't deal with must not keep everybody else's from their deadlines.
 * @returns whether it is dealt with; what is not stays due
 */
const take = async (deps: Deps, deadline: DeadlineRecord): Promise<boolean> => {
  const about = { deadline: deadline.kind, case: deadline.caseId };
  try {
    const outcome = await deps.handle(
      { id: `deadline:${deadline.id}`, shop: deadline.shop, actor: { kind: 'system' } },
      { kind: 'deadline.due', deadlineId: deadline.id },
    );
    if (outcome.status === 'done') return true;
    deps.log.warn({ ...about, because: outcome.because }, 'deadline not taken');
  } catch (err) {
    deps.log.error({ ...about, err }, 'deadline not taken: it is tried again in a minute');
  }
  return false;
};
