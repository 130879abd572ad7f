import { createHash } from 'node:crypto';
import { gidOf } from '../../model/json.ts';
import type { Address, Metafield, Order, TaxLine } from '../../model/model.ts';
import { connection, type PageArgs } from '../connection.ts';
import { moneyBag, shopDecimal } from '../money-out.ts';

/** GraphQL prints instants in UTC, to the second. */
export const time = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
export const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at));
export const upper = <T extends string>(word: T): string => word.toUpperCase();

export const taxLineNodes = (order: Pick<Order, 'currency' | 'presentmentCurrency'>, lines: readonly TaxLine[]) =>
  lines.map((tax) => ({
    channelLiable: false,
    price: shopDecimal(order, tax.price),
    priceSet: moneyBag(order, tax.price),
    rate: tax.rate,
    ratePercentage: tax.rate * 100,
    source: 'Shopify',
    title: tax.title,
  }));

export const addressNode = (address: Address | null, owner: string) => {
  if (!address) return null;
  const text = (key: string) => (address[key] as string | null | undefined) ?? null;
  const lines = [text('company'), text('address1'), text('address2'), text('city'), text('zip'), text('country')];
  return {
    id: gidOf('MailingAddress', `${owner}?model_name=Address`),
    address1: text('address1'),
    address2: text('address2'),
    city: text('city'),
    company: text('company'),
    coordinatesValidated: false,
    country: text('country'),
    countryCode: text('country_code'),
    countryCodeV2: text('country_code'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    name: text('name'),
    phone: text('phone'),
    province: text('province'),
    provinceCode: text('province_code'),
    zip: text('zip'),
    formatted: () => lines.filter(Boolean),
    formattedArea: [text('city'), text('province_code'), text('country')].filter(Boolean).join(', '),
    timeZone: null,
  };
};

export const digestOf = (value: string): string => createHash('sha256').update(value).digest('hex');

export const metafieldNode = (metafield: Metafield, ownerType: string, owner: () => unknown) => ({
  __typename: 'Metafield',
  id: gidOf('Metafield', metafield.id),
  legacyResourceId: metafield.id,
  namespace: metafield.namespace,
  key: metafield.key,
  value: metafield.value,
  type: metafield.type,
  jsonValue: () => (/json|list|integer|boolean/.test(metafield.type) ? JSON.parse(metafield.value) : metafield.value),
  compareDigest: digestOf(metafield.value),
  ownerType,
  owner,
  sizeInBytes: Buffer.byteLength(metafield.value),
  createdAt: time(metafield.createdAt),
  updatedAt: time(metafield.updatedAt),
});

/** `metafield` and `metafields` of whatever has them. */
export const metafieldFields = (metafields: readonly Metafield[], ownerType: string, owner: () => unknown) => ({
  metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
    const [ns, name] = namespace ? [namespace, key] : ((key.includes('.') ? key.split('.') : ['app', key]) as string[]);
    const found = metafields.find((metafield) => metafield.namespace === ns && metafield.key === name);
    return found ? metafieldNode(found, ownerType, owner) : null;
  },
  metafields: (args: PageArgs & { namespace?: string | null; keys?: string[] | null }) =>
    connection(
      metafields.filter(
        (metafield) =>
          (!args.namespace || metafield.namespace === args.namespace) &&
          (!args.keys ||
            args.keys.includes(`${metafield.namespace}.${metafield.key}`) ||
            args.keys.includes(metafield.key)),
      ),
      args,
      (metafield) => metafield.id,
      (metafield) => metafieldNode(metafield, ownerType, owner),
    ),
});
