import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringifyJson } from '../../policy/index.ts';
import { aRequest, lines } from './support/builders.ts';

const CLI = fileURLToPath(new URL('../../policy/decide/cli.ts', import.meta.url));

const run = (input: string | Buffer, ...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });

const answers = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('npm run decide', () => {
  it('answers a line a line, in order, fields in their order', async () => {
    const cancelled = stringifyJson(aRequest({ kind: 'cancel' }));
    const { code, out } = await run(
      `${cancelled}\n\n   \n${stringifyJson(aRequest({ kind: 'cancel', lines: lines(1) }))}`,
    );
    expect(code).toBe(0);
    const digests = /,"policy":\{"version":null,"digest":"[0-9a-f]{64}"\},"factsDigest":"[0-9a-f]{64}"\}$/;
    expect(out.split('\n')[0]).toMatch(digests);
    expect(out.split('\n')[0]?.replace(digests, '}')).toBe(
      '{"verdict":"granted","action":"cancel_order","clauses":["P11"],' +
        '"reasons":[{"clause":"P11","because":"asked for before anything shipped"}],"missing":[],"warnings":[],' +
        '"units":[{"lineItemId":1,"quantity":2,"outcome":"refunded","clause":"P11","amount":"86.40"}],' +
        '"rmaDeadline":null,"estimate":null,"reimbursement":null,' +
        '"refund":{"currency":"USD","items":"80.00","tax":"6.40","shipping":"10.00","duties":"0.00","tips":"0.00",' +
        '"deductions":[],"total":"96.40"}}',
    );
    expect(answers(out).map((answer) => answer.refund.total)).toEqual(['96.40', '43.20']);
  });

  it('answers an error in its place, goes on with the rest, and ends with 1', async () => {
    const good = stringifyJson(aRequest({ kind: 'cancel' }));
    const { code, out, err } = await run(
      [good.slice(0, 200), good, stringifyJson(aRequest({ kind: 'cancel', lines: lines(3) })), good].join('\n'),
    );
    expect(code).toBe(1);
    expect(err).toBe('');
    const [cutOff, first, tooMany, last] = answers(out);
    expect(cutOff.error).toMatchObject({ code: 'input/not-json', path: '' });
    expect(tooMany.error).toMatchObject({ code: 'ask/too-many', path: 'ask.lines[0].quantity' });
    expect([first.verdict, last.verdict]).toEqual(['granted', 'granted']);
  });

  it('keeps ids of any size, and text that looks like the end of a line', async () => {
    const order = { id: 9007199254740993n, lines: [{ title: 'a\u2028b' }] };
    const request = stringifyJson(aRequest({ kind: 'cancel' }, { order })).replaceAll(
      '"id":1,',
      '"id":18446744073709551615,',
    );
    const { code, out } = await run(request);
    expect(code).toBe(0);
    expect(out).toContain('"lineItemId":18446744073709551615,');
  });

  it('amounts have the decimals of the currency that the customer paid in', async () => {
    const yen = { currency: 'JPY', lines: [{ price: '6000', tax: '0' }], shipping: '800' };
    const dinar = { currency: 'KWD', lines: [{ price: '12.345', quantity: 3, tax: '0' }], shipping: '1.500' };
    const { out } = await run(
      [yen, dinar].map((order) => stringifyJson(aRequest({ kind: 'cancel', lines: lines(1) }, { order }))).join('\n'),
    );
    expect(answers(out).map((answer) => answer.refund.total)).toEqual(['6000', '12.345']);
  });

  it('an estimate without a known cost has no total and says what is missing', async () => {
    const order = { unitsShipped: 2, shipping: '0' };
    const { out } = await run(stringifyJson(aRequest({ kind: 'cancel' }, { order })));
    const { estimate } = answers(out)[0];
    expect(estimate).toMatchObject({ items: '80.00', missing: ['originalShippingCost'] });
    expect(estimate).not.toHaveProperty('total');
  });

  it('explains to people: each clause’s sentence, and the money line by line', async () => {
    const { code, out } = await run(stringifyJson(aRequest({ kind: 'cancel' })), '--explain');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'granted: cancel order  #1003 cancel',
        '',
        '  P11  asked for before anything shipped',
        '       We cancel an order on request before it has shipped.',
        '',
        '  2 × Headphones  refunded  P11  $86.40',
        '',
        '  refund',
        '    items     $80.00',
        '    tax        $6.40',
        '    shipping  $10.00',
        '    ────────────────',
        '    total     $96.40',
        '',
        '',
      ].join('\n'),
    );
  });
});
