import type { App } from '@slack/bolt';
import { HomeFilter } from '../../policy/app/actors.ts';
import type { SlackDeps } from '../deps.ts';
import { drawHome } from '../home/draw.ts';
import { ACTION } from '../ids.ts';
import { onAction } from './action.ts';
import { act, type Pressed, shopOf } from './interaction.ts';
import { openParcelDesk } from './parcel-desk.ts';
import { openReturnForm } from './return-form.ts';

/** Draws the Home of one person anew. */
export const publishHome = async (
  deps: SlackDeps,
  { team, userTeam, user, client }: Pick<Pressed, 'team' | 'userTeam' | 'user' | 'client'>,
): Promise<void> => {
  const shop = await shopOf(deps, team);
  if (shop === null) return;
  const person = await deps.read.person(shop, { kind: 'slack', team: userTeam, user });
  const language = (await deps.languageOf?.(client, userTeam, user, person)) ?? null;
  await client.views.publish({ user_id: user, view: await drawHome(deps, shop, person, language) });
};

/** The App Home is a view of its own: it is drawn when it is opened, after a press in it, and when something waits. */
export const home = (bolt: App, deps: SlackDeps): void => {
  bolt.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return;
    await publishHome(deps, { team: body.team_id, userTeam: body.team_id, user: event.user, client });
  });

  onAction(bolt, deps, ACTION.homeFilter, async ({ pressed, value, id }) => {
    const filter = HomeFilter.safeParse(value);
    // Kept with the person: their Home is also drawn by itself.
    if (filter.success) await act(deps, pressed, id, { kind: 'person.home', filter: filter.data });
    await publishHome(deps, pressed);
  });
  onAction(bolt, deps, ACTION.newReturn, async ({ pressed }) => {
    await openReturnForm(deps, pressed, '', {});
  });
  onAction(bolt, deps, ACTION.parcelDesk, async ({ pressed }) => {
    await openParcelDesk(deps, pressed, '');
  });
};
