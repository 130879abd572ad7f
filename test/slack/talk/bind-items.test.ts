import { describe, expect, it } from 'vitest';
import { bindItems, onlyUnit } from '../../../slack/talk/bind-items.ts';
import { aLine, anOrder, aShippedOrder } from '../support/builders.ts';

const lines = [
  aLine({ id: '1', title: 'Wireless Headphones', variantTitle: 'Black' }),
  aLine({ id: '2', title: 'Headphone Case', variantTitle: null, quantity: 1, currentQuantity: 1 }),
  aLine({ id: '3', title: 'Mug', variantTitle: 'Blue', quantity: 3, currentQuantity: 3 }),
  aLine({ id: '4', title: 'Mug', variantTitle: 'Red', quantity: 1, currentQuantity: 1 }),
  aLine({ id: '5', title: 'Gift Card', variantTitle: null, quantity: 1, currentQuantity: 0 }),
];
const order = anOrder({ lines });
const shipped = aShippedOrder({ lines });
const bind = (name: string, quantity: number | null, purpose: 'cancel' | 'return', of = order) =>
  bindItems(of, [{ name, quantity }], purpose);

describe('goods as agents call them', () => {
  it.each([
    { name: 'headphones', lineItemId: '1' },
    { name: 'headfones', lineItemId: '1' },
    { name: 'wireless headphones', lineItemId: '1' },
    { name: 'headphone case', lineItemId: '2' },
    { name: 'blue mug', lineItemId: '3' },
    { name: 'red mugs', lineItemId: '4' },
    { name: 'HP-1', lineItemId: null },
  ])('$name → line $lineItemId', ({ name, lineItemId }) => {
    const bound = bind(name, 1, 'cancel');
    expect(bound.ok ? bound.lines : null).toEqual(lineItemId === null ? null : [{ lineItemId, quantity: 1 }]);
  });

  it.each([
    { name: 'mug', quantity: 1, says: 'could be Mug – Blue or Mug – Red' },
    { name: 'kettle', quantity: 1, says: 'there is no “kettle” on #1003; it has 2 × Wireless Headphones – Black' },
    { name: 'blue kettle', quantity: 1, says: 'there is no “blue kettle”' },
    { name: 'gift card', quantity: 1, says: 'there is no “gift card”' },
    { name: 'blue mug', quantity: 4, says: '#1003 has 3 × Mug – Blue, not 4' },
  ])('$quantity × $name: $says', ({ name, quantity, says }) => {
    const bound = bind(name, quantity, 'cancel');
    expect(bound.ok ? 'bound' : bound.because).toContain(says);
  });

  it('without a number, a cancellation means all of the line and a return asks', () => {
    expect(bind('blue mug', null, 'cancel')).toEqual({ ok: true, lines: [{ lineItemId: '3', quantity: 3 }] });
    expect(bind('blue mug', null, 'return', shipped)).toMatchObject({
      ok: false,
      because: expect.stringContaining('how many'),
    });
    expect(bind('red mug', null, 'return', shipped)).toEqual({ ok: true, lines: [{ lineItemId: '4', quantity: 1 }] });
  });

  it('two names of one line are added up', () => {
    expect(
      bindItems(
        order,
        [
          { name: 'blue mug', quantity: 1 },
          { name: 'mugs blue', quantity: 2 },
        ],
        'cancel',
      ),
    ).toEqual({ ok: true, lines: [{ lineItemId: '3', quantity: 3 }] });
  });
});

it('where nothing is named, only a single unit is taken for granted', () => {
  const one = aLine({ quantity: 1, currentQuantity: 1 });
  expect(onlyUnit(anOrder({ lines: [one] }))).toEqual([{ lineItemId: '11', quantity: 1 }]);
  expect(onlyUnit(anOrder({ lines: [aLine()] }))).toBeNull();
  expect(onlyUnit(anOrder({ lines: [one, { ...one, id: '12' }] }))).toBeNull();
});
