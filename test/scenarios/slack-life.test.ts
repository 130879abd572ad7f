import { describe, expect, it } from 'vitest';
import { linkAfter } from '../support/customer-words.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What surrounds a case in Slack: links, photos, transcript, digest, shortcuts, typeahead, the agent's own place. */

const { stage, say, customer } = setTheStage();

const caseOf = async (order: string) =>
  (await stage.admin<any>('1', `/api/cases?text=${encodeURIComponent(order)}&limit=1`)).body.cases[0];

const defective = async (order: string) => {
  await say.shippedOrder(order, `${order.slice(1)}@example.com`);
  const { ts, thread } = await say.propose(`RMA for ${order}: 2 headphones, dead on arrival`, { files: [say.photo] });
  return { ts, thread };
};

describe('a case in Slack', () => {
  it('keeps what was said and who pressed what, for admin to read', async () => {
    const { ts, thread } = await defective('#1501');
    await say.press('U0AGENT', ts, 'proposal.amend:troubleshootingDone:yes');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await stage.mail('1501@example.com', /RMA-/);
    await stage.say('U0AGENT2', say.channel, 'I had her on the phone, she is nice', { thread_ts: thread });
    const { id } = await caseOf('#1501');
    const body = await until('the transcript', async () => {
      const { body: found } = await stage.admin<any>('1', `/api/cases/${id}`);
      return found.messages.some((one: any) => /on the phone/.test(one.text)) ? found : null;
    });
    const lines = body.messages.map((one: any) => `${one.by}: ${one.text}`);
    expect(lines).toContainEqual(expect.stringMatching(/^Ana Ruiz: .*dead on arrival/));
    expect(lines).toContain('Ana Ruiz: [pressed] Confirm');
    expect(lines).toContain('Ben Okafor: I had her on the phone, she is nice');
  });

  it('says that the very same photo serves in another case', async () => {
    const { ts } = await defective('#1502');
    await say.card(ts, /very same file/);
    const { number } = await caseOf('#1501');
    expect(said((await say.message(ts)) as never)).toContain(`case ${number} (#1501)`);
  });

  it('draws links to its order and to itself, for staff alone', async () => {
    const { id } = await caseOf('#1501');
    const card = await stage.seen(say.channel, /Case in Shopify/);
    const links = [...JSON.stringify(card.blocks).matchAll(/<(https:[^|]+)\|/g)].map(([, url]) => url as string);
    expect(links.some((url) => url.endsWith(`/cases/${id}`))).toBe(true);
    const shared = await stage.say('U0AGENT', say.channel, `look: ${links.join(' ')}`);
    await until('the links are drawn', async () => {
      const found = (await stage.messages(say.channel)).find((one) => one.ts === shared.ts) as any;
      return found?.attachments?.length === 2 && JSON.stringify(found.attachments).includes('#1501');
    });
    const secret = await stage.say('U0GUEST', say.channel, `look: ${links[0]}`);
    await stage.say('U0AGENT', say.channel, '#1501 status', { mention: true });
    await stage.seen(say.channel, /#1501: paid/);
    const untouched = (await stage.messages(say.channel)).find((one) => one.ts === secret.ts) as any;
    expect(untouched.attachments).toBeUndefined();
  });

  it('is opened from a message, and orders and returns are found by typing', async () => {
    await say.shippedOrder('#1503', '1503@example.com');
    const { ts } = await stage.say(
      'U0AGENT2',
      say.channel,
      'order 1503, the customer changed her mind about the headphones',
    );
    await stage.call('POST', '/slack/shortcut', {
      user: 'U0AGENT',
      callback_id: 'message.return',
      channel: say.channel,
      ts,
    });
    const opened = () =>
      until(
        'the form',
        async () => (await stage.call<{ views: any[] }>('GET', '/slack/views?user=U0AGENT')).views.at(-1) ?? null,
      );
    const view = await opened();
    expect(JSON.stringify(view.blocks)).toContain('#1503');
    await stage.call('POST', '/slack/close', { user: 'U0AGENT', view_id: view.id });
    await stage.call('POST', '/slack/shortcut', { user: 'U0AGENT', callback_id: 'global.find-order' });
    const search = await opened();
    const { options } = await stage.call<{ options: { text: { text: string } }[] }>('POST', '/slack/options', {
      user: 'U0AGENT',
      action_id: 'order.find',
      value: '150',
    });
    expect(options.map(({ text }) => text.text)).toEqual(expect.arrayContaining(['#1501', '#1502', '#1503']));
    await stage.call('POST', '/slack/close', { user: 'U0AGENT', view_id: search.id });
  });

  it('is answered where the agent lives, which says that it works and can be stopped', async () => {
    await stage.call('POST', '/slack/home', { user: 'U0AGENT', tab: 'messages' });
    await stage.say('U0AGENT', 'U0AGENT', 'who pays the postage if it is our mistake?');
    await stage.seen('U0AGENT', /version 1.*We pay the postage, there and back.*P16/s);
    const { calls } = await stage.call<{ calls: { method: string; args: any }[] }>('GET', '/slack/calls');
    const statuses = calls
      .filter(({ method }) => method === 'assistant.threads.setStatus')
      .map(({ args }) => args.status);
    expect(statuses).toEqual(expect.arrayContaining(['is looking it up…', '']));
    expect(calls.some(({ method }) => method === 'assistant.threads.setSuggestedPrompts')).toBe(true);
    await stage.call('POST', '/slack/event', { event: { type: 'agent_session_stopped', channel: 'D0U0AGENT' } });
  });

  it('answers what would happen if its order came back, and opens nothing', async () => {
    await say.shippedOrder('#1505', 'whatif@example.com');
    await stage.say('U0AGENT', 'U0AGENT', 'what if #1505 is returned because the customer changed their mind?');
    const answer = await stage.seen('U0AGENT', /If it came back because they changed their mind/);
    expect(said(answer)).toMatch(/P14/);
    expect(said(answer)).toMatch(/P12/);
    expect(await caseOf('#1505')).toBeUndefined();
  });

  it('has a short reply in its thread for whatever happens to it, wherever it was done and by whom', async () => {
    const { ts } = await say.issued('#1504', 'news@example.com');
    const { thread_ts: thread } = (await say.message(ts)) as { thread_ts: string };
    const replies = async (what: RegExp) =>
      until(`a reply that says ${what}`, async () => {
        const all = (await stage.messages(say.channel)).filter((one) => one.thread_ts === thread && one.ts !== ts);
        return all.find((one) => what.test(one.text)) ?? null;
      });
    const mail = await stage.mail('news@example.com', /RMA-/);
    const track = linkAfter(mail, /Enter the tracking number/);
    const tracking = { number: '1Z999AA10123456784', carrier: 'UPS', site: 'https://www.ups.com/track' };
    expect((await customer.send(track, tracking)).status).toBe(303);
    await replies(/^On its way: UPS 1Z999AA10123456784$/m);
    const { case: found } = await say.state('#1504', 'in_transit');
    const noted = await stage.admin('201', `/api/cases/${found.id}/notes`, {
      method: 'POST',
      body: { text: 'she called again' },
    });
    expect(noted).toMatchObject({ status: 201 });
    await replies(/^Note: she called again — /m);
    await say.press('U0AGENT', ts, 'parcel.receive');
    await replies(/^Parcel received — Ana Ruiz$/m);
    await say.press('U0AGENT', ts, 'unit.inspect');
    await say.fillIn('U0AGENT', { result: 'accepted' });
    await replies(/^2 units: accepted — Ana Ruiz$/m);
    await say.approve('#1504');
    await replies(/approved — Leila Haddad$/m);
    await replies(/^\$86\.40 refunded$/m);
    const all = (await stage.messages(say.channel)).filter((one) => one.thread_ts === thread && one.ts !== ts);
    // One reply an event at most, and none of what goes on by itself.
    expect(all.length).toBeLessThanOrEqual(8);
    expect(all.map(({ text }) => text).join('\n')).not.toMatch(/mail sent|paying|opened in Shopify/);
  });

  it('is in the morning’s digest only while something of it is due', async () => {
    const digests = async () => (await stage.messages(say.channel)).filter((one) => /^Good morning/.test(one.text));
    /** Another morning: ten o'clock of the next day but one, in the shop's own zone (which is five hours behind UTC). */
    const nextMorning = async () => {
      const { now } = await stage.call<{ now: string }>('GET', '/clock');
      const date = new Date(Date.parse(now) + 2 * 86_400_000).toISOString().slice(0, 10);
      await stage.call('POST', '/clock', { now: `${date}T15:00:00.000Z` });
    };
    const before = (await digests()).length;
    await nextMorning();
    await until('that morning was looked at', async () => {
      const { rows } = await stage.db.query(
        `SELECT result FROM effects WHERE kind = 'slack.digest' AND state = 'done'`,
      );
      return rows.length > 0;
    });
    expect((await digests()).length).toBe(before);
    // The last day of #1501 passes: nobody has decided what comes of it.
    await say.state('#1501', 'authorized');
    await stage.call('POST', '/clock', { advance: 'P31D' });
    await say.state('#1501', 'expired');
    await stage.call('POST', '/slack/command', {
      user: 'U0AGENT',
      channel: say.channel,
      command: '/makegood',
      text: 'parcel',
    });
    await say.fillIn('U0AGENT', { senderName: 'Nobody' });
    await stage.seen(say.channel, /Parcel 1/);
    await nextMorning();
    const digest = await until('a digest', async () =>
      (await digests()).slice(before).find((one) => /1 case is overdue.*1 parcel lies in quarantine/.test(one.text)),
    );
    expect(said(digest)).toContain('#1501');
    expect(actionsOf(digest)).toEqual(['case.open']);
  });
});
