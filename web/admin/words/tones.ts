import type { BadgeProps } from '@shopify/polaris';

/**
 * How a state looks: colour and pip only repeat what its word says. Red is kept for what failed.
 * `progress` draws a pip: empty (waits for somebody), half (under way), full (over).
 */
export type Look = Readonly<{ tone: BadgeProps['tone']; progress: 'incomplete' | 'partiallyComplete' | 'complete' }>;

const WAITS_FOR_US: Look = { tone: 'attention', progress: 'incomplete' };
const WAITS_FOR_THEM: Look = { tone: undefined, progress: 'incomplete' };
const UNDER_WAY: Look = { tone: 'info', progress: 'partiallyComplete' };
const DONE: Look = { tone: 'success', progress: 'complete' };
const OVER: Look = { tone: undefined, progress: 'complete' };
const FAILED: Look = { tone: 'critical', progress: 'incomplete' };

const CASE_LOOKS: Readonly<Record<string, Look>> = {
  needs_agent: WAITS_FOR_US,
  review: WAITS_FOR_US,
  grey_zone: WAITS_FOR_US,
  suspected_lost: WAITS_FOR_US,
  refused_suspected: WAITS_FOR_US,
  expired: WAITS_FOR_US,
  received: WAITS_FOR_US,
  detected: WAITS_FOR_US,
  frozen: WAITS_FOR_US,
  partial_offer: WAITS_FOR_THEM,
  customer_notified: WAITS_FOR_THEM,
  evidence_pending: WAITS_FOR_THEM,
  authorized: WAITS_FOR_THEM,
  waiting: WAITS_FOR_THEM,
  canceled: DONE,
  partially_canceled: DONE,
  fulfilled: DONE,
  refunded: DONE,
  resolved: DONE,
  closed: OVER,
  closed_solved: OVER,
  converted_to_return: OVER,
  withdrawn: OVER,
  declined: OVER,
};

const INTENT_LOOKS: Readonly<Record<string, Look>> = {
  awaiting_approval: WAITS_FOR_US,
  needs_person: WAITS_FOR_US,
  succeeded: DONE,
  rejected: OVER,
  superseded: OVER,
  expired: WAITS_FOR_US,
  failed: FAILED,
  settlement_failed: FAILED,
};

const EFFECT_LOOKS: Readonly<Record<string, Look>> = {
  done: DONE,
  refused: FAILED,
  parked: FAILED,
  unknown: WAITS_FOR_US,
  dismissed: OVER,
};

const GOODS_LOOKS: Readonly<Record<string, Look>> = {
  expected: WAITS_FOR_THEM,
  wait_part: WAITS_FOR_THEM,
  arrived: WAITS_FOR_US,
  testing: UNDER_WAY,
  wrong_item: WAITS_FOR_US,
  incomplete: WAITS_FOR_US,
  no_fault_found: WAITS_FOR_US,
  rejected_pending: WAITS_FOR_US,
  accepted: DONE,
  accepted_defective: DONE,
  rejected: OVER,
  missing: OVER,
};

const MONEY_LOOKS: Readonly<Record<string, Look>> = { none: WAITS_FOR_THEM, paid: DONE, refused: OVER };

const VERDICT_LOOKS: Readonly<Record<string, Look>> = {
  granted: DONE,
  refused: OVER,
  'needs-info': WAITS_FOR_THEM,
  'needs-person': WAITS_FOR_US,
};

const LOOKS = {
  state: CASE_LOOKS,
  intent: INTENT_LOOKS,
  'effect-state': EFFECT_LOOKS,
  goods: GOODS_LOOKS,
  'unit-money': MONEY_LOOKS,
  verdict: VERDICT_LOOKS,
} as const;

export type LookGroup = keyof typeof LOOKS;

/** What no table names is under way: machines have more such states than others. */
export const lookOf = (group: LookGroup, value: string): Look => LOOKS[group][value] ?? UNDER_WAY;
