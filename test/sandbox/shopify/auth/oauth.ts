import type { Request, Response } from 'express';
import type { Shop } from '../model/model.ts';
import { readSessionToken } from './session-token.ts';
import type { Tokens } from './tokens.ts';

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const OFFLINE = 'urn:shopify:params:oauth:token-type:offline-access-token';
const ONLINE = 'urn:shopify:params:oauth:token-type:online-access-token';

type App = Readonly<{ apiKey: string; apiSecret: string }>;

const inSeconds = (at: number): number => Math.round((at - Date.now()) / 1000);

type Answer = Readonly<{ status: number; body: object }>;
const fail = (error: string, error_description: string): Answer => ({
  status: 400,
  body: { error, error_description },
});

const pair = (grant: ReturnType<Tokens['issue']>): Answer => ({
  status: 200,
  body: {
    access_token: grant.accessToken,
    scope: grant.scopes.join(','),
    expires_in: inSeconds(grant.accessExpiresAt),
    refresh_token: grant.refreshToken,
    refresh_token_expires_in: inSeconds(grant.refreshExpiresAt),
  },
});

/** A person's own token, for as long as they are signed in. */
const onlineToken = (grant: ReturnType<Tokens['issue']>, staffId: string): Answer => ({
  status: 200,
  body: {
    access_token: grant.accessToken,
    scope: grant.scopes.join(','),
    expires_in: inSeconds(grant.accessExpiresAt),
    associated_user_scope: grant.scopes.join(','),
    associated_user: {
      id: Number(staffId),
      first_name: 'Staff',
      last_name: staffId,
      email: `staff${staffId}@example.com`,
      account_owner: staffId === '1',
      locale: 'en',
      collaborator: false,
      email_verified: true,
    },
  },
});

type Deps = Readonly<{ app: App; tokens: Tokens; shopNamed: (domain: string) => Shop | undefined }>;
type Body = Readonly<Record<string, string | undefined>>;

const exchange = ({ app, tokens, shopNamed }: Deps, body: Body, askedShop: string | undefined): Answer => {
  if (body.subject_token_type !== ID_TOKEN) return fail('invalid_request', `subject_token_type has to be ${ID_TOKEN}`);
  const claims = readSessionToken(app, body.subject_token ?? '');
  if (!claims) return fail('invalid_subject_token', 'The session token is invalid or expired.');
  const domain = new URL(claims.dest).hostname;
  const shop = shopNamed(domain);
  if (!shop || (askedShop ?? domain) !== domain) {
    return fail('invalid_subject_token', 'The session token belongs to another shop.');
  }
  if (!shop.installed) return fail('invalid_subject_token', 'The app is not installed on this shop.');
  if (body.requested_token_type === ONLINE) {
    return onlineToken(tokens.issue(domain, shop.scopes, claims.sub), claims.sub);
  }
  if (body.requested_token_type !== OFFLINE) {
    return fail('invalid_request', `no requested_token_type ${body.requested_token_type}`);
  }
  if (body.expiring !== '1') {
    return fail('invalid_request', 'Non-expiring offline access tokens are no longer supported: send expiring=1.');
  }
  return pair(tokens.issue(domain, shop.scopes, null));
};

const answerTo = (deps: Deps, body: Body, askedShop: string | undefined): Answer => {
  if (body.client_id !== deps.app.apiKey) return fail('application_cannot_be_found', 'unknown client_id');
  if (body.client_secret !== deps.app.apiSecret) return fail('invalid_client', 'client_secret does not match');
  if (body.grant_type === 'refresh_token') {
    const grant = deps.tokens.refresh(body.refresh_token ?? '');
    return grant ? pair(grant) : fail('invalid_grant', 'This refresh token is invalid, expired or was revoked.');
  }
  if (body.grant_type === EXCHANGE) return exchange(deps, body, askedShop);
  return fail('unsupported_grant_type', `no grant_type ${body.grant_type}`);
};

/**
 * `POST /admin/oauth/access_token`: exchanges a session token for an expiring offline token (or a person's online one),
 * and refreshes. Tokens that never expire are refused, as for every public app made since April 2026.
 */
export const accessTokenRoute =
  (deps: Deps) =>
  (request: Request, response: Response): void => {
    const { status, body } = answerTo(deps, (request.body ?? {}) as Body, request.get('x-sandbox-shop'));
    response.status(status).json(body);
  };
