import type { PrivacyKind } from '../../policy/app/privacy.ts';
import { legacyId } from '../../policy/facts/order-facts.ts';
import type { Understood } from './commands-for.ts';
import { at } from './order-id.ts';

/** Ids come as numbers of any size, digits or global ids; anything else is none. */
const digits = (value: unknown): string | null => {
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value;
  return typeof text === 'string' && /^(gid:\/\/shopify\/\w+\/)?\d+$/.test(text) ? legacyId(text) : null;
};

const words = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const list = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(digits).filter((id) => id !== null) : [];

/** Whom one of Shopify's privacy topics is about: a request that names nobody is left to a person. */
export const personOf = (payload: unknown, request: PrivacyKind): Understood => {
  const subject = {
    customerId: digits(at(payload, 'customer.id')),
    email: words(at(payload, 'customer.email')),
    phone: words(at(payload, 'customer.phone')),
    orderIds: [...list(at(payload, 'orders_requested')), ...list(at(payload, 'orders_to_redact'))],
  };
  const isNobody = subject.customerId === null && subject.email === null && subject.orderIds.length === 0;
  if (request !== 'redact-shop' && isNobody) return { park: 'the request names neither a customer nor an order' };
  const shopifyId = digits(at(payload, 'data_request.id'));
  return { commands: [{ kind: 'privacy.asked', request, shopifyId, subject }] };
};
