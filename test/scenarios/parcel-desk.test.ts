import { describe, expect, it } from 'vitest';
import { pngOf } from '../support/customer-words.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, type SlackMessage, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** P19, P20, P34, P35: the dock, from Slack over real HTTP. */

const { stage, say } = setTheStage();

const parcelCommand = (text: string) =>
  stage.call('POST', '/slack/command', { user: 'U0AGENT', channel: say.channel, command: '/makegood', text });

const openForm = () =>
  until('the form of the parcel desk', async () => {
    const { views } = await stage.call<{ views: { id: string; title: { text: string } }[] }>(
      'GET',
      '/slack/views?user=U0AGENT',
    );
    return views.at(-1) ?? null;
  });

const submit = async (values: Record<string, unknown>) => {
  const view = await openForm();
  return stage.call<{ ok: boolean; errors?: Record<string, string> }>('POST', '/slack/submit', {
    user: 'U0AGENT',
    view_id: view.id,
    values,
  });
};

/** An owner says that this address can be reached after all. */
const worksAgain = async (hint: string): Promise<void> => {
  const { dead } = (await stage.admin('1', '/api/mails')).body as { dead: { hint: string; digest: string }[] };
  const { digest } = dead.find((one) => one.hint === hint) ?? {};
  expect((await stage.admin('1', `/api/mails/dead/${digest}`, { method: 'DELETE' })).status).toBe(200);
};

const parcelCard = (number: number): Promise<SlackMessage> =>
  until(`the card of parcel ${number}`, async () =>
    (await stage.messages(say.channel)).find((one) => one.text.startsWith(`Parcel ${number}:`)),
  );

/** Presses the button of the candidate that says this. */
const match = async (card: SlackMessage, value: RegExp) => {
  const button = [...JSON.stringify(card.blocks).matchAll(/"action_id":"(parcel\.match:\d)","value":"([^"]+)"/g)][0];
  expect(said(card)).toMatch(value);
  await stage.click('U0AGENT', say.channel, card.ts, button?.[1] as string, { value: button?.[2] });
};

const rmaOf = async (order: string): Promise<string> => (await say.state(order, 'authorized')).case.rma;

/** Another symbol at the end: never the right one. */
const misread = (rma: string) => `${rma.slice(0, -1)}${rma.endsWith('0') ? '1' : '0'}`;

describe('a parcel on the dock', () => {
  it('with its number on the outside is taken in at once', async () => {
    await say.issued('#1301', 'dock@example.com');
    await parcelCommand(`parcel ${await rmaOf('#1301')}`);
    expect((await submit({})).ok).toBe(true);
    const body = await say.state('#1301', 'received');
    expect(body.entries.some((one: any) => /number on the outside/.test(one.text))).toBe(true);
  });

  it('with a wrong check symbol is named as such, kept apart, and never matched by itself', async () => {
    await say.issued('#1302', 'misread@example.com');
    const rma = await rmaOf('#1302');
    await parcelCommand('parcel');
    const refused = await submit({ number: misread(rma) });
    expect(refused.ok).toBe(false);
    expect(refused.errors?.number).toMatch(/last symbol does not fit/);
    expect((await submit({ number: misread(rma), keepApart: ['yes'] })).ok).toBe(true);
    const card = await parcelCard(1);
    expect(said(card)).toMatch(/one slip from/);
    await say.state('#1302', 'authorized');
    await match(card, new RegExp(rma));
    const body = await say.state('#1302', 'received');
    const entry = body.entries.find((one: any) => /parcel 1 is this return's/.test(one.text));
    expect(entry.clauses).toEqual(['P20', 'P34', 'P35']);
    await until('the card says so', async () => /Matched/.test(said(await parcelCard(1))));
    expect(actionsOf(await parcelCard(1))).toEqual([]);
  });

  it('without a number is found by what is inside; it counts as here since it arrived', async () => {
    const { ts } = await say.issued('#1303', 'inside@example.com');
    await parcelCommand('parcel');
    await submit({ orderNumber: '1303', senderName: 'Unknown Sender', note: 'box is dented' });
    const card = await parcelCard(2);
    expect(said(card)).toMatch(/order number inside/);
    const arrived = Number(/arrived <!date\^(\d+)/.exec(said(card))?.[1]);
    await stage.call('POST', '/clock', { advance: 'P3D' });
    await match(card, /#1303/);
    const body = await say.state('#1303', 'received');
    expect(body.entries.some((one: any) => /found out after 3 days/.test(one.text))).toBe(true);
    // The case's own card counts from the arrival, not from the match.
    await say.card(ts, new RegExp(`here since <!date\\^${arrived}\\^`));
  });

  it('is held, and somebody is told when the days are over', async () => {
    await parcelCommand('parcel');
    await submit({ senderName: 'Nobody Knows' });
    const card = await parcelCard(3);
    const id = /hold:([0-9a-f-]{36})/.exec(JSON.stringify(card.blocks))?.[1];
    await stage.click('U0AGENT', say.channel, card.ts, 'parcel.form', { value: `hold:${id}` });
    expect((await submit({ days: '5' })).ok).toBe(true);
    await until('held', async () => /\*Held\*/.test(said(await parcelCard(3))));
    await stage.call('POST', '/clock', { advance: 'P6D' });
    await stage.seen(say.channel, /Parcel 3 has been held as long as it should be/, { thread: card.ts });
    await until('it waits again', async () => /In quarantine/.test(said(await parcelCard(3))));
    await stage.click('U0AGENT', say.channel, card.ts, 'parcel.form', { value: `close:${id}` });
    expect((await submit({ result: 'sent_back', because: 'no answer' })).ok).toBe(true);
    await until('closed', async () => /Sent back/.test(said(await parcelCard(3))));
  });

  it('asks the customer of a likely order, without a word about anybody else', async () => {
    await say.shippedOrder('#1304', 'sender@example.com');
    await parcelCommand('parcel');
    await submit({ orderNumber: '#1304', senderName: 'Somebody Else', senderPhone: '+1 212 555 0100' });
    const card = await parcelCard(4);
    const ask = /"action_id":"(parcel\.ask-sender:\d)","value":"([^"]+)"/.exec(JSON.stringify(card.blocks));
    await stage.click('U0AGENT', say.channel, card.ts, ask?.[1] as string, { value: ask?.[2] });
    const mail = await stage.mail('sender@example.com', /Did you send us a parcel/);
    expect(mail.text).toContain('#1304');
    expect(mail.text).not.toMatch(/Somebody Else|555 0100|RMA-[0-9A-Z]{7}/);
    await until('the card says so', async () => /sender asked/.test(said(await parcelCard(4))));
  });

  it('reads the answer of whoever was asked in the parcel’s thread and on its card, with the photo in it', async () => {
    const mail = {
      to: 'sender@example.com',
      text: 'Yes, that is mine: I forgot to write the number on it.',
      files: [{ name: 'slip.png', base64: pngOf(40, 40, 78).toString('base64') }],
    };
    await stage.call('POST', '/mail/reply', mail);
    const card = await parcelCard(4);
    await stage.seen(say.channel, /Mail from the customer of #1304 about parcel 4 with a photo:.*I forgot to write/s, {
      thread: card.ts,
    });
    await until('the card shows it', async () =>
      /\*Photos\*\s+1.*#1304 answered\*.*I forgot to write/s.test(said(await parcelCard(4))),
    );
    await stage.call('POST', '/mail/reply', { ...mail, text: 'Here it is again.' });
    await stage.seen(say.channel, /Mail from the customer of #1304 about parcel 4:.*Here it is again/s);
    await until('the same photo is one', async () =>
      /\*Photos\*\s+1\b.*Here it is again/s.test(said(await parcelCard(4))),
    );
    await stage.call('POST', '/mail/reply', { ...mail, from: 'else@example.com', text: 'Mine too', files: [] });
    await stage.seen(say.channel, /Mail from somebody \(not the address of #1304\) about parcel 4:.*Mine too/s);
    await until('the card tells them apart', async () =>
      /not from the address of #1304, answered\*\s+Mine too/.test(said(await parcelCard(4))),
    );
  });

  it('hears of that mail where it comes back later, and writes there no more', async () => {
    const { email } = await say.shippedOrder('#1306', 'later@example.com');
    await stage.call('POST', '/mail/faults', { bounceLater: [email] });
    await parcelCommand('parcel');
    await submit({ orderNumber: '#1306' });
    const card = await parcelCard(5);
    const ask = /"action_id":"(parcel\.ask-sender:\d)","value":"([^"]+)"/.exec(JSON.stringify(card.blocks));
    await stage.click('U0AGENT', say.channel, card.ts, ask?.[1] as string, { value: ask?.[2] });
    await stage.seen(say.channel, /Parcel 5: the mail to the customer of #1306 did not reach them: there is no such/, {
      thread: card.ts,
    });
    await stage.call('POST', '/mail/faults', { bounceLater: [] });
    await until('it counts as not asked', async () => !/sender asked/.test(said(await parcelCard(5))));
    await stage.click('U0AGENT', say.channel, card.ts, ask?.[1] as string, { value: ask?.[2] });
    await stage.seen(say.channel, /#1306 did not reach them: mail to this address came back/, { thread: card.ts });
  });

  it('says so in its thread where that mail did not reach them, and they can be asked again', async () => {
    const { email } = await say.shippedOrder('#1305', 'gone@example.com');
    await stage.call('POST', '/mail/faults', { bounce: [email] });
    await parcelCommand('parcel');
    await submit({ orderNumber: '#1305' });
    const card = await parcelCard(6);
    const ask = /"action_id":"(parcel\.ask-sender:\d)","value":"([^"]+)"/.exec(JSON.stringify(card.blocks));
    const press = () => stage.click('U0AGENT', say.channel, card.ts, ask?.[1] as string, { value: ask?.[2] });
    await press();
    await stage.seen(say.channel, /Parcel 6: the mail to the customer of #1305 did not reach them: .*another way/, {
      thread: card.ts,
    });
    await until('the card says so no more', async () => !/sender asked/.test(said(await parcelCard(6))));
    await stage.call('POST', '/mail/faults', { bounce: [] });
    await worksAgain('g…@example.com');
    await press();
    await stage.mail(email, /Did you send us a parcel/);
    await until('the card says so', async () => /sender asked/.test(said(await parcelCard(6))));
  });

  it('is brought up where nobody has said for 30 days whose it is, and not while it is held', async () => {
    await parcelCommand('parcel');
    await submit({ senderName: 'Long Forgotten' });
    const forgotten = await parcelCard(7);
    await parcelCommand('parcel');
    await submit({ senderName: 'Held For Long' });
    const held = await parcelCard(8);
    const id = /hold:([0-9a-f-]{36})/.exec(JSON.stringify(held.blocks))?.[1];
    await stage.click('U0AGENT', say.channel, held.ts, 'parcel.form', { value: `hold:${id}` });
    expect((await submit({ days: '40' })).ok).toBe(true);
    await until('held', async () => /\*Held\*/.test(said(await parcelCard(8))));
    await stage.call('POST', '/clock', { advance: 'P31D' });
    await stage.seen(say.channel, /Parcel 7 has been here for 30 days, and nobody has said whose it is/, {
      thread: forgotten.ts,
    });
    const told = (await stage.messages(say.channel)).filter((one) => /^Parcel 8 has been/.test(one.text));
    expect(told).toEqual([]);
  });

  it('is kept apart where its number is no case of ours, and in its own room for a warehouse alone', async () => {
    await parcelCommand('parcel RMA-4F7K2QZ');
    const refused = await submit({});
    expect(refused.errors?.number).toMatch(/no case here has it/);
    await stage.call('POST', '/slack/command', {
      user: 'U0GUEST',
      channel: say.channel,
      command: '/makegood',
      text: 'parcel',
    });
    await stage.seen(say.channel, /no role/i, { ephemeralTo: 'U0GUEST' });
  });
});
