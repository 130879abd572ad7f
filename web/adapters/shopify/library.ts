import './wire.ts';
import { ApiVersion, LogSeverity, type Shopify, shopifyApi } from '@shopify/shopify-api';
import type { Logger } from 'pino';

export type ShopifyApp = Readonly<{
  apiKey: string;
  apiSecret: string;
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
