import { expect, it } from 'vitest';
import { interpret } from '../../../slack/interpret/index.ts';
import { endure } from './support/endure.ts';

// The long run is test/slow/interpret-fuzz.test.ts.
it('proposes nothing that is asked, forbidden or forced upon it, however it is misspelled', () => {
  const { proposed, illTyped } = endure(interpret, 20_261_123, 3_000);
  expect(proposed).toEqual([]);
  expect(illTyped).toEqual([]);
});
