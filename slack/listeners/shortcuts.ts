import type { App, MessageShortcut } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { SHORTCUT } from '../ids.ts';
import { plainText } from '../text/plain.ts';
import { FAILED, pressedOf, tellPresser } from './interaction.ts';
import { openReturnForm } from './return-form.ts';

/** "Create RMA" on a message: the form for a return, prefilled from its words. */
export const shortcuts = (bolt: App, deps: SlackDeps): void => {
  bolt.shortcut<MessageShortcut>(
    { callback_id: SHORTCUT.returnFromMessage, type: 'message_action' },
    async ({ ack, shortcut, client }) => {
      await ack();
      const { message, channel } = shortcut;
      const pressed = pressedOf(shortcut, client);
      try {
        const threadTs = (message as { thread_ts?: string }).thread_ts ?? shortcut.message_ts;
        await openReturnForm(deps, pressed, plainText(message.text ?? ''), { channel: channel.id, threadTs });
      } catch (error) {
        deps.log.error({ err: error }, 'the form of a return could not be opened');
        await tellPresser(deps, pressed, FAILED);
      }
    },
  );
};
