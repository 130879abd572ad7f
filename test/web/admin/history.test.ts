import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_LOOK } from '../../../policy/app/mail-look.ts';
import type { Mails } from '../../../web/edge/admin/contract/mails.ts';
import { changesOf } from '../../../web/edge/admin/mail-changes.ts';
import { DEAD_ADDRESS } from './support/memory-mails.ts';
import { FORGOTTEN } from './support/memory-privacy.ts';
import { ask, type Served, serveAdmin } from './support/serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serveAdmin();
});
afterEach(() => served.close());

describe('the shop’s history', () => {
  it('has who had a parked message tried again', async () => {
    expect((await ask(served.url, '/api/parked/77/retry', { method: 'POST' })).status).toBe(200);
    expect(served.world.handled.map(({ command }) => command)).toMatchObject([{ kind: 'delivery.retry', rowId: '77' }]);
  });

  it('has who changed the mails, by the names of what was changed', async () => {
    const body = { replyTo: null, accent: '#123456', language: 'customer', texts: { en: {} } };
    const put = () => ask(served.url, '/api/mails', { method: 'PUT', as: '1', body, headers: { 'If-Match': '"0"' } });
    expect((await put()).status).toBe(200);
    expect((await put()).status).toBe(412);
    expect(served.world.handled.map(({ command }) => command)).toEqual([{ kind: 'mails.changed', what: 'the colour' }]);
  });

  it('has every change of the mails: one with a key that is none changes nothing', async () => {
    const body = { replyTo: null, accent: '#123456', language: 'customer', texts: { en: {} } };
    const headers = { 'If-Match': '"0"', 'Idempotency-Key': 'short' };
    expect((await ask(served.url, '/api/mails', { method: 'PUT', as: '1', body, headers })).status).toBe(400);
    const dead = { method: 'DELETE', as: '1', headers };
    expect((await ask(served.url, `/api/mails/dead/${DEAD_ADDRESS}`, dead)).status).toBe(400);
    const mails = (await ask(served.url, '/api/mails', { as: '1' })).body as Mails;
    expect(mails).toMatchObject({ version: 0, dead: [{ digest: DEAD_ADDRESS }] });
  });

  it('has no download of what is about nobody who is known any more', async () => {
    const download = (id: string) => ask(served.url, `/api/privacy/${id}/export`, { as: '1' });
    expect((await download(FORGOTTEN)).status).toBe(409);
    expect(served.world.handled).toEqual([]);
  });

  it('has nothing of what was refused', async () => {
    expect((await ask(served.url, '/api/parked/78/retry', { method: 'POST' })).status).toBe(404);
    expect(served.world.handled).toEqual([]);
  });
});

describe('what is said of changed mails', () => {
  const look = { ...PLAIN_LOOK, version: 1 };

  it.each([
    ['nothing', {}, []],
    ['a colour', { accent: '#123456' }, ['the colour']],
    ['a logo', { logo: { mimetype: 'image/png', bytes: new Uint8Array([1]) } }, ['the logo']],
    ['a text, by its name alone', { texts: { de: { 'rma-issued.subject': 'Guten Tag' } } }, ['de rma-issued.subject']],
  ])('%s', (_name, more, changes) => {
    expect(changesOf(look, { ...look, ...more } as typeof look)).toEqual(changes);
  });

  it('a text that was taken back', () => {
    const before = { ...look, texts: { en: { 'rma-issued.subject': 'Hello' } } } as typeof look;
    expect(changesOf(before, look)).toEqual(['en rma-issued.subject']);
  });
});
