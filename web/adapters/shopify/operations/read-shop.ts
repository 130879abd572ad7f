import type { ReadShopQuery, ReadShopQueryVariables } from '../operations.generated.ts';
import { operation } from './operation.ts';

export const READ_SHOP = operation<ReadShopQuery, ReadShopQueryVariables>(`
  query ReadShop {
    shop {
      name
      ianaTimezone
      currencyCode
      contactEmail
      shopAddress {
        countryCodeV2
        formatted
      }
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`);
