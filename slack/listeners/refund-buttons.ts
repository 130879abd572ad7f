import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { declineForm } from '../views/forms/case-forms.ts';
import { onAction } from './action.ts';
import { publishHome } from './home.ts';
import { act, shopForStaff, tellPresser } from './interaction.ts';
import { onView } from './view.ts';

/** Approve, and Decline with a reason. Who may is decided where the command is handled. */
export const refundButtons = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.approve, async ({ pressed, id, value, body }) => {
    await act(deps, pressed, id, { kind: 'refund.approve', intentId: value });
    if (body.view?.type === 'home') await publishHome(deps, pressed);
  });

  onAction(bolt, deps, ACTION.decline, async ({ pressed, value, client }) => {
    const shop = await shopForStaff(deps, pressed);
    if (shop === null) return;
    const view = await deps.read.intent(shop, value);
    if (view === null) return tellPresser(deps, pressed, 'This refund is not here any more.');
    if (pressed.triggerId === null) return;
    const memory = {
      ...(pressed.channel === null ? {} : { channel: pressed.channel }),
      ...(pressed.threadTs === null ? {} : { threadTs: pressed.threadTs }),
    };
    await client.views.open({ trigger_id: pressed.triggerId, view: declineForm(view, memory) });
  });

  onView(bolt, deps, CALLBACK.decline, async ({ pressed, memory, filled, id }) => {
    const because = filled.text(FIELD.because);
    if (because === undefined) return { errors: { [FIELD.because]: 'Say why: the agent who proposed it reads this.' } };
    return {
      run: async () => {
        await act(deps, pressed, id, { kind: 'refund.decline', intentId: memory.intentId ?? '', because });
        if (memory.channel === undefined) await publishHome(deps, pressed);
      },
    };
  });
};
