import { describe, expect, it } from 'vitest';
import { whatIf } from '../../../slack/talk/what-if.ts';
import { anOrder, aShippedOrder } from '../support/builders.ts';

describe('what a question about an order imagines', () => {
  const shipped = aShippedOrder();
  const open = anOrder();
  const back = shipped.lines.map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity }));
  const asked = (text: string, order = shipped) => whatIf(text, order);

  it.each([
    ['what if #1003 is returned because the customer changed their mind?', 'changed_mind'],
    ['could #1003 still come back? the left side is dead', 'defective'],
    ['would they get everything back for #1003 if we sent the wrong item?', 'wrong_item_sent'],
    ['what would they get if they ordered the wrong size, #1003', 'customer_ordered_wrong'],
    ['what if they refuse the parcel of #1003?', 'refused_delivery'],
  ])('%s → a return: %s', (text, reason) => {
    const { ask, says } = asked(text);
    expect(ask).toEqual({ kind: 'return', reason, lines: back, photos: 1, troubleshootingDone: true });
    expect(says).toMatch(/^If it came back because .+:$/);
  });

  it.each([
    'can #1003 be returned?',
    'what would they get back for #1003?',
    'is #1003 still refundable?',
    'could they send the headphones of #1003 back?',
  ])('%s → a return for the reason that nobody has to prove, and says that none was named', (text) => {
    const { ask, says } = asked(text);
    expect(ask).toMatchObject({ kind: 'return', reason: 'changed_mind', lines: back });
    expect(says).toBe('The question names no reason. If it came back because they changed their mind:');
    expect(asked(text, open).ask.kind).toBe('cancel');
  });

  it('is a cancellation, where one is named, whatever comes back with it', () => {
    expect(asked('would they get their money back if we cancelled #1003?').ask.kind).toBe('cancel');
  });

  it('is that goods can not be supplied, where some are still to ship', () => {
    expect(asked('what if the headphones of #1003 are out of stock?', open)).toMatchObject({
      ask: { kind: 'stock-out' },
      says: 'If it could not be supplied:',
    });
    expect(asked('what if the headphones of #1003 are out of stock?').ask.kind).toBe('cancel');
  });

  it.each(['has #1003 shipped?', 'what would happen if we cancel #1003?', ''])('%j → a cancellation now', (text) => {
    expect(asked(text)).toEqual({ ask: { kind: 'cancel' }, says: 'If it were cancelled now:' });
    expect(asked(text, open).ask.kind).toBe('cancel');
  });

  it('is no return of what has not shipped', () => {
    expect(asked('what if #1003 is returned because it is broken?', open).ask.kind).toBe('cancel');
  });
});
