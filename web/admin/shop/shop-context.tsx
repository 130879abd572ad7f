import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Me } from '../../edge/admin/contract.ts';
import { countryName } from '../format/country.ts';
import { shopLocale } from '../format/locale.ts';
import { formatMoney } from '../format/money.ts';
import { formatDate, formatExact, formatInstant, formatInstantsIn } from '../format/time.ts';
import { language } from '../messages/index.ts';

/** The shop's way of writing things, and who is looking. */
export type Shop = Readonly<{
  me: Me;
  money(minor: number, currency: string): string;
  instant(iso: string): string;
  /** A sentence of the server's, its instants as `instant` writes them. */
  instantsIn(sentence: string): string;
  exact(iso: string): string;
  date(date: string): string;
  country(code: string): string;
}>;

const ShopContext = createContext<Shop | null>(null);

export const ShopProvider = ({ me, children }: { me: Me | null; children: ReactNode }) => {
  const shop = useMemo<Shop | null>(() => {
    if (me === null) return null;
    const zone = { locale: shopLocale(me.shop.country, language()), timeZone: me.shop.timeZone };
    return {
      me,
      money: (minor, currency) => formatMoney(minor, currency, zone.locale),
      instant: (iso) => formatInstant(iso, zone),
      instantsIn: (text) => formatInstantsIn(text, zone),
      exact: (iso) => formatExact(iso, zone),
      date: (date) => formatDate(date, zone.locale),
      country: (code) => countryName(code, zone.locale),
    };
  }, [me]);
  return <ShopContext.Provider value={shop}>{children}</ShopContext.Provider>;
};

/** Null until the shop is known: pages ask for their own data meanwhile. */
export const useShopIfKnown = (): Shop | null => useContext(ShopContext);

/** For what is only drawn inside `Loaded`, where the shop is known. */
export const useShop = (): Shop => {
  const shop = useContext(ShopContext);
  if (shop === null) throw new Error('drawn before the shop is known: put it inside <Loaded>');
  return shop;
};
