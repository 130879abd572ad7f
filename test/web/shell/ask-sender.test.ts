import { describe, expect, it } from 'vitest';
import { PLAIN_LOOK } from '../../../policy/app/mail-look.ts';
import { NOTHING_SEEN, type ParcelRecord } from '../../../policy/app/parcels.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { parcelAskSender } from '../../../web/shell/commands/parcel-desk.ts';
import { askSender } from '../../../web/shell/effects/parcels.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import type { World } from '../../../web/shell/handler.ts';
import { askSenderSettled } from '../../../web/shell/settled/ask-sender.ts';
import { ANA, context, NOW, order, world } from './return-world.ts';

/** P20: what becomes of the question to whoever a parcel may belong to. */

const effect = { kind: 'mail.ask-sender', parcelId: 'parcel-1', orderId: order().id } as const;
const parcel = (more: Partial<ParcelRecord> = {}): ParcelRecord => ({
  id: 'parcel-1',
  shop: 'demo.myshopify.com',
  version: 2,
  number: 7,
  state: 'quarantined',
  problem: 'unmarked',
  written: null,
  seen: NOTHING_SEEN,
  photos: [],
  receivedAt: NOW,
  holdUntil: null,
  askedAt: NOW,
  caseId: null,
  ended: null,
  endedBecause: null,
  channel: null,
  by: 'p-ana',
  byName: 'Ana',
  endedByName: null,
  createdAt: NOW,
  updatedAt: NOW,
  ...more,
});
const at = (more: Partial<ParcelRecord> = {}): World => world({ case: null, parcel: parcel(more) });
const settle = (outcome: 'done' | 'refused' | 'unknown', more: Partial<ParcelRecord> = {}) => {
  const error = outcome === 'done' ? null : 'the mail server refused the mail (550)';
  const changes = askSenderSettled(
    at(more),
    effect,
    { kind: 'effect.settled', effectId: 'effect-1', outcome, result: null, error },
    context(),
  );
  if ('ok' in changes) throw new Error(`refused: ${changes.because}`);
  return changes;
};
const keyOf = (askedAt: string | null, now: string): string | undefined => {
  const asked = parcelAskSender.decide(at({ askedAt }), { ...effect, kind: 'parcel.ask-sender' }, context(ANA, now));
  return asked.changes?.effects?.find((one) => one.effect.kind === 'mail.ask-sender')?.key;
};

describe('a mail that did not reach whoever was asked', () => {
  it('is told in the history and the thread, and the parcel counts as not asked', () => {
    const { parcels, shopEntries, effects } = settle('refused');
    expect(parcels).toMatchObject([{ askedAt: null, version: 3 }]);
    expect(shopEntries).toMatchObject([{ subject: 'parcel-1', event: 'mail.failed' }]);
    expect(shopEntries?.[0]?.text).toMatch(/^parcel 7: the mail to .* did not reach them: the mail server refused/);
    expect(effects?.map(({ effect: { kind } }) => kind)).toEqual(['slack.show', 'slack.say']);
  });

  it('changes nothing of a parcel whose owner was found meanwhile', () => {
    const { parcels, shopEntries, effects } = settle('refused', { state: 'matched', caseId: 'case-1' });
    expect([parcels, effects]).toEqual([undefined, undefined]);
    expect(shopEntries).toHaveLength(1);
  });

  it('is sent again by itself where it may have arrived', () => expect(settle('unknown')).toEqual({}));

  it('can be sent again; one that went out can not', () => {
    expect(keyOf(NOW, '2026-11-24T15:00:00.000Z')).toBe(keyOf(null, NOW));
    expect(keyOf(null, '2026-11-24T15:00:00.000Z')).not.toBe(keyOf(null, NOW));
  });

  it('counts as asked once it went out after all', () => {
    expect(settle('done')).toEqual({});
    expect(settle('done', { askedAt: null }).parcels).toMatchObject([{ askedAt: NOW }]);
  });
});

it.each([
  ['held', '2026-12-01T10:00:00.000Z', '2026-12-01T10:00:00.000Z'],
  // The days are over, and it waits for somebody again.
  ['quarantined', '2026-11-20T10:00:00.000Z', null],
  ['quarantined', null, null],
] as const)('a parcel that is %s (until %s) is promised to be kept until %s', async (state, holdUntil, promised) => {
  const told: (string | null)[] = [];
  const shop = world().shop;
  const deps = {
    read: { shop: async () => shop },
    store: { transaction: async () => world().order },
    deadAddresses: { find: async () => null },
    mailLooks: { load: async () => PLAIN_LOOK },
    parcels: { parcel: async () => ({ parcel: parcel({ state, holdUntil }) }) },
    composeAskSender: async ({ heldUntil }: { heldUntil: string | null }) => {
      told.push(heldUntil);
      return { subject: '', text: '', html: '', attachments: [] };
    },
    mailer: { send: async () => undefined },
  } as unknown as RunnerDeps;
  await askSender(deps, effect, { id: 'e-1', shop: shop.domain } as EffectRecord);
  expect(told).toEqual([promised]);
});
