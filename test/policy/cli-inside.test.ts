import { describe, expect, it } from 'vitest';
import { runCli } from '../../policy/decide/run-cli.ts';
import { stringifyJson } from '../../policy/index.ts';
import { type AskOptions, aRequest, inspection, lines } from './support/builders.ts';

/** The command without a process of its own: what it writes, one entry a write, and what it complains of. */
const run = async (chunks: readonly string[], options: readonly string[] = [], terminal = {}) => {
  const writes: string[] = [];
  const complaints: string[] = [];
  async function* input() {
    yield* chunks;
  }
  const status = await runCli(options, {
    input: input(),
    write: async (text) => void writes.push(text),
    complain: (text) => complaints.push(text),
    typed: false,
    colour: false,
    ...terminal,
  });
  return { status, writes, out: writes.join(''), complaints: complaints.join('\n') };
};

const CANCEL = stringifyJson(aRequest({ kind: 'cancel' }));
const SHIPPED: AskOptions = {
  order: { unitsShipped: 2, createdAt: '2026-09-20T09:00:00-04:00', shippedAt: '2026-09-21T09:00:00-04:00' },
};
const explained = async (ask: unknown, options: AskOptions = SHIPPED, terminal = {}) =>
  (await run([stringifyJson(aRequest(ask, options))], ['--explain'], terminal)).out;

describe('the command', () => {
  it('joins lines that come in pieces, and passes over a byte order mark and blank lines', async () => {
    const { status, out } = await run([`\uFEFF${CANCEL.slice(0, 50)}`, `${CANCEL.slice(50)}\r\n  \n`, CANCEL]);
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
  });

  it('a byte order mark further on is a mistake', async () => {
    const { status, out } = await run([`${CANCEL}\n`, `\uFEFF${CANCEL}`]);
    expect(status).toBe(1);
    expect(JSON.parse(out.split('\n')[1] ?? '').error).toMatchObject({ code: 'input/not-json' });
    expect((await run([`${CANCEL}\n\uFEFF${CANCEL}`])).status).toBe(1);
  });

  it('gathers answers, and shows each at once to somebody who types', async () => {
    expect((await run([`${CANCEL}\n${CANCEL}\n`])).writes).toHaveLength(1);
    expect((await run([`${CANCEL}\n${CANCEL}\n`], [], { typed: true })).writes).toHaveLength(2);
    const many = await run([`${CANCEL}\n`.repeat(200)]);
    expect(many.writes.length).toBeGreaterThan(1);
    expect(many.out.trimEnd().split('\n')).toHaveLength(200);
    expect((await run([''])).writes).toEqual([]);
  });

  it('the same question has the same answer, byte for byte', async () => {
    const [first, second] = (await run([`${CANCEL}\n${CANCEL}`])).out.split('\n');
    expect(first).toBe(second);
    const other = stringifyJson(aRequest({ kind: 'cancel' }, { settings: { 'rma.validDays': 31 } }));
    const of = (line: string | undefined) => JSON.parse(line ?? '');
    const [asked, changed] = (await run([`${CANCEL}\n${other}`])).out.trimEnd().split('\n').map(of);
    expect(changed.refund).toEqual(asked.refund);
    expect(changed.policy.digest).not.toBe(asked.policy.digest);
    expect(changed.factsDigest).not.toBe(asked.factsDigest);
  });

  it('explains itself, and refuses what it does not know', async () => {
    for (const option of ['--help', '-h']) {
      const { status, complaints, out } = await run([CANCEL], [option]);
      expect([status, out]).toEqual([0, '']);
      expect(complaints).toMatch(/^Asks the policy/);
    }
    const { status, complaints, out } = await run([CANCEL], ['--explane']);
    expect([status, out]).toEqual([2, '']);
    expect(complaints).toMatch(/^unknown option --explane\n\nAsks the policy/);
  });

  it('tells people of a mistake, with its place where there is one', async () => {
    expect((await run(['{'], ['--explain'])).out).toMatch(/^error input\/not-json: expected one whole JSON value/);
    const tooMany = stringifyJson(aRequest({ kind: 'cancel', lines: lines(3) }));
    expect((await run([tooMany], ['--explain'])).out).toBe(
      'error ask/too-many at ask.lines[0].quantity: 3 asked for, 2 there; ask for no more than is left\n\n',
    );
  });
});

describe('--explain', () => {
  it('what to ask for, and the law of the market', async () => {
    const ask = { kind: 'return', reason: 'defective', lines: lines(2), troubleshootingDone: true };
    const out = await explained(ask, { order: { ...SHIPPED.order, shipTo: 'DE' } });
    expect(out).toContain('needs-info: ask  #1003 return, defective\n\n  P3  1 picture needed, none here\n');
    expect(out).toContain('  to ask for: photos\n\n  2 × Headphones  pending  P3\n');
    expect(out).toContain('  law of DE beside P26: a defective product is put right free of charge');
  });

  it('the last day, and what a return would give back', async () => {
    const ask = { kind: 'return', reason: 'defective', lines: lines(2), photos: 1, troubleshootingDone: true };
    const out = await explained(ask);
    expect(out).toContain('  last day: Tuesday, December 22, 2026 (New York time)\n\n  a return would give back\n');
    expect(out).toContain('    items  $80.00\n    tax     $6.40\n    ─────────────\n    total  $86.40\n');
  });

  it('a total that is not known yet', async () => {
    const out = await explained({ kind: 'cancel' }, { order: { ...SHIPPED.order, shipping: '0' } });
    expect(out).toMatch(/total {2}not known yet/);
  });

  it('deductions with their clause, a cap without one, and postage to reimburse', async () => {
    const settle = (reason: string, returnPostage: object) => ({
      kind: 'settle',
      return: { reason, lines: lines(2), returnPostage },
      parcel: { receivedAt: '2026-11-20T12:00:00-05:00' },
      inspection: inspection({ accepted: 2 }),
    });
    const label = await explained(settle('changed_mind', { paidBy: 'merchant', amount: '6.50' }));
    expect(label).toContain(
      '    items               $80.00\n    tax                  $6.40\n    return label (P12)  −$6.50\n',
    );
    const capped = await explained(settle('changed_mind', { paidBy: 'customer' }), {
      order: { ...SHIPPED.order, refunds: [{ paid: '50.00' }] },
    });
    expect(capped).toContain(
      `    limited to what is left to refund  −$40.00\n    ${'─'.repeat(42)}\n    total                               $46.40\n`,
    );
    expect(await explained(settle('wrong_item_sent', { paidBy: 'customer', amount: '6.50' }))).toContain(
      '  postage to reimburse: $6.50 (P16)\n',
    );
  });

  it('a whole answer, as it stands at a terminal', async () => {
    const settle = {
      kind: 'settle',
      return: {
        reason: 'changed_mind',
        lines: lines({ 1: 2, 2: 1 }),
        returnPostage: { paidBy: 'merchant', amount: '6.50' },
      },
      parcel: { receivedAt: '2026-11-20T12:00:00-05:00' },
      inspection: [...inspection({ accepted: 1, artificial_damage: 1 }), ...inspection({ accepted: 1 }, 2)],
    };
    const order = {
      createdAt: '2026-09-20T09:00:00-04:00',
      lines: [{ quantity: 2 }, { quantity: 1, price: '1200.00', title: 'Armchair' }],
      parcels: [{ lines: { 1: 2, 2: 1 }, at: '2026-09-21T09:00:00-04:00' }],
      shipTo: 'DE',
    };
    expect(await explained(settle, { order })).toBe(`granted: refund  #1003 settle, changed mind

  P12  shipping, there and back, is the customer’s
       Once it has shipped, you bear all shipping: there and back.
  P25  1 unit damaged by handling
       Damage caused by handling is not accepted as a defect.

  1 × Headphones  refunded  P12     $43.20
  1 × Armchair    refunded  P12  $1,200.00
  1 × Headphones  rejected  P25

  refund
    items               $1,240.00
    tax                     $3.20
    return label (P12)     −$6.50
    ─────────────────────────────
    total               $1,236.70

  law of DE beside P12: within 14 days of delivery a consumer may withdraw and is owed the standard outbound shipping too

`);
  });

  it('the longest clause makes room for all', async () => {
    const out = await explained({ kind: 'return', reason: 'defective', lines: lines(2) }, SHIPPED);
    expect(out).toContain('  P3   1 picture needed, none here\n       We need pictures');
    expect(out).toContain('  P18  try to solve it');
  });

  it('goods by their titles, of which a terminal acts on nothing; by line where there is none', async () => {
    const order = (title: string) => ({ order: { lines: [{ title }] } });
    expect(await explained({ kind: 'cancel' }, order('Lamp \u001b[31m\u0007red'))).toContain(
      '  2 × Lamp  [31m red  refunded',
    );
    expect(await explained({ kind: 'cancel' }, order(''))).toContain('  2 × line 1  refunded');
  });

  it('in colour at a terminal', async () => {
    const colours = await Promise.all([
      explained({ kind: 'cancel' }, {}, { colour: true }),
      explained({ kind: 'cancel' }, SHIPPED, { colour: true }),
      explained({ kind: 'return', reason: 'defective', lines: lines(1) }, SHIPPED, { colour: true }),
      explained({ kind: 'return', reason: 'missing_item', lines: lines(1), photos: 1 }, SHIPPED, { colour: true }),
    ]);
    expect(colours.map((out) => out.slice(0, 5))).toEqual(['\u001b[32m', '\u001b[31m', '\u001b[33m', '\u001b[35m']);
    expect(colours[0]).toContain('\u001b[1mP11\u001b[0m  asked for');
    expect(colours[0]).toContain('\u001b[2mWe cancel an order');
  });
});
