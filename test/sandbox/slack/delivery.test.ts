import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Loose, type Probe, type Received, startProbe } from './support.ts';

let probe: Probe;
beforeAll(async () => {
  probe = await startProbe();
});
beforeEach(() => {
  probe.forget();
  probe.answer(() => ({}));
});
afterAll(() => probe.stop());

const CHANNEL = 'C0RETURNS';
const text = (value: string) => ({ type: 'plain_text', text: value });

/** Slack's signature, reckoned here once more from the documentation. */
const signatureOf = ({ headers, body }: Received): string =>
  `v0=${createHmac('sha256', 'demo-signing-secret')
    .update(`v0:${String(headers['x-slack-request-timestamp'])}:${body}`)
    .digest('hex')}`;

const say = (said: object) => probe.control('/say', { user: 'U0AGENT', channel: CHANNEL, ...said });
const posted = async (elements: object[], more: object = {}) => {
  const { ts } = await probe.api('chat.postMessage', {
    channel: CHANNEL,
    text: 'press',
    blocks: [{ type: 'actions', block_id: 'b', elements }],
    ...more,
  });
  await probe.idle();
  probe.forget();
  return ts as string;
};

describe('events', () => {
  it('are signed, in real time, as JSON', async () => {
    await probe.control('/event', { event: { type: 'link_shared', links: [] } });
    await probe.idle();
    const [request] = probe.received as [Received];
    expect(request.path).toBe('/slack/events');
    expect(request.headers['content-type']).toBe('application/json');
    expect(request.headers['x-slack-signature']).toBe(signatureOf(request));
    expect(Math.abs(Number(request.headers['x-slack-request-timestamp']) * 1000 - Date.now())).toBeLessThan(60_000);
    expect(probe.events()[0]).toMatchObject({
      type: 'event_callback',
      team_id: 'T0DEMO',
      api_app_id: 'A0MAKEGOOD',
      event: { type: 'link_shared' },
      event_id: expect.stringMatching(/^Ev/),
      authorizations: [{ team_id: 'T0DEMO', user_id: 'U0MAKEGOOD', is_bot: true }],
    });
  });

  it.each([
    { what: 'a word in a channel', said: { text: 'hello' }, types: ['message'] },
    { what: 'a mention', said: { text: 'cancel #1001', mention: true }, types: ['app_mention', 'message'] },
    { what: 'a mention that was typed', said: { text: 'hey <@U0MAKEGOOD>' }, types: ['app_mention', 'message'] },
    { what: 'a direct message', said: { channel: 'U0AGENT', text: 'hello' }, types: ['message'] },
  ])('$what', async ({ said, types }) => {
    const { ts, channel } = await say(said);
    await probe.idle();
    const events = probe.events();
    expect(events.map(({ event }) => event.type).sort()).toEqual(types);
    expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(types.length);
    for (const { event } of events) expect(event).toMatchObject({ user: 'U0AGENT', ts, channel, team: 'T0DEMO' });
    const message = events.find(({ event }) => event.type === 'message')?.event;
    expect(message.channel_type).toBe(channel.startsWith('D') ? 'im' : 'channel');
    if (types.includes('app_mention')) expect(message.text).toContain('<@U0MAKEGOOD>');
  });

  it('carry what a person typed as Slack escapes it', async () => {
    await say({ text: 'a < b & c <!channel> <@U0LEAD>' });
    await probe.idle();
    expect(probe.events()[0]?.event.text).toBe('a &lt; b &amp; c <!channel> <@U0LEAD>');
  });

  it('of files say so', async () => {
    await say({ text: '', files: [{ name: 'a.png', mimetype: 'image/png', base64: 'YQ==' }] });
    await probe.idle();
    expect(probe.events()[0]?.event).toMatchObject({
      subtype: 'file_share',
      files: [{ name: 'a.png', mimetype: 'image/png', size: 1 }],
    });
  });

  it('tell the app of its own messages and changes too, marked as its own', async () => {
    const { ts } = await probe.api('chat.postMessage', { channel: CHANNEL, text: 'one' });
    await probe.api('chat.update', { channel: CHANNEL, ts, text: 'two' });
    await probe.idle();
    const events = probe.events().map(({ event }) => event);
    expect(events.find(({ subtype }) => subtype === undefined)).toMatchObject({ bot_id: 'B0MAKEGOOD', text: 'one' });
    expect(events.find(({ subtype }) => subtype === 'message_changed')).toMatchObject({
      message: { text: 'two' },
      previous_message: { text: 'one' },
    });
  });

  it('come only where the app subscribed to them, as its manifest says', async () => {
    const { ts } = await say({ text: 'nice' });
    await probe.idle();
    probe.forget();
    await probe.control('/react', { user: 'U0LEAD', channel: CHANNEL, ts, name: 'eyes' });
    await probe.idle();
    expect(probe.sandbox.slack.slack.registration.events).not.toContain('reaction_added');
    expect(probe.received).toHaveLength(0);
  });

  it('come again with the same event_id and the reason until they are taken', async () => {
    probe.answer((_, before) => ({ status: before < 2 ? 500 : 200 }));
    await probe.control('/event', { event: { type: 'x' } });
    await probe.idle();
    expect(
      probe.received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]),
    ).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    expect(new Set(probe.events().map(({ event_id }) => event_id)).size).toBe(1);
    for (const request of probe.received) expect(request.headers['x-slack-signature']).toBe(signatureOf(request));
  });

  it('are given up after three more attempts, and at once where the app says so', async () => {
    probe.answer(() => ({ status: 503 }));
    await probe.control('/event', { event: { type: 'x' } });
    await probe.idle();
    expect(probe.received).toHaveLength(4);
    probe.forget();
    probe.answer(() => ({ status: 400, headers: { 'x-slack-no-retry': '1' } }));
    await probe.control('/event', { event: { type: 'x' } });
    await probe.idle();
    expect(probe.received).toHaveLength(1);
    expect((await probe.read('/deliveries')).deliveries.at(-1)).toMatchObject({
      kind: 'x',
      delivered: false,
      attempts: [{ status: 400 }],
    });
  });

  it('that are not answered within three seconds count as not taken', async () => {
    probe.answer((_, before) => (before === 0 ? 'never' : {}));
    await probe.control('/event', { event: { type: 'x' } });
    await probe.idle();
    expect(probe.received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
  });
});

describe('presses', () => {
  it('are forms with one payload', async () => {
    const ts = await posted([{ type: 'button', action_id: 'go', value: '42', style: 'primary', text: text('Go') }], {
      metadata: { event_type: 'x', event_payload: {} },
    });
    expect(await probe.control('/click', { user: 'U0LEAD', channel: CHANNEL, ts, action_id: 'go' })).toMatchObject({
      ok: true,
      status: 200,
    });
    const [request] = probe.received as [Received];
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request.headers['x-slack-signature']).toBe(signatureOf(request));
    expect(probe.got()[0]).toMatchObject({
      type: 'block_actions',
      api_app_id: 'A0MAKEGOOD',
      team: { id: 'T0DEMO' },
      user: { id: 'U0LEAD', username: 'leila.haddad', team_id: 'T0DEMO' },
      channel: { id: CHANNEL, name: 'returns' },
      container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false },
      message: { ts, text: 'press' },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/slack/response/'),
      state: { values: {} },
      actions: [{ type: 'button', action_id: 'go', block_id: 'b', value: '42', style: 'primary' }],
    });
  });

  it.each([
    {
      element: {
        type: 'static_select',
        options: [
          { text: text('A'), value: 'a' },
          { text: text('B'), value: 'b' },
        ],
      },
      value: 'b',
      action: { selected_option: { value: 'b' } },
    },
    {
      element: { type: 'overflow', options: [{ text: text('A'), value: 'a' }] },
      value: 'a',
      action: { selected_option: { value: 'a' } },
    },
    {
      element: { type: 'radio_buttons', options: [{ text: text('A'), value: 'a' }] },
      value: 'a',
      action: { selected_option: { value: 'a' } },
    },
    {
      element: {
        type: 'checkboxes',
        options: [
          { text: text('A'), value: 'a' },
          { text: text('B'), value: 'b' },
        ],
      },
      value: ['a', 'b'],
      action: { selected_options: [{ value: 'a' }, { value: 'b' }] },
    },
    { element: { type: 'datepicker' }, value: '2026-12-24', action: { selected_date: '2026-12-24' } },
    { element: { type: 'timepicker' }, value: '18:30', action: { selected_time: '18:30' } },
    { element: { type: 'datetimepicker' }, value: 1_800_000_000, action: { selected_date_time: 1_800_000_000 } },
    { element: { type: 'users_select' }, value: 'U0LEAD', action: { selected_user: 'U0LEAD' } },
    { element: { type: 'multi_users_select' }, value: ['U0LEAD'], action: { selected_users: ['U0LEAD'] } },
    { element: { type: 'conversations_select' }, value: CHANNEL, action: { selected_conversation: CHANNEL } },
  ])('of $element.type carry what was chosen, and the state keeps it', async ({ element, value, action }) => {
    const ts = await posted([
      { ...element, action_id: 'choose' },
      { type: 'button', action_id: 'go', text: text('Go') },
    ]);
    await probe.control('/click', { user: 'U0AGENT', channel: CHANNEL, ts, action_id: 'choose', value });
    expect(probe.got()[0]?.actions[0]).toMatchObject(action);
    await probe.control('/click', { user: 'U0AGENT', channel: CHANNEL, ts, action_id: 'go' });
    if (element.type !== 'overflow') expect(probe.got()[1]?.state.values.b.choose).toMatchObject(action);
  });

  it('need something to press', async () => {
    const ts = await posted([
      { type: 'static_select', action_id: 'choose', options: [{ text: text('A'), value: 'a' }] },
    ]);
    const click = async (more: object) =>
      (await probe.controlRaw('/click', { user: 'U0AGENT', channel: CHANNEL, ts, action_id: 'choose', ...more }))
        .status;
    expect(await click({ action_id: 'other' })).toBe(404);
    expect(await click({ value: 'z' })).toBe(400);
    expect(await click({ ts: '1.000000' })).toBe(404);
    expect(await click({ user: 'U0NOBODY' })).toBe(404);
    expect(probe.received).toHaveLength(0);
  });

  it('on an ephemeral message are for the one who sees it, and carry no message', async () => {
    const { message_ts: ts } = await probe.api('chat.postEphemeral', {
      channel: CHANNEL,
      user: 'U0AGENT',
      text: 'x',
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text: text('Go') }] }],
    });
    probe.forget();
    const press = (user: string) => probe.controlRaw('/click', { user, channel: CHANNEL, ts, action_id: 'go' });
    expect((await press('U0LEAD')).status).toBe(404);
    expect((await press('U0AGENT')).body.ok).toBe(true);
    expect(probe.got()[0]).toMatchObject({ container: { is_ephemeral: true, message_ts: ts } });
    expect(probe.got()[0]).not.toHaveProperty('message');
  });

  it('are not sent twice, and say what went wrong', async () => {
    const ts = await posted([{ type: 'button', action_id: 'go', text: text('Go') }]);
    probe.answer(() => ({ status: 500 }));
    expect(await probe.control('/click', { user: 'U0AGENT', channel: CHANNEL, ts, action_id: 'go' })).toMatchObject({
      ok: false,
      status: 500,
      error: 'operation_failed',
    });
    expect(probe.received).toHaveLength(1);
  });
});

describe('response_url', () => {
  const pressed = async () => {
    const ts = await posted([{ type: 'button', action_id: 'go', text: text('Go') }]);
    await probe.control('/click', { user: 'U0AGENT', channel: CHANNEL, ts, action_id: 'go' });
    const url = probe.got().find(({ type }) => type === 'block_actions')?.response_url as string;
    return {
      ts,
      respond: (body: object) =>
        fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      message: async (wanted: (message: Loose) => boolean) =>
        (await probe.read(`/messages?channel=${CHANNEL}`)).messages.find(wanted),
    };
  };

  it('replaces the message it came from, or deletes it', async () => {
    const { ts, respond, message } = await pressed();
    expect((await respond({ replace_original: true, text: 'replaced' })).status).toBe(200);
    expect(await message((entry) => entry.ts === ts)).toMatchObject({ text: 'replaced' });
    expect((await message((entry) => entry.ts === ts)).blocks).toBeUndefined();
    await respond({ delete_original: true });
    expect(await message((entry) => entry.ts === ts)).toBeUndefined();
  });

  it('says something to the one who pressed, five times', async () => {
    const { respond, message } = await pressed();
    const statuses = [];
    for (let use = 1; use <= 6; use += 1) statuses.push((await respond({ text: `only you ${use}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(await message((entry) => entry.text === 'only you 5')).toMatchObject({ ephemeral_to: 'U0AGENT' });
    expect(await message((entry) => entry.text === 'only you 6')).toBeUndefined();
  });

  it('says something to all, and refuses what Slack refuses', async () => {
    const { respond, message } = await pressed();
    await respond({ response_type: 'in_channel', text: 'for all' });
    expect((await message((entry) => entry.text === 'for all')).ephemeral_to).toBeUndefined();
    const refused = await respond({ text: 'x', blocks: [{ type: 'sparkle' }] });
    expect([refused.status, (await refused.json()).error]).toEqual([400, 'invalid_blocks']);
  });
});

describe('modals', () => {
  const input = (block_id: string, element: object, more: object = {}) => ({
    type: 'input',
    block_id,
    label: text('x'),
    element: { action_id: 'a', ...element },
    ...more,
  });
  const open = async (blocks: object[], more: object = {}) => {
    const ts = await posted([{ type: 'button', action_id: 'go', text: text('Go') }]);
    await probe.control('/click', { user: 'U0AGENT', channel: CHANNEL, ts, action_id: 'go' });
    const trigger_id = probe.got().find(({ type }) => type === 'block_actions')?.trigger_id;
    const { view } = await probe.api('views.open', {
      trigger_id,
      view: {
        type: 'modal',
        callback_id: 'form',
        private_metadata: 'case-1',
        title: text('x'),
        submit: text('OK'),
        blocks,
        ...more,
      },
    });
    probe.forget();
    return view.id as string;
  };
  const submit = (view_id: string, values: object = {}) =>
    probe.control('/submit', { user: 'U0AGENT', view_id, values });
  const openViews = async () => (await probe.read('/views?user=U0AGENT')).views;

  it('ask for what is missing before the app hears of it', async () => {
    const view = await open([
      input('note', { type: 'plain_text_input', min_length: 3 }),
      input('mail', { type: 'email_text_input' }),
      input('count', { type: 'number_input', is_decimal_allowed: false, max_value: '5' }),
      input('more', { type: 'plain_text_input' }, { optional: true }),
    ]);
    expect(await submit(view, { note: 'x', mail: 'nobody', count: '7' })).toEqual({
      ok: false,
      errors: {
        note: 'Enter at least 3 characters.',
        mail: 'Please enter a valid email address.',
        count: 'Must be at most 5.',
      },
    });
    expect(probe.received).toHaveLength(0);
    expect(await submit(view, { note: 'xyz', mail: 'a@example.com', count: '5' })).toMatchObject({ ok: true });
    expect(await openViews()).toEqual([]);
  });

  it.each([
    {
      how: 'by block and action',
      values: {
        note: { a: 'hello' },
        reason: { a: 'd' },
        photos: { a: [{ name: 'p.png', mimetype: 'image/png', base64: 'YQ==' }] },
      },
    },
    {
      how: 'by block',
      values: { note: 'hello', reason: 'd', photos: [{ name: 'p.png', mimetype: 'image/png', base64: 'YQ==' }] },
    },
    {
      how: 'as Slack keeps it',
      values: {
        note: { a: { type: 'plain_text_input', value: 'hello' } },
        reason: { a: 'd' },
        photos: { a: [{ name: 'p.png', mimetype: 'image/png', base64: 'YQ==' }] },
      },
    },
  ])('take values $how', async ({ values }) => {
    const view = await open([
      input('note', { type: 'plain_text_input' }),
      input('reason', { type: 'static_select', options: [{ text: text('Defective'), value: 'd' }] }),
      input('photos', { type: 'file_input' }),
    ]);
    expect(await submit(view, values)).toMatchObject({ ok: true });
    expect(probe.got()[0]).toMatchObject({
      type: 'view_submission',
      user: { id: 'U0AGENT' },
      view: {
        id: view,
        callback_id: 'form',
        private_metadata: 'case-1',
        state: {
          values: {
            note: { a: { type: 'plain_text_input', value: 'hello' } },
            reason: { a: { type: 'static_select', selected_option: { value: 'd', text: { text: 'Defective' } } } },
            photos: { a: { type: 'file_input', files: [{ name: 'p.png', url_private: expect.any(String) }] } },
          },
        },
      },
    });
  });

  it('name the inputs there are when one is not', async () => {
    const view = await open([input('note', { type: 'plain_text_input' })]);
    expect(
      (await probe.controlRaw('/submit', { user: 'U0AGENT', view_id: view, values: { nope: 1 } })).body.error,
    ).toContain('note/a');
  });

  const json = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const second = { type: 'modal', title: text('Second'), blocks: [{ type: 'divider' }] };

  it.each([
    {
      answer: { response_action: 'errors', errors: { note: 'Say more.' } },
      result: { ok: false, errors: { note: 'Say more.' } },
      open: 1,
    },
    {
      answer: { response_action: 'errors', errors: { other: 'Where?' } },
      result: { ok: false, error: 'no input block other in the view' },
      open: 1,
    },
    {
      answer: { response_action: 'update', view: second },
      result: { ok: true, response_action: 'update', view: { title: { text: 'Second' } } },
      open: 1,
    },
    { answer: { response_action: 'push', view: second }, result: { ok: true, response_action: 'push' }, open: 2 },
    { answer: { response_action: 'clear' }, result: { ok: true, response_action: 'clear' }, open: 0 },
    {
      answer: { response_action: 'update', view: { ...second, blocks: [{ type: 'table', rows: [] }] } },
      result: { ok: false, error: 'invalid_arguments' },
      open: 1,
    },
  ])('$answer.response_action → $open open', async ({ answer, result, open: count }) => {
    const view = await open([input('note', { type: 'plain_text_input' })]);
    probe.answer(() => json(answer));
    expect(await submit(view, { note: 'x' })).toMatchObject(result);
    expect(await openViews()).toHaveLength(count);
  });

  it('keep what was filled in when the app replaces the view', async () => {
    const blocks = [
      input('note', { type: 'plain_text_input' }),
      { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'add', text: text('Add') }] },
    ];
    const view = await open(blocks);
    await probe.control('/click', {
      user: 'U0AGENT',
      view_id: view,
      action_id: 'add',
      values: { note: 'half written' },
    });
    expect(probe.got()[0]).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: view },
      view: { state: { values: { note: { a: { value: 'half written' } } } } },
    });
    await probe.api('views.update', { view_id: view, view: { ...second, submit: text('OK'), blocks } });
    expect((await openViews())[0].state.values.note.a.value).toBe('half written');
  });

  it('say when they are closed, where the app asked for it', async () => {
    const view = await open([{ type: 'divider' }], { notify_on_close: true });
    expect(await probe.control('/close', { user: 'U0AGENT', view_id: view })).toEqual({ ok: true });
    expect(probe.got()[0]).toMatchObject({ type: 'view_closed', view: { id: view }, is_cleared: false });
    expect(await openViews()).toEqual([]);
  });

  it('ask the app for options, and check them', async () => {
    const view = await open([input('order', { type: 'external_select', min_query_length: 2 })]);
    const ask = (value: string) => probe.control('/options', { user: 'U0AGENT', action_id: 'a', value });
    expect(await ask('1')).toEqual({ ok: true, options: [] });
    expect(probe.received).toHaveLength(0);
    probe.answer(() => json({ options: [{ text: text('#1001 Headphones'), value: 'gid1' }] }));
    expect(await ask('10')).toMatchObject({ options: [{ value: 'gid1' }] });
    expect(probe.got()[0]).toMatchObject({
      type: 'block_suggestion',
      action_id: 'a',
      block_id: 'order',
      value: '10',
      view: { id: view },
    });
    probe.answer(() => ({}));
    await submit(view, { order: 'gid1' });
    expect(probe.got().at(-1)?.view.state.values.order.a.selected_option.text.text).toBe('#1001 Headphones');
    probe.answer(() => json({ options: [{ text: text('x'.repeat(76)), value: 'v' }] }));
    expect(await ask('10')).toMatchObject({ ok: false, error: 'invalid_options' });
  });
});

describe('commands, shortcuts and the home', () => {
  it('sends a command as a form and shows what it answers', async () => {
    probe.answer(() => ({ body: 'no order #9' }));
    expect(
      await probe.control('/command', { user: 'U0AGENT', channel: CHANNEL, command: '/makegood', text: '#9' }),
    ).toMatchObject({ ok: true, status: 200 });
    expect(probe.received[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(probe.got()[0]).toMatchObject({
      command: '/makegood',
      text: '#9',
      user_id: 'U0AGENT',
      channel_id: CHANNEL,
      channel_name: 'returns',
      team_id: 'T0DEMO',
      is_enterprise_install: 'false',
    });
    expect((await probe.read(`/messages?channel=${CHANNEL}`)).messages.at(-1)).toMatchObject({
      text: 'no order #9',
      ephemeral_to: 'U0AGENT',
    });
  });

  it('sends a shortcut on a message, and a global one', async () => {
    const { ts } = await say({ text: 'my kettle is broken' });
    await probe.idle();
    probe.forget();
    await probe.control('/shortcut', { user: 'U0AGENT', callback_id: 'message.return', channel: CHANNEL, ts });
    await probe.control('/shortcut', { user: 'U0AGENT', callback_id: 'global.find-order' });
    expect(probe.got()).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'message.return',
        message: { ts, text: 'my kettle is broken' },
        message_ts: ts,
        response_url: expect.any(String),
      },
      { type: 'shortcut', callback_id: 'global.find-order', trigger_id: expect.any(String) },
    ]);
  });

  it('opens the home and waits for what the app publishes', async () => {
    probe.answer(({ body }) => {
      if (body.includes('app_home_opened'))
        void probe.api('views.publish', {
          user_id: 'U0AGENT2',
          view: { type: 'home', blocks: [{ type: 'header', text: text('Waiting for you') }] },
        });
      return {};
    });
    const { blocks } = await probe.control('/home', { user: 'U0AGENT2' });
    expect(blocks).toMatchObject([{ type: 'header', text: { text: 'Waiting for you' } }]);
    expect(probe.events()[0]?.event).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      user: 'U0AGENT2',
      channel: 'D0U0AGENT2',
    });
  });

  it('does not let a guest into channels they are not in', async () => {
    expect((await probe.controlRaw('/say', { user: 'U0GUEST', channel: 'C0APPROVALS', text: 'x' })).status).toBe(403);
  });
});
