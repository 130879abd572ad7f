import type { CaseRecord } from '../../policy/app/records.ts';

/** What people type, made equal: upper case, letters and digits only. `#1003`, `rma-4f7k2qz`, `1Z 999 AA1`. */
export const searchKey = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Bounds of all keys that begin so, in the order of their bytes: from the first one on, and before the second. Plain
 * comparisons use the index whatever the statement was prepared with, which `LIKE` does not.
 */
export const keysFrom = (start: string): readonly [from: string, before: string] => [start, `${start}\u{10ffff}`];

/** The last run of digits in an order's name: `#1003` → 1003. Null where there is none, or one too long to count with. */
export const orderNumber = (name: string): number | null => {
  const digits = name.match(/\d+/g)?.at(-1);
  return digits === undefined || digits.length > 15 ? null : Number(digits);
};

/** Words this case is found by. */
export const caseKeys = (record: CaseRecord): readonly string[] => {
  const tracking = record.data.kind === 'return' ? record.data.tracking?.number : undefined;
  const rma = record.rma ?? '';
  // With and without the letters in front, as people read it out.
  const keys = [record.orderName, rma, rma.replace(/^RMA-/, ''), tracking ?? '']
    .map(searchKey)
    .filter((key) => key !== '');
  return [...new Set(keys)];
};
