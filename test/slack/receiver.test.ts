import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { aShop, SHOP } from './support/builders.ts';
import { aPerson, aWorld } from './support/doubles.ts';
import { SIGNING_SECRET, type Stage, slackStage, TEAM, TOKEN } from './support/slack-stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

const now = () => Math.floor(Date.now() / 1000);

const sign = (body: string, timestamp: number, secret = SIGNING_SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

const post = (body: string, over: Readonly<{ timestamp?: number; signature?: string; type?: string }> = {}) => {
  const timestamp = over.timestamp ?? now();
  return fetch(`${stage.makegoodUrl}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': over.type ?? 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': over.signature ?? sign(body, timestamp),
    },
    body,
  });
};

const event = (id = 'Ev1', team = TEAM) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: team,
    event_id: id,
    event: { type: 'app_home_opened', tab: 'home', user: 'U0AGENT' },
  });

describe('who may send', () => {
  it.each([
    { what: 'signed now', over: () => ({}), status: 200 },
    { what: 'a wrong signature', over: () => ({ signature: `v0=${'0'.repeat(64)}` }), status: 401 },
    { what: "somebody else's secret", over: () => ({ signature: sign(event(), now(), 'other-secret') }), status: 401 },
    { what: 'four minutes old', over: () => ({ timestamp: now() - 240 }), status: 200 },
    { what: 'six minutes old', over: () => ({ timestamp: now() - 360 }), status: 401 },
    { what: 'four minutes ahead', over: () => ({ timestamp: now() + 240 }), status: 200 },
    { what: 'an hour ahead', over: () => ({ timestamp: now() + 3600 }), status: 401 },
  ])('$what → $status', async ({ over, status }) => {
    stage = await slackStage();
    expect((await post(event(), over())).status).toBe(status);
    expect(stage.inbox.items).toHaveLength(status === 200 ? 1 : 0);
  });

  it('no signature at all → 401', async () => {
    stage = await slackStage();
    const answer = await fetch(`${stage.makegoodUrl}/slack/events`, { method: 'POST', body: event() });
    expect(answer.status).toBe(401);
  });

  it("answers Slack's challenge", async () => {
    stage = await slackStage();
    const answer = await post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });
});

describe('an event', () => {
  it('is stored before it is acknowledged, under the shop of its workspace', async () => {
    stage = await slackStage();
    await post(event('Ev7'));
    expect(stage.inbox.items).toMatchObject([{ source: 'slack', shop: SHOP, topic: 'app_home_opened', id: 'Ev7' }]);
  });

  it('is stored once, however often Slack sends it', async () => {
    stage = await slackStage();
    const answers = await Promise.all([post(event()), post(event()), post(event())]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(stage.inbox.items).toHaveLength(1);
  });

  it('is not acknowledged while it cannot be stored, and taken when Slack sends it again', async () => {
    stage = await slackStage();
    stage.inbox.breaks(true);
    expect((await post(event())).status).toBe(503);
    stage.inbox.breaks(false);
    expect((await post(event())).status).toBe(200);
    expect(stage.inbox.items).toHaveLength(1);
  });

  it('of a workspace that no shop is bound to is dropped', async () => {
    stage = await slackStage();
    expect((await post(event('Ev1', 'T0NOBODY'))).status).toBe(200);
    expect(stage.inbox.items).toEqual([]);
    expect(stage.warnings).toEqual(['a slack event of a workspace no shop is bound to']);
  });

  it('whose workspace has no token fails, so that the drain keeps it', async () => {
    stage = await slackStage({ tokens: new Map() });
    await post(event());
    await expect(stage.drain()).rejects.toThrow('no slack workspace T0DEMO is connected');
  });
});

describe('two workspaces', () => {
  it("never mix tokens: each call carries its own team's", async () => {
    const other = 'other.myshopify.com';
    const world = aWorld({
      shops: [aShop(), aShop({ domain: other, slackTeam: 'T0OTHER' })],
      people: [
        aPerson('U0LEAD', 'approver'),
        aPerson('U0LEAD', 'approver', { id: 'p2', shop: other, slackTeam: 'T0OTHER' }),
      ],
    });
    stage = await slackStage({
      world,
      tokens: new Map([
        [TEAM, TOKEN],
        ['T0OTHER', 'xoxb-other'],
      ]),
    });
    await stage.call('POST', '/teams', { team: 'T0OTHER', botToken: 'xoxb-other' });
    for (const team of [TEAM, 'T0OTHER', TEAM, 'T0OTHER']) {
      await stage.call('POST', '/event', {
        team,
        event: { type: 'app_home_opened', user: 'U0LEAD', tab: 'home', channel: 'D1' },
      });
    }
    await stage.drain();
    const { calls } = await stage.call<{
      calls: { method: string; team: string; status: number; answer: { ok: boolean } }[];
    }>('GET', '/calls');
    const published = calls.filter((call) => call.method === 'views.publish');
    expect(published.map((call) => call.team).toSorted()).toEqual([TEAM, TEAM, 'T0OTHER', 'T0OTHER'].toSorted());
    expect(published.every((call) => call.answer.ok)).toBe(true);
  });

  it("the staff channel posts to a shop with its own team's token", async () => {
    const other = 'other.myshopify.com';
    const world = aWorld({ shops: [aShop(), aShop({ domain: other, slackTeam: 'T0OTHER' })] });
    stage = await slackStage({
      world,
      tokens: new Map([
        [TEAM, TOKEN],
        ['T0OTHER', 'xoxb-other'],
      ]),
    });
    await stage.call('POST', '/teams', { team: 'T0OTHER', botToken: 'xoxb-other' });
    const say = { kind: 'say', text: 'hello', order: null, decision: null } as const;
    for (const [shop, key] of [
      [SHOP, 'a'],
      [other, 'b'],
      [SHOP, 'c'],
    ] as const) {
      await stage.slack.channel.show(shop, { channel: 'C0RETURNS', threadTs: null, ts: null, key }, say);
    }
    const { calls } = await stage.call<{ calls: { method: string; team: string }[] }>('GET', '/calls');
    expect(calls.filter((call) => call.method === 'chat.postMessage').map((call) => call.team)).toEqual([
      TEAM,
      'T0OTHER',
      TEAM,
    ]);
  });
});

describe('a press', () => {
  it('that arrives twice acts once', async () => {
    stage = await slackStage();
    const payload = JSON.stringify({
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: 'U0AGENT', team_id: TEAM },
      channel: { id: 'C0RETURNS' },
      message: { ts: '1.2' },
      trigger_id: 't1',
      actions: [{ type: 'button', action_id: 'proposal.confirm', block_id: 'b', value: 'prop-1', action_ts: '99.1' }],
    });
    const body = new URLSearchParams({ payload }).toString();
    const type = 'application/x-www-form-urlencoded';
    await post(body, { type });
    await post(body, { type });
    await expect.poll(() => stage.handled.length).toBe(1);
    expect(stage.handled[0]?.envelope).toEqual({
      id: 'slack:T0DEMO:U0AGENT:proposal.confirm:99.1',
      shop: SHOP,
      actor: { kind: 'slack', team: TEAM, user: 'U0AGENT' },
    });
  });

  it("of another workspace's guest comes as that workspace's person", async () => {
    stage = await slackStage();
    const payload = JSON.stringify({
      type: 'block_actions',
      team: { id: TEAM },
      user: { id: 'U0LEAD', team_id: 'T0ELSEWHERE' },
      channel: { id: 'C0RETURNS' },
      message: { ts: '1.2' },
      trigger_id: 't1',
      actions: [{ type: 'button', action_id: 'refund.approve', block_id: 'b', value: 'intent-1', action_ts: '99.1' }],
    });
    await post(new URLSearchParams({ payload }).toString(), { type: 'application/x-www-form-urlencoded' });
    await expect
      .poll(() => stage.handled[0]?.envelope.actor)
      .toEqual({ kind: 'slack', team: 'T0ELSEWHERE', user: 'U0LEAD' });
  });
});
