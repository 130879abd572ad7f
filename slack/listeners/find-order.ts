import type { App, GlobalShortcut } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, SHORTCUT } from '../ids.ts';
import { showOrder } from '../talk/show.ts';
import { fitMessage } from '../views/fit-message.ts';
import { orderView } from '../views/forms/order-view.ts';
import { sayMessage } from '../views/say.ts';
import { onAction } from './action.ts';
import { FAILED, pressedOf, shopForStaff, tellPresser } from './interaction.ts';
import { onView } from './view.ts';

/** "Find order" from anywhere: type, choose, and see how it stands. */
export const findOrderListeners = (bolt: App, deps: SlackDeps): void => {
  bolt.shortcut<GlobalShortcut>(
    { callback_id: SHORTCUT.findOrder, type: 'shortcut' },
    async ({ ack, shortcut, client }) => {
      await ack();
      const pressed = pressedOf(shortcut, client);
      try {
        if ((await shopForStaff(deps, pressed)) === null) return;
        await client.views.open({ trigger_id: shortcut.trigger_id, view: orderView(null) });
      } catch (error) {
        deps.log.error({ err: error }, 'the search for orders could not be opened');
        await tellPresser(deps, pressed, FAILED);
      }
    },
  );

  onAction(bolt, deps, ACTION.findOrder, async ({ pressed, value, body, client }) => {
    const shop = await shopForStaff(deps, pressed);
    const view = shop === null ? null : await deps.read.order(shop, value);
    if (shop === null || view === null || body.view === undefined) return;
    const answer = await showOrder(deps, shop, view, '');
    if (answer.kind !== 'tell') return;
    const found = fitMessage(
      sayMessage({ kind: 'say', text: answer.text, order: view, decision: answer.decision ?? null }),
    );
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: orderView(found) });
  });

  onView(bolt, deps, CALLBACK.orderView, async () => ({ run: async () => undefined }));
};
