import './wire.ts';
import { ApiVersion, LogSeverity, type Shopify, shopifyApi } from '@shopify/shopify-api';
import type { Logger } from 'pino';

export type ShopifyApp = Readonly<{
  apiKey: string;
  apiSecret: string;
  /** While a rotation is fresh: what Shopify still signs with it is taken too. */
  previousApiSecret?: string | undefined;
  /** Public address of this installation, e.g. `https://makegood.example.com`. */
  appUrl: string;
}>;

const LEVELS = {
  [LogSeverity.Error]: 'error',
  [LogSeverity.Warning]: 'warn',
  [LogSeverity.Info]: 'debug',
  [LogSeverity.Debug]: 'debug',
} as const;

/**
 * Shopify's library, set up for an embedded app with managed installation. What it logs is kept (it redacts tokens
 * itself), but not at the level it thinks: it calls every session worth an "info".
 */
export const createLibrary = (app: ShopifyApp, log: Pick<Logger, 'debug' | 'warn' | 'error'>): Shopify =>
  shopifyApi({
    apiKey: app.apiKey,
    apiSecretKey: app.apiSecret,
    apiVersion: ApiVersion.October26,
    hostName: new URL(app.appUrl).host,
    hostScheme: new URL(app.appUrl).protocol === 'http:' ? 'http' : 'https',
    isEmbeddedApp: true,
    logger: {
      level: LogSeverity.Warning,
      httpRequests: false,
      timestamps: false,
      log: async (severity, message) => log[LEVELS[severity]]({ from: 'shopify-api' }, message),
    },
  });

/** What a session token says of whom it is for. */
export type SessionClaims = Readonly<{ iss: string; dest: string; sub: string }>;

/**
 * Checks a session token of App Bridge under the app's secret, or the one from before a rotation.
 * @throws as the library does; its error quotes the token, so it is never logged
 */
export const createSessionDecoder = (
  app: ShopifyApp,
  log: Parameters<typeof createLibrary>[1],
): ((token: string) => Promise<SessionClaims>) => {
  const now = createLibrary(app, log).session;
  if (app.previousApiSecret === undefined) return (token) => now.decodeSessionToken(token);
  const before = createLibrary({ ...app, apiSecret: app.previousApiSecret }, log).session;
  return (token) => now.decodeSessionToken(token).catch(() => before.decodeSessionToken(token));
};
