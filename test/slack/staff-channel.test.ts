import { afterEach, describe, expect, it } from 'vitest';
import { CallFailed } from '../../policy/app/ports.ts';
import { createPace } from '../../slack/pace.ts';
import { SHOP } from './support/builders.ts';
import { type Stage, slackStage } from './support/slack-stage.ts';

let stage: Stage;
afterEach(() => stage?.stop());

const say = (text: string) => ({ kind: 'say', text, order: null, decision: null }) as const;
const target = (over: object = {}) => ({ channel: 'C0RETURNS', threadTs: null, ts: null, key: 'case:1', ...over });
const failure = async (work: Promise<unknown>): Promise<CallFailed> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CallFailed)) throw new Error(`expected CallFailed, got ${String(error)}`);
  return error;
};

describe('the staff channel', () => {
  it('posts, then updates the same message in place', async () => {
    stage = await slackStage();
    const posted = await stage.slack.channel.show(SHOP, target(), say('one'));
    const again = await stage.slack.channel.show(SHOP, target({ ts: posted.ts }), say('two'));
    expect(again).toEqual(posted);
    expect((await stage.messages('C0RETURNS')).map((message) => message.text)).toEqual(['two']);
  });

  it('replies in a thread', async () => {
    stage = await slackStage();
    const root = await stage.slack.channel.show(SHOP, target(), say('root'));
    await stage.slack.channel.show(SHOP, target({ threadTs: root.ts, key: 'k2' }), say('reply'));
    expect(await stage.messages('C0RETURNS')).toMatchObject([{ text: 'root' }, { text: 'reply', thread_ts: root.ts }]);
  });

  it.each([{ threadTs: null }, { threadTs: 'root' }])(
    'a post whose answer was lost is unknown, and found instead of posted again (thread: $threadTs)',
    async ({ threadTs }) => {
      stage = await slackStage();
      const root =
        threadTs === null ? null : (await stage.slack.channel.show(SHOP, target({ key: 'root' }), say('root'))).ts;
      await stage.call('POST', '/faults', { cutAfterPost: 1 });
      expect((await failure(stage.slack.channel.show(SHOP, target({ threadTs: root }), say('one')))).outcome).toBe(
        'unknown',
      );
      await stage.call('POST', '/faults', { cutAfterPost: 0 });
      await stage.slack.channel.show(SHOP, target({ threadTs: root, retry: true }), say('one, newer'));
      const texts = (await stage.messages('C0RETURNS')).map((message) => message.text);
      expect(texts).toEqual(root === null ? ['one, newer'] : ['root', 'one, newer']);
    },
  );

  it('finds what it may have sent to one person', async () => {
    stage = await slackStage();
    const at = await stage.slack.channel.show(SHOP, target({ channel: 'U0LEAD' }), say('one'));
    const again = await stage.slack.channel.show(SHOP, target({ channel: 'U0LEAD', retry: true }), say('one, newer'));
    expect(again).toEqual(at);
    expect((await stage.messages(at.channel)).map((message) => message.text)).toEqual(['one, newer']);
  });

  it('a post that never went out is posted on the next attempt', async () => {
    stage = await slackStage();
    await stage.slack.channel.show(SHOP, target({ retry: true }), say('one'));
    expect(await stage.messages('C0RETURNS')).toHaveLength(1);
  });

  it('posts anew where somebody deleted the message', async () => {
    stage = await slackStage();
    await stage.slack.channel.show(SHOP, target({ ts: '1.000001' }), say('still here'));
    expect(await stage.messages('C0RETURNS')).toMatchObject([{ text: 'still here' }]);
  });

  it.each([
    { what: 'a rate limit', faults: { rateLimit: 1 }, outcome: 'unavailable' },
    { what: 'a failing server', faults: { http500: 1 }, outcome: 'unknown' },
  ])('$what on a post → $outcome', async ({ faults, outcome }) => {
    stage = await slackStage();
    await stage.call('POST', '/faults', faults);
    const failed = await failure(stage.slack.channel.show(SHOP, target(), say('one')));
    expect(failed.outcome).toBe(outcome);
    if (outcome === 'unavailable') expect(failed.retryAfterMs).toBeGreaterThan(0);
  });

  it('a failing server on an update is simply tried again', async () => {
    stage = await slackStage();
    const { ts } = await stage.slack.channel.show(SHOP, target(), say('one'));
    await stage.call('POST', '/faults', { http500: 1 });
    expect((await failure(stage.slack.channel.show(SHOP, target({ ts }), say('two')))).outcome).toBe('unavailable');
  });

  it.each([
    { what: 'a channel that is not there', channel: 'C0NOWHERE', shop: SHOP },
    { what: 'a shop without a workspace', channel: 'C0RETURNS', shop: 'nobody.myshopify.com' },
  ])('$what → refused', async ({ channel, shop }) => {
    stage = await slackStage();
    const failed = await failure(stage.slack.channel.show(shop, target({ channel }), say('one')));
    expect(failed.outcome).toBe('refused');
    expect(failed.message).not.toContain('xoxb');
  });
});

describe('the pace of a channel', () => {
  it('lets a burst through, then one a second, and refuses to wait long', () => {
    const pace = createPace(2_000);
    const waits = (count: number, now: number, urgent: boolean) =>
      Array.from({ length: count }, () => pace(urgent ? 'urgent' : 'cards', now, urgent)).map(({ waitMs, refused }) =>
        refused ? `again in ${waitMs}` : waitMs,
      );
    expect(waits(5, 0, false)).toEqual([0, 0, 1_000, 2_000, 'again in 3000']);
    expect(waits(8, 0, true)).toEqual([0, 0, 0, 1_000, 2_000, 3_000, 4_000, 'again in 5000']);
  });

  it('lets what somebody waits for run ahead of a burst of cards', () => {
    const pace = createPace(2_000);
    while (!pace('C', 0).refused);
    // Where a card has to come again, an answer still goes out within five seconds.
    expect(pace('C', 0).refused).toBe(true);
    expect(pace('C', 0, true)).toEqual({ waitMs: 2_000, refused: false });
    expect(pace('D', 0)).toEqual({ waitMs: 0, refused: false });
  });
});
