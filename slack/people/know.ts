import type { SlackDeps } from '../deps.ts';
import type { Pressed } from '../listeners/interaction.ts';
import { readProfile } from './profile.ts';

/** So long what Slack said of somebody is believed without asking again. */
const FRESH_MS = 5 * 60_000;
const MOST = 10_000;

/**
 * Asks Slack who presses before money is decided on: whoever has become a guest, has left, or is a colleague's second
 * account is known as that when the press is judged. Where Slack does not answer, what was known counts.
 */
export const createKnow = () => {
  const asked = new Map<string, number>();
  return async (
    deps: Pick<SlackDeps, 'handle' | 'log'>,
    shop: string,
    { client, team, user, userTeam }: Pick<Pressed, 'client' | 'team' | 'user' | 'userTeam'>,
  ): Promise<void> => {
    const key = `${team}:${user}`;
    const now = Date.now();
    if (userTeam !== team || now - (asked.get(key) ?? 0) < FRESH_MS) return;
    try {
      const profile = await readProfile(client, shop, user);
      if (profile === null) return;
      const { guest, deleted, emailDigest } = profile;
      await deps.handle(
        {
          id: `slack:profile:${key}:${now}`.slice(0, 200),
          shop,
          actor: { kind: 'system' },
        },
        { kind: 'people.profile', team, user, guest, deleted, emailDigest },
      );
      if (asked.size >= MOST) asked.clear();
      asked.set(key, now);
    } catch (error) {
      deps.log.warn({ err: error, team }, 'slack did not say who pressed: what was known of them counts');
    }
  };
};
