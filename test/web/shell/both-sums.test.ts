import { describe, expect, it } from 'vitest';
import { speakerOf } from '../../../policy/app/said/speaker.ts';
import type { Breakdown } from '../../../policy/decision.ts';
import { amountDe, SAID_DE } from '../../../web/admin/messages/de/said.ts';
import { bothSums } from '../../../web/shell/both-sums.ts';

const german = speakerOf(SAID_DE, amountDe);
const sum = (total: number, tips: number): Breakdown => ({
  currency: 'USD',
  items: total - tips,
  tax: 0,
  shipping: 0,
  duties: 0,
  tips,
  deductions: [],
  total,
});

describe('what Shopify reckons beside what the policy does', () => {
  it('says what to do where the tip is all that differs', () => {
    const said = bothSums(sum(4500, 500), 4000);
    expect(said).toMatch(/tip of \$5\.00.*refund \$45\.00 in Shopify by hand, and say here/);
    expect(german(said)).toMatch(/Trinkgeld von 5,00\s\$ .*; erstatten Sie 45,00\s\$ in Shopify von Hand/);
  });

  it.each([
    ['no tip is due', sum(4500, 0), 4000],
    ['something else differs too', sum(4500, 500), 3999],
  ])('shows both where %s', (_what, ours, theirs) => {
    expect(bothSums(ours, theirs)).toBe(`Shopify reckons $${(theirs / 100).toFixed(2)}, the policy $45.00`);
  });
});
