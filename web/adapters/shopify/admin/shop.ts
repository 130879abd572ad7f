import type { ShopifyAdmin } from '../../../../policy/app/ports.ts';
import type { Call } from '../client.ts';
import { READ_SHOP } from '../operations/read-shop.ts';

export const createShop = (call: Call): Pick<ShopifyAdmin, 'readShop'> => ({
  readShop: async (shop) => {
    const { shop: read, currentAppInstallation } = await call(shop, READ_SHOP, {});
    return {
      name: read.name,
      ianaTimezone: read.ianaTimezone,
      country: read.shopAddress.countryCodeV2 ?? '',
      currency: read.currencyCode,
      contactEmail: read.contactEmail,
      address: [read.name, ...read.shopAddress.formatted],
      scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle).sort(),
    };
  },
});
