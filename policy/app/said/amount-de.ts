/** `$1,234.50`, `CA$5.00`, `CHF 12.00` (with the space that holds together), as `formatMoney` writes amounts. */
const AMOUNT = /^([-−]?)([A-Z]{0,3}\p{Sc}|[A-Z]{3}\u00a0)(\d{1,3}(?:,\d{3})*(?:\.\d+)?)$/u;

/** An amount as Germans write it, `1.234,50 $`; null where the text is none. Digit by digit: no float. */
export const amountDe = (text: string): string | null => {
  const [, sign, symbol, number] = AMOUNT.exec(text) ?? [];
  if (symbol === undefined || number === undefined) return null;
  return `${sign}${number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))}\u00a0${symbol.trim()}`;
};
