import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { SlackDeps } from '../deps.ts';
import { readLink } from '../text/links.ts';
import { linkedCase, linkedOrder } from '../views/linked.ts';
import { isStaff, shopOf } from './interaction.ts';

const Shared = z.object({
  channel: z.string(),
  message_ts: z.string(),
  user: z.string(),
  links: z.array(z.object({ url: z.string() })).max(50),
});

/** Links that are drawn in one message. */
const MOST = 5;

/** Links to orders and cases show what they lead to: of this shop alone, and only where one of its staff shared them. */
export const unfurl = (bolt: App, deps: SlackDeps): void => {
  bolt.event('link_shared', async ({ event, body, client }) => {
    const shared = Shared.safeParse(event);
    const shop = await shopOf(deps, body.team_id);
    if (!shared.success || shop === null) return;
    const { channel, message_ts: ts, user, links } = shared.data;
    if (!(await isStaff(deps, shop, { userTeam: body.team_id, user }))) return;
    const unfurls: Record<string, { blocks: object[] }> = {};
    for (const { url } of links.slice(0, MOST)) {
      const linked = readLink(url);
      if (linked === null || linked.shop !== shop) continue;
      if (linked.what === 'order') {
        const order = await deps.read.order(shop, linked.id);
        if (order !== null) unfurls[url] = { blocks: linkedOrder(order) };
      } else {
        const detail = await deps.read.caseDetail(shop, linked.id);
        if (detail !== null) unfurls[url] = { blocks: linkedCase(detail) };
      }
    }
    if (Object.keys(unfurls).length === 0) return;
    await client.chat.unfurl({ channel, ts, unfurls } as Parameters<typeof client.chat.unfurl>[0]);
  });
};
