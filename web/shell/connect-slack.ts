import { CallFailed, type Clock } from '../../policy/app/ports.ts';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { ExchangeCode, SlackStates } from '../../policy/app/slack-connect.ts';
import type { Installations } from '../../policy/app/store.ts';
import type { Log } from './log.ts';

type Deps = Readonly<{
  states: SlackStates;
  exchange: ExchangeCode;
  installations: Installations;
  read: Pick<ReadModel, 'shop' | 'person' | 'shopOfSlackTeam'>;
  clientId: string;
  /** `https://slack.com/oauth/v2/authorize` in production. */
  authorizeUrl: string;
  redirectUri: string;
  scopes: Readonly<{ bot: readonly string[]; optional: readonly string[] }>;
  clock: Clock;
  log: Log;
}>;

export type SlackConnection = Readonly<{
  /** Address of Slack's install page, for one owner of one shop. */
  begin(shop: string, staffId: string): Promise<string>;
  /** The way back from Slack. `because`: why not, in words for whoever came back. */
  finish(
    query: Readonly<{ code?: string; state?: string; error?: string }>,
  ): Promise<Readonly<{ ok: true; shop: string; teamName: string }> | Readonly<{ ok: false; because: string }>>;
}>;

/** As long as somebody reads Slack's install page. */
const STATE_MINUTES = 15;

/** OAuth begun in the merchant's own admin page and bound to that shop: a workspace connects to nobody else's shop. */
export const createSlackConnection = (deps: Deps): SlackConnection => ({
  begin: async (shop, staffId) => {
    const expiresAt = new Date(Date.parse(deps.clock.now()) + STATE_MINUTES * 60_000).toISOString();
    const url = new URL(deps.authorizeUrl);
    url.searchParams.set('client_id', deps.clientId);
    url.searchParams.set('scope', [...deps.scopes.bot, ...deps.scopes.optional].join(','));
    url.searchParams.set('redirect_uri', deps.redirectUri);
    url.searchParams.set('state', await deps.states.begin({ shop, staffId }, expiresAt));
    return url.href;
  },

  finish: async ({ code, state, error }) => {
    const began = state === undefined ? null : await deps.states.take(state);
    if (began === null)
      return no('this way back was used already, or is too old: begin again in the app, with Connect Slack');
    if (error !== undefined || code === undefined)
      return no(error === 'access_denied' ? 'Slack was not allowed: nothing was connected' : 'Slack gave no code');
    // Whoever began it may have lost the role meanwhile.
    const person = await deps.read.person(began.shop, { kind: 'staff', staffId: began.staffId });
    if (person?.role !== 'owner') return no('connecting Slack takes an owner of the shop');
    try {
      const grant = await deps.exchange(code, deps.redirectUri);
      const other = await deps.read.shopOfSlackTeam(grant.team);
      if (other !== null && other.domain !== began.shop)
        return no(`${grant.teamName} works for another shop already: disconnect it there first`);
      const shop = await deps.read.shop(began.shop);
      const same = shop?.slackTeam === grant.team;
      await deps.installations.bindSlack(began.shop, {
        team: grant.team,
        // Until channels are chosen, Makegood writes to whoever connected it.
        channel: (same ? shop?.slackChannel : null) ?? grant.user,
        approvalsChannel: (same ? shop?.approvalsChannel : null) ?? grant.user,
        botToken: grant.botToken,
      });
      // Who allowed it in Slack is who began it in Shopify: one person, known to both.
      await deps.installations.savePerson({
        shop: began.shop,
        name: person.name,
        role: person.role,
        staffId: began.staffId,
        slackTeam: grant.team,
        slackUser: grant.user,
      });
      deps.log.info({ shop: began.shop, team: grant.team }, 'a slack workspace was connected');
      return { ok: true, shop: began.shop, teamName: grant.teamName };
    } catch (failed) {
      if (!(failed instanceof CallFailed)) throw failed;
      deps.log.warn({ shop: began.shop, reason: failed.message }, 'a slack workspace could not be connected');
      return no(`${failed.message}: begin again in the app`);
    }
  },
});

const no = (because: string) => ({ ok: false as const, because });
