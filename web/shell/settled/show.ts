import { z } from 'zod';
import { foldCards } from '../effects-of.ts';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';

const Posted = z.object({ channel: z.string(), ts: z.string() });
const Moved = z.object({ moved: z.literal(true) });
const Folded = z.object({ folded: z.literal(true) });

/**
 * A case that opened by itself had no thread: the card that was posted for it is where it is talked about from now on.
 * So is the card of one whose channel was gone.
 */
export const showSettled: Settle<'slack.show'> = (world, effect, settled, context) => {
  const found = world.case;
  if (effect.subject !== 'case' || found === null || settled.outcome !== 'done') return {};
  if (found.thread !== null && !Moved.safeParse(settled.result).success) return {};
  // One of many at once: all of them are listed together.
  if (Folded.safeParse(settled.result).success) return { effects: [foldCards(context)] };
  const at = Posted.safeParse(settled.result);
  if (!at.success) return {};
  const { channel, ts } = at.data;
  return { cases: [nextVersion(found, { thread: { channel, ts } }, context)] };
};
