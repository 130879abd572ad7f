import type { Runner } from './runner.ts';

/** The shop has left: its tokens are worthless, and a reinstallation starts clean. */
export const forgetTokens: Runner<'shopify.forget-tokens'> = async (deps, _effect, record) => {
  await deps.tokens.update(record.shop, async () => null);
  return { done: { forgotten: true } };
};
