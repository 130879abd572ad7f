import { AsyncLocalStorage } from 'node:async_hooks';
import '@shopify/shopify-api/adapters/node';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A request that got no answer. `sent` is false only where Shopify certainly never saw it. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure';
  readonly sent: boolean;
  constructor(sent: boolean, message: string, options?: ErrorOptions) {
    super(message, options);
    this.sent = sent;
  }
}

/** Errors of a connection that was never made: no name, no route, nobody listening, no TLS. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

type WireOptions = Readonly<{
  /** Where the sandbox's Shopify listens, e.g. `http://127.0.0.1:3001/shopify`; null: Shopify itself. */
  address: string | null;
  /** A whole call, body included. */
  timeoutMs: number;
}>;

/**
 * `fetch` as this adapter uses it: never longer than `timeoutMs`, and to the sandbox where there is one
 * (`https://<shop>/…` becomes `<address>/…`, the shop travels in a header).
 * @throws WireFailure
 */
export const createFetch = ({ address, timeoutMs }: WireOptions): Fetch => {
  return async (url, init) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const asked = address === null ? { url, init } : inSandbox(address, url, init);
    try {
      return await fetch(asked.url, { ...asked.init, signal });
    } catch (error) {
      throw wireFailure(error, timeoutMs);
    }
  };
};

const inSandbox = (address: string, url: string, init: RequestInit): { url: string; init: RequestInit } => {
  const { hostname, pathname, search } = new URL(url);
  const headers = new Headers(init.headers);
  headers.set('x-sandbox-shop', hostname);
  return { url: `${address.replace(/\/$/, '')}${pathname}${search}`, init: { ...init, headers } };
};

const wireFailure = (error: unknown, timeoutMs: number): WireFailure => {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new WireFailure(true, `no answer within ${timeoutMs / 1000} s`, { cause: error });
  }
  const troubles = troublesOf(error);
  const connected = troubles.length === 0 || troubles.some((trouble) => !trouble.neverConnected);
  const codes = troubles.map(({ code }) => code).join(', ');
  return new WireFailure(connected, connected ? 'the connection was cut' : `no connection (${codes})`, {
    cause: error,
  });
};

/** What undici wraps: one error, or one for each address that was tried. */
const troublesOf = (error: unknown): { code: string; neverConnected: boolean }[] => {
  const cause = error instanceof Error ? error.cause : undefined;
  const errors: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  return errors.flatMap((each) => {
    const { code, syscall } = (each ?? {}) as { code?: unknown; syscall?: unknown };
    if (typeof code !== 'string') return [];
    return [{ code, neverConnected: syscall === 'connect' || NEVER_CONNECTED.has(code) }];
  });
};

// The library has one `fetch` for the whole process; a call's own is found through its asynchronous context.
const current = new AsyncLocalStorage<Fetch>();
setAbstractFetchFunc(((url: string, init: RequestInit) => (current.getStore() ?? fetch)(url, init)) as typeof fetch);

/** Runs a call of the library with this `fetch`. */
export const throughFetch = <T>(own: Fetch, call: () => Promise<T>): Promise<T> => current.run(own, call);
