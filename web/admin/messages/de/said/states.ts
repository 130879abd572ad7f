import type { Said } from '../../../../../policy/app/said/speaker.ts';
import { de } from '../../de.ts';

const QUOTED = /^(reason|result|state|goods|intent|effect-state)\./;

/** As the server writes a code: `awaiting_approval` is "awaiting approval", `rma-issued` is "rma issued". */
const inWords = (key: string): string => key.slice(key.indexOf('.') + 1).replaceAll(/[_-]/g, ' ');

/**
 * States, reasons and results inside of sentences ("this refund is awaiting approval"), and mails by their names, as the
 * pages name them elsewhere.
 */
export const STATES_SAID: Said = Object.fromEntries([
  ...Object.entries(de).flatMap(([key, word]) =>
    key.startsWith('about.') ? [[`mail sent: ${inWords(key)}`, `E-Mail gesandt: ${word}`]] : [],
  ),
  ...Object.entries(de).flatMap(([key, word]) => (QUOTED.test(key) ? [[inWords(key), `„${word}“`]] : [])),
]);
