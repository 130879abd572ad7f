import type { Runner } from './runner.ts';

/** Reads the shop again; what it says now re-enters as a command. */
export const readShop: Runner<'shopify.read-shop'> = async (deps, _effect, record) => {
  const { name, ianaTimezone, country, currency, contactEmail, scopes } = await deps.background.readShop(record.shop);
  await deps.handle(
    { id: `read:${record.id}:${record.attempts}`, shop: record.shop, actor: { kind: 'shopify' } },
    { kind: 'shop.observed', name, timeZone: ianaTimezone, country, currency, contactEmail, scopes: [...scopes] },
  );
  return { done: {} };
};
