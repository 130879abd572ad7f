import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { ACTION } from '../ids.ts';
import { homeView, strangerHome } from '../views/home.ts';
import { onAction } from './action.ts';
import { type Pressed, shopOf } from './interaction.ts';
import { openReturnForm } from './return-form.ts';

/** Draws the Home of one person anew. */
export const publishHome = async (
  deps: SlackDeps,
  { team, userTeam, user, client }: Pick<Pressed, 'team' | 'userTeam' | 'user' | 'client'>,
): Promise<void> => {
  const shop = await shopOf(deps, team);
  if (shop === null) return;
  const person = await deps.read.person(shop, { kind: 'slack', team: userTeam, user });
  if (person?.role == null) {
    await client.views.publish({ user_id: user, view: strangerHome() });
    return;
  }
  const [waiting, page] = await Promise.all([
    deps.read.awaitingApproval(shop),
    deps.read.cases(shop, { open: true, limit: 50 }),
  ]);
  await client.views.publish({
    user_id: user,
    view: homeView({ person, waiting, cases: page.cases, now: deps.clock.now() }),
  });
};

/** The App Home is a view of its own: it is drawn when it is opened, and after a press in it. */
export const home = (bolt: App, deps: SlackDeps): void => {
  bolt.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await publishHome(deps, { team: body.team_id, userTeam: body.team_id, user: event.user, client });
  });

  onAction(bolt, deps, ACTION.newReturn, async ({ pressed }) => {
    await openReturnForm(deps, pressed, '', {});
  });
};
