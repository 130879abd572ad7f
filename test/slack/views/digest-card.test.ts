import { expect, it } from 'vitest';
import { digestCard } from '../../../slack/views/digest-card.ts';

it.each([
  [{ waiting: 1 }, /^The Home tab lists them\.$/],
  [{ overdue: 7 }, /^… and 7 more that are overdue: the Home tab lists them\.$/],
  [{ parcels: 2 }, /^Parcels are listed in Shopify admin, under Parcel desk\.$/],
  [{ waiting: 1, parcels: 2 }, /^The Home tab lists them\. Parcels are listed in Shopify admin/],
])('says where all of it is listed, which for parcels is not the Home: %j', (counts, says) => {
  const message = { kind: 'digest', whose: 'shop', waiting: 0, overdue: 0, parcels: 0, cases: [], now: '' } as const;
  const last = digestCard({ ...message, ...counts }).blocks.at(-1) as { elements: { text: string }[] };
  expect(last.elements[0]?.text).toMatch(says);
});
