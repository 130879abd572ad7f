import type { Runner } from './runner.ts';

/** The shop has left: its tokens are worthless, and a reinstallation starts clean. One that is back has new ones. */
export const forgetTokens: Runner<'shopify.forget-tokens'> = async (deps, _effect, record) => {
  const shop = await deps.read.shop(record.shop);
  if (shop !== null && shop.uninstalledAt === null) return { done: { forgotten: false } };
  await deps.tokens.update(record.shop, async () => null);
  return { done: { forgotten: true } };
};
