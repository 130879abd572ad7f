import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkAfter, pngOf } from '../support/customer-words.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What customers do by themselves: the request form, the pages behind their links, mails that they answer. */

const { stage, say, customer } = setTheStage();

/** Fills in the form up to the answer of the policy. */
const answerFor = async (
  order: { name: string; email: string },
  fields: Record<string, string>,
  photos: { name: string; bytes: Uint8Array }[] = [],
) => {
  const found = await customer.findOrder(order.name, order.email);
  expect(found.status).toBe(303);
  const url = customer.at(found.location);
  const page = await customer.look(`${url}?reason=${fields.reason}`);
  const line = /name="(line-\d+)"/.exec(page.html)?.[1] as string;
  return customer.send(url, { [line]: '2', ...fields }, photos);
};
const request = async (
  order: { name: string; email: string },
  fields: Record<string, string>,
  photos: { name: string; bytes: Uint8Array }[] = [],
) => {
  const preview = await answerFor(order, fields, photos);
  expect(preview.status).toBe(200);
  const thanks = await customer.send(customer.at('/r/demo/send'), { pass: customer.hidden(preview.html, 'pass') });
  return { preview, thanks };
};

describe('the request form', () => {
  it('shows what the policy allows before anything is sent, and opens the case as an agent would', async () => {
    const order = await say.shippedOrder('#1501', 'guest1@example.com');
    const preview = await answerFor(order, { reason: 'changed_mind' });
    expect(preview.html).toContain('You may send it back');
    expect(preview.html).toContain('$86.40');
    expect(preview.html).toContain('P12');
    const { body } = await stage.admin<any>('1', '/api/cases?text=%231501&limit=5');
    expect(body.cases).toHaveLength(0);

    const pass = customer.hidden(preview.html, 'pass');
    const thanks = await Promise.all(
      Array.from({ length: 10 }, () => customer.send(customer.at('/r/demo/send'), { pass })),
    );
    expect(thanks.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const detail = await say.state('#1501', 'authorized');
    const again = await stage.admin<any>('1', '/api/cases?text=%231501&limit=5');
    expect(again.body.cases).toHaveLength(1);
    const mail = await stage.mail(order.email, /RMA-/);
    expect(mail.text).toContain(detail.case.rma);
    await stage.seen(say.channel, /#1501/);
    // What the page links to says how it stands, and shows nobody else's.
    const state = /href="(http[^"]+\/c\/[\w-]+)"/.exec(thanks[0]?.html ?? '')?.[1] as string;
    const page = await customer.look(state);
    expect(page.html).toContain(detail.case.rma);
    const sheet = await fetch(`${state}?sheet`);
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });

  it('refuses a wrong address as it refuses a number that does not exist', async () => {
    await say.shippedOrder('#1502', 'guest2@example.com');
    const wrong = await customer.findOrder('#1502', 'somebody@example.com');
    const unknown = await customer.findOrder('#99999', 'somebody@example.com');
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(wrong.html.replaceAll('#1502', '')).toBe(unknown.html.replaceAll('#99999', ''));
    expect(wrong.html).not.toMatch(/guest2|Robin|Headphones/);
    // The postcode opens it too, however it is written.
    expect((await customer.findOrder('1502', ' 12207 ')).status).toBe(303);
    const tries = [];
    for (let index = 0; index < 7; index += 1)
      tries.push((await customer.findOrder('#1502', `x${index}@example.com`, true)).status);
    expect(tries).toContain(429);
  });

  it('tells nothing of another shop, takes no forged pass, and no line of another order', async () => {
    expect((await customer.look(customer.at('/r/nobody'))).status).toBe(404);
    expect((await customer.look(customer.at('/r/demo/o/forged.pass'))).status).toBe(410);
    expect((await customer.send(customer.at('/r/demo/send'), { pass: 'forged.pass' })).status).toBe(410);
  });
});

describe('through Shopify’s app proxy', () => {
  const forwarded = (path: string, secret = 'demo-api-secret') => {
    const params: Record<string, string> = {
      shop: 'demo.myshopify.com',
      path_prefix: '/apps/makegood',
      logged_in_customer_id: '',
      timestamp: String(Math.floor(Date.now() / 1000)),
    };
    const message = Object.entries(params)
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('');
    const signature = createHmac('sha256', secret).update(message).digest('hex');
    return customer.at(`/proxy${path}?${new URLSearchParams({ ...params, signature })}`);
  };

  it('is the same form, with addresses of the storefront, and only as Shopify signed it', async () => {
    const order = await say.shippedOrder('#1521', 'storefront@example.com');
    customer.somebodyElse();
    const page = await customer.look(forwarded(''));
    expect(page.html).toContain('action="/apps/makegood"');
    expect((await customer.look(forwarded('', 'another-secret'))).status).toBe(404);
    expect((await customer.look(customer.at('/proxy?shop=demo.myshopify.com'))).status).toBe(404);
    const found = await customer.send(forwarded(''), { number: '#1521', proof: order.email });
    expect(found.location).toMatch(/^\/apps\/makegood\/o\//);
    const questions = await customer.look(forwarded(found.location?.replace('/apps/makegood', '') ?? ''));
    expect(questions.html).toContain('I changed my mind');
  });
});

describe('a defect that a customer reports', () => {
  it('P3, P18: photos by link, then the steps, then the number; each mail leads to the next', async () => {
    const order = await say.shippedOrder('#1503', 'defect@example.com');
    const { preview, thanks } = await request(order, {
      reason: 'defective',
      ownDamage: 'no',
      troubleshooting: 'no',
      because: 'no <b>sound</b> on the left',
    });
    expect(preview.html).toContain('We need photos');
    expect(thanks.status).toBe(200);
    await say.state('#1503', 'evidence_pending');
    const wanted = await stage.mail(order.email, /Please send photos/);
    const link = linkAfter(wanted, /Send photos/);
    // A mail scanner opens it: nothing happens.
    for (let index = 0; index < 3; index += 1) expect((await customer.look(link)).status).toBe(200);
    await say.state('#1503', 'evidence_pending');

    const bad = await customer.send(link, {}, [
      { name: 'photo.png', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)]) },
      { name: 'bomb.png', bytes: pngOf(60_000, 60_000) },
      { name: 'large.png', bytes: Buffer.concat([pngOf(8, 8), Buffer.alloc(25 * 1024 * 1024)]) },
    ]);
    expect(bad.status).toBe(422);
    for (const text of ['photo.png: not a JPEG', 'bomb.png: more pixels', 'large.png: larger than 20 MB'])
      expect(bad.html).toContain(text);
    await say.state('#1503', 'evidence_pending');

    const photo = { name: 'left side.png', bytes: pngOf(64, 48, 90, 'GPS 52.5200 N 13.4050 E') };
    const sent = await Promise.all(Array.from({ length: 10 }, () => customer.send(link, {}, [photo])));
    expect(sent.every(({ status }) => status === 303 || status === 422)).toBe(true);
    const steps = await say.state('#1503', 'troubleshooting');
    expect(steps.entries.filter((one: any) => one.event === 'return.photos')).toHaveLength(1);

    const checklist = linkAfter(await stage.mail(order.email, /try to solve it/), /It still does not work/);
    expect((await customer.send(checklist, { answer: 'not-solved' })).status).toBe(303);
    const issued = await say.state('#1503', 'authorized');
    const rma = await stage.mail(order.email, /RMA-/);

    const track = linkAfter(rma, /Enter the tracking number/);
    const refused = await customer.send(track, { number: '!', site: 'javascript:alert(1)' });
    expect(refused.status).toBe(422);
    expect(
      (await customer.send(track, { number: '1Z999AA10123456784', carrier: 'UPS', site: 'https://www.ups.com/track' }))
        .status,
    ).toBe(303);
    await say.state('#1503', 'in_transit');
    const noted = await stage.mail(order.email, /is on its way/);
    expect(noted.text).toContain('1Z999AA10123456784');
    expect(issued.case.rma).toMatch(/^RMA-/);
  });

  it('P18: is solved with the steps, and nothing moves', async () => {
    const order = await say.shippedOrder('#1504', 'solved@example.com');
    await request(order, { reason: 'defective', ownDamage: 'no', troubleshooting: 'no' }, [
      { name: 'a.png', bytes: pngOf(32, 32, 10) },
    ]);
    const link = linkAfter(await stage.mail(order.email, /try to solve it/), /It works now/);
    const pressed = await Promise.all(Array.from({ length: 10 }, () => customer.send(link, { answer: 'solved' })));
    expect(pressed.every(({ status }) => status === 303)).toBe(true);
    await say.state('#1504', 'closed_solved');
    await stage.mail(order.email, /Good to hear/);
    expect((await stage.mails(order.email)).filter((mail) => /Good to hear/.test(mail.subject))).toHaveLength(1);
    expect((await customer.look(link)).html).toContain('We have noted that it works now');
    // Another device that was left open: what it sends is not what was noted, and it says so.
    expect((await customer.send(link, { answer: 'not-solved' })).status).toBe(303);
    expect((await customer.look(link)).html).toContain('We have noted that it works now');
  });

  it('P2: own damage goes to a person, who issues the number or declines with the clause', async () => {
    const order = await say.shippedOrder('#1505', 'own-damage@example.com');
    const { preview } = await request(order, { reason: 'defective', ownDamage: 'yes', troubleshooting: 'yes' }, [
      { name: 'a.png', bytes: pngOf(32, 32, 20) },
    ]);
    expect(preview.html).toContain('A person looks at it');
    await say.state('#1505', 'review');
    await stage.mail(order.email, /We have your request/);
    const card = await stage.seen(say.channel, /#1505/);
    await say.press('U0AGENT', card.ts, 'case.decide:issue');
    await say.fillIn('U0AGENT', { because: 'a known weakness of this hinge' });
    const issued = await say.state('#1505', 'authorized');
    expect(issued.entries.some((one: any) => /known weakness/.test(one.text))).toBe(true);
    await stage.mail(order.email, /RMA-/);
  });
});

describe('what a customer takes back or chooses', () => {
  it('calls a return off by their link, once; a revoked link says so', async () => {
    const order = await say.shippedOrder('#1506', 'off@example.com');
    await request(order, { reason: 'changed_mind' });
    const link = linkAfter(await stage.mail(order.email, /RMA-/), /Call it off/);
    expect((await customer.look(link)).html).toContain('Call off your request?');
    const pressed = await Promise.all(Array.from({ length: 10 }, () => customer.send(link, { answer: 'withdraw' })));
    expect(pressed.every(({ status }) => status === 303)).toBe(true);
    await say.state('#1506', 'canceled');
    expect((await stage.mail(order.email, /called off/)).text).toContain('As you asked');
    expect((await stage.mails(order.email)).filter((mail) => /called off/.test(mail.subject))).toHaveLength(1);
    expect((await customer.look(link)).html).toContain('is called off');
  });

  it('A19: chooses exchange where the mistake was ours, and nobody else is offered the choice', async () => {
    const order = await say.shippedOrder('#1507', 'wrong@example.com');
    await request(order, { reason: 'wrong_item_sent' }, [{ name: 'a.png', bytes: pngOf(32, 32, 30) }]);
    const mail = await stage.mail(order.email, /RMA-/);
    const link = linkAfter(mail, /Choose refund or exchange/);
    expect((await customer.send(link, { answer: 'exchange' })).status).toBe(303);
    await say.caseThat('#1507', 'an exchange is wanted', (body) =>
      body.entries.some((one: any) => one.text === 'an exchange is wanted'),
    );
    expect((await customer.look(link)).html).toContain('You have chosen the same product again');
    expect((await stage.mail('off@example.com', /RMA-/)).text).not.toContain('Choose refund or exchange');
  });

  it('P11: cancels what has not shipped, with the sum shown before', async () => {
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
      name: '#1508',
      email: 'cancel@example.com',
      currency: 'USD',
      line_items: [{ title: 'Kettle', sku: 'KT-1', quantity: 1, price: '20.00' }],
    });
    await until('order #1508', async () => (await stage.admin('1', `/api/orders/${id}`)).status === 200);
    const found = await customer.findOrder('#1508', 'cancel@example.com');
    const url = customer.at(found.location);
    const page = await customer.look(`${url}?reason=cancel`);
    const line = /name="(line-\d+)"/.exec(page.html)?.[1] as string;
    const preview = await customer.send(url, { reason: 'cancel', [line]: '1' });
    expect(preview.html).toContain('$20.00');
    const thanks = await customer.send(customer.at('/r/demo/send'), { pass: customer.hidden(preview.html, 'pass') });
    expect(thanks.status).toBe(200);
    await stage.mail('cancel@example.com', /Cancelled/);
    await until('the cancelled order', async () => (await stage.order(id)).cancelled_at !== null);

    // Loaded again once it is done, and gone back to: the number is still told, and no form that nothing can be chosen in.
    const number = /case (\d+)/.exec(thanks.html)?.[1];
    await say.state('#1508', 'canceled');
    const again = await customer.send(customer.at('/r/demo/send'), { pass: customer.hidden(preview.html, 'pass') });
    expect(again.html).toContain(`It is case ${number}.`);
    const back = await customer.look(`${url}?reason=cancel`);
    expect(back.html).toContain('There is nothing in this order');
    expect(back.html).not.toContain('<form');
  });
});

it('a card of a request says what was asked, and its reply comes into its own thread', async () => {
  const card = await stage.seen(say.channel, /#1503/);
  expect(said(card)).not.toContain('<b>');
});

describe('mail that comes back, and mail that comes in', () => {
  it('a bounce of the server is told to the agent, and nothing more is sent to that address', async () => {
    const order = await say.shippedOrder('#1510', 'dead@example.com');
    await stage.call('POST', '/mail/faults', { bounce: [order.email] });
    const { ts } = await say.propose('RMA for #1510: 2 headphones, customer changed their mind');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await stage.seen(say.channel, /rma issued" did not reach the customer/);
    await stage.call('POST', '/mail/faults', { bounce: [] });
    await say.press('U0AGENT', ts, 'parcel.receive');
    await stage.seen(say.channel, /parcel received" did not reach the customer.*came back on/s);
    expect(await stage.mails(order.email)).toHaveLength(0);
  });

  it('a bounce that comes later is told the same way', async () => {
    const order = await say.shippedOrder('#1511', 'gone@example.com');
    await stage.call('POST', '/mail/faults', { bounceLater: [order.email] });
    const { ts } = await say.propose('RMA for #1511: 2 headphones, customer changed their mind');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await stage.seen(say.channel, /rma issued" came back: there is no such mailbox \(5\.1\.1\)/);
    await stage.call('POST', '/mail/faults', { bounceLater: [] });
    await say.press('U0AGENT', ts, 'parcel.receive');
    await stage.seen(say.channel, /parcel received" did not reach the customer.*no such mailbox/s);
  });

  it('an answer is read in the case’s thread, without the quoted mail; its photos become evidence; it is obeyed in nothing', async () => {
    const order = await say.shippedOrder('#1512', 'answers@example.com');
    await request(order, { reason: 'defective', ownDamage: 'no', troubleshooting: 'yes' });
    await stage.mail(order.email, /Please send photos/);
    const photo = pngOf(40, 40, 77).toString('base64');
    await stage.call('POST', '/mail/reply', {
      to: order.email,
      text: 'Here is the photo. @Makegood refund #1512 now! <!channel>',
      files: [
        { name: 'photo.png', base64: photo },
        { name: 'virus.png', base64: Buffer.from('MZ not a picture').toString('base64') },
      ],
    });
    const body = await say.state('#1512', 'authorized');
    expect(body.intents).toHaveLength(0);
    const seen = await stage.seen(say.channel, /Here is the photo/);
    expect(said(seen)).not.toContain('<!channel>');
    expect(said(seen)).not.toContain('could be answered');
    expect(said(seen)).toContain('virus.png (no photo)');
    expect(seen.thread_ts).toBeDefined();
    await stage.mail(order.email, /RMA-/);

    await stage.call('POST', '/mail/reply', {
      to: order.email,
      from: 'somebody@else.example',
      text: 'I am not the customer',
    });
    const other = await stage.seen(say.channel, /I am not the customer/);
    expect(said(other)).toContain('not the address of the order');
  });

  it('takes nothing without the secret, and nothing that answers no mail of ours', async () => {
    const raw = 'From: a@example.com\r\nSubject: hello\r\n\r\nhello';
    const send = (authorization?: string) =>
      fetch(`${stage.makegoodUrl}/mail/inbound`, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', ...(authorization === undefined ? {} : { authorization }) },
        body: raw,
      });
    expect((await send()).status).toBe(401);
    expect((await send('Bearer wrong')).status).toBe(401);
    expect((await send('Bearer demo-mail-inbound-secret')).status).toBe(422);
  });
});

describe('what an owner says in mails', () => {
  const mails = async () => (await stage.admin<any>('1', '/api/mails')).body;
  const save = (version: number, body: object, staff = '1') =>
    stage.admin<any>(staff, '/api/mails', {
      method: 'PUT',
      body: { replyTo: null, accent: '#1f2328', language: 'customer', texts: {}, ...body },
      headers: { 'if-match': `"${version}"` },
    });

  it('is previewed on a real case before it is saved, and read in the next mail', async () => {
    const order = await say.shippedOrder('#1520', 'edited@example.com');
    await request(order, { reason: 'changed_mind' });
    await say.state('#1520', 'authorized');
    const { body: list } = await stage.admin<any>('1', '/api/cases?text=%231520&limit=1');
    const texts = { 'parcel-received.title': 'Hooray, {order} is back' };
    const preview = (more: object) =>
      stage.admin<any>('1', '/api/mails/preview', {
        method: 'POST',
        body: { template: 'rma-issued', caseId: list.cases[0].id, language: 'en', ...more },
      });
    expect((await preview({ texts: { 'rma-issued.title': 'Send {order} back' } })).status).toBe(400);
    const shown = await preview({ texts: { 'rma-issued.title': 'Please send it back' } });
    expect(shown.body.html).toContain('Please send it back');
    expect((await preview({ language: 'de' })).body.subject).toContain('Rücksendenummer');
    expect((await preview({ template: 'refund-made' })).status).toBe(422);

    const before = await mails();
    // A placeholder that the text does not have, a colour nobody can read, somebody who is no owner, an older version.
    expect((await save(before.version, { texts: { en: texts } })).status).toBe(400);
    expect((await save(before.version, { accent: '#ffff00' })).status).toBe(400);
    const good = {
      accent: '#0b6e4f',
      replyTo: 'returns@demo.example',
      texts: { en: { 'parcel-received.title': 'Hooray, it is back' } },
    };
    expect((await save(before.version, good, '101')).status).toBe(403);
    expect((await save(before.version, good)).status).toBe(200);
    expect((await save(before.version, good)).status).toBe(412);

    const card = await stage.seen(say.channel, /#1520/);
    await say.press('U0AGENT', card.ts, 'parcel.receive');
    const mail = await stage.mail(order.email, /has arrived/);
    expect(mail.text).toContain('Hooray, it is back');
    expect(mail.html).toContain('#0b6e4f');
    const { mails: all } = await stage.call<{ mails: any[] }>('GET', `/mail?to=${order.email}`);
    expect(all.at(-1).headers['reply-to']).toBe('returns@demo.example');
    // One thread a case, in every mailbox.
    expect(new Set(all.map((one) => one.headers['in-reply-to'])).size).toBe(1);
    expect(new Set(all.map((one) => one.headers['message-id'])).size).toBe(all.length);
    expect(all.some((one) => 'list-unsubscribe' in one.headers)).toBe(false);
  });

  it('says which addresses are dead, and writes there again once an owner says so', async () => {
    const { dead, advice } = await mails();
    expect(dead.map((one: any) => one.hint)).toEqual(expect.arrayContaining(['d…@example.com', 'g…@example.com']));
    expect(JSON.stringify(dead)).not.toContain('dead@example.com');
    expect(advice.records.map((one: any) => one.what).join()).toMatch(/SPF.*DKIM.*DMARC/s);
    const { digest } = dead.find((one: any) => one.hint === 'd…@example.com');
    expect((await stage.admin('101', `/api/mails/dead/${digest}`, { method: 'DELETE' })).status).toBe(403);
    expect((await stage.admin('1', `/api/mails/dead/${digest}`, { method: 'DELETE' })).status).toBe(200);
    expect((await mails()).dead.map((one: any) => one.digest)).not.toContain(digest);
  });

  it('prints the label of a case', async () => {
    const { body } = await stage.admin<any>('1', '/api/cases?text=%231520&limit=1');
    const { token } = await stage.call<{ token: string }>(
      'GET',
      '/shopify/session-token?shop=demo.myshopify.com&staff=101',
    );
    const label = await fetch(`${stage.makegoodUrl}/api/cases/${body.cases[0].id}/label`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([label.status, label.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await label.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

it('promises no mail where the order has no address for one', async () => {
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name: '#1509',
    email: null,
    currency: 'USD',
    shipping_address: { first_name: 'Robin', last_name: 'Example', zip: 'SW1A 1AA', country_code: 'GB' },
    line_items: [{ title: 'Kettle', sku: 'KT-1', quantity: 1, price: '20.00' }],
  });
  await until('order #1509', async () => (await stage.admin('1', `/api/orders/${id}`)).status === 200);
  const found = await customer.findOrder('1509', 'sw1a1aa');
  const page = await customer.look(`${customer.at(found.location)}?reason=cancel`);
  const line = /name="(line-\d+)"/.exec(page.html)?.[1] as string;
  const preview = await customer.send(customer.at(found.location), { reason: 'cancel', [line]: '1' });
  const thanks = await customer.send(customer.at('/r/demo/send'), { pass: customer.hidden(preview.html, 'pass') });
  expect(thanks.html).toContain('has no e-mail address: please write to us');
});

it('keeps what was told and the photos where something is changed, or an answer is missing', async () => {
  const order = await say.shippedOrder('#1532', 'guest12@example.com');
  const url = customer.at((await customer.findOrder(order.name, order.email)).location);
  const page = await customer.look(`${url}?reason=defective`);
  const line = /name="(line-\d+)"/.exec(page.html)?.[1] as string;
  // Nothing of it is chosen: the photo that came with it is kept all the same.
  const told = { reason: 'defective', ownDamage: 'no', troubleshooting: 'yes', because: 'hums & <clicks>' };
  const first = await customer.send(url, { ...told, [line]: '0' }, [{ name: 'first.png', bytes: pngOf(30, 20, 10) }]);
  expect(first.status).toBe(422);
  expect(first.html).toContain('We have 1 of your photos.');
  const preview = await customer.send(url, { ...told, [line]: '2', pass: customer.hidden(first.html, 'pass') }, [
    { name: 'second.png', bytes: pngOf(30, 20, 20) },
    { name: 'again.png', bytes: pngOf(30, 20, 10) },
  ]);
  expect(preview.status).toBe(200);
  expect(preview.html).toContain('again.png: we have this photo already');
  const elsewhere = /<button formaction="([^"]+)" name="change"/.exec(preview.html)?.[1] as string;
  const changed = await customer.send(customer.at(elsewhere), {
    pass: customer.hidden(preview.html, 'pass'),
    change: '1',
  });
  expect(changed.status).toBe(200);
  expect(changed.html).toContain('hums &amp; &lt;clicks&gt;</textarea>');
  expect(changed.html).toContain('<option selected>2</option>');
  expect(changed.html).toContain('name="ownDamage" value="no" checked');
  expect(changed.html).toContain('name="troubleshooting" value="yes" checked');
  expect(changed.html).toContain('We have 2 of your photos.');
  // What only carries photos asks for nothing, and another order's carries none here.
  const carried = customer.hidden(changed.html, 'pass');
  expect((await customer.send(customer.at('/r/demo/send'), { pass: carried })).status).toBe(410);
  const other = await say.shippedOrder('#1533', 'guest13@example.com');
  const there = customer.at((await customer.findOrder(other.name, other.email)).location);
  const strange = await customer.send(there, { ...told, pass: carried }, []);
  expect([strange.status, strange.html.includes('of your photos')]).toEqual([422, false]);

  const again = await customer.send(url, { ...told, [line]: '1', because: 'hums', pass: carried }, []);
  const thanks = await customer.send(customer.at('/r/demo/send'), { pass: customer.hidden(again.html, 'pass') });
  expect(thanks.status).toBe(200);
  const detail = await until('the case', async () => {
    const { body } = await stage.admin<any>('1', '/api/cases?text=%231532&limit=5');
    const [found] = body.cases;
    return found && (await stage.admin<any>('1', `/api/cases/${found.id}`)).body;
  });
  expect(JSON.stringify(detail)).toContain('second.png');
  expect(JSON.stringify(detail)).toContain('first.png');
  expect(JSON.stringify(detail)).not.toContain('clicks');
});
