import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mintSessionToken } from './auth/session-token.ts';
import { SECRETS, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  tried = await tryRoom();
});
afterAll(() => tried.stop());

const exchange = (more: Record<string, string | undefined> = {}) =>
  tried.post('/admin/oauth/access_token', {
    client_id: SECRETS.apiKey,
    client_secret: SECRETS.apiSecret,
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: tried.room.sessionToken(),
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
    expiring: '1',
    ...more,
  });
const refresh = (refresh_token: string) =>
  tried.post('/admin/oauth/access_token', {
    client_id: SECRETS.apiKey,
    client_secret: SECRETS.apiSecret,
    grant_type: 'refresh_token',
    refresh_token,
  });
const works = async (token: string) =>
  (
    await tried.post(
      '/admin/api/2026-10/graphql.json',
      { query: '{ shop { name } }' },
      { 'x-shopify-access-token': token },
    )
  ).status === 200;

describe('token exchange', () => {
  it('gives an expiring token with what refreshes it', async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      expires_in: 3600,
      refresh_token_expires_in: 7_776_000,
      scope: expect.stringContaining('write_returns'),
    });
    expect(await works(body.access_token)).toBe(true);
  });

  it.each([
    { why: 'a wrong secret', more: { client_secret: 'wrong' }, error: 'invalid_client' },
    { why: 'a token that never expires', more: { expiring: '0' }, error: 'invalid_request' },
    {
      why: 'a session token of another app',
      more: { subject_token: mintSessionToken({ ...SECRETS, apiKey: 'other' }, 'demo.myshopify.com', '1') },
      error: 'invalid_subject_token',
    },
    {
      why: 'a session token that somebody else signed',
      more: { subject_token: mintSessionToken({ ...SECRETS, apiSecret: 'other' }, 'demo.myshopify.com', '1') },
      error: 'invalid_subject_token',
    },
    {
      why: 'a session token that is over',
      more: { subject_token: mintSessionToken(SECRETS, 'demo.myshopify.com', '1', -60) },
      error: 'invalid_subject_token',
    },
    {
      why: 'a shop that is not there',
      more: { subject_token: mintSessionToken(SECRETS, 'nowhere.myshopify.com', '1') },
      error: 'invalid_subject_token',
    },
  ])('refuses $why', async ({ more, error }) => {
    expect(await exchange(more)).toMatchObject({ status: 400, body: { error } });
  });
});

describe('refresh', () => {
  it('rotates: the old refresh token stays good until the new one is used', async () => {
    const first = (await exchange()).body;
    const second = (await refresh(first.refresh_token)).body;
    expect(second.refresh_token).not.toBe(first.refresh_token);
    // An answer that was lost: asked again with the old one.
    const third = (await refresh(first.refresh_token)).body;
    expect(await works(third.access_token)).toBe(true);
    const fourth = await refresh(third.refresh_token);
    expect(fourth.status).toBe(200);
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('is what is left when the hour is over', async () => {
    const { access_token, refresh_token } = (await exchange()).body;
    tried.room.expireAccessTokens();
    expect(await works(access_token)).toBe(false);
    expect(await works((await refresh(refresh_token)).body.access_token)).toBe(true);
  });
});
