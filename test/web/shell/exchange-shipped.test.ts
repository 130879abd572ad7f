import { expect, it } from 'vitest';
import type { ReturnData } from '../../../policy/app/records.ts';
import { exchangeShippedNews } from '../../../web/shell/order-news/exchange-shipped.ts';
import { someFacts } from '../../prisma/samples.ts';
import { ANA, aCase, context, world } from './return-world.ts';

/** P16, P17: every replacement that leaves is written of, also the second one of a return that comes back in parts. */

const news = (lineItemIds: readonly string[]) => {
  const found = aCase({ state: 'closed' });
  const data: ReturnData = { ...(found.data as ReturnData), exchange: { state: 'releasing', lineItemIds } };
  const facts = someFacts({
    fulfillments: lineItemIds.map((lineItemId) => ({
      id: `parcel-${lineItemId}`,
      status: 'success',
      createdAt: '2026-11-20T10:00:00Z',
      lines: [{ lineItemId, quantity: 1, fulfillmentLineItemId: null }],
      shipmentStatus: null,
      deliveredAt: null,
      tracking: [],
    })),
  });
  const changes = exchangeShippedNews(world({ case: { ...found, data } }), facts, context(ANA));
  return (changes?.effects ?? []).filter(({ effect }) => effect.kind === 'mail.send');
};

it('is one mail each', () => {
  const [first, second] = [news(['13']), news(['13', '14'])];
  expect([first.length, second.length]).toEqual([1, 1]);
  expect(first[0]?.key).not.toBe(second[0]?.key);
});
