/**
 * An amount as somebody types it, exactly.
 * @param digits the currency has after the point
 * @returns whole minor units; null where it is no amount of this currency
 */
export const parseMoney = (text: string, digits: number): number | null => {
  const match = /^(\d{1,12})(?:[.,](\d+))?$/.exec(text.trim());
  const [, whole, fraction = ''] = match ?? [];
  if (whole === undefined || fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
};
