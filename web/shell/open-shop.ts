import type { Clock } from '../../policy/app/ports.ts';
import type { Installations } from '../../policy/app/store.ts';

type ShopFacts = Readonly<{
  name: string;
  ianaTimezone: string;
  country: string;
  currency: string;
  contactEmail: string;
  address: readonly string[];
}>;

type Deps = Readonly<{
  shopify: Readonly<{
    tokens: Readonly<{ ensureInstalled(shop: string, sessionToken: string): Promise<'installed' | 'already'> }>;
    decodeSessionToken(token: string): Promise<Readonly<{ dest: string }>>;
    readShop(shop: string): Promise<ShopFacts>;
  }>;
  installations: Installations;
  /** A workspace bound by hand, for one shop on one machine. */
  config: Readonly<{
    SLACK_TEAM?: string | undefined;
    SLACK_BOT_TOKEN?: string | undefined;
    SLACK_CHANNEL?: string | undefined;
    SLACK_APPROVALS_CHANNEL?: string | undefined;
  }>;
  clock: Clock;
}>;

/**
 * A merchant opened the app. Managed install has no callback: the first opening is the installation, so the offline
 * token is got here, and the shop's name, time zone, country and currency are read.
 * @throws where the session token is not valid, not this shop's, or Shopify does not take it
 */
export const createOpenShop = ({
  shopify,
  installations,
  config,
  clock,
}: Deps): ((shop: string, idToken: string) => Promise<void>) => {
  const known = new Set<string>();
  return async (shop, idToken) => {
    const claims = await shopify.decodeSessionToken(idToken);
    if (new URL(claims.dest).hostname !== shop) throw new Error('the session token is for another shop');
    const what = await shopify.tokens.ensureInstalled(shop, idToken);
    if (what === 'already' && known.has(shop)) return;
    const { ianaTimezone, ...facts } = await shopify.readShop(shop);
    await installations.install({ domain: shop, timeZone: ianaTimezone, ...facts }, clock.now());
    if (config.SLACK_TEAM !== undefined && config.SLACK_CHANNEL !== undefined) {
      await installations.bindSlack(shop, {
        team: config.SLACK_TEAM,
        channel: config.SLACK_CHANNEL,
        approvalsChannel: config.SLACK_APPROVALS_CHANNEL ?? config.SLACK_CHANNEL,
        botToken: config.SLACK_BOT_TOKEN ?? null,
      });
    }
    known.add(shop);
  };
};
