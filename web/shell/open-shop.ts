import type { Command, HandleCommand } from '../../policy/app/commands.ts';
import { CallFailed, type Clock } from '../../policy/app/ports.ts';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { Installations } from '../../policy/app/store.ts';
import type { Log } from './log.ts';

type ShopFacts = Readonly<{
  name: string;
  ianaTimezone: string;
  country: string;
  currency: string;
  contactEmail: string;
  address: readonly string[];
  scopes: readonly string[];
}>;

type Deps = Readonly<{
  shopify: Readonly<{
    tokens: Readonly<{ ensureInstalled(shop: string, sessionToken: string): Promise<'installed' | 'already'> }>;
    decodeSessionToken(token: string): Promise<Readonly<{ dest: string; sub?: string }>>;
    readShop(shop: string): Promise<ShopFacts>;
  }>;
  installations: Installations;
  read: Pick<ReadModel, 'shop' | 'shopOfSlackTeam'>;
  /** A workspace bound by hand, for one shop on one machine. */
  config: Readonly<{
    SLACK_TEAM?: string | undefined;
    SLACK_BOT_TOKEN?: string | undefined;
    SLACK_CHANNEL?: string | undefined;
    SLACK_APPROVALS_CHANNEL?: string | undefined;
  }>;
  handle: HandleCommand;
  clock: Clock;
  log: Log;
}>;

/**
 * A merchant opened the app. Managed install has no callback: the first opening is the installation, so the offline
 * token is got here, and the shop's name, time zone, country and currency are read.
 * @throws where the session token is not valid, not this shop's, or Shopify does not take it
 */
export const createOpenShop = (deps: Deps): ((shop: string, idToken: string) => Promise<void>) => {
  const { shopify, log } = deps;
  const known = new Set<string>();
  return async (shop, idToken) => {
    const claims = await shopify.decodeSessionToken(idToken);
    if (new URL(claims.dest).hostname !== shop) throw new Error('the session token is for another shop');
    const what = await shopify.tokens.ensureInstalled(shop, idToken);
    const looking = look(deps, shop, idToken, what)
      .then(() => claimOwner(deps, shop, claims.sub))
      .then(() => known.add(shop));
    // Who has opened it before does not wait. It is looked at all the same: the app may have been removed and installed
    // again without anybody telling us, and then the token that is here is worth nothing.
    if (what === 'already' && known.has(shop))
      looking.catch((error: unknown) => log.warn({ shop, reason: reasonOf(error) }, 'the shop was not read'));
    else await looking;
  };
};

/** A shop in which nobody may do anything belongs to whom the merchant let in first; they say who else is who. */
const claimOwner = async ({ installations }: Deps, shop: string, staffId: string | undefined): Promise<void> => {
  if (staffId !== undefined && /^\d+$/.test(staffId)) await installations.firstOwner(shop, staffId);
};

const reasonOf = (error: unknown): string => (error instanceof CallFailed ? error.message : 'unexpected');

const look = async (deps: Deps, shop: string, idToken: string, what: 'installed' | 'already'): Promise<void> => {
  const { shopify, installations, config, clock } = deps;
  let anew = what === 'installed';
  const read = () => shopify.readShop(shop);
  const { ianaTimezone, ...facts } = await read().catch(async (error: unknown) => {
    // A dead token has been forgotten by now: the person's own session gets another.
    if (anew || !(error instanceof CallFailed)) throw error;
    anew = (await shopify.tokens.ensureInstalled(shop, idToken)) === 'installed';
    if (!anew) throw error;
    return read();
  });
  const at = clock.now();
  const known = await installations.install({ domain: shop, timeZone: ianaTimezone, ...facts }, at, anew);
  const say = (what: string, command: Command) =>
    deps.handle({ id: `${what}:${shop}:${at}`, shop, actor: { kind: 'system' } }, command);
  if (known === 'changed') {
    const { name, country, currency, contactEmail, scopes } = facts;
    const told = { name, timeZone: ianaTimezone, country, currency, contactEmail, scopes: [...scopes] };
    await say('opened', { kind: 'shop.observed', ...told });
  }
  // Orders from before are wanted at once: who writes about one has it in hand.
  if (anew) await say('backfill', { kind: 'backfill.start' });
  if (config.SLACK_TEAM === undefined || config.SLACK_CHANNEL === undefined) return;
  // A second shop that opens the app must not take over the first one's workspace.
  const bound = await deps.read.shopOfSlackTeam(config.SLACK_TEAM);
  if (bound !== null && bound.domain !== shop) return;
  // An owner who disconnected it was told that nothing is sent there any more.
  if (bound === null && !anew && (await deps.read.shop(shop))?.preferences?.slackLeft === config.SLACK_TEAM) return;
  await installations.bindSlack(shop, {
    team: config.SLACK_TEAM,
    // Once it is bound, its channels are those of the settings page.
    channel: bound?.slackChannel ?? config.SLACK_CHANNEL,
    approvalsChannel: bound?.approvalsChannel ?? config.SLACK_APPROVALS_CHANNEL ?? config.SLACK_CHANNEL,
    botToken: config.SLACK_BOT_TOKEN ?? null,
  });
};
