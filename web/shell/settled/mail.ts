import type { EffectOf } from '../../../policy/app/effects.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { entry } from '../advance.ts';
import { notTold, toldLate } from '../backorder/told.ts';
import { toldInTime } from '../backorder/told-in-time.ts';
import { sayInCase, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';

/** A mail that can't be delivered is told to the agent at once: the customer is waiting for it. */
export const mailSettled: Settle<'mail.send'> = (world, effect, settled, context) => {
  const found = world.case;
  if (found === null) return {};
  // It may have arrived, and is sent again under the same message id: nobody has to do anything yet.
  if (settled.outcome === 'unknown') return {};
  const name = effect.template.replaceAll('-', ' ');
  if (settled.outcome === 'done')
    return {
      entries: [
        entry(context, found.id, {
          event: 'mail.sent',
          text: (settled.result as { again?: boolean } | null)?.again
            ? `mail sent: ${name}; an earlier attempt was cut off, so the customer may have it twice`
            : `mail sent: ${name}`,
        }),
      ],
      ...(effect.template === 'out-of-stock' ? wasTold(world, context) : {}),
    };
  return mailFailed(world, effect, settled.error ?? 'no reason given', 'did not reach the customer', context);
};

/** P7: the customer knows, and has their whole time from now. */
const wasTold = (world: World, context: Context): Changes => {
  const late = toldLate(world, context);
  return { ...late, deadlines: [...(late.deadlines ?? []), ...toldInTime(world)] };
};

/** P7, P31: said at once, where the customer waits for it; a clock that runs from being told does not run. */
export const mailFailed = (
  world: World,
  effect: EffectOf<'mail.send'>,
  reason: string,
  what: 'did not reach the customer' | 'came back',
  context: Context,
): Changes => {
  const found = world.case;
  if (found === null) return {};
  const text = `the mail "${effect.template.replaceAll('-', ' ')}" ${what}: ${reason}`;
  const stopped = effect.template === 'out-of-stock' ? notTold(world, text, context) : null;
  const record = nextVersion(found, stopped === null ? {} : { state: stopped.state }, context);
  return {
    cases: [record],
    ...(stopped === null ? {} : { deadlines: stopped.deadlines }),
    entries: [entry(context, found.id, { event: 'mail.failed', text }), ...(stopped?.entries ?? [])],
    effects: [
      ...showCase(context, record),
      ...sayInCase(context, `mail-failed:${world.effect?.id}`, found, `${text}. Reach them another way.`),
    ],
  };
};
