import { Session, type Shopify } from '@shopify/shopify-api';
import type { Logger } from 'pino';
import { CallFailed } from '../../../policy/app/ports.ts';
import {
  fromGraphqlErrors,
  fromStatus,
  fromWire,
  type GraphqlError,
  isGraphqlFailure,
  isStatusFailure,
  missing,
  retryAfter,
} from './failures.ts';
import { createLimiter, type Limiter, type LimiterOptions, type Priority, type ThrottleStatus } from './limiter.ts';
import type { Operation } from './operations/operation.ts';
import type { Tokens } from './tokens.ts';
import { type Fetch, throughFetch, WireFailure } from './wire.ts';

/** One call of the Admin API. @throws CallFailed */
export type Call = <Data, Variables>(
  shop: string,
  operation: Operation<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

type Cost = Readonly<{ requestedQueryCost?: number; throttleStatus?: ThrottleStatus }>;

type Deps = Readonly<{
  shopify: Shopify;
  tokens: Tokens;
  fetch: Fetch;
  log: Pick<Logger, 'debug' | 'warn'>;
  limiter?: LimiterOptions;
}>;

/** Points taken for an operation that has not been asked yet; Shopify tells the real figure with the first answer. */
const FIRST_GUESS = 100;
/** A THROTTLED answer means that nothing was done, so it is asked again, each time with Shopify's newest figures. */
const THROTTLED_TRIES = 5;

/** Calls the Admin API, within the shop's allowance and with a valid token. One call, one request: nothing is sent twice. */
export const createClient = (deps: Deps): ((priority: Priority) => Call) => {
  const limiters = new Map<string, Limiter>();
  const costs = new Map<string, number>();
  const limiterOf = (shop: string): Limiter => {
    const limiter = limiters.get(shop) ?? createLimiter(deps.limiter);
    limiters.set(shop, limiter);
    return limiter;
  };

  /** Sends it once. `throttled` carries no failure of its own: the caller decides whether to come back. */
  const send = async <Data, Variables>(
    token: string,
    shop: string,
    operation: Operation<Data, Variables>,
    variables: Variables,
  ): Promise<{ cost?: Cost; data?: Data; failure?: CallFailed | 'throttled' | 'unauthorized'; pauseMs?: number }> => {
    let wire: WireFailure | null = null;
    const watched: Fetch = async (url, init) => {
      try {
        return await deps.fetch(url, init);
      } catch (error) {
        // The library keeps only an error's text; what we must know is whether anything was sent.
        if (error instanceof WireFailure) wire = error;
        throw error;
      }
    };
    const session = new Session({ id: `offline_${shop}`, shop, state: '', isOnline: false, accessToken: token });
    try {
      const answer = await throughFetch(watched, async () =>
        new deps.shopify.clients.Graphql({ session }).request<Data>(operation.text, {
          variables: variables as Record<string, unknown>,
        }),
      );
      const cost = answer.extensions?.cost as Cost | undefined;
      return answer.data === undefined
        ? { cost, failure: missing(operation, 'data') }
        : { cost, data: answer.data as Data };
    } catch (error) {
      if (wire !== null) return { failure: fromWire(operation, wire) };
      if (isGraphqlFailure(error)) {
        const errors = (error.body?.errors?.graphQLErrors ?? []) as readonly GraphqlError[];
        const cost = error.body?.extensions?.cost as Cost | undefined;
        if (errors.some(({ extensions }) => extensions?.code === 'THROTTLED')) return { cost, failure: 'throttled' };
        return { cost, failure: fromGraphqlErrors(operation, errors) };
      }
      if (isStatusFailure(error)) {
        if (error.response.code === 401) return { failure: 'unauthorized' };
        const pauseMs = error.response.code === 429 ? (retryAfter(error.response.headers) ?? 1000) : undefined;
        return { failure: fromStatus(operation, error), pauseMs };
      }
      deps.log.warn({ shop, operation: operation.name, err: error }, 'the library failed where it should not');
      return {
        failure: fromWire(
          operation,
          new WireFailure(true, "the library could not read shopify's answer", { cause: error }),
        ),
      };
    }
  };

  return (priority) => async (shop, operation, variables) => {
    const limiter = limiterOf(shop);
    let token = await deps.tokens.accessToken(shop);
    let renewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const ticket = await limiter.take(costs.get(operation.name) ?? FIRST_GUESS, priority);
      const { cost, data, failure, pauseMs } = await send(token, shop, operation, variables);
      if (cost?.requestedQueryCost !== undefined) costs.set(operation.name, cost.requestedQueryCost);
      ticket.settle(cost?.throttleStatus ?? null, failure === 'throttled' ? failure : undefined);
      if (pauseMs !== undefined) limiter.pause(pauseMs);

      if (failure === undefined) return data as NonNullable<typeof data>;
      if (failure === 'unauthorized') {
        if (renewed) {
          throw new CallFailed(
            'unavailable',
            `${operation.name}: shopify does not accept the shop's token: open the app in shopify admin`,
            { retryAfterMs: 900_000 },
          );
        }
        token = await deps.tokens.renewed(shop, token);
        renewed = true;
      } else if (failure === 'throttled') {
        deps.log.warn({ shop, operation: operation.name, cost }, 'shopify throttled a call');
        if (attempt >= THROTTLED_TRIES) {
          throw new CallFailed('unavailable', `${operation.name}: shopify keeps throttling`, { retryAfterMs: 10_000 });
        }
        if (cost?.throttleStatus === undefined) limiter.pause(1000 * attempt);
      } else {
        throw failure;
      }
    }
  };
};
