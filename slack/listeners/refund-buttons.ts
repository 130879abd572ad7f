import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { createKnow } from '../people/know.ts';
import { declineForm } from '../views/forms/case-forms.ts';
import { delegateForm } from '../views/forms/delegate-form.ts';
import { onAction } from './action.ts';
import { publishHome } from './home.ts';
import { act, type Pressed, shopForStaff, shopOf, tellPresser } from './interaction.ts';
import { onView } from './view.ts';

const memoryFor = (pressed: Pressed) => ({
  ...(pressed.channel === null ? {} : { channel: pressed.channel }),
  ...(pressed.threadTs === null ? {} : { threadTs: pressed.threadTs }),
});

/** Approve, and Decline with a reason. Who may is decided where the command is handled. */
export const refundButtons = (bolt: App, deps: SlackDeps): void => {
  const know = createKnow();
  onAction(bolt, deps, ACTION.approve, async ({ pressed, id, value, body }) => {
    const shop = await shopOf(deps, pressed.team);
    if (shop !== null) await know(deps, shop, pressed);
    await act(deps, pressed, id, { kind: 'refund.approve', intentId: value });
    if (body.view?.type === 'home') await publishHome(deps, pressed);
  });

  onAction(bolt, deps, ACTION.decline, async ({ pressed, value, client }) => {
    const shop = await shopForStaff(deps, pressed);
    if (shop === null) return;
    const view = await deps.read.intent(shop, value);
    if (view === null) return tellPresser(deps, pressed, 'This refund is not here any more.');
    if (pressed.triggerId === null) return;
    await client.views.open({ trigger_id: pressed.triggerId, view: declineForm(view, memoryFor(pressed)) });
  });

  onAction(bolt, deps, ACTION.stopRefund, async ({ pressed, id, value, body }) => {
    await act(deps, pressed, id, { kind: 'refund.stop', intentId: value });
    if (body.view?.type === 'home') await publishHome(deps, pressed);
  });

  onAction(bolt, deps, ACTION.delegate, async ({ pressed, value, client }) => {
    const shop = await shopForStaff(deps, pressed);
    if (shop === null) return;
    const view = await deps.read.intent(shop, value);
    if (view === null) return tellPresser(deps, pressed, 'This refund is not here any more.');
    if (pressed.triggerId === null) return;
    const me = await deps.read.person(shop, { kind: 'slack', team: pressed.userTeam, user: pressed.user });
    const others = (await deps.read.people(shop)).filter(
      (person) =>
        (person.role === 'approver' || person.role === 'owner') &&
        person.id !== me?.id &&
        person.id !== view.intent.proposedBy &&
        person.guest !== true,
    );
    await client.views.open({ trigger_id: pressed.triggerId, view: delegateForm(view, others, memoryFor(pressed)) });
  });

  onView(bolt, deps, CALLBACK.delegate, async ({ pressed, memory, filled, id }) => {
    const to = filled.choice(FIELD.to);
    return {
      run: async () => {
        if (to !== undefined)
          await act(deps, pressed, id, { kind: 'refund.delegate', intentId: memory.intentId ?? '', to });
        if (memory.channel === undefined) await publishHome(deps, pressed);
      },
    };
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
