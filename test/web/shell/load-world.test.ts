import { expect, it } from 'vitest';
import type { PolicyVersionRecord } from '../../../policy/app/records.ts';
import type { Tx } from '../../../policy/app/store.ts';
import { DEFAULT_SETTINGS } from '../../../policy/settings.ts';
import { versionFor } from '../../../policy/versions/index.ts';
import { loadWorld } from '../../../web/shell/load-world.ts';
import { aShop } from '../admin/support/records.ts';

const version = (number: number, effectiveAt: string, settings: object): PolicyVersionRecord => ({
  id: `version-${number}`,
  shop: aShop().domain,
  number,
  settings: { ...DEFAULT_SETTINGS, ...settings },
  effectiveAt,
  publishedBy: null,
  digest: String(number),
});
const VERSIONS = [
  version(1, '1970-01-01T00:00:00.000Z', { 'oos.mailDelay': 10 }),
  version(2, '2026-12-20T00:00:00.000Z', { 'oos.mailDelay': 60 }),
];
const tx = {
  shop: async () => aShop(),
  people: async () => [],
  lock: async () => undefined,
  policyVersionAt: async (instant: string) => versionFor(VERSIONS, instant),
} as unknown as Tx;

it.each([
  ['2026-12-19T23:59:59.999Z', 10],
  ['2026-12-20T00:00:00.000Z', 60],
])('what is about no order, a stock figure say, follows the policy in force at %s', async (now, minutes) => {
  const world = await loadWorld(tx, {}, now);
  expect('ok' in world ? world.because : world.settings['oos.mailDelay']).toBe(minutes);
});
