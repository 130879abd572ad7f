import { z } from 'zod';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';

const Posted = z.object({ channel: z.string(), ts: z.string() });

/** A case that opened by itself had no thread: the card that was posted for it is where it is talked about from now on. */
export const showSettled: Settle<'slack.show'> = (world, effect, settled, context) => {
  const found = world.case;
  if (effect.subject !== 'case' || found === null || found.thread !== null || settled.outcome !== 'done') return {};
  const at = Posted.safeParse(settled.result);
  if (!at.success) return {};
  const { channel, ts } = at.data;
  return { cases: [nextVersion(found, { thread: { channel, ts } }, context)] };
};
