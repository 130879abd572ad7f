import { describe, expect, it } from 'vitest';
import { wayBackOf } from '../../policy/decide/way-back.ts';
import type { Judged, ReturnReason } from '../../policy/decision.ts';
import { parseSettings } from '../../policy/settings.ts';
import { NOW, orderFacts, SHOP } from './support/builders.ts';

/** What customers are told of who pays the way back: P12, P16, P26 as set, and the law of the market where it is applied. */

const told = (
  reason: ReturnReason,
  settings: Record<string, unknown> = {},
  more: { shipTo?: string; judged?: Judged; paidBy?: 'customer' | 'merchant' } = {},
): string => {
  const order = { ...orderFacts(), ...(more.shipTo === undefined ? {} : { shipTo: more.shipTo }) };
  const { paidBy, clause } = wayBackOf(
    {
      order,
      settings: parseSettings(settings),
      shop: SHOP,
      ...(more.judged === undefined ? {} : { judged: more.judged }),
    },
    reason,
    Date.parse(NOW),
    more.paidBy === undefined ? null : { paidBy: more.paidBy },
  );
  return `${paidBy} ${clause}`;
};

describe('who pays for sending it back', () => {
  it.each<[string, string, Parameters<typeof told>]>([
    ['a change of mind', 'customer P12', ['changed_mind']],
    ['our mistake', 'merchant P16', ['wrong_item_sent']],
    [
      'our mistake, where the shop has customers pay',
      'customer P16',
      ['wrong_item_sent', { 'merchantFault.postage': 'customer' }],
    ],
    [
      'the same in one market only',
      'customer P16',
      ['wrong_item_sent', { markets: { US: { 'merchantFault.postage': 'customer' } } }],
    ],
    ['what is missing', 'merchant P4', ['missing_item', { 'merchantFault.postage': 'customer' }]],
    ['a defect', 'customer P26', ['defective']],
    ['a defect, where the shop gives the label', 'merchant P26', ['defective', { 'label.defective': 'merchant' }]],
    ['a defect where the law says so', 'merchant P26', ['defective', { legalOverlay: 'apply' }, { shipTo: 'DE' }]],
    ['the same law where it is only warned of', 'customer P26', ['defective', {}, { shipTo: 'DE' }]],
    [
      'ordered by mistake, carriage waived',
      'customer P1',
      ['customer_ordered_wrong', {}, { judged: { carriage: 'waive' } }],
    ],
    ['our label for a change of mind is taken off', 'our-label P12', ['changed_mind', {}, { paidBy: 'merchant' }]],
    ['our label for a defect is not', 'merchant P26', ['defective', {}, { paidBy: 'merchant' }]],
    [
      'unless the shop has it deducted',
      'our-label P26',
      ['defective', { 'label.defectiveFee': 'deduct' }, { paidBy: 'merchant' }],
    ],
    ['what they paid for our mistake is paid back', 'merchant P16', ['wrong_item_sent', {}, { paidBy: 'customer' }]],
  ])('%s: %s', (_what, expected, asked) => {
    expect(told(...asked)).toBe(expected);
  });
});
