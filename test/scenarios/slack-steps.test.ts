import { describe, expect, it } from 'vitest';
import { HEADPHONES } from '../support/goods.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, refundedOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What an agent does in a day of Slack that no other scenario does there: over HTTP, as they would write it. */

const { stage, say } = setTheStage();

const placed = (name: string): Promise<number> =>
  stage.placed(name, {
    line_items: [HEADPHONES, { title: 'Kettle', sku: 'KT-1', quantity: 1, price: '25.00' }],
  });

/** The bot's answer to what is written, in its own thread: news of another may come meanwhile. */
const asked = async (text: string, more: Readonly<{ thread_ts?: string }> = {}) => {
  const { ts } = await stage.say('U0AGENT', say.channel, text, { mention: true, ...more });
  const thread = more.thread_ts ?? ts;
  return until(`an answer to: ${text}`, async () =>
    (await stage.messages(say.channel)).find(
      (one) => one.bot_id !== undefined && one.thread_ts === thread && one.ts > ts,
    ),
  );
};

/** The form that is on top, once it is this one. */
const form = (callback: string) =>
  until(callback, async () => {
    const view = (await stage.call<{ views: any[] }>('GET', '/slack/views?user=U0AGENT')).views.at(-1);
    return view?.callback_id === callback ? view : null;
  });
const submit = (view: { id: string }, values: Record<string, unknown>, user = 'U0AGENT') =>
  stage.call<{ ok: boolean; errors?: Record<string, string> }>('POST', '/slack/submit', {
    user,
    view_id: view.id,
    values,
  });

describe('an order', () => {
  it('is looked up, and what cancelling would give is said without proposing it; half sentences will do', async () => {
    const id = await placed('#1801');
    for (const text of ['1801?', 'cud 1801 still be cancled??', 'what if we cancel 1801', 'wo ist 1801']) {
      const answer = await asked(text);
      expect(said(answer), text).toContain('#1801: paid, not shipped');
      expect(said(answer), text).toContain('115.00');
      expect(actionsOf(answer), text).not.toContain('proposal.confirm');
    }
    expect((await stage.order(id)).cancelled_at).toBeNull();
  });

  it('is cancelled in part as written, typos and all; the rest stays', async () => {
    const id = await placed('#1802');
    const card = await say.propose('pls cancl the kettel on 1802 thx');
    expect(said(card)).toMatch(/1 × Kettle/);
    await say.press('U0AGENT', card.ts, 'proposal.confirm');
    const order: any = await until('the refund', async () => {
      const found = await stage.order(id);
      return refundedOf(found) > 0 ? found : null;
    });
    expect(refundedOf(order)).toBe(2500);
    expect(order.cancelled_at).toBeNull();
  });

  it('is cancelled in plain German, and not where a “nicht” stands in it', async () => {
    const id = await placed('#1803');
    expect(said(await asked('1803 bitte nicht stornieren'))).toContain('not what should happen');
    const card = await say.propose('storniere 1803 bitte, kundin hat es sich anders überlegt');
    await say.press('U0AGENT', card.ts, 'proposal.confirm');
    await until('cancelled', async () => (await stage.order(id)).cancelled_at !== null);
  });

  it('of which two are named with two wishes is asked about, and nothing is proposed', async () => {
    await placed('#1804');
    const answer = await asked('cancel 1804 and tell me where 1801 is');
    expect(said(answer)).toContain('#1804, #1801');
    expect(said(answer)).toContain('One thing at a time');
  });

  it('that does not exist is said to be none, with the nearest', async () => {
    expect(said(await asked('cancel #18044'))).toMatch(/There is no order #18044 here/);
  });
});

describe('a return', () => {
  it('gets its tracking number by a form that names what is wrong with it', async () => {
    const { ts } = await say.issued('#1811', 'track@example.com');
    await say.press('U0AGENT', ts, 'return.track');
    const view = await form('form.tracking');
    expect((await submit(view, { number: '1Z' })).errors).toHaveProperty('number');
    expect((await submit(view, { number: '1Z999AA10123456784', url: 'nowhere' })).errors).toHaveProperty('url');
    const right = { number: '1Z999AA10123456784', carrier: 'UPS', url: 'https://ups.example/1Z999AA10123456784' };
    expect((await submit(view, right)).ok).toBe(true);
    await say.state('#1811', 'in_transit');
    expect(said(await say.card(ts, /1Z999AA10123456784/))).toContain('Tracking');
  });

  it('gets more days by a sentence; why is asked, and a question is no reason', async () => {
    await say.issued('#1812', 'days@example.com', 'both are dead on arrival');
    const { rma } = (await say.state('#1812', 'authorized')).case;
    const card = await say.propose(`gimme one more week on ${rma}`);
    expect(actionsOf(card)).toContain('proposal.ask:because');
    await asked('where is it?', { thread_ts: card.thread });
    expect(actionsOf((await say.message(card.ts)) ?? card)).not.toContain('proposal.confirm');
    await stage.say('U0AGENT', say.channel, 'she was in hospital', { thread_ts: card.thread });
    await say.press('U0AGENT', card.ts, 'proposal.confirm');
    await say.caseThat('#1812', 'more days', (body) =>
      body.entries.some((one: any) => /she was in hospital/.test(one.text)),
    );
  });

  it('is tested unit by unit, each with its photo; the refund of the good one is declined with a reason', async () => {
    const { id, ts } = await say.issued('#1813', 'units@example.com');
    await say.press('U0AGENT', ts, 'parcel.receive');
    await say.press('U0AGENT', ts, 'unit.inspect');
    const first = await form('form.inspection');
    const options = JSON.parse(JSON.stringify(first.blocks)).find((block: any) => block.block_id === 'units').element
      .options;
    expect(options).toHaveLength(2);
    await submit(first, { units: [options[0].value], result: 'artificial_damage', photos: [say.photo], note: 'wet' });
    await say.caseThat('#1813', 'one tested', (body) =>
      body.units.some((unit: any) => unit.result === 'artificial_damage'),
    );
    await say.press('U0AGENT', ts, 'unit.inspect');
    await submit(await form('form.inspection'), { result: 'accepted', photos: [say.photo] });
    // P25: somebody else agrees that the damage is the customer's.
    await say.press('U0LEAD', ts, 'unit.confirm:agree');
    const approval = await until('the approval card', async () =>
      (await stage.messages(say.channel)).find(
        (one) => actionsOf(one).includes('refund.approve') && said(one).includes('#1813'),
      ),
    );
    expect(said(approval)).toContain('43.20');
    await stage.click('U0LEAD', say.channel, approval.ts, 'refund.decline');
    await say.fillIn('U0LEAD', { because: 'the serial number is not ours' });
    await say.caseThat('#1813', 'declined', (body) =>
      body.entries.some((one: any) => /the serial number is not ours/.test(one.text)),
    );
    // An edited card calls nobody: who proposed it is written to.
    const told = await stage.seen(say.channel, /declined the refund of \$43\.20: the serial number is not ours/);
    expect(told.text).toContain('<@U0AGENT>');
    expect(refundedOf(await stage.order(id))).toBe(0);
    expect(said(await asked(`approve ${(await say.state('#1813', 'received')).case.rma}`))).toContain('declined');
  });
});

describe("an agent's Home", () => {
  it('lists what is asked for by its filter, and keeps their own settings', async () => {
    await say.issued('#1821', 'home@example.com');
    await say.state('#1821', 'authorized');
    const home = () => stage.call<{ blocks: unknown[] }>('POST', '/slack/home', { user: 'U0AGENT' });
    // Every look is an opening, which keeps the filter: seen twice, nothing older is under way any more.
    const shows = (what: string, holds: (shown: string) => boolean) =>
      until(what, async () => {
        const first = JSON.stringify((await home()).blocks);
        return holds(first) && holds(JSON.stringify((await home()).blocks));
      });
    await shows('the case', (shown) => shown.includes('#1821'));
    await stage.call('POST', '/slack/click', { user: 'U0AGENT', action_id: 'home.filter', value: 'overdue' });
    await shows('nothing overdue', (shown) => shown.includes('Nothing is overdue') && !shown.includes('#1821'));
    await stage.call('POST', '/slack/click', { user: 'U0AGENT', action_id: 'home.settings' });
    const view = await form('form.settings');
    expect((await submit(view, { notify: 'urgent', language: 'de' })).ok).toBe(true);
    await shows('the Home in German', (shown) => shown.includes('Einstellungen'));
  });
});
