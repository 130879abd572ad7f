import type { Said } from '../said.ts';
import { DATES } from './said/dates.ts';
import { ENTRIES } from './said/entries.ts';
import { NEXT_STEPS } from './said/next-steps.ts';
import { REASONS } from './said/reasons.ts';
import { REFUSALS } from './said/refusals.ts';
import { SETTINGS_SAID } from './said/settings.ts';

/** What the server words, in German. `test/web/admin/said.test.ts` names what is missing. */
export const SAID_DE: Said = { ...DATES, ...NEXT_STEPS, ...ENTRIES, ...REASONS, ...REFUSALS, ...SETTINGS_SAID };
