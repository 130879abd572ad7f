/** e.g. `US` → `United States`, `EU` → `European Union`; what is no code stays as it is. */
export const countryName = (code: string, locale: string): string => {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};
