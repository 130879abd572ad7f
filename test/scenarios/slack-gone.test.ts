import { describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Slack as it changes under the work: what was under way in a channel that is gone is neither lost nor silent. */

const { stage, say } = setTheStage();

const configure = async (changes: object): Promise<number> => {
  const { body } = await stage.admin<any>('1', '/api/settings');
  const headers = { 'if-match': `"${body.version}"`, 'idempotency-key': crypto.randomUUID() };
  return (await stage.admin('1', '/api/settings', { method: 'PUT', body: changes, headers })).status;
};

describe('a channel that was archived', () => {
  it('is said to staff in admin, and its cases go on in the channel that the shop names next', async () => {
    const { name } = await say.issued('#1901', 'gone@example.com');
    const { case: record } = await say.state(name, 'authorized');
    await stage.call('POST', '/slack/archive', { channel: say.channel });

    const step = async (body: object): Promise<void> => {
      const { body: now } = await stage.admin<any>('1', `/api/cases/${record.id}`);
      const headers = { 'if-match': `"${now.case.version}"`, 'idempotency-key': crypto.randomUUID() };
      const answer = await stage.admin<any>('1', `/api/cases/${record.id}/steps`, { method: 'POST', body, headers });
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    };
    await step({ kind: 'case.note', text: 'she sends it tomorrow' });
    await until('what could not be said, in admin', async () => {
      const { body } = await stage.admin<any>('1', '/api/parked');
      return body.effects.some((one: any) => /is_archived|is_inactive/.test(one.lastError ?? ''));
    });

    const { id: next } = await stage.call<{ id: string }>('POST', '/slack/channels', {
      name: 'returns-2',
      members: ['U0AGENT', 'U0LEAD', 'U0MAKEGOOD'],
    });
    expect(await configure({ slackChannel: next, approvalsChannel: next })).toBe(200);
    await step({ kind: 'case.note', text: 'she has sent it' });
    const card = await stage.seen(next, /Case \d+ · #1901/);
    await stage.seen(next, /Note: she has sent it/, { thread: card.ts });
    // It is talked about there from now on.
    await stage.say('U0AGENT', next, 'whats the rma number', { thread_ts: card.ts, mention: true });
    expect(said(await stage.seen(next, /The RMA number is/, { thread: card.ts }))).toContain(record.rma);
    expect((await stage.messages(next)).filter((one) => /^Case \d+ · #1901/.test(one.text))).toHaveLength(1);
  });
});
