import { de } from '../../de.ts';
import type { Said } from '../../said.ts';

/** States inside of sentences ("this refund is awaiting approval"), named as the pages name them elsewhere. */
export const STATES_SAID: Said = Object.fromEntries(
  Object.entries(de).flatMap(([key, word]) => {
    const [group = '', state = ''] = key.split('.');
    return /^(state|goods|intent|effect-state)$/.test(group) ? [[state.replaceAll('_', ' '), `„${word}“`]] : [];
  }),
);
