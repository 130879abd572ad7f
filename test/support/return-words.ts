import { HEADPHONES } from './goods.ts';
import { actionsOf, type SlackMessage, said, type TestStage } from './stage.ts';
import { until } from './wait.ts';

/** The words in which returns are told, over the sandbox's Slack and Shopify. */

const CHANNEL = 'C0RETURNS';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Two headphones at 40.00 with 8 % tax and shipping at 10.00: 96.40, of which 86.40 for the goods. */
const orderOf = (name: string, email: string, line: object = {}) => ({
  name,
  email,
  currency: 'USD',
  taxes_included: false,
  customer: { first_name: 'Robin', last_name: 'Example', email },
  shipping_address: {
    first_name: 'Robin',
    last_name: 'Example',
    address1: '1 Test Street',
    city: 'Albany',
    province_code: 'NY',
    zip: '12207',
    country_code: 'US',
  },
  line_items: [
    {
      ...HEADPHONES,
      tax_lines: [{ title: 'NY tax', rate: 0.08, price: '6.40' }],
      ...line,
    },
  ],
  shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
});

export type Told = Readonly<{ id: number; name: string; email: string; ts: string }>;

export const returnWords = (stage: TestStage) => {
  const message = async (ts: string): Promise<SlackMessage | undefined> =>
    (await stage.messages(CHANNEL)).find((one) => one.ts === ts);

  /** The message, once it has this button; or this choice of a menu. */
  const withButton = (ts: string, action: string, value?: unknown): Promise<SlackMessage> =>
    until(`${action} ${value ?? ''} on the message`, async () => {
      const found = await message(ts);
      if (found === undefined || !actionsOf(found).includes(action)) return null;
      return value === undefined || JSON.stringify(found.blocks).includes(JSON.stringify(value)) ? found : null;
    });

  const press = async (user: string, ts: string, action: string, more: Record<string, unknown> = {}) => {
    await withButton(ts, action, more.value);
    await stage.click(user, CHANNEL, ts, action, more);
  };

  /** Sends the form that is open. */
  const fillIn = async (user: string, values: Record<string, unknown>) => {
    const view = await until(
      'a form',
      async () =>
        (await stage.call<{ views: { id: string }[] }>('GET', `/slack/views?user=${user}`)).views.at(-1) ?? null,
    );
    const answer = await stage.call<{ ok: boolean; errors?: object }>('POST', '/slack/submit', {
      user,
      view_id: view.id,
      values,
    });
    if (!answer.ok) throw new Error(`the form was not taken: ${JSON.stringify(answer)}`);
  };

  /** `line`: what differs from two headphones that are in no catalogue. */
  const shippedOrder = async (
    name: string,
    email: string,
    line: object = {},
  ): Promise<Pick<Told, 'id' | 'name' | 'email'>> => {
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', orderOf(name, email, line));
    await stage.shipped(id, { tracking: { company: 'UPS', number: '1Z999AA10123456784' } });
    return { id, name, email };
  };

  /** What an agent writes in a thread, and the bot's proposal to it. */
  const propose = async (
    text: string,
    more: Record<string, unknown> = {},
  ): Promise<SlackMessage & { thread: string }> => {
    const before = new Set((await stage.messages(CHANNEL)).map((one) => one.ts));
    const { ts } = await stage.say('U0AGENT', CHANNEL, text, { mention: true, ...more });
    const found = await until(`a proposal for: ${text}`, async () =>
      (await stage.messages(CHANNEL)).find(
        (one) => !before.has(one.ts) && one.bot_id && actionsOf(one).includes('proposal.dismiss'),
      ),
    );
    return { ...found, thread: (more.thread_ts as string | undefined) ?? ts };
  };

  /** In turns: who looks as often as a test does is soon asked to wait. */
  const readers = ['1', '101', '102', '201', '202'] as const;
  let turn = 0;
  const reader = (): string => readers[turn++ % readers.length] as string;

  const caseOf = (detail: { order: string }): Promise<any> =>
    until(`the case of ${detail.order}`, async () => {
      const staff = reader();
      const { body } = await stage.admin<any>(staff, `/api/cases?text=${encodeURIComponent(detail.order)}&limit=5`);
      const found = body.cases?.find((one: any) => one.orderName === detail.order);
      const answer = found ? await stage.admin<any>(staff, `/api/cases/${found.id}`) : null;
      return answer?.status === 200 ? answer.body : null;
    });

  /** The order's case, once this holds of it. */
  const caseThat = (order: string, what: string, holds: (body: any) => boolean, timeoutMs?: number): Promise<any> =>
    until(
      `case of ${order}: ${what}`,
      async () => {
        const body = await caseOf({ order });
        return holds(body) ? body : null;
      },
      timeoutMs,
    );

  /** The order's case, once its newest amount waits for an approver. */
  const awaitsApproval = (order: string): Promise<any> =>
    caseThat(order, 'an amount that waits', (body) => body.intents.at(-1)?.state === 'awaiting_approval');

  return {
    channel: CHANNEL,
    message,
    withButton,
    press,
    fillIn,
    shippedOrder,
    propose,
    caseThat,
    awaitsApproval,
    state: (order: string, state: string) => caseThat(order, state, (body) => body.case.state === state),
    /** An RMA for a change of mind (or another reason, in words), issued. `ts` is the card. */
    issued: async (order: string, email: string, words = 'customer changed their mind'): Promise<Told> => {
      const made = await shippedOrder(order, email);
      const { ts } = await propose(
        `RMA for ${order}: 2 headphones, ${words}`,
        /broken|dead|defect/.test(words) ? { files: [{ name: 'p.png', mimetype: 'image/png', base64: PNG }] } : {},
      );
      const card = await message(ts);
      if (card && actionsOf(card).includes('proposal.amend:troubleshootingDone:yes'))
        await press('U0AGENT', ts, 'proposal.amend:troubleshootingDone:yes');
      await press('U0AGENT', ts, 'proposal.confirm');
      await stage.mail(email, /RMA-/);
      return { ...made, ts };
    },
    /** The parcel is here, and every unit of it tested good. */
    accepted: async (ts: string): Promise<void> => {
      await press('U0AGENT', ts, 'parcel.receive');
      await press('U0AGENT', ts, 'unit.inspect');
      await fillIn('U0AGENT', { result: 'accepted' });
    },
    /** In admin: the newest amount of the order's case, whatever older cards still show. */
    approveNewest: async (order: string): Promise<void> => {
      const { intents } = await awaitsApproval(order);
      const { status } = await stage.admin('201', `/api/intents/${intents.at(-1).id}/approve`, {
        method: 'POST',
        body: {},
      });
      if (status >= 300) throw new Error(`the amount of ${order} was not approved: ${status}`);
    },
    nobodyCanApprove: (order: string) =>
      until(`no card of ${order} that could be approved`, async () => {
        const cards = (await stage.messages(CHANNEL)).filter((one) => said(one).includes(order));
        return !cards.flatMap(actionsOf).includes('refund.approve');
      }),
    card: (ts: string, what: RegExp) =>
      until(`the card says ${what}`, async () => {
        const found = await message(ts);
        return found && what.test(said(found)) ? found : null;
      }),
    approve: async (order: string) => {
      const approval = await until('the approval card', async () =>
        (await stage.messages(CHANNEL)).find(
          (one) => actionsOf(one).includes('refund.approve') && said(one).includes(order),
        ),
      );
      await stage.click('U0LEAD', CHANNEL, approval.ts, 'refund.approve');
      return approval;
    },
    photo: { name: 'p.png', mimetype: 'image/png', base64: PNG },
  };
};
