import { expect, it } from 'vitest';
import type { ShopRecord } from '../../../policy/app/records.ts';
import type { Installations } from '../../../policy/app/store.ts';
import { slackDisconnect } from '../../../web/shell/commands/slack-disconnect.ts';
import type { Context, World } from '../../../web/shell/handler.ts';
import { createOpenShop } from '../../../web/shell/open-shop.ts';
import { aShop, SHOP } from '../admin/support/records.ts';

const TEAM = 'T0DEMO';
type Bound = Readonly<{ team: string; channel: string; approvalsChannel: string; botToken: string | null }>;

/** What opening the app binds, of an installation whose environment names a workspace. */
const opened = async (shop: ShopRecord, what: 'installed' | 'already' = 'already'): Promise<Bound | null> => {
  let bound: Bound | null = null;
  const open = createOpenShop({
    shopify: {
      tokens: { ensureInstalled: async () => what },
      decodeSessionToken: async () => ({ dest: `https://${SHOP}` }),
      readShop: async () => ({ ...shop, ianaTimezone: shop.timeZone, address: [], scopes: [] }),
    },
    read: { shop: async () => shop, shopOfSlackTeam: async (team) => (shop.slackTeam === team ? shop : null) },
    installations: {
      install: async () => 'as-told',
      bindSlack: async (_shop, slack) => {
        bound = slack;
      },
    } as Partial<Installations> as Installations,
    config: { SLACK_TEAM: TEAM, SLACK_BOT_TOKEN: 'xoxb-new', SLACK_CHANNEL: 'C0ENV' },
    handle: async () => ({ status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null }),
    clock: { now: () => '2026-11-22T15:00:00.000Z' },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined } as never,
  });
  await open(SHOP, 'token');
  return bound;
};
const unbound = aShop({ slackTeam: null, slackChannel: null, approvalsChannel: null });
const left = { version: 0, slackLeft: TEAM };

it('binds the workspace of the environment', async () => {
  expect(await opened(unbound)).toMatchObject({ team: TEAM, channel: 'C0ENV', approvalsChannel: 'C0ENV' });
});

it('keeps the channels that an owner chose, and takes the newest token', async () => {
  const shop = aShop({ slackTeam: TEAM, slackChannel: 'C0CHOSEN', approvalsChannel: 'C0MONEY' });
  expect(await opened(shop)).toEqual({
    team: TEAM,
    channel: 'C0CHOSEN',
    approvalsChannel: 'C0MONEY',
    botToken: 'xoxb-new',
  });
});

it('does not bring back what an owner disconnected, until the app is installed anew', async () => {
  expect(await opened({ ...unbound, preferences: left })).toBeNull();
  expect(await opened({ ...unbound, preferences: left }, 'installed')).toMatchObject({ team: TEAM });
});

it.each([
  ['an owner', { kind: 'staff', staffId: '1' }, TEAM],
  ['Slack itself, where a new token may follow', { kind: 'system' }, undefined],
] as const)('remembers that it was disconnected by %s', (_who, actor, slackLeft) => {
  const world = { shop: aShop({ slackTeam: TEAM }) } as unknown as World;
  const context = { actor, now: '2026-11-22T15:00:00.000Z', by: 'x', byName: 'X', ids: { id: () => 'id' } };
  const verdict = slackDisconnect.decide(
    world,
    { kind: 'slack.disconnect', team: TEAM, because: 'by hand' },
    context as unknown as Context,
  );
  const { changes } = verdict as Extract<typeof verdict, { ok: true }>;
  expect(changes.shop).toMatchObject({ slackTeam: null });
  expect(changes.shop?.preferences?.slackLeft).toBe(slackLeft);
});
