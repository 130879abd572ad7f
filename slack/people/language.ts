import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Person } from '../../policy/app/actors.ts';
import type { Log } from '../deps.ts';

/** So long what Slack said of somebody's language is believed; people change it about never. */
const FRESH_MS = 24 * 3_600_000;
/** Where Slack did not answer it is asked again, but not with every drawing. */
const TRY_AGAIN_MS = 60_000;
const MOST = 10_000;

const Answer = z.object({ user: z.object({ locale: z.string().max(35) }) });

export type LanguageOf = (
  client: webApi.WebClient,
  team: string,
  user: string,
  person: Person | null,
) => Promise<string | null>;

/**
 * The language of somebody's Home: the one they chose in their settings, else the one in which they read Slack (`de-DE`);
 * null where Slack does not say.
 */
export const createLanguageOf = (log: Pick<Log, 'info'>, now: () => number = Date.now): LanguageOf => {
  const known = new Map<string, { language: string | null; until: number }>();
  return async (client, team, user, person) => {
    if (person?.language != null) return person.language;
    const key = `${team}:${user}`;
    const kept = known.get(key);
    if (kept !== undefined && kept.until > now()) return kept.language;
    const remember = (language: string | null, forMs: number): string | null => {
      if (known.size >= MOST) known.clear();
      known.set(key, { language, until: now() + forMs });
      return language;
    };
    try {
      const answer = Answer.safeParse(await client.users.info({ user, include_locale: true }));
      return remember(answer.success ? answer.data.user.locale : null, FRESH_MS);
    } catch (error) {
      log.info({ err: error, team }, 'slack did not say in which language somebody reads: their Home is English');
      return remember(kept?.language ?? null, TRY_AGAIN_MS);
    }
  };
};
