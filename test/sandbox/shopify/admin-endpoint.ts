import { setTimeout as wait } from 'node:timers/promises';
import type { Request, Response } from 'express';
import type { Tokens } from './auth/tokens.ts';
import type { Faults } from './control/faults.ts';
import { send } from './control/routes.ts';
import type { AdminApi } from './graphql/endpoint.ts';
import { parseJson } from './model/json.ts';
import type { Shop } from './model/model.ts';

export const API_VERSION = '2026-10';

/** Every call that was made of the Admin API. */
export type AdminCall = {
  at: string;
  shop: string | null;
  operation: string | null;
  kind: 'query' | 'mutation' | null;
  query: string;
  variables: Record<string, unknown>;
  idempotencyKey: string | null;
  status: number;
  answer: unknown;
  cost: number | null;
  /** What the sandbox did to it on purpose. */
  fault: 'timeout' | 'http500' | 'throttle' | 'cutAfterCommit' | null;
};

const KEPT = 5_000;
/** A call that is never answered: longer than anybody waits. */
const SILENCE_MS = 60_000;

type Deps = Readonly<{
  api: AdminApi;
  tokens: Tokens;
  faults: Faults;
  calls: AdminCall[];
  shopNamed: (domain: string) => Shop | undefined;
  stopping: AbortSignal;
}>;

/** The key that the document gives by a literal or a variable. */
const keyIn = (query: string, variables: Record<string, unknown>): string | null => {
  const match = /@idempotent\s*\(\s*key:\s*(?:"([^"]*)"|\$(\w+))/.exec(query);
  if (!match) return null;
  return match[1] ?? (typeof variables[match[2] ?? ''] === 'string' ? (variables[match[2] ?? ''] as string) : null);
};

/** `POST /admin/api/2026-10/graphql.json`. */
export const adminEndpoint =
  ({ api, tokens, faults, calls, shopNamed, stopping }: Deps) =>
  async (request: Request, response: Response): Promise<void> => {
    if (request.params.version !== API_VERSION) return send(response, { errors: 'Not Found' }, 404);
    const grant = tokens.read(request.get('x-shopify-access-token') ?? '');
    const shop = grant ? shopNamed(grant.shop) : undefined;
    const named = request.get('x-sandbox-shop');
    if (!grant || !shop || (named !== undefined && named !== grant.shop)) {
      const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
      return send(response, { errors }, 401);
    }
    const body = readBody(request.body);
    if (!body) return send(response, { errors: { query: 'Required parameter missing or invalid' } }, 400);

    const call: AdminCall = {
      at: new Date().toISOString(),
      shop: shop.domain,
      operation: null,
      kind: null,
      query: body.query,
      variables: body.variables,
      idempotencyKey: keyIn(body.query, body.variables),
      status: 200,
      answer: null,
      cost: null,
      fault: null,
    };
    calls.push(call);
    if (calls.length > KEPT) calls.shift();

    if (faults.strikes('http500')) {
      Object.assign(call, { status: 500, fault: 'http500' });
      response.status(500).type('html').send('<html><body>Internal Server Error</body></html>');
      return;
    }
    if (faults.strikes('timeout')) {
      Object.assign(call, { status: 0, fault: 'timeout' });
      await wait(SILENCE_MS, undefined, { signal: stopping, ref: false }).catch(() => undefined);
      response.destroy();
      return;
    }
    const throttle = faults.strikes('throttle');
    const outcome = api.run(shop, grant.scopes, body, throttle);
    Object.assign(call, {
      operation: outcome.operation,
      kind: outcome.operation === null ? null : outcome.isMutation ? 'mutation' : 'query',
      cost: outcome.cost,
      // As it was told: what is looked up again later would show another state.
      answer: JSON.parse(JSON.stringify(outcome.answer)),
      fault: throttle ? 'throttle' : null,
    });
    if (outcome.isMutation && !throttle && faults.strikes('cutAfterCommit')) {
      Object.assign(call, { status: 0, fault: 'cutAfterCommit' });
      response.destroy();
      return;
    }
    response.set('x-shopify-api-version', API_VERSION).set('x-request-id', String(calls.length));
    send(response, outcome.answer);
  };

const readBody = (
  raw: unknown,
): { query: string; variables: Record<string, unknown>; operationName: string | null } | null => {
  if (typeof raw !== 'string') return null;
  try {
    const { query, variables, operationName } = parseJson(raw) as Record<string, unknown>;
    if (typeof query !== 'string' || query.trim() === '') return null;
    return {
      query,
      variables: (variables ?? {}) as Record<string, unknown>,
      operationName: typeof operationName === 'string' ? operationName : null,
    };
  } catch {
    return null;
  }
};
