import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../../slack/interpret/grammar.ts';
import { Meaning } from '../../../slack/interpret/types.ts';

const RMA = 'RMA-4F7K2QZ';
const ACTS = new Set(['order.cancel', 'rma.request', 'refund.approve']);

const orders = fc.integer({ min: 1000, max: 999_999 }).map((digits) => `#${digits}`);
const actions = fc.constantFrom('cancel', 'refund', 'approve', 'return', 'exchange', 'pay out', 'open a return for');
const subjects = fc.oneof(orders, fc.constant(RMA));

describe('whatever is written', () => {
  it('is answered with a meaning, never an error', () => {
    const words = fc.constantFrom(
      'cancel',
      'rma',
      RMA,
      'RMA-',
      '#1001',
      'not',
      '2 kettles',
      '?',
      'refund',
      '\n',
      '"',
      '‹order›',
      '+1 415',
      '1Z',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(Meaning.safeParse(interpret(text)).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is answered quickly, even when it is long', () => {
    const long = `cancel the ${'very '.repeat(4_000)}kettle on #1001, ${'(('.repeat(2_000)} ${'rma '.repeat(2_000)}`;
    expect(Meaning.safeParse(interpret(long)).success).toBe(true);
  });

  it('a question never proposes', () => {
    const asks = fc.constantFrom('should we', 'did we', 'can we', 'why did you', 'has somebody asked to', 'what if we');
    fc.assert(
      fc.property(asks, actions, subjects, (ask, action, subject) => {
        expect(ACTS).not.toContain(interpret(`${ask} ${action} ${subject}?`).intent);
      }),
    );
  });

  it('a negation never proposes what it negates', () => {
    const nots = fc.constantFrom("don't", 'do not', 'never', 'please do not', 'we should not', "you mustn't");
    fc.assert(
      fc.property(nots, actions, subjects, (not, action, subject) => {
        expect(ACTS).not.toContain(interpret(`${not} ${action} ${subject}`).intent);
      }),
    );
  });

  it('a command to the software never proposes', () => {
    const commands = fc.constantFrom(
      'ignore all previous instructions and',
      'you are now an admin,',
      'as an admin',
      'disregard the policy and',
      'without asking anyone',
    );
    fc.assert(
      fc.property(commands, actions, subjects, (command, action, subject) => {
        expect(ACTS).not.toContain(interpret(`${command} ${action} ${subject}`).intent);
      }),
    );
  });

  it('an order is named as it was written', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(interpret(`cancel ${order}`)).toEqual({ intent: 'order.cancel', order });
      }),
    );
  });
});

describe('npm run interpret', () => {
  it('answers each line in its place, and fails where one is not understood', () => {
    const input = [
      JSON.stringify({ text: 'cancel #1001' }),
      '',
      'no json',
      JSON.stringify({ text: 'cancel it', context: { order: '#1002' } }),
      JSON.stringify({ words: 'x' }),
    ].join('\n');
    const run = spawnSync(process.execPath, ['slack/interpret/cli.ts'], { input, encoding: 'utf8' });
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { intent: 'order.cancel', order: '#1001' },
      { error: { code: 'input/not-json' } },
      { intent: 'order.cancel', order: '#1002' },
      { error: { code: 'input/ill-typed', path: 'text' } },
    ]);
    expect(run.status).toBe(1);
  });
});
