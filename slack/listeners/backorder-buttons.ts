import type { App } from '@slack/bolt';
import { Command } from '../../policy/app/commands.ts';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { backorderForm, isBackorderForm } from '../views/forms/backorder-forms.ts';
import { onAction } from './action.ts';
import { actOnCase, openCaseForm } from './case-buttons.ts';
import { act } from './interaction.ts';
import { type Checked, type Filled, onView } from './view.ts';

/** Buttons of a shortage's card (P7–P9), and the forms behind them. */
export const backorderButtons = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.backorder, async (press) => {
    const name = press.action.split(':')[1];
    if (isBackorderForm(name)) await openCaseForm(deps, press, press.value, backorderForm(name));
  });
  onAction(bolt, deps, ACTION.backorderRelease, (press) =>
    actOnCase(deps, press, { kind: 'backorder.release', caseId: press.value }),
  );

  onView(bolt, deps, CALLBACK.backorder, async ({ pressed, memory, filled, id }): Promise<Checked> => {
    const command = commandOf(memory.field, memory.caseId ?? '', filled);
    if ('errors' in command) return command;
    return {
      run: async () => {
        await act(deps, pressed, id, command);
      },
    };
  });
};

const commandOf = (
  name: string | undefined,
  caseId: string,
  filled: Filled,
): Command | Readonly<{ errors: Record<string, string> }> => {
  if (name === 'wait' || name === 'refund') {
    const note = filled.text(FIELD.note);
    if (note === undefined) return { errors: { [FIELD.note]: 'Say how they told you, please.' } };
    return { kind: 'backorder.answer', caseId, answer: name, note };
  }
  if (name === 'eta') {
    const parsed = Command.safeParse({ kind: 'backorder.eta', caseId, eta: filled.date(FIELD.fact) });
    return parsed.success ? parsed.data : { errors: { [FIELD.fact]: 'Choose a date, please.' } };
  }
  const because = filled.text(FIELD.because);
  return { kind: 'backorder.discontinued', caseId, ...(because === undefined ? {} : { because }) };
};
