import type { Installations } from '../../policy/app/store.ts';
import type { clientPool } from '../client.ts';
import type { SlackDeps } from '../deps.ts';
import type { LanguageOf } from '../people/language.ts';
import { drawHome, type HomeDeps } from './draw.ts';

type Deps = HomeDeps &
  Readonly<{
    installations: Pick<Installations, 'slackToken'>;
    clientFor: ReturnType<typeof clientPool>;
    languageOf: LanguageOf;
    log: SlackDeps['log'];
  }>;

/** So often at most a shop's Homes are drawn anew by themselves. */
const EVERY_MS = 5_000;
/** People who decide; more than this look for themselves. */
const MOST_PEOPLE = 30;

/**
 * Draws the Homes of those who decide when something begins to wait for them or no longer does. Several such moments in
 * a row are one drawing. A Home is drawn anew whenever it is opened, so that nothing is lost where Slack is away.
 */
export const createHomePublisher = (deps: Deps) => {
  const planned = new Map<string, NodeJS.Timeout>();
  const drawnAt = new Map<string, number>();

  const draw = async (shop: string): Promise<void> => {
    const record = await deps.read.shop(shop);
    const team = record?.slackTeam ?? null;
    const token = team === null ? null : await deps.installations.slackToken(team);
    if (token === null) return;
    const client = deps.clientFor(token);
    const people = (await deps.read.people(shop)).filter(
      (person) =>
        (person.role === 'approver' || person.role === 'owner') &&
        person.slackTeam === team &&
        person.slackUser !== null,
    );
    for (const person of people.slice(0, MOST_PEOPLE)) {
      const user = person.slackUser as string;
      try {
        const language = await deps.languageOf(client, team as string, user, person);
        await client.views.publish({ user_id: user, view: await drawHome(deps, shop, person, language) });
      } catch (error) {
        // One who has left Slack is no reason to leave out the next.
        deps.log.info({ err: error, shop }, 'a home could not be drawn: it is when it is opened');
      }
    }
  };

  return {
    /** Soon, and once for all that happens until then. */
    soon: (shop: string): void => {
      if (planned.has(shop)) return;
      const wait = Math.max(200, EVERY_MS - (Date.now() - (drawnAt.get(shop) ?? 0)));
      const timer = setTimeout(() => {
        planned.delete(shop);
        drawnAt.set(shop, Date.now());
        draw(shop).catch((error: unknown) => {
          deps.log.info({ err: error, shop }, 'homes could not be drawn: they are when they are opened');
        });
      }, wait);
      timer.unref();
      planned.set(shop, timer);
    },
  };
};

export type HomePublisher = ReturnType<typeof createHomePublisher>;
