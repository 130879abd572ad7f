import { Temporal } from 'temporal-polyfill';
import { gidOf } from '../../model/json.ts';
import type { Shop } from '../../model/model.ts';
import type { Context } from '../context.ts';

export const shopNode = (context: Context, shop: Shop): object => {
  const now = Temporal.Instant.fromEpochMilliseconds(context.world.clock.now()).toZonedDateTimeISO(shop.timeZone);
  return {
    __typename: 'Shop',
    id: gidOf('Shop', shop.id),
    name: shop.name,
    myshopifyDomain: shop.domain,
    email: shop.email,
    contactEmail: shop.email,
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency, 'EUR', 'GBP', 'CAD'],
    ianaTimezone: shop.timeZone,
    timezoneAbbreviation: now.toLocaleString('en-US', { timeZoneName: 'short' }).split(' ').at(-1) ?? '',
    timezoneOffset: now.offset.replace(':', ''),
    timezoneOffsetMinutes: now.offsetNanoseconds / 60_000_000_000,
    plan: { displayName: 'Basic', publicDisplayName: 'Basic', partnerDevelopment: true, shopifyPlus: false },
    shopAddress: {
      id: gidOf('ShopAddress', shop.id),
      countryCodeV2: shop.country,
      country: new Intl.DisplayNames(['en'], { type: 'region' }).of(shop.country),
      coordinatesValidated: false,
      address1: '12 Harbor Street',
      city: 'Springfield',
      zip: '01101',
      formatted: [
        '12 Harbor Street',
        '01101 Springfield',
        new Intl.DisplayNames(['en'], { type: 'region' }).of(shop.country),
      ],
    },
    shopOwnerName: 'Demo Owner',
    setupRequired: false,
    taxesIncluded: false,
    taxShipping: false,
    url: `https://${shop.domain}`,
    unitSystem: 'METRIC_SYSTEM',
    weightUnit: 'KILOGRAMS',
    orderNumberFormatPrefix: '#',
    orderNumberFormatSuffix: '',
    checkoutApiSupported: true,
    customerAccounts: 'OPTIONAL',
    currencyFormats: {
      moneyFormat: '{{amount}}',
      moneyWithCurrencyFormat: `{{amount}} ${shop.currency}`,
      moneyInEmailsFormat: '{{amount}}',
      moneyWithCurrencyInEmailsFormat: `{{amount}} ${shop.currency}`,
    },
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
};

export const appNode = (context: Context) => ({
  __typename: 'App',
  id: gidOf('App', '1'),
  apiKey: 'demo',
  title: 'Makegood',
  handle: 'makegood',
  embedded: true,
  features: [],
  developerName: 'Makegood',
  developerType: 'PARTNER',
  webhookApiVersion: '2026-10',
  published: true,
  publicCategory: 'PUBLIC',
  requestedAccessScopes: context.scopes.map((handle) => ({ handle, description: handle })),
});

export const installationNode = (context: Context) => ({
  __typename: 'AppInstallation',
  id: gidOf('AppInstallation', '1'),
  accessScopes: context.scopes.map((handle) => ({ handle, description: handle })),
  app: () => appNode(context),
  launchUrl: `${context.sandboxUrl}/shopify/admin/apps/makegood`,
});
