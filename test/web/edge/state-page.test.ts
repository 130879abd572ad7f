import { expect, it } from 'vitest';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { createWords } from '../../../policy/texts/customer/index.ts';
import type { Opened } from '../../../web/edge/customer/deps.ts';
import { statePurpose } from '../../../web/edge/customer/pages/state.ts';

const said = (kind: string, state: string): string => {
  const detail = {
    case: { kind, state, orderName: '#1003', number: 12, data: { kind, lines: [], rma: null } },
    intents: [],
    order: { lines: [] },
  };
  const opened = { detail, words: createWords('en'), shop: {}, settings: {} } as unknown as Opened;
  return statePurpose.show(opened, {}).paragraphs?.[0] ?? '';
};

it.each([
  ['return', returnCase.final],
  ['cancellation', cancellation.final],
] as const)('a %s that has ended is not said to go on', (kind, states) => {
  for (const state of states)
    expect([state, said(kind, state)]).not.toEqual([state, expect.stringMatching(/^We (?!had)/)]);
  expect(said('cancellation', 'recalling')).toBe('We are cancelling your order.');
});
