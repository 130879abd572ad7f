import { DATES } from '../../../../policy/app/said/dates-de.ts';
import { NEXT_STEPS } from '../../../../policy/app/said/next-steps-de.ts';
import type { Said } from '../../../../policy/app/said/speaker.ts';
import { CALLS_SAID } from './said/calls.ts';
import { COMMANDS_SAID } from './said/commands.ts';
import { ENTRIES } from './said/entries.ts';
import { FIELDS_SAID } from './said/fields.ts';
import { MACHINES_SAID } from './said/machines.ts';
import { MORE_ENTRIES } from './said/more-entries.ts';
import { REASONS } from './said/reasons.ts';
import { REFUSALS } from './said/refusals.ts';
import { SETTINGS_SAID } from './said/settings.ts';
import { STATES_SAID } from './said/states.ts';

export { amountDe } from '../../../../policy/app/said/amount-de.ts';

/** What the server words, in German. `test/web/admin/said.test.ts` names what is missing. */
export const SAID_DE: Said = {
  ...STATES_SAID,
  ...DATES,
  ...NEXT_STEPS,
  ...MORE_ENTRIES,
  ...ENTRIES,
  ...REASONS,
  ...COMMANDS_SAID,
  ...MACHINES_SAID,
  ...CALLS_SAID,
  ...FIELDS_SAID,
  ...REFUSALS,
  ...SETTINGS_SAID,
};
