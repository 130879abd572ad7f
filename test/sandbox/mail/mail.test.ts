import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox.ts';

type Loose = any;

let sandbox: Sandbox;
let transport: ReturnType<typeof createTransport>;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, smtpPort: 0 });
  transport = createTransport(`smtp://127.0.0.1:${sandbox.smtpPort}`);
});
beforeEach(() => fetch(`${sandbox.url}/mail`, { method: 'DELETE' }));
afterAll(async () => {
  transport.close();
  await sandbox.stop();
});

const get = (path: string, accept = 'application/json') =>
  fetch(`${sandbox.url}/mail${path}`, { headers: { accept }, redirect: 'manual' });
const mails = async (query = '') => ((await (await get(query)).json()) as { mails: Loose[] }).mails;
const faults = async (body: object) =>
  fetch(`${sandbox.url}/mail/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const mail = {
  from: 'Demo shop <shop@example.com>',
  to: 'robin@example.com',
  replyTo: 'help@example.com',
  subject: 'Your return RMA-4F7K2QZ – grüße',
  messageId: '<intent-1@example.com>',
  inReplyTo: '<first@example.com>',
  text: 'Send it to us.\nhttps://example.com/r/abc.',
  html: '<html><head><title>x</title></head><body><p>Send it to us.</p><a href="https://example.com/r/abc">Photos</a><script>top.gone = 1</script></body></html>',
  attachments: [{ filename: 'label.pdf', content: Buffer.from('%PDF-1.4'), contentType: 'application/pdf' }],
};

describe('what the server took', () => {
  it('is listed with everything a mail says', async () => {
    await transport.sendMail(mail);
    expect(await mails()).toMatchObject([
      {
        id: expect.any(String),
        from: 'shop@example.com',
        to: ['robin@example.com'],
        subject: 'Your return RMA-4F7K2QZ – grüße',
        headers: {
          from: 'Demo shop <shop@example.com>',
          'reply-to': 'help@example.com',
          'message-id': '<intent-1@example.com>',
          'in-reply-to': '<first@example.com>',
        },
        text: expect.stringContaining('Send it to us.'),
        html: expect.stringContaining('<p>Send it to us.</p>'),
        attachments: [{ name: 'label.pdf', contentType: 'application/pdf', size: 8 }],
      },
    ]);
  });

  it('is oldest first, and found by the address, however it is written', async () => {
    await transport.sendMail({ ...mail, subject: 'one' });
    await transport.sendMail({ ...mail, subject: 'two', to: 'Ines@Example.com' });
    await transport.sendMail({ ...mail, subject: 'three' });
    expect((await mails()).map(({ subject }) => subject)).toEqual(['one', 'two', 'three']);
    expect((await mails('?to=INES@example.com')).map(({ subject }) => subject)).toEqual(['two']);
    expect(await mails('?to=nobody@example.com')).toEqual([]);
  });
});

describe('what a customer sees', () => {
  it('is a page with subject and people, and the body in a frame that runs nothing', async () => {
    await transport.sendMail({ ...mail, subject: '<b>bold</b> subject' });
    const [{ id }] = (await mails()) as [{ id: string }];
    const page = await (await get(`/${id}`)).text();
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt; subject');
    expect(page).not.toContain('<b>bold</b>');
    expect(page).toContain('Demo shop');
    const body = await get(`/${id}/body`);
    expect(body.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(await body.text()).toContain('href="https://example.com/r/abc"');
    const plain = await (await get(`/${id}/body?as=text`)).text();
    expect(plain).toContain('<a href="https://example.com/r/abc">https://example.com/r/abc</a>.');
  });

  it('gives attachments to download', async () => {
    await transport.sendMail(mail);
    const [{ id }] = (await mails()) as [{ id: string }];
    const file = await get(`/${id}/attachments/0`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename=label.pdf');
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', '%PDF-1.4']);
    expect((await get(`/${id}/attachments/1`)).status).toBe(404);
    expect((await get('/nothing')).status).toBe(404);
  });

  it('is an inbox for browsers', async () => {
    const sent = await get('', 'text/html');
    expect([sent.status, sent.headers.get('location')]).toEqual([302, '/mail/inbox']);
    expect(await (await get('/inbox', 'text/html')).text()).toContain('Mailbox');
  });
});

describe('faults', () => {
  afterEach(() => faults({ bounce: [], defer: [] }));

  it('bounces for good, at RCPT TO', async () => {
    await faults({ bounce: ['Robin@example.com'] });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 550, command: 'RCPT TO' });
    expect(await mails()).toEqual([]);
    await transport.sendMail({ ...mail, to: 'ines@example.com' });
    expect(await mails()).toHaveLength(1);
  });

  it('puts off for now', async () => {
    await faults({ defer: ['robin@example.com'] });
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 450 });
    await faults({ defer: [] });
    await transport.sendMail(mail);
    expect(await mails()).toHaveLength(1);
  });

  it('takes no faults it does not know', async () => {
    expect((await faults({ bounces: ['a@example.com'] })).status).toBe(400);
  });
});
