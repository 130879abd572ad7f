import { amountDe } from './amount-de.ts';
import { DATES } from './dates-de.ts';
import { NEXT_STEPS } from './next-steps-de.ts';
import { type Speaker, speakerOf } from './speaker.ts';

const german = speakerOf({ ...DATES, ...NEXT_STEPS }, amountDe);

/** Says what is due next, as `nextStep` words it, in a language: German where that is asked for, English else. */
export const nextStepsIn = (language: string | null): Speaker =>
  language?.startsWith('de') === true ? german : (text) => text;
