import { expect, it } from 'vitest';
import { endOf, stands } from '../../policy/app/deadline-stands.ts';
import type { DeadlineRecord } from '../../policy/app/records.ts';

const deadline = (state: DeadlineRecord['state'], kind = 'rma-deadline'): DeadlineRecord => ({
  id: `${kind}-${state}`,
  shop: 'demo.myshopify.com',
  caseId: 'case-1',
  kind,
  dueAt: '2026-11-23T15:00:00.000Z',
  state,
});

it.each([
  ['open', true],
  ['late', true],
  ['done', false],
  ['dropped', false],
] as const)('what is %s is still waited for: %s', (state, isWaitedFor) => {
  expect(stands(deadline(state))).toBe(isWaitedFor);
});

it('ends what is still waited for, all of it or what is named, and leaves what has ended', () => {
  const all = [deadline('open'), deadline('late', 'test-overdue'), deadline('done'), deadline('dropped')];
  expect(endOf(all, 'dropped')).toEqual([
    { ...deadline('open'), state: 'dropped' },
    { ...deadline('late', 'test-overdue'), state: 'dropped' },
  ]);
  expect(endOf(all, 'done', ({ kind }) => kind === 'test-overdue')).toEqual([
    { ...deadline('late', 'test-overdue'), state: 'done' },
  ]);
});
