import type { AskLine } from '../decision.ts';
import { PolicyError } from '../errors.ts';
import type { Ledger, LineLedger } from './ledger.ts';

/** Some units of one line. */
export type Units = Readonly<{ entry: LineLedger; quantity: number }>;

/** Which units of a line a question may be about, and the complaint where it asks for others. */
export type Room = Readonly<{ of: (entry: LineLedger) => number; complaint: (entry: LineLedger) => PolicyErrorKind }>;
type PolicyErrorKind = 'ask/too-many' | 'ask/not-shipped';

export const ALL_LEFT: Room = { of: (entry) => entry.left, complaint: () => 'ask/too-many' };
/** Whatever was ordered: for orders that are over, where nothing is counted any more. */
export const ORDERED: Room = { of: (entry) => entry.line.quantity, complaint: () => 'ask/too-many' };
export const STILL_TO_SHIP: Room = { of: (entry) => entry.unshipped, complaint: () => 'ask/too-many' };
export const RETURNABLE: Room = {
  of: (entry) => entry.returnable,
  complaint: (entry) => (entry.unshipped > 0 ? 'ask/not-shipped' : 'ask/too-many'),
};

const COMPLAINTS: Record<PolicyErrorKind, string> = {
  'ask/too-many': 'ask for no more than is left',
  'ask/not-shipped': 'the rest has not shipped: cancel it instead',
};

/**
 * The units asked about, one entry a line in the order's own sequence; a line named twice is added up.
 * @param at where the lines stand in the question, e.g. `ask.lines`
 * @throws PolicyError `ask/unknown-line`, `ask/too-many`, `ask/not-shipped`, `input/bad-quantity`
 */
export const unitsAsked = (ledger: Ledger, asked: readonly AskLine[], room: Room, at: string): Units[] => {
  if (asked.length === 0) throw new PolicyError('input/missing', at, 'expected at least one line');
  const quantities = new Map<LineLedger, number>();
  asked.forEach(({ lineItemId, quantity }, i) => {
    const entry = ledger.byId.get(lineItemId);
    if (!entry) {
      throw new PolicyError('ask/unknown-line', `${at}[${i}].lineItemId`, `line ${lineItemId} is not of this order`);
    }
    if (!Number.isSafeInteger(quantity) || quantity < 1) {
      throw new PolicyError(
        'input/bad-quantity',
        `${at}[${i}].quantity`,
        `expected a whole number from 1, got ${String(quantity)}`,
      );
    }
    const total = (quantities.get(entry) ?? 0) + quantity;
    if (total > room.of(entry)) {
      const code = room.complaint(entry);
      throw new PolicyError(
        code,
        `${at}[${i}].quantity`,
        `${total} asked for, ${room.of(entry)} there; ${COMPLAINTS[code]}`,
      );
    }
    quantities.set(entry, total);
  });
  const units: Units[] = [];
  for (const entry of ledger.lines) {
    const quantity = quantities.get(entry);
    if (quantity !== undefined) units.push({ entry, quantity });
  }
  return units;
};

export const countUnits = (units: readonly Units[]): number => units.reduce((total, u) => total + u.quantity, 0);

/** Of each line as many units as a number says. */
export const some = (units: readonly Units[], quantityOf: (index: number, quantity: number) => number): Units[] => {
  const parts: Units[] = [];
  units.forEach(({ entry, quantity }, i) => {
    const part = quantityOf(i, quantity);
    if (part > 0) parts.push({ entry, quantity: part });
  });
  return parts;
};
