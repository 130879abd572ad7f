import type { App } from '@slack/bolt';
import { Command } from '../../policy/app/commands.ts';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { exchangeForm, isExchangeAnswer, receivePartForm, settleByHandForm } from '../views/forms/money-forms.ts';
import { onAction } from './action.ts';
import { openCaseForm } from './case-buttons.ts';
import { act, shopForStaff, tellPresser } from './interaction.ts';
import { onView } from './view.ts';

/** Where money stopped: what a refund by hand was for, and that something was paid another way. */
export const moneyForms = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.attribute, async ({ pressed, id, action, value }) => {
    const [caseId, refundId] = value.split('|');
    const parsed = Command.safeParse({ kind: 'refund.attribute', caseId, refundId, to: action.split(':')[1] });
    if (parsed.success) await act(deps, pressed, id, parsed.data);
  });

  onAction(bolt, deps, ACTION.settleByHand, async ({ pressed, value, client }) => {
    const shop = await shopForStaff(deps, pressed);
    if (shop === null) return;
    const view = await deps.read.intent(shop, value);
    if (view === null) return tellPresser(deps, pressed, 'This refund is not here any more.');
    if (pressed.triggerId === null) return;
    const memory = {
      ...(pressed.channel === null ? {} : { channel: pressed.channel }),
      ...(pressed.threadTs === null ? {} : { threadTs: pressed.threadTs }),
    };
    await client.views.open({ trigger_id: pressed.triggerId, view: settleByHandForm(view, memory) });
  });

  onAction(bolt, deps, ACTION.receivePart, (press) => openCaseForm(deps, press, press.value, receivePartForm));

  onAction(bolt, deps, ACTION.exchange, async (press) => {
    const answer = press.action.split(':')[1];
    if (isExchangeAnswer(answer)) await openCaseForm(deps, press, press.value, exchangeForm(answer));
  });

  onView(bolt, deps, CALLBACK.exchange, async ({ pressed, memory, filled, id }) => {
    const because = filled.text(FIELD.because);
    if (because === undefined) return { errors: { [FIELD.because]: 'Say why, please: it is kept with the case.' } };
    const to = memory.field;
    return {
      run: async () => {
        if (isExchangeAnswer(to))
          await act(deps, pressed, id, { kind: 'exchange.convert', caseId: memory.caseId ?? '', to, because });
      },
    };
  });

  onView(bolt, deps, CALLBACK.receivePart, async ({ pressed, memory, filled, id }) => {
    const unitIds = [...filled.choices(FIELD.units)];
    if (unitIds.length === 0) return { errors: { [FIELD.units]: 'Choose what came.' } };
    return {
      run: async () => {
        await act(deps, pressed, id, { kind: 'parcel.receive', caseId: memory.caseId ?? '', unitIds });
      },
    };
  });

  onView(bolt, deps, CALLBACK.settleByHand, async ({ pressed, memory, filled, id }) => {
    const because = filled.text(FIELD.because);
    const parsed = Command.safeParse({
      kind: 'refund.settle',
      intentId: memory.intentId ?? '',
      reference: filled.text(FIELD.reference) ?? '',
      ...(because === undefined ? {} : { because }),
    });
    if (!parsed.success) return { errors: { [FIELD.reference]: 'A reference that others can look up, please.' } };
    return {
      run: async () => {
        await act(deps, pressed, id, parsed.data);
      },
    };
  });
};
