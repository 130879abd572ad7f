import { describe, expect, it } from 'vitest';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { afterRefusal, lookAgain } from '../../../web/shell/effects/look-first.ts';

const effect = (attempts: number, result: unknown = null): EffectRecord => ({
  id: '0190a0a0-0000-7000-8000-000000000001',
  shop: 'demo.myshopify.com',
  caseId: null,
  key: 'cancel-order:1',
  kind: 'shopify.cancel-order',
  payload: {},
  state: 'running',
  attempts,
  lastError: null,
  result,
  createdAt: '2026-11-23T10:00:00Z',
  updatedAt: '2026-11-23T10:00:00Z',
});

/** What a run answered, as the next run finds it. */
const progressOf = (result: ReturnType<typeof lookAgain>): unknown =>
  result !== null && 'progress' in result ? result.progress : null;

describe('after a lost answer', () => {
  it('looks three times before it is asked again, however many attempts came before', () => {
    let kept: unknown = null;
    for (const attempts of [11, 12, 13]) {
      const result = lookAgain(effect(attempts, kept));
      expect(result).toMatchObject({ again: 2000 });
      kept = progressOf(result);
    }
    expect(lookAgain(effect(14, kept))).toBeNull();
  });

  it('goes on with its looks where a run died between', () => {
    const kept = progressOf(lookAgain(effect(2)));
    expect(progressOf(lookAgain(effect(5, kept)))).toMatchObject({ looks: 2, at: 5 });
  });

  it('starts its looks anew once it may have been asked again', () => {
    let kept: unknown = null;
    for (const attempts of [2, 3, 4]) kept = progressOf(lookAgain(effect(attempts, kept)));
    // Attempt 5 asked again and lost its answer; attempt 6 looks.
    expect(lookAgain(effect(6, kept))).not.toBeNull();
  });

  it('does not believe a first refusal of what was asked again, and believes the third', () => {
    const first = afterRefusal(effect(5));
    expect(first).toMatchObject({ again: 5000 });
    const second = afterRefusal(effect(10, progressOf(first)));
    expect(second).toMatchObject({ again: 5000 });
    expect(afterRefusal(effect(15, progressOf(second)))).toBeNull();
  });

  it('keeps the count of refusals while it looks', () => {
    const refused = progressOf(afterRefusal(effect(5)));
    const looked = progressOf(lookAgain(effect(6, refused)));
    expect(looked).toMatchObject({ refusals: 1, looks: 1 });
  });
});
