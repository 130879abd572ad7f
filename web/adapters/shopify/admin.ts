import type { Logger } from 'pino';
import type { ShopifyAdmin } from '../../../policy/app/ports.ts';
import type { TokenStore } from '../../../policy/app/store.ts';
import { createDispositions } from './admin/dispositions.ts';
import { createExchanges } from './admin/exchanges.ts';
import { createExports } from './admin/export-orders.ts';
import { createFulfillmentOrders } from './admin/fulfillment-orders.ts';
import { createOrders } from './admin/orders.ts';
import { createRefunds } from './admin/refunds.ts';
import { createReturnRequests } from './admin/return-requests.ts';
import { createReturns } from './admin/returns.ts';
import { createSettlement } from './admin/settlement.ts';
import { createShop } from './admin/shop.ts';
import { createStock } from './admin/stock.ts';
import { type Call, createClient } from './client.ts';
import { createLibrary, createSessionDecoder, type SessionClaims, type ShopifyApp } from './library.ts';
import type { LimiterOptions } from './limiter.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { createFetch } from './wire.ts';

export type ShopifyOptions = ShopifyApp &
  Readonly<{
    /** Where the sandbox's Shopify listens, e.g. `http://127.0.0.1:3001/shopify`; null: Shopify itself. */
    address: string | null;
    tokens: TokenStore;
    log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
    /** Real time, in ms. Tokens and signatures keep it, also where the product's clock is moved. */
    now?: () => number;
    /** A whole call. Shopify itself gives up after about half a minute. */
    timeoutMs?: number;
    limiter?: LimiterOptions;
  }>;

/** The Admin API for what a person waits for, and `background` for what runs by itself: same allowance, second in line. */
export type ShopifyAdapter = ShopifyAdmin &
  Readonly<{
    background: ShopifyAdmin;
    tokens: Tokens;
    /** Checks a session token of App Bridge. Throws; its error quotes the token, so it is never logged. */
    decodeSessionToken(token: string): Promise<SessionClaims>;
  }>;

/** Ids go in as digits or global ids and come out as digits, except the job of a cancellation, whose id has none. */
export const createShopifyAdmin = (options: ShopifyOptions): ShopifyAdapter => {
  const { address, log, now = Date.now, timeoutMs = 30_000 } = options;
  const fetch = createFetch({ address, timeoutMs });
  const tokens = createTokens({ ...options, store: options.tokens, fetch, now, log });
  const shopify = createLibrary(options, log);
  const client = createClient({ shopify, tokens, fetch, log, limiter: options.limiter });
  return {
    ...operationsOf(client('interactive')),
    background: operationsOf(client('background')),
    tokens,
    decodeSessionToken: createSessionDecoder(options, log),
  };
};

const operationsOf = (call: Call): ShopifyAdmin => ({
  ...createDispositions(call),
  ...createExports(call),
  ...createExchanges(call),
  ...createFulfillmentOrders(call),
  ...createOrders(call),
  ...createStock(call),
  ...createRefunds(call),
  ...createReturnRequests(call),
  ...createReturns(call),
  ...createSettlement(call),
  ...createShop(call),
});
