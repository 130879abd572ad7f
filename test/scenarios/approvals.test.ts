import { beforeAll, describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, type SlackMessage, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Who lets money go, and who can still stop it: from Slack, over real HTTP. */

const APPROVALS = 'C0APPROVALS';
/** Long enough that no slow machine lets it pass by itself; the clock is moved. */
const UNDO_SECONDS = 600;

const { stage, say } = setTheStage({ settings: { 'approval.undoSeconds': UNDO_SECONDS, 'approval.second': '50.00' } });
beforeAll(() => stage.db.query(`UPDATE shops SET approvals_channel = $1`, [APPROVALS]));

const approvalCard = (order: string): Promise<SlackMessage> =>
  until(`the approval card of ${order}`, async () =>
    (await stage.messages(APPROVALS)).find((one) => /^Refund of/.test(one.text) && said(one).includes(order)),
  );

const cardThat = (order: string, what: RegExp): Promise<SlackMessage> =>
  until(`the approval card of ${order} says ${what}`, async () => {
    const card = await approvalCard(order);
    return what.test(said(card)) ? card : null;
  });

const press = async (user: string, order: string, action: string) => {
  const card = await until(`${action} on the card of ${order}`, async () => {
    const found = await approvalCard(order);
    return actionsOf(found).includes(action) ? found : null;
  });
  await stage.click(user, APPROVALS, card.ts, action);
};

/** A return whose refund waits for approvers: one below 50.00, two above. */
const waits = async (order: string, units: 1 | 2 = 1) => {
  const { id } = await say.shippedOrder(order, `${order.slice(1)}@example.com`);
  const { ts, thread } = await say.propose(`RMA for ${order}: ${units} headphones, customer changed their mind`);
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await stage.mail(`${order.slice(1)}@example.com`, /RMA-/);
  await say.accepted(ts);
  await cardThat(order, /refund\.approve/);
  return { id, thread };
};

const ephemeral = (user: string, what: RegExp) => stage.seen(APPROVALS, what, { ephemeralTo: user });

describe('an approval', () => {
  it('can be stopped while no money has moved, and really stops it; approved anew it is paid once', async () => {
    const { id, thread } = await waits('#1401');
    await press('U0LEAD', '#1401', 'refund.approve');
    await cardThat('#1401', /Until then it can be stopped/);
    await press('U0AGENT2', '#1401', 'refund.stop');
    await cardThat('#1401', /refund\.approve/);
    await stage.seen(say.channel, /Ben Okafor stopped the refund/, { thread });
    await stage.call('POST', '/clock', { advance: 'PT30M' });
    await until('what was started has ended', async () => {
      const { rows } = await stage.db.query(
        `SELECT state FROM effects WHERE kind = 'shopify.process-return' AND case_id = (SELECT id FROM cases WHERE order_name = '#1401')`,
      );
      return rows.length === 1 && rows[0].state === 'done';
    });
    expect(refundedOf(await stage.order(id))).toBe(0);
    await press('U0LEAD', '#1401', 'refund.approve');
    await cardThat('#1401', /Until then it can be stopped/);
    expect(refundedOf(await stage.order(id))).toBe(0);
    await stage.call('POST', '/clock', { advance: 'PT11M' });
    await until('paid', async () => refundedOf(await stage.order(id)) === 4320);
    await cardThat('#1401', /Approved and paid/);
    expect(actionsOf(await approvalCard('#1401'))).not.toContain('refund.stop');
  });

  it('above the second limit takes two different people, and shows the first', async () => {
    const { id } = await waits('#1402', 2);
    await press('U0LEAD', '#1402', 'refund.approve');
    await cardThat('#1402', /approvals 1 of 2/);
    await press('U0LEAD', '#1402', 'refund.approve');
    await ephemeral('U0LEAD', /second approval is somebody else/);
    await press('U0AGENT', '#1402', 'refund.approve');
    await ephemeral('U0AGENT', /takes an approver/);
    await press('U0LEAD2', '#1402', 'refund.approve');
    await cardThat('#1402', /Until then it can be stopped/);
    await stage.call('POST', '/clock', { advance: 'PT11M' });
    await until('paid', async () => refundedOf(await stage.order(id)) === 8640);
  });

  it('is handed to another approver, who is written to and finds it first on their Home', async () => {
    await waits('#1403');
    await press('U0LEAD', '#1403', 'refund.delegate');
    const people = await stage.db.query(`SELECT id FROM people WHERE slack_user = 'U0LEAD2'`);
    await say.fillIn('U0LEAD', { to: people.rows[0].id });
    await cardThat('#1403', /handed to \*Marc Dubois/);
    await stage.seen('U0LEAD2', /asks you to decide/);
    const { blocks } = await until('the Home', async () => {
      const home = await stage.call<{ blocks: unknown[] }>('POST', '/slack/home', { user: 'U0LEAD2' });
      return JSON.stringify(home.blocks).includes('#1403') ? home : null;
    });
    expect(JSON.stringify(blocks)).toMatch(/Waiting for you to approve.*handed to Marc Dubois/s);
    await press('U0LEAD2', '#1403', 'refund.approve');
    await cardThat('#1403', /Until then it can be stopped/);
  });

  it('is reminded of, and later everybody who may decide is written to, once', async () => {
    const { thread } = await waits('#1404');
    await stage.call('POST', '/clock', { advance: 'PT5H' });
    const reminder = await stage.seen(APPROVALS, /Reminder: the refund of .43\.20 for case \d+ \(#1404/);
    expect(reminder.text).toMatch(/<@U0LEAD/);
    await stage.call('POST', '/clock', { advance: 'PT20H' });
    await stage.seen('U0LEAD', /#1404.*has waited 24 hours/s);
    await stage.seen('U0LEAD2', /#1404.*has waited 24 hours/s);
    await stage.seen(say.channel, /Still no decision/, { thread });
    await stage.call('POST', '/clock', { advance: 'PT20H' });
    await press('U0LEAD', '#1404', 'refund.approve');
    await cardThat('#1404', /Until then it can be stopped/);
    const told = (await stage.messages('U0LEAD')).filter((one) => /#1404.*has waited/s.test(one.text));
    expect(told).toHaveLength(1);
  });
});

describe('who may', () => {
  it('is no guest, whatever their role, from the moment on in which Slack says so', async () => {
    await waits('#1405');
    await stage.call('POST', '/slack/people', { user: 'U0LEAD2', guest: true });
    await until(
      'known as a guest',
      async () =>
        (await stage.db.query(`SELECT guest FROM people WHERE slack_user = 'U0LEAD2'`)).rows[0].guest === true,
    );
    await press('U0LEAD2', '#1405', 'refund.approve');
    await ephemeral('U0LEAD2', /guests of the workspace/);
    await stage.call('POST', '/slack/people', { user: 'U0LEAD2', guest: false });
  });

  it('is nobody of a connected workspace, whatever stands in a list or a group', async () => {
    const { id } = await waits('#1409');
    await stage.call('POST', '/slack/people', { user: 'U0PARTNER', realName: 'Pat Partner', home: 'T0PARTNER' });
    const approve = async (what: RegExp): Promise<void> => {
      await press('U0PARTNER', '#1409', 'refund.approve');
      await ephemeral('U0PARTNER', what);
    };
    await approve(/people without a role/);
    // Neither an entry under our workspace nor one under theirs makes an approver of them.
    for (const team of ['T0DEMO', 'T0PARTNER'])
      await stage.db.query(
        `INSERT INTO people (id, shop, name, role, slack_team, slack_user) VALUES (gen_random_uuid(), 'demo.myshopify.com', 'Pat Partner', 'approver', $1, 'U0PARTNER')`,
        [team],
      );
    await approve(/connected workspace/);
    await stage.say('U0PARTNER', APPROVALS, 'approve #1409', { mention: true });
    await until('their words are told apart', async () =>
      (await stage.messages(APPROVALS)).some((one) => /approve #1409/.test(one.text)),
    );
    const { rows } = await stage.db.query(
      `SELECT i.state FROM refund_intents i JOIN cases c ON c.id = i.case_id WHERE c.order_name = '#1409'`,
    );
    expect(rows.map(({ state }) => state)).toEqual(['awaiting_approval']);
    expect((await stage.order(id)).refunds).toEqual([]);
    await press('U0LEAD', '#1409', 'refund.approve');
    await cardThat('#1409', /Until then it can be stopped/);
  });

  it('is no second account of the one who proposed it', async () => {
    await waits('#1406');
    await stage.call('POST', '/slack/people', { user: 'U0TWIN', realName: 'Ana R.', email: 'ana.ruiz@example.com' });
    await stage.call('POST', '/slack/people', { user: 'U0AGENT', email: 'ana.ruiz@example.com' });
    await stage.db.query(
      `INSERT INTO people (id, shop, name, role, slack_team, slack_user) VALUES (gen_random_uuid(), 'demo.myshopify.com', 'Ana R.', 'approver', 'T0DEMO', 'U0TWIN')`,
    );
    // Her own address is known from her own press.
    await until('known by her address', async () => {
      await stage.call('POST', '/slack/people', { user: 'U0AGENT', email: 'ana.ruiz@example.com' });
      return (await stage.db.query(`SELECT email_digest FROM people WHERE slack_user = 'U0AGENT'`)).rows[0]
        .email_digest;
    });
    await press('U0TWIN', '#1406', 'refund.approve');
    await ephemeral('U0TWIN', /from another account/);
  });

  it('follows a Slack group that an owner chose; leaving it takes the role away', async () => {
    await stage.db.query(`UPDATE people SET role = 'owner' WHERE slack_user = 'U0LEAD2'`);
    await stage.call('POST', '/slack/people', { user: 'U0NEW', realName: 'Nia New' });
    await stage.call('POST', '/slack/groups', { id: 'S0APPROVERS', users: ['U0NEW'] });
    await stage.call('POST', '/slack/home', { user: 'U0LEAD2' });
    await until('a Home with settings', async () => {
      const home = await stage.call<{ blocks: unknown[] }>('POST', '/slack/home', { user: 'U0LEAD2' });
      return JSON.stringify(home.blocks).includes('home.settings');
    });
    await stage.call('POST', '/slack/click', { user: 'U0LEAD2', action_id: 'home.settings' });
    await say.fillIn('U0LEAD2', { 'group-approver': 'S0APPROVERS', notify: 'urgent', language: 'de' });
    const roleOf = async (user: string) =>
      (await stage.db.query(`SELECT role, notify, language FROM people WHERE slack_user = $1`, [user])).rows[0];
    await until('Nia is an approver', async () => (await roleOf('U0NEW'))?.role === 'approver');
    expect(await roleOf('U0LEAD2')).toMatchObject({ role: 'owner', notify: 'urgent', language: 'de' });
    // A role that was given by hand is nobody's group's.
    expect((await roleOf('U0LEAD')).role).toBe('approver');
    await stage.call('POST', '/slack/groups', { id: 'S0APPROVERS', users: [] });
    await until('Nia is none any more', async () => (await roleOf('U0NEW'))?.role === null);
  });

  it('is asked again when the order changes under it, and told why', async () => {
    const { id } = await waits('#1407');
    await stage.call('POST', `/shopify/orders/${id}/refund`, { amount: '5.00' });
    await until('the refund by hand is known', async () => {
      const { rows } = await stage.db.query(`SELECT facts->'refunds' AS refunds FROM orders WHERE id = $1`, [
        String(id),
      ]);
      return rows[0]?.refunds?.length > 0;
    });
    await until('a press is refused with the reason, or the card says it', async () => {
      const card = await approvalCard('#1407');
      if (/order changed|reckoned again/i.test(said(card))) return true;
      if (actionsOf(card).includes('refund.approve'))
        await stage.click('U0LEAD', APPROVALS, card.ts, 'refund.approve').catch(() => undefined);
      const heard = (await stage.messages(APPROVALS)).some(
        (one) => one.ephemeral_to === 'U0LEAD' && /order changed/.test(one.text),
      );
      return heard;
    });
  });
});
