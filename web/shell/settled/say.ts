import { z } from 'zod';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';

const Said = z.object({ channel: z.string(), threadTs: z.string().min(1) });

/** A reply that had to start the thread of its case itself: there the case is talked about from now on. */
export const saySettled: Settle<'slack.say'> = (world, effect, settled, context) => {
  const found = world.case;
  if (effect.channel !== '' || found === null || found.thread !== null || settled.outcome !== 'done') return {};
  const at = Said.safeParse(settled.result);
  if (!at.success) return {};
  return { cases: [nextVersion(found, { thread: { channel: at.data.channel, ts: at.data.threadTs } }, context)] };
};
