import { parseRma } from '../../policy/rma.ts';

/** The canonical form of what stands behind `RMA`, or null where length, a symbol or the check symbol is wrong. */
export const readRma = (written: string): string | null => {
  const reading = parseRma(`RMA-${written}`);
  return reading.ok ? reading.rma : null;
};
