import { digitsOf } from './json.ts';
import type { Address, Shop } from './model.ts';
import type { OrderInput } from './order-input.ts';
import type { World } from './world.ts';

/** The customer of an order: the one that is named, one known by e-mail, or a new one; null for an anonymous order. */
export const fillCustomer = (world: World, shop: Shop, input: OrderInput, at: number): string | null => {
  if (input.customer === null) return null;
  const email = input.customer?.email ?? input.email ?? null;
  if (!input.customer && !email) return null;
  const given = digitsOf(input.customer?.id);
  const known = [...world.customers.values()].find(
    (customer) => customer.shop === shop.domain && (given ? customer.id === given : email && customer.email === email),
  );
  if (known) return known.id;
  const id = given ?? world.nextId('Customer');
  const address = (input.shipping_address ?? {}) as Address;
  world.customers.set(id, {
    id,
    shop: shop.domain,
    email,
    phone: input.customer?.phone ?? input.phone ?? null,
    firstName: input.customer?.first_name ?? (address.first_name as string | undefined) ?? null,
    lastName: input.customer?.last_name ?? (address.last_name as string | undefined) ?? null,
    locale: (input.customer_locale ?? 'en').slice(0, 2),
    createdAt: at,
    tags: [],
    storeCredit: null,
  });
  return id;
};

/** An address with every field that the webhook form has; names are made from one another. */
export const fillAddress = (input: Record<string, unknown> | null | undefined): Address | null => {
  if (!input) return null;
  const text = (key: string) => (typeof input[key] === 'string' ? (input[key] as string) : null);
  const code = text('country_code') ?? (text('country')?.length === 2 ? text('country') : null);
  const [first, ...rest] = (text('name') ?? '').split(' ');
  const firstName = text('first_name') ?? (first || null);
  const lastName = text('last_name') ?? (rest.join(' ') || null);
  const region = code ? new Intl.DisplayNames(['en'], { type: 'region' }).of(code) : null;
  return {
    first_name: firstName,
    last_name: lastName,
    name: text('name') ?? ([firstName, lastName].filter(Boolean).join(' ') || null),
    company: text('company'),
    address1: text('address1'),
    address2: text('address2'),
    city: text('city'),
    province: text('province'),
    province_code: text('province_code'),
    zip: text('zip'),
    country: text('country') && text('country')?.length !== 2 ? text('country') : (region ?? null),
    country_code: code,
    phone: text('phone'),
    latitude: null,
    longitude: null,
  };
};
