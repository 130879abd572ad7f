import { expect, it } from 'vitest';
import { samePerson } from '../../policy/approvals/same-person.ts';

const someone = (id: string, more: object = {}) => ({ id, staffId: null, slackTeam: null, slackUser: null, ...more });

it.each([
  ['one record', someone('a'), someone('a'), true],
  ['two records of nobody in particular', someone('a'), someone('b'), false],
  ['one member of staff', someone('a', { staffId: '1' }), someone('b', { staffId: '1' }), true],
  [
    'one Slack account',
    someone('a', { slackTeam: 'T1', slackUser: 'U1' }),
    someone('b', { slackTeam: 'T1', slackUser: 'U1' }),
    true,
  ],
  [
    'the same name in two workspaces',
    someone('a', { slackTeam: 'T1', slackUser: 'U1' }),
    someone('b', { slackTeam: 'T2', slackUser: 'U1' }),
    false,
  ],
  ['a record that was merged into the other', someone('a', { mergedInto: 'b' }), someone('b', { staffId: '1' }), true],
  ['two that were merged into a third', someone('a', { mergedInto: 'c' }), someone('b', { mergedInto: 'd' }), false],
])('%s', (_name, a, b, same) => {
  expect(samePerson(a, b)).toBe(same);
  expect(samePerson(b, a)).toBe(same);
});
