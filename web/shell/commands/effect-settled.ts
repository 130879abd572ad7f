import type { CommandOf } from '../../../policy/app/commands.ts';
import { Effect, type EffectKind, Stopped } from '../../../policy/app/effects.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { type Handler, plan, type Refused, refused } from '../handler.ts';
import { SETTLED, type Settle } from '../settled/index.ts';

/** What came of an effect: done, refused, or unknown. Each kind says what follows; most need nothing more. */
export const effectSettled: Handler<'effect.settled'> = {
  subject: (command) => ({ effectId: command.effectId }),
  decide: (world, command, context) => {
    if (world.effect === null) return refused('not-found', 'no such effect');
    const effect = Effect.parse(world.effect.payload);
    const follow = SETTLED[effect.kind] as Settle<EffectKind> | undefined;
    const stopped = Stopped.safeParse(command.result).success;
    const followed: Changes | Refused = follow === undefined || stopped ? {} : follow(world, effect, command, context);
    if ('ok' in followed) return followed;
    return plan({ ...followed, settledEffects: [ended(command)] }, { caseId: world.effect.caseId });
  },
};

const ended = (command: CommandOf<'effect.settled'>) => ({
  id: command.effectId,
  state: command.outcome,
  result: command.result ?? null,
  error: command.error,
});
