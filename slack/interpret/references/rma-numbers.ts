import { parseRma } from '../../../policy/rma.ts';
import { type Passage, RMA_MARK } from './passage.ts';

export type RmaNumbers = Readonly<{
  /** Canonical, each once. */
  valid: readonly string[];
  /** As written: the check symbol or the length is wrong. */
  invalid: readonly string[];
}>;

/** `rma`, what people put behind it, and up to four groups of letters and digits. */
const MENTION =
  /(?<![a-z0-9])rma(?:\s*(?:number|no|nr|num)\b\.?)?(\s*[#:._-]\s*|\s+|(?=[0-9]))((?:(?!rma)[0-9A-Z]+[ -]?){1,4})/gi;
/** Seven letters and digits mixed, without `rma` in front: where the check symbol agrees it can be nothing else. */
const BARE = /(?<![\w#-])(?=[0-9A-Z]*\d)(?=[0-9A-Z]*[A-Z])[0-9A-Z]{7}(?![\w-])/gi;

const read = (written: string): string | null => {
  const reading = parseRma(`RMA-${written}`);
  return reading.ok ? reading.rma : null;
};

/** "rma 2 lamps": a quantity and goods, even where the letters would add up. */
const isQuantityOfGoods = (written: string): boolean => /^\d{1,2}[ -][a-z]+/i.test(written.trim());

/** Words behind `rma` spell a number only by chance ("rma request"): it takes a digit, a dash or capitals. */
const isSpelledAsNumber = (written: string, joint: string): boolean =>
  /\d/.test(written) || joint.includes('-') || written.trim() === written.trim().toUpperCase();

const looksLikeNumber = (written: string): boolean => /\d/.test(written) && written.replace(/[\s-]/g, '').length >= 5;

export const takeRmas = (passage: Passage): RmaNumbers => {
  const valid = new Set<string>();
  const invalid = new Set<string>();
  const mark = (rma: string): string => {
    valid.add(rma);
    return ` ${RMA_MARK} `;
  };
  passage.text = passage.text.replace(MENTION, (whole: string, joint: string, tail: string) => {
    const parts = tail.split(/(?<=[ -])/);
    // The longest start that is a number; people put spaces anywhere inside.
    for (let count = parts.length; count > 0; count -= 1) {
      const written = parts.slice(0, count).join('');
      const rma = isQuantityOfGoods(written) || !isSpelledAsNumber(written, joint) ? null : read(written);
      if (rma !== null) return mark(rma) + parts.slice(count).join('');
    }
    const first = (parts[0] ?? '').trim().replace(/-$/, '');
    const isOrder = /^\d{1,6}$/.test(first) && !joint.includes('-');
    if (isOrder || joint.includes('#')) return whole;
    const grouped = /^[0-9A-Z]{2,5}[ -][0-9A-Z]{2,5}(?= |$)/i.exec(tail)?.[0] ?? '';
    const groups = grouped.split(/[ -]/);
    const dashed = joint.trim() === '-' && /\d/.test(first) && first.length >= 3;
    const bad = dashed || looksLikeNumber(first) ? first : groups.every((group) => /\d/.test(group)) ? grouped : '';
    if (bad === '') return whole;
    const head = whole.slice(0, whole.length - tail.length);
    invalid.add((head + bad).trim());
    return ` ${RMA_MARK} ${tail.slice(bad.length)}`;
  });
  passage.text = passage.text.replace(BARE, (word) => {
    const rma = read(word);
    return rma === null ? word : mark(rma);
  });
  return { valid: [...valid], invalid: [...invalid] };
};
