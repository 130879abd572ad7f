import { describe, expect, it } from 'vitest';
import { readMail } from '../../../../web/adapters/mail/read-mail.ts';

const ID = '0193fa10-0000-7000-8000-000000000001';
const mail = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'), 'latin1');
const report = (action: string, status: string, part = 'text/rfc822-headers'): Buffer =>
  mail(
    'From: mailer-daemon@mx.example',
    'Subject: Undelivered',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; robin@example.com',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    `Content-Type: ${part}`,
    '',
    `Message-ID: <${ID}@demo.myshopify.com>`,
    'Subject: Your return number',
    '',
    ...(part === 'message/rfc822' ? ['Hello'] : []),
    '--b--',
    '',
  );

describe('a bounce', () => {
  it.each([
    ['failed', '5.1.1', true],
    ['failed', '4.4.7', false],
    ['delayed', '4.2.2', false],
  ])('%s %s: for good: %s', async (action, status, permanent) => {
    expect(await readMail(report(action, status))).toMatchObject({
      kind: 'bounce',
      ofMail: `<${ID}@demo.myshopify.com>`,
      permanent,
      status,
    });
  });
  it('is known by the whole mail that comes with it too', async () => {
    expect(await readMail(report('failed', '5.1.1', 'message/rfc822'))).toMatchObject({
      kind: 'bounce',
      ofMail: `<${ID}@demo.myshopify.com>`,
    });
  });
  it.each([
    ['MAILER-DAEMON', 'Return-Path: <>', '550 5.1.1 no such user', '5.1.1'],
    ['mailer-daemon', 'X-Mailer: none', 'Sorry, no mailbox here by that name.', ''],
    ['postmaster', 'Return-Path: <>', 'Sorry, no mailbox here by that name.', ''],
  ])('in words of its own is one too: from %s, %s', async (who, more, why, status) => {
    const words = mail(
      more,
      `From: Mail Delivery <${who}@mx.example>`,
      'Subject: failure notice',
      '',
      `Hi. I was not able to deliver your message. ${why}`,
      '',
      '--- Below this line is a copy of the message.',
      '',
      `Message-ID: <${ID}@demo.myshopify.com>`,
      'Subject: Your return number',
    );
    const ofMail = `<${ID}@demo.myshopify.com>`;
    expect(await readMail(words)).toMatchObject({ kind: 'bounce', ofMail, permanent: false, status });
  });
  it('is none where it was delivered', async () => {
    expect((await readMail(report('delivered', '2.0.0'))).kind).toBe('robot');
  });
});

describe('an answer', () => {
  const answer = (text: string, ...headers: readonly string[]) =>
    readMail(
      mail(
        'From: Robin <Robin@Example.com>',
        'Subject: Re: Your return',
        `In-Reply-To: <${ID}@demo.myshopify.com>`,
        'Content-Type: text/plain; charset=utf-8',
        ...headers,
        '',
        text,
      ),
    );

  it.each([
    [
      'Here you are.\r\n\r\nOn Sun, 22 Nov 2026 at 15:00, Demo <a@b.example> wrote:\r\n> Please send photos',
      'Here you are.',
    ],
    ['Danke!\r\n\r\nAm So., 22. Nov. 2026 um 15:00 Uhr schrieb Demo <a@b.example>:\r\n> Bitte', 'Danke!'],
    [
      'Danke!\r\n\r\nAm So., 22. Nov. 2026 um 15:00 Uhr schrieb Demo Audio Verkauf GmbH <\r\nservice@demo-audio.example>:\r\n\r\n> Bitte',
      'Danke!',
    ],
    [
      'Danke!\r\n\r\nAm So., 22. Nov. 2026 um 15:00 Uhr schrieb Demo Audio Verkauf GmbH\r\n<service@demo-audio.example>:\r\n\r\n> Bitte',
      'Danke!',
    ],
    ['Am Montag schrieb ich Ihnen:\r\nkeine Antwort.', 'Am Montag schrieb ich Ihnen:\nkeine Antwort.'],
    ['Yes, please.\r\n\r\n-- \r\nRobin Example\r\nSent from my phone', 'Yes, please.'],
    ['> only a quote', ''],
  ])('is what is new in it: %j', async (text, said) => {
    expect(await answer(text)).toMatchObject({ kind: 'answer', from: 'robin@example.com', text: said });
  });

  it.each([
    ['Auto-Submitted: auto-replied'],
    ['Precedence: bulk'],
    ['Precedence: auto_reply'],
    ['X-Autoreply: yes'],
    ['X-Autorespond: Out of office'],
    ['Return-Path: <>'],
  ])('of a robot is none: %s', async (header) => {
    expect((await answer('I am out of office', header)).kind).toBe('robot');
  });

  it('takes what somebody pastes, however long, in a moment and to a limit', async () => {
    const read = await answer('a '.repeat(500_000) + '>'.repeat(100_000));
    expect(read.kind === 'answer' && read.text.length).toBeLessThanOrEqual(3000);
  });

  it.each([['\r\n'], [' \r\n'], ['\t \r\n']])('does not stop at a hundred thousand lines of %j', async (line) => {
    expect(await answer(`Yes,${line.repeat(100_000)}please`)).toMatchObject({ text: 'Yes,\n\nplease' });
  });
});
