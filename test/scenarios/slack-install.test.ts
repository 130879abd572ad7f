import { beforeAll, describe, expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { until } from '../support/wait.ts';

/** A workspace is connected from the merchant's own admin page, and to that shop alone. */

const SECOND = 'second.myshopify.com';
const TEAM = 'T0SECOND';

const { stage } = setTheStage();
beforeAll(async () => {
  await stage.call('POST', '/shopify/shops', {
    domain: SECOND,
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
  });
  await stage.call('POST', `/shopify/shops/${SECOND}/install`, {});
  const { installations } = stage.running.makegood.database;
  const person = { shop: SECOND, slackTeam: null, slackUser: null };
  await installations.savePerson({ ...person, name: 'Olga Owner', role: 'owner', staffId: '1' });
  await installations.savePerson({ ...person, name: 'Ada Agent', role: 'agent', staffId: '2' });
  // A shop that was never opened by hand has the workspace of the installation: here it begins without one.
  await stage.db.query(
    `UPDATE shops SET slack_team = NULL, slack_channel = NULL, approvals_channel = NULL WHERE domain = $1`,
    [SECOND],
  );
  await stage.call('POST', '/slack/teams', { team: TEAM });
});

const asStaff = async (staff: string, path: string, shop = SECOND) => {
  const { token } = await stage.call<{ token: string }>('GET', `/shopify/session-token?shop=${shop}&staff=${staff}`);
  const response = await fetch(`${stage.makegoodUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return { status: response.status, body: (await response.json()) as { url?: string; detail?: string } };
};

const begin = async (): Promise<URL> => new URL((await asStaff('1', '/api/slack/connect')).body.url as string);

/** Slack's install page consents at once; a person may choose another team there. */
const consent = async (url: URL, team = TEAM): Promise<string> => {
  url.searchParams.set('team', team);
  const answer = await fetch(url, { redirect: 'manual' });
  return answer.headers.get('location') as string;
};

const teamOf = async (shop: string) =>
  (await stage.db.query(`SELECT slack_team, slack_channel FROM shops WHERE domain = $1`, [shop])).rows[0];

describe('connecting Slack', () => {
  it('takes an owner', async () => {
    expect((await asStaff('2', '/api/slack/connect')).status).toBe(403);
    expect((await fetch(`${stage.makegoodUrl}/api/slack/connect`, { method: 'POST' })).status).toBe(401);
  });

  it('binds the workspace to the shop it was begun for, once a state, with its token sealed', async () => {
    const url = await begin();
    expect(url.searchParams.get('scope')?.split(',')).toEqual(
      expect.arrayContaining(['chat:write', 'usergroups:read']),
    );
    const back = await consent(url);
    const page = await fetch(back);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(SECOND);
    expect(await teamOf(SECOND)).toEqual({ slack_team: TEAM, slack_channel: 'U0LEAD' });
    // The same way back a second time, and one that nobody began.
    expect((await fetch(back)).status).toBe(400);
    const made = new URL(back);
    made.searchParams.set('state', 'guessed');
    expect(await (await fetch(made)).text()).toContain('begin again in the app');
    const { rows } = await stage.db.query(
      `SELECT encode(bot_token, 'escape') AS token FROM slack_installations WHERE team = $1`,
      [TEAM],
    );
    expect(rows[0].token).not.toContain('xoxb');
    // Who allowed it is one person, known to both.
    const owner = await stage.db.query(`SELECT staff_id, slack_user FROM people WHERE shop = $1 AND slack_team = $2`, [
      SECOND,
      TEAM,
    ]);
    expect(owner.rows).toEqual([{ staff_id: '1', slack_user: 'U0LEAD' }]);
  });

  it('is not begun for one shop and ended in the workspace of another', async () => {
    const page = await fetch(await consent(await begin(), 'T0DEMO'));
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('works for another shop already');
    expect((await teamOf('demo.myshopify.com')).slack_team).toBe('T0DEMO');
    expect((await teamOf(SECOND)).slack_team).toBe(TEAM);
  });

  it('gives up a way back that is too old, or refused in Slack', async () => {
    const old = await consent(await begin());
    await stage.call('POST', '/clock', { advance: 'PT20M' });
    expect(await (await fetch(old)).text()).toContain('too old');
    const refused = new URL(await consent(await begin()));
    refused.searchParams.delete('code');
    refused.searchParams.set('error', 'access_denied');
    expect(await (await fetch(refused)).text()).toContain('not allowed');
  });

  it('calls each workspace with its own token alone', async () => {
    for (const team of [TEAM, 'T0DEMO', TEAM, 'T0DEMO', TEAM])
      await stage.call('POST', '/slack/home', { team, user: 'U0LEAD' });
    const { calls } = await stage.call<{
      calls: { method: string; team: string; status: number; answer: { ok: boolean } }[];
    }>('GET', '/slack/calls');
    const published = calls.filter(({ method }) => method === 'views.publish');
    expect(published.every(({ answer }) => answer.ok)).toBe(true);
    await until('both teams were drawn', async () => {
      const seen = (await stage.call<{ calls: { method: string; team: string }[] }>('GET', '/slack/calls')).calls
        .filter(({ method }) => method === 'views.publish')
        .map(({ team }) => team);
      return seen.filter((team) => team === TEAM).length >= 3 && seen.filter((team) => team === 'T0DEMO').length >= 2;
    });
  });

  it('ends when the app is removed in Slack: the token is gone, the shop goes on, and it can be connected again', async () => {
    await stage.call('POST', '/slack/uninstall', { team: TEAM });
    await until('disconnected', async () => (await teamOf(SECOND)).slack_team === null);
    await until('the token is deleted', async () => {
      const { rows } = await stage.db.query(`SELECT 1 FROM slack_installations WHERE team = $1`, [TEAM]);
      return rows.length === 0;
    });
    expect((await teamOf('demo.myshopify.com')).slack_team).toBe('T0DEMO');
    expect((await fetch(await consent(await begin()))).status).toBe(200);
    expect((await teamOf(SECOND)).slack_team).toBe(TEAM);
    expect((await asStaff('1', '/api/slack/disconnect')).status).toBe(200);
    await until('disconnected by hand', async () => (await teamOf(SECOND)).slack_team === null);
  });
});
