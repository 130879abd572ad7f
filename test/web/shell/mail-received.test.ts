import { describe, expect, it } from 'vitest';
import { MOST_PHOTOS } from '../../../policy/app/customer-commands.ts';
import type { CaseRecord, EvidenceRef } from '../../../policy/app/records.ts';
import { mailReceived } from '../../../web/shell/commands/mail-received.ts';
import { aCase, context, returnData, world } from './return-world.ts';

const photo = (id: string): EvidenceRef => ({ id, name: `${id}.jpg`, mimetype: 'image/jpeg', bytes: 10, sha256: id });

const receive = (found: CaseRecord, photos: EvidenceRef[], fromCustomer = true) => {
  const verdict = mailReceived.decide(
    world({ case: found }),
    { kind: 'mail.received', caseId: found.id, text: 'Look.', photos, refused: [], fromCustomer },
    context(),
  );
  if (!verdict.ok) throw new Error(verdict.because);
  const data = verdict.changes.cases?.[0]?.data;
  return {
    kept: data?.kind === 'return' ? data.photos.map(({ id }) => id) : [],
    told: (verdict.changes.effects ?? []).flatMap(({ effect }) => (effect.kind === 'slack.say' ? [effect.text] : [])),
  };
};

describe('photos that come with a mail are kept, or staff read that they are not', () => {
  it('of a customer who objects to a case that has ended', () => {
    const { kept, told } = receive(aCase({ state: 'declined', closedAt: '2026-11-23T15:00:00.000Z' }), [photo('a')]);
    expect(kept).toEqual(['a']);
    expect(told).toEqual(['Mail from the customer with a photo:\n> Look.']);
  });

  it('of somebody else', () => {
    const { kept, told } = receive(aCase(), [photo('a'), photo('b')], false);
    expect(kept).toEqual([]);
    expect(told.join()).toContain('Not kept: 2 photos (the mail is not from the order’s address)');
  });

  it('of a case that has no photos', () => {
    const data = { kind: 'cancellation', lines: null } as unknown as CaseRecord['data'];
    const { told } = receive(aCase({ kind: 'cancellation', state: 'canceled', rma: null, data }), [photo('a')]);
    expect(told.join()).toContain('Not kept: 1 photo (only returns have photos)');
  });

  it('more than are kept, and not the same again', () => {
    const have = Array.from({ length: MOST_PHOTOS }, (_, index) => photo(`p${index}`));
    const { told } = receive(aCase({ data: returnData({ photos: have }) }), [photo('p0'), photo('new')]);
    expect(told.join()).toContain('Not kept: 1 photo (as many as are kept are here already)');
    expect(receive(aCase({ data: returnData({ photos: have }) }), [photo('p0')]).told.join()).not.toContain('Not kept');
  });
});
