import { type AddressInfo, createServer, type Server } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { CallFailed } from '../../../../policy/app/ports.ts';
import { createMailer } from '../../../../web/adapters/mail/mailer.ts';

const MAIL = {
  from: 'Demo Shop <help@demo.example>',
  to: 'jo@example.com',
  replyTo: 'service@demo.example',
  subject: 'Ihre Rücksendung – RMA-4F7K2QZ',
  text: 'Hello Jo',
  html: '<p>Hello Jo</p>',
  messageId: '<effect-1@demo.myshopify.com>',
  inReplyTo: '<case-1@demo.myshopify.com>',
  attachments: [
    { filename: 'label.pdf', content: new TextEncoder().encode('%PDF-1.7'), contentType: 'application/pdf' },
  ],
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

type Hooks = ConstructorParameters<typeof SMTPServer>[0];
const smtp = async (hooks: Hooks): Promise<string> => {
  const server = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'], ...hooks });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
};

/** A server that speaks line by line and hangs up where it is told to. */
const hangsUpAt = async (stage: 'greeting' | 'EHLO' | 'the message'): Promise<string> => {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (stage === 'greeting') return void socket.destroy();
    socket.write('220 hello\r\n');
    let inMessage = false;
    socket.on('data', (chunk) => {
      const line = chunk.toString();
      if (inMessage) {
        if (line.includes('\r\n.\r\n')) socket.destroy();
      } else if (/^EHLO/i.test(line)) {
        if (stage === 'EHLO') socket.destroy();
        else socket.write('250 hello\r\n');
      } else if (/^DATA/i.test(line)) {
        inMessage = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  stops.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const refusing = (code: number) => Object.assign(new Error('no <jo@example.com>'), { responseCode: code });
const send = (smtpUrl: string, more: object = {}) =>
  createMailer({ smtpUrl, connectTimeoutMs: 1000, silenceTimeoutMs: 1000 }).send({ ...MAIL, ...more });
const outcome = (sending: Promise<void>) =>
  sending.then(
    () => 'sent',
    (error: unknown) => error,
  );

describe('a mail that is taken', () => {
  it('arrives whole, in its thread and under its own id', async () => {
    const taken: Buffer[] = [];
    const url = await smtp({
      onData: (stream, _session, done) => {
        stream.on('data', (chunk: Buffer) => taken.push(chunk));
        stream.on('end', () => done());
      },
    });
    await send(url);
    const mail = await simpleParser(Buffer.concat(taken));
    expect(mail.subject).toBe(MAIL.subject);
    expect(mail.text?.trim()).toBe('Hello Jo');
    expect(mail.html).toContain('<p>Hello Jo</p>');
    expect(mail.messageId).toBe(MAIL.messageId);
    expect(mail.inReplyTo).toBe(MAIL.inReplyTo);
    expect(mail.replyTo?.text).toContain('service@demo.example');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
      ['label.pdf', '%PDF-1.7'],
    ]);
  });

  it.each(['jo@example.com, eve@example.net', 'all: eve@example.net;', 'Jo <eve@example.net>', '<eve@example.net>, x'])(
    'goes to nobody that the syntax of one address names: %s',
    async (to) => {
      const reached: string[] = [];
      const url = await smtp({
        onRcptTo: ({ address }, _session, done) => {
          reached.push(address);
          done();
        },
        onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
      });
      await outcome(send(url, { to }));
      expect(reached).not.toContain('eve@example.net');
      expect(reached).not.toContain('jo@example.com');
    },
  );

  it('loads no file that its content names', async () => {
    const url = await smtp({ onData: (stream, _session, done) => void stream.resume().on('end', () => done()) });
    const attachments = [
      { filename: 'x', path: '/etc/passwd', content: undefined as never, contentType: 'text/plain' },
    ];
    expect(await outcome(send(url, { attachments }))).not.toBe('sent');
  });
});

describe('a mail that is not', () => {
  it.each([
    ['refused', 'a recipient that does not exist', { onRcptTo: (_a, _s, done) => done(refusing(550)) } satisfies Hooks],
    [
      'refused',
      'a message that is rejected',
      { onData: (stream, _s, done) => void stream.resume().on('end', () => done(refusing(554))) } satisfies Hooks,
    ],
    [
      'unavailable',
      'a recipient that is greylisted',
      { onRcptTo: (_a, _s, done) => done(refusing(451)) } satisfies Hooks,
    ],
    [
      'unavailable',
      'a full queue',
      { onData: (stream, _s, done) => void stream.resume().on('end', () => done(refusing(452))) } satisfies Hooks,
    ],
    ['unavailable', 'a server that takes nobody in', { onConnect: (_s, done) => done(refusing(421)) } satisfies Hooks],
  ] as const)('is %s for %s', async (expected, _what, hooks) => {
    const failed = await outcome(send(await smtp(hooks as Hooks)));
    expect(failed).toBeInstanceOf(CallFailed);
    expect(failed).toMatchObject({ outcome: expected });
    expect(String((failed as Error).message)).not.toContain('jo@example.com');
  });

  it.each([
    ['unavailable', 'greeting'],
    ['unavailable', 'EHLO'],
    ['unknown', 'the message'],
  ] as const)('is %s where the connection is lost at %s', async (expected, stage) => {
    expect(await outcome(send(await hangsUpAt(stage)))).toMatchObject({ outcome: expected });
  });

  it('is unavailable where nobody listens', async () => {
    expect(await outcome(send('smtp://127.0.0.1:1'))).toMatchObject({ outcome: 'unavailable' });
  });
});
