import { expect, it } from 'vitest';
import { parseSettings } from '../../../policy/settings.ts';
import { expiryOf } from '../../../web/shell/mail-links.ts';

const NOW = '2026-11-23T15:00:00.000Z';
const daysOf = (purpose: Parameters<typeof expiryOf>[0]): number =>
  (Date.parse(expiryOf(purpose, NOW)) - Date.parse(NOW)) / 86_400_000;

it('a link opens for as long as what it is for can be done, whatever the shop sets', () => {
  const longest = parseSettings({
    'backorder.maxWaitDays': 365,
    'backorder.responseHours': 8760,
    'rma.validDays': 365,
  });
  const wait = Math.max(longest['backorder.maxWaitDays'], longest['backorder.responseHours'] / 24);
  expect(daysOf('backorder-answer')).toBeGreaterThan(wait);
  const extended = longest['rma.validDays'] + 180;
  for (const purpose of ['tracking', 'case', 'withdraw', 'remedy'] as const)
    expect(daysOf(purpose)).toBeGreaterThan(extended);
});
