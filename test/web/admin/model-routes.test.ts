import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LanguageModel, Problem } from '../../../web/edge/admin/contract.ts';
import { ask, type Served, serveAdmin } from './support/serve.ts';

let served: Served;
beforeEach(async () => {
  served = await serveAdmin();
});
afterEach(() => served.close());

const OWNER = '1';
const GIVEN = {
  baseUrl: 'https://api.example.com/v1',
  model: 'small',
  enabled: true,
  tokensAMonth: 150_000,
  tokensADay: 5_000,
};
const KEY = 'sk-very-secret';

const read = async (): Promise<LanguageModel> =>
  (await ask(served.url, '/api/model', { as: OWNER })).body as LanguageModel;
const save = (body: object, as = OWNER) => ask(served.url, '/api/model', { method: 'PUT', body, as });

describe('the language model', () => {
  it('is none until an owner sets it, and its key never comes out again', async () => {
    expect((await read()).settings).toBeNull();
    expect((await save({ ...GIVEN, apiKey: KEY })).status).toBe(200);
    const shown = await read();
    expect(shown.settings).toEqual({ ...GIVEN, hasKey: true });
    expect(JSON.stringify(shown)).not.toContain(KEY);
    // Switched off without typing the key again.
    expect((await save({ ...GIVEN, enabled: false })).status).toBe(200);
    expect((await read()).settings?.enabled).toBe(false);
    // A day may go without a limit of its own.
    expect((await save({ ...GIVEN, tokensADay: null })).status).toBe(200);
    expect((await read()).settings?.tokensADay).toBeNull();
    expect((await ask(served.url, '/api/model', { method: 'DELETE', as: OWNER })).status).toBe(200);
    expect((await read()).settings).toBeNull();
    expect((await save(GIVEN)).status).toBe(422);
  });

  it('shows what it was asked, by whom, and what it took it to mean', async () => {
    expect(await read()).toMatchObject({
      spent: { month: 100, day: 100 },
      calls: [{ byName: 'Ada Agent', outcome: 'proposed', intent: 'rma.request', tokens: 100 }],
    });
  });

  it('sends a kept key to no other address', async () => {
    await save({ ...GIVEN, apiKey: KEY });
    const moved = await save({ ...GIVEN, baseUrl: 'https://evil.example/v1' });
    expect(moved.status).toBe(422);
    expect((moved.body as Problem).detail).toMatch(/another address needs its key/);
    expect((await read()).settings?.baseUrl).toBe(GIVEN.baseUrl);
  });

  it('is owners’ alone', async () => {
    for (const as of ['101', '201', '301', '401']) {
      expect((await ask(served.url, '/api/model', { as })).status).toBe(403);
      expect((await save({ ...GIVEN, apiKey: KEY }, as)).status).toBe(403);
      expect((await ask(served.url, '/api/model', { method: 'DELETE', as })).status).toBe(403);
    }
    expect((await read()).settings).toBeNull();
  });

  it.each([
    ['baseUrl', { baseUrl: 'http://api.example.com/v1' }],
    ['baseUrl', { baseUrl: 'api.example.com' }],
    ['model', { model: ' ' }],
    ['tokensADay', { tokensADay: -1 }],
    ['tokensADay', { tokensADay: 1.5 }],
    ['tokensAMonth', { tokensAMonth: '' }],
    ['tokensAMonth', { tokensAMonth: null }],
  ])('refuses a wrong %s: %j', async (field, wrong) => {
    const answer = await save({ ...GIVEN, apiKey: KEY, ...wrong });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(field);
    expect(JSON.stringify(answer.body)).not.toContain(KEY);
  });
});
