import type { LanguageModels, ModelCall, ModelSettings } from '../../../../policy/app/language-model.ts';
import { PEOPLE } from './demo-shop.ts';
import { NOW } from './records.ts';

const ASKED: ModelCall = {
  at: NOW,
  by: PEOPLE.agent.id,
  text: 'the one on 1003 has given up the ghost',
  outcome: 'proposed',
  meaning: { intent: 'rma.request', order: '#1003' },
  why: null,
  tokens: 100,
  ms: 640,
};

/** Language models of shops, in memory: one question was asked of each. */
export const memoryModels = (): LanguageModels => {
  const kept = new Map<string, ModelSettings>();
  return {
    settings: async (shop) => kept.get(shop) ?? null,
    save: async (shop, settings) => {
      if (settings === null) kept.delete(shop);
      else kept.set(shop, settings);
    },
    spentSince: async () => ASKED.tokens,
    note: async () => undefined,
    calls: async () => [ASKED],
  };
};
