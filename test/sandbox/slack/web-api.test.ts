import { webApi } from '@slack/bolt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimits } from './rate-limits.ts';
import { type Loose, type Probe, startProbe } from './support.ts';

/** More than the app asks for, so that every method can be tried. */
const EVERYTHING = [
  'channels:history',
  'chat:write',
  'files:read',
  'files:write',
  'groups:history',
  'im:write',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe({ registration: { scopes: EVERYTHING, events: ['app_uninstalled', 'tokens_revoked'] } });
});
beforeEach(() => probe.sandbox.slack.slack.limits.reset());
afterAll(() => probe.stop());
afterEach(() => vi.useRealTimers());

const CHANNEL = 'C0RETURNS';
const text = (value: string) => ({ type: 'plain_text', text: value });
const modal = (more: object = {}) => ({
  type: 'modal',
  title: text('New return'),
  blocks: [{ type: 'divider' }],
  ...more,
});
const button = { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: text('Go') }] };

const post = async (args: object = {}) => probe.api('chat.postMessage', { channel: CHANNEL, text: 'hello', ...args });
/** Posts a button and presses it: the payload carries a fresh trigger. */
const trigger = async (user = 'U0AGENT'): Promise<string> => {
  const { ts } = await post({ blocks: [button] });
  probe.forget();
  await probe.control('/click', { user, channel: CHANNEL, ts, action_id: 'go' });
  return probe.got().find(({ type }) => type === 'block_actions')?.trigger_id;
};

const CLIENT = {
  client_id: 'demo-slack-client-id',
  client_secret: 'demo-slack-client-secret',
  redirect_uri: 'http://127.0.0.1/back',
};

describe('who may call', () => {
  it.each([
    { token: {}, error: 'not_authed' },
    { token: { authorization: 'Bearer xoxb-somebody-else' }, error: 'invalid_auth' },
  ])('$error', async ({ token, error }) => {
    const { status, body } = await probe.apiRaw('auth.test', {}, token as Record<string, string>);
    expect({ status, body }).toMatchObject({ status: 200, body: { ok: false, error } });
  });

  it('tells the app who it is', async () => {
    expect(await probe.api('auth.test')).toMatchObject({
      ok: true,
      team_id: 'T0DEMO',
      user_id: 'U0MAKEGOOD',
      bot_id: 'B0MAKEGOOD',
    });
  });

  it('gives each team a token of its own, and each token its own team', async () => {
    const { botToken } = await probe.control('/teams', { team: 'T0OTHER' });
    const { body } = await probe.apiRaw(
      'chat.postMessage',
      { channel: CHANNEL, text: 'there' },
      { authorization: `Bearer ${botToken}` },
    );
    expect(body.ok).toBe(true);
    const texts = async (team: string) =>
      (await probe.read(`/messages?channel=${CHANNEL}&team=${team}`)).messages.map(({ text: said }: Loose) => said);
    expect(await texts('T0OTHER')).toContain('there');
    expect(await texts('T0DEMO')).not.toContain('there');
  });

  it('no longer takes the token of a team that uninstalled the app, until it is installed again', async () => {
    const { botToken } = await probe.control('/teams', { team: 'T0GONE' });
    const bearer = { authorization: `Bearer ${botToken}` };
    probe.forget();
    await probe.control('/uninstall', { team: 'T0GONE' });
    await probe.idle();
    expect(
      probe
        .events()
        .map(({ event }) => event.type)
        .sort(),
    ).toEqual(['app_uninstalled', 'tokens_revoked']);
    expect((await probe.apiRaw('auth.test', {}, bearer)).body.error).toBe('account_inactive');

    const consent = await fetch(
      `${probe.sandbox.url}/slack/oauth/v2/authorize?client_id=demo-slack-client-id&team=T0GONE&state=s1&redirect_uri=http://127.0.0.1/back`,
      { redirect: 'manual' },
    );
    const back = new URL(consent.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('s1');
    const code = back.searchParams.get('code');
    expect((await probe.apiRaw('oauth.v2.access', { code, ...CLIENT }, {})).body).toMatchObject({
      ok: true,
      access_token: botToken,
      team: { id: 'T0GONE' },
    });
    expect((await probe.apiRaw('oauth.v2.access', { code, ...CLIENT }, {})).body.error).toBe('invalid_code');
    expect((await probe.apiRaw('auth.test', {}, bearer)).body.ok).toBe(true);
  });

  it('asks for the scope of each method, and names it', async () => {
    const { scopes } = probe.sandbox.slack.slack.registration;
    expect(await probe.api('conversations.info', { channel: CHANNEL })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'channels:read,groups:read,im:read',
      provided: scopes.join(','),
    });
  });

  it('knows no other methods', async () => {
    expect(await probe.api('chat.postMassage')).toMatchObject({ ok: false, error: 'unknown_method' });
  });
});

describe('messages', () => {
  it.each([
    { what: 'no channel', args: { channel: 'C0NOWHERE' }, error: 'channel_not_found' },
    { what: 'no text', args: { text: '' }, error: 'no_text' },
    { what: 'a text too long', args: { text: 'x'.repeat(40_001) }, error: 'msg_too_long' },
    { what: 'no such thread', args: { thread_ts: '1.000001' }, error: 'thread_not_found' },
    { what: 'blocks that are no JSON', args: { blocks: '[{' }, error: 'invalid_blocks_format' },
    {
      what: 'too many blocks of text',
      args: {
        blocks: Array.from({ length: 12 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'x'.repeat(1_000) },
        })),
      },
      error: 'msg_blocks_too_long',
    },
    { what: 'metadata without a type', args: { metadata: { event_payload: {} } }, error: 'invalid_metadata_format' },
  ])('refuses $what', async ({ args, error }) => {
    expect(await post(args)).toMatchObject({ ok: false, error });
  });

  it('says what is wrong with blocks', async () => {
    expect(await post({ blocks: [{ type: 'header', text: text('x'.repeat(151)) }] })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
    });
  });

  it('posts, replies, rewrites in place and deletes', async () => {
    const { ts } = await post({ metadata: { event_type: 'case', event_payload: { key: 'k1' } }, blocks: [button] });
    const reply = await post({ text: 'done', thread_ts: ts });
    expect(reply.message.thread_ts).toBe(ts);
    expect(await post({ text: 'and this', thread_ts: reply.ts })).toMatchObject({ message: { thread_ts: ts } });

    expect(
      (await probe.api('conversations.replies', { channel: CHANNEL, ts })).messages.map(
        ({ text: said }: Loose) => said,
      ),
    ).toEqual(['hello', 'done', 'and this']);
    const withKey = await probe.api('conversations.history', {
      channel: CHANNEL,
      latest: ts,
      inclusive: true,
      limit: 1,
      include_all_metadata: true,
    });
    expect(withKey.messages[0]).toMatchObject({ ts, reply_count: 2, metadata: { event_payload: { key: 'k1' } } });

    const updated = await probe.api('chat.update', { channel: CHANNEL, ts, text: 'changed', blocks: [] });
    expect(updated.message).toMatchObject({ ts, text: 'changed', edited: { user: 'U0MAKEGOOD' } });
    expect(updated.message.blocks).toBeUndefined();
    expect(await probe.api('chat.update', { channel: CHANNEL, ts, text: 'x'.repeat(4_001) })).toMatchObject({
      error: 'msg_too_long',
    });

    expect((await probe.api('chat.delete', { channel: CHANNEL, ts })).ok).toBe(true);
    expect(await probe.api('chat.update', { channel: CHANNEL, ts, text: 'late' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('keeps blocks that an update does not mention', async () => {
    const { ts } = await post({ blocks: [button] });
    const { message } = await probe.api('chat.update', { channel: CHANNEL, ts, text: 'new text' });
    expect(message.blocks[0].elements[0].action_id).toBe('go');
  });

  it('does not let the app rewrite what a person wrote', async () => {
    const { ts } = await probe.control('/say', { user: 'U0AGENT', channel: CHANNEL, text: 'mine' });
    expect(await probe.api('chat.update', { channel: CHANNEL, ts, text: 'no' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await probe.api('chat.delete', { channel: CHANNEL, ts })).toMatchObject({ error: 'cant_delete_message' });
  });

  it('needs to be in a channel', async () => {
    const { id } = await probe.control('/channels', { name: 'private-talk', private: true, members: ['U0LEAD'] });
    expect(await post({ channel: id })).toMatchObject({ error: 'not_in_channel' });
    expect(await probe.api('conversations.history', { channel: id })).toMatchObject({ error: 'not_in_channel' });
  });

  it('writes to a person by their id, as a direct message', async () => {
    expect(await post({ channel: 'U0LEAD', text: 'for you' })).toMatchObject({ ok: true, channel: 'D0U0LEAD' });
    expect(await probe.api('conversations.open', { users: 'U0LEAD' })).toEqual({
      ok: true,
      channel: { id: 'D0U0LEAD' },
    });
  });

  it('shows an ephemeral message to one person only', async () => {
    const { message_ts: ts } = await probe.api('chat.postEphemeral', {
      channel: CHANNEL,
      user: 'U0AGENT',
      text: 'psst',
    });
    const { messages } = await probe.read(`/messages?channel=${CHANNEL}`);
    expect(messages.find((message: Loose) => message.ts === ts)).toMatchObject({
      ephemeral_to: 'U0AGENT',
      text: 'psst',
    });
    const seen = async (user: string) => JSON.stringify((await probe.read(`/ui/state?user=${user}`)).channels);
    expect(await seen('U0AGENT')).toContain('psst');
    expect(await seen('U0LEAD')).not.toContain('psst');
    expect(JSON.stringify(await probe.api('conversations.history', { channel: CHANNEL }))).not.toContain('psst');
    expect(await probe.api('chat.postEphemeral', { channel: 'C0APPROVALS', user: 'U0GUEST', text: 'x' })).toMatchObject(
      { error: 'user_not_in_channel' },
    );
  });

  it('reacts once', async () => {
    const { ts: timestamp } = await post();
    const reaction = { channel: CHANNEL, timestamp, name: 'eyes' };
    expect((await probe.api('reactions.add', reaction)).ok).toBe(true);
    expect(await probe.api('reactions.add', reaction)).toMatchObject({ error: 'already_reacted' });
    expect((await probe.api('reactions.remove', reaction)).ok).toBe(true);
    expect(await probe.api('reactions.remove', reaction)).toMatchObject({ error: 'no_reaction' });
  });

  it('takes forms as the WebClient sends them', async () => {
    const client = new webApi.WebClient('xoxb-demo-bot-token', {
      slackApiUrl: `${probe.sandbox.url}/slack/api/`,
      retryConfig: { retries: 0 },
    });
    const posted = await client.chat.postMessage({
      channel: CHANNEL,
      text: 'by form',
      blocks: [button as webApi.KnownBlock],
    });
    expect(posted.message?.blocks?.[0]).toMatchObject({ type: 'actions' });
    await expect(client.chat.postMessage({ channel: 'C0NOWHERE', text: 'x' })).rejects.toMatchObject({
      data: { error: 'channel_not_found' },
    });
    const upload = await client.filesUploadV2({
      channel_id: CHANNEL,
      filename: 'label.txt',
      content: 'a label',
      initial_comment: 'the label',
    });
    expect(upload.ok).toBe(true);
    const { messages } = await probe.read(`/messages?channel=${CHANNEL}`);
    expect(messages.at(-1)).toMatchObject({ text: 'the label', files: [{ name: 'label.txt', size: 7 }] });
  });
});

describe('people', () => {
  it.each([
    { user: 'U0AGENT', guest: false, tz: 'America/New_York' },
    { user: 'U0LEAD', guest: false, tz: 'Europe/Berlin' },
    { user: 'U0GUEST', guest: true, tz: 'America/New_York' },
  ])('$user', async ({ user, guest, tz }) => {
    const answer = await probe.api('users.info', { user, include_locale: true });
    expect(answer.user).toMatchObject({
      id: user,
      is_restricted: guest,
      is_ultra_restricted: guest,
      tz,
      team_id: 'T0DEMO',
    });
    expect((await probe.api('users.lookupByEmail', { email: answer.user.profile.email })).user.id).toBe(user);
  });

  it('names who may approve', async () => {
    expect(await probe.api('usergroups.users.list', { usergroup: 'S0APPROVERS' })).toMatchObject({
      users: ['U0LEAD', 'U0LEAD2'],
    });
    expect(await probe.api('users.lookupByEmail', { email: 'nobody@example.com' })).toMatchObject({
      error: 'users_not_found',
    });
  });
});

describe('modals', () => {
  it('opens one on a fresh trigger, once', async () => {
    const trigger_id = await trigger();
    const { view } = await probe.api('views.open', { trigger_id, view: modal({ callback_id: 'form' }) });
    expect((await probe.read('/views?user=U0AGENT')).views).toMatchObject([{ id: view.id, callback_id: 'form' }]);
    expect(await probe.api('views.open', { trigger_id, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    expect(await probe.api('views.open', { trigger_id: 'made.up', view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it.each([
    { afterMs: 3_000, error: undefined },
    { afterMs: 3_001, error: 'expired_trigger_id' },
  ])('a trigger $afterMs ms old: $error', async ({ afterMs, error }) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const trigger_id = await trigger();
    vi.setSystemTime(Date.now() + afterMs);
    expect((await probe.api('views.open', { trigger_id, view: modal() })).error).toBe(error);
  });

  it('refuses a broken view as invalid_arguments, and says why', async () => {
    expect(
      await probe.api('views.open', { trigger_id: await trigger(), view: modal({ title: text('x'.repeat(25)) }) }),
    ).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    });
  });

  it('replaces a view only if nobody else did before', async () => {
    const { view } = await probe.api('views.open', {
      trigger_id: await trigger(),
      view: modal({ external_id: 'case-1' }),
    });
    const next = await probe.api('views.update', {
      external_id: 'case-1',
      hash: view.hash,
      view: modal({ callback_id: 'second', external_id: 'case-1' }),
    });
    expect(next.view).toMatchObject({ id: view.id, callback_id: 'second' });
    expect(await probe.api('views.update', { view_id: view.id, hash: view.hash, view: modal() })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await probe.api('views.update', { view_id: 'V0NOT', view: modal() })).toMatchObject({ error: 'not_found' });
    expect(
      await probe.api('views.open', { trigger_id: await trigger('U0LEAD'), view: modal({ external_id: 'case-1' }) }),
    ).toMatchObject({ error: 'duplicate_external_id' });
  });

  it('stacks three and no more', async () => {
    const views = [
      (await probe.api('views.open', { trigger_id: await trigger(), view: modal({ blocks: [button] }) })).view,
    ];
    const push = async () => {
      probe.forget();
      await probe.control('/click', { user: 'U0AGENT', view_id: views.at(-1).id, action_id: 'go' });
      return probe.api('views.push', { trigger_id: probe.got()[0]?.trigger_id, view: modal({ blocks: [button] }) });
    };
    views.push((await push()).view, (await push()).view);
    expect(views[2]).toMatchObject({ root_view_id: views[0].id, previous_view_id: views[1].id });
    expect(await push()).toMatchObject({ error: 'push_limit_reached' });
  });

  it('publishes a home', async () => {
    const home = { type: 'home', blocks: [{ type: 'header', text: text('Waiting') }] };
    const { view } = await probe.api('views.publish', { user_id: 'U0LEAD2', view: home });
    expect(await probe.api('views.publish', { user_id: 'U0LEAD2', view: home, hash: 'old' })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await probe.api('views.publish', { user_id: 'U0LEAD2', view: home, hash: view.hash })).toMatchObject({
      ok: true,
      view: { id: view.id },
    });
    expect(await probe.api('views.publish', { user_id: 'U0NOBODY', view: home })).toMatchObject({
      error: 'user_not_found',
    });
  });
});

describe('rate limits', () => {
  it('bears a burst of a minute, then one message a second in a channel', () => {
    let now = 0;
    const limits = createRateLimits(() => now);
    const posts = (count: number) => Array.from({ length: count }, () => limits.post('T', 'C'));
    expect(posts(60)).toEqual(Array(60).fill(0));
    expect(posts(1)).toEqual([1]);
    expect(limits.post('T', 'C2')).toBe(0);
    now = 1_000;
    expect(posts(2)).toEqual([0, 1]);
  });

  it.each([
    { tier: 1, allowed: 1, waits: 60 },
    { tier: 2, allowed: 20, waits: 3 },
    { tier: 3, allowed: 50, waits: 2 },
    { tier: 4, allowed: 100, waits: 1 },
  ] as const)('tier $tier: $allowed a minute, then $waits s', ({ tier, allowed, waits }) => {
    const limits = createRateLimits(() => 0);
    const calls = Array.from({ length: allowed + 1 }, () => limits.call('T', 'm', tier));
    expect(calls.filter((wait) => wait === 0)).toHaveLength(allowed);
    expect(calls.at(-1)).toBe(waits);
    expect(limits.call('T2', 'm', tier)).toBe(0);
  });

  it('answers 429 and when to come again', async () => {
    for (let calls = 0; calls < 20; calls += 1) await probe.api('usergroups.users.list', { usergroup: 'S0APPROVERS' });
    const refused = await probe.apiRaw('usergroups.users.list', { usergroup: 'S0APPROVERS' });
    expect(refused).toMatchObject({ status: 429, body: { ok: false, error: 'ratelimited' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('faults', () => {
  afterEach(() => probe.control('/faults', { cutAfterPost: 0, http500: 0, rateLimit: 0 }));
  const count = async (said: string) =>
    (await probe.read(`/messages?channel=${CHANNEL}`)).messages.filter((message: Loose) => message.text === said)
      .length;

  it('cutAfterPost: the message is there, the answer is not', async () => {
    await probe.control('/faults', { cutAfterPost: 1 });
    await expect(post({ text: 'cut off' })).rejects.toThrow();
    expect(await count('cut off')).toBe(1);
  });

  it('http500: nothing was done', async () => {
    await probe.control('/faults', { http500: 1 });
    const response = await fetch(`${probe.sandbox.url}/slack/api/chat.postMessage`, { method: 'POST' });
    expect(response.status).toBe(500);
    expect((await probe.read('/calls')).calls.at(-1)).toMatchObject({ method: 'chat.postMessage', status: 500 });
  });

  it('rateLimit: 429, and nothing was done', async () => {
    await probe.control('/faults', { rateLimit: 1 });
    const { status, headers } = await probe.apiRaw('chat.postMessage', { channel: CHANNEL, text: 'too fast' });
    expect([status, headers.get('retry-after')]).toEqual([429, '1']);
    expect(await count('too fast')).toBe(0);
  });

  it.each([{ http500: 2 }, { http500: -1 }, { unknown: 1 }])('refuses %o', async (faults) => {
    expect((await probe.controlRaw('/faults', faults)).status).toBe(400);
  });
});

describe('files', () => {
  const file = { name: 'kettle.png', mimetype: 'image/png', base64: Buffer.from('picture').toString('base64') };

  it('are given to the bot of the team, and to nobody else', async () => {
    const { ts } = await probe.control('/say', { user: 'U0AGENT', channel: CHANNEL, text: 'broken', files: [file] });
    const { messages } = await probe.read(`/messages?channel=${CHANNEL}`);
    const [shared] = messages.find((message: Loose) => message.ts === ts).files;
    const get = (authorization?: string) =>
      fetch(shared.url_private, { redirect: 'manual', headers: authorization === undefined ? {} : { authorization } });
    const taken = await get('Bearer xoxb-demo-bot-token');
    expect([taken.status, taken.headers.get('content-type'), await taken.text()]).toEqual([
      200,
      'image/png',
      'picture',
    ]);
    // Slack does not say no: it sends to a sign-in page, which answers 200 with HTML.
    for (const stranger of [undefined, 'Bearer xoxb-somebody-else']) {
      const sent = await get(stranger);
      expect(sent.status).toBe(302);
      const page = await fetch(sent.headers.get('location') ?? '');
      expect(page.headers.get('content-type')).toContain('text/html');
    }
    expect((await probe.api('files.info', { file: shared.id })).file).toMatchObject({
      name: 'kettle.png',
      size: 7,
      mimetype: 'image/png',
    });
    expect(await probe.api('files.info', { file: 'F0NOT' })).toMatchObject({ error: 'file_not_found' });
  });
});
