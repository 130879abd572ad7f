import type { ParcelProblem } from '../../policy/app/parcels.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import { parseRma } from '../../policy/rma.ts';
import type { SlackDeps } from '../deps.ts';
import { stateWords } from '../text/words.ts';

/** States of a return in which a parcel can come. */
const EXPECTS: ReadonlySet<string> = new Set([
  'authorized',
  'in_transit',
  'grey_zone',
  'suspected_lost',
  'refused_suspected',
  'expired',
]);

/** What a number on the outside of a parcel is worth. */
export type NumberReading =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'expected'; detail: CaseDetail; rma: string }>
  /** `because`: what is wrong with it, for whoever holds the parcel. */
  | Readonly<{ kind: 'problem'; problem: ParcelProblem; because: string }>;

/** On the dock nobody types the letters in front. */
const reading = (typed: string) => {
  const read = parseRma(typed);
  return !read.ok && read.reason === 'not-an-rma' ? parseRma(`RMA-${typed}`) : read;
};

/** P34: reads a number that was typed or scanned; a wrong one is named as such, never matched to a near one. */
export const readParcelNumber = async (deps: SlackDeps, shop: string, typed: string): Promise<NumberReading> => {
  if (typed.trim() === '') return { kind: 'none' };
  const read = reading(typed);
  if (!read.ok)
    return {
      kind: 'problem',
      problem: 'misread',
      because:
        read.reason === 'check-symbol'
          ? `${read.written}: the last symbol does not fit the others, so something was misread. Compare it with the label.`
          : `${read.written} is no RMA number: they are RMA- and seven letters and digits.`,
    };
  const detail = await deps.read.caseByRma(shop, read.rma);
  if (detail === null)
    return {
      kind: 'problem',
      problem: 'unknown',
      because: `${read.rma} is a good number, but no case here has it: it may be another shop's.`,
    };
  return EXPECTS.has(detail.case.state)
    ? { kind: 'expected', detail, rma: read.rma }
    : {
        kind: 'problem',
        problem: 'not-expected',
        because: `${read.rma} waits for no parcel: ${stateWords(detail.case.state).toLowerCase()}.`,
      };
};
