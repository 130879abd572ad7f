import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { drawHome } from '../home/draw.ts';
import { ACTION } from '../ids.ts';
import { type HomeFilter, isHomeFilter } from '../views/home.ts';
import { onAction } from './action.ts';
import { type Pressed, shopOf } from './interaction.ts';
import { openParcelDesk } from './parcel-desk.ts';
import { openReturnForm } from './return-form.ts';

/** Draws the Home of one person anew. */
export const publishHome = async (
  deps: SlackDeps,
  { team, userTeam, user, client }: Pick<Pressed, 'team' | 'userTeam' | 'user' | 'client'>,
  filter: HomeFilter = 'all',
): Promise<void> => {
  const shop = await shopOf(deps, team);
  if (shop === null) return;
  const person = await deps.read.person(shop, { kind: 'slack', team: userTeam, user });
  await client.views.publish({ user_id: user, view: await drawHome(deps, shop, person, filter) });
};

/** The App Home is a view of its own: it is drawn when it is opened, after a press in it, and when something waits. */
export const home = (bolt: App, deps: SlackDeps): void => {
  bolt.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    const before = (event as { view?: { private_metadata?: string } }).view?.private_metadata;
    await publishHome(
      deps,
      { team: body.team_id, userTeam: body.team_id, user: event.user, client },
      isHomeFilter(before) ? before : 'all',
    );
  });

  onAction(bolt, deps, ACTION.homeFilter, async ({ pressed, value }) => {
    await publishHome(deps, pressed, isHomeFilter(value) ? value : 'all');
  });
  onAction(bolt, deps, ACTION.newReturn, async ({ pressed }) => {
    await openReturnForm(deps, pressed, '', {});
  });
  onAction(bolt, deps, ACTION.parcelDesk, async ({ pressed }) => {
    await openParcelDesk(deps, pressed, '');
  });
};
