import type { App, BlockAction, webApi } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { FAILED, type Pressed, pressedOf, tellPresser } from './interaction.ts';

/** One press: which element, with which value, and an id that is the same when the same press arrives twice. */
export type Press = Readonly<{
  pressed: Pressed;
  action: string;
  value: string;
  id: string;
  body: BlockAction;
  client: webApi.WebClient;
}>;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The id alone, or with parts behind colons; never another id that only begins the same. */
const pattern = (action: string): RegExp => new RegExp(`^${escapeRegExp(action)}(?::.*)?$`);

const chosenValue = (action: object): string => {
  const { value, selected_option: option } = action as { value?: string; selected_option?: { value?: string } | null };
  return option?.value ?? value ?? '';
};

/** Acknowledges at once, then runs; what fails is said to the presser and logged. */
export const onAction = (bolt: App, deps: SlackDeps, action: string, run: (press: Press) => Promise<void>): void => {
  bolt.action<BlockAction>(pattern(action), async ({ ack, body, client, action: element }) => {
    await ack();
    const pressed = pressedOf(body, client);
    const { action_id: actionId, action_ts: actionTs } = element as { action_id: string; action_ts: string };
    try {
      await run({
        pressed,
        action: actionId,
        value: chosenValue(element),
        id: `${pressed.team}:${pressed.user}:${actionId}:${actionTs}`,
        body,
        client,
      });
    } catch (error) {
      deps.log.error({ err: error, action: actionId }, 'a press could not be handled');
      await tellPresser(deps, pressed, FAILED);
    }
  });
};
