import type { App, SlashCommand, webApi } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import { COMMAND } from '../ids.ts';
import { answerTo, carryOut, type Said } from '../talk/respond.ts';
import { HELP } from '../talk/texts.ts';
import { fitMessage } from '../views/fit-message.ts';
import { sayMessage } from '../views/say.ts';
import { startThread } from './anchor.ts';
import { FAILED, type Pressed, refusalText, shopOf, tellPresser } from './interaction.ts';
import { openParcelDesk } from './parcel-desk.ts';
import { openReturnForm } from './return-form.ts';

const pressedOf = (command: SlashCommand, client: webApi.WebClient): Pressed => ({
  team: command.team_id,
  user: command.user_id,
  userTeam: command.team_id,
  channel: command.channel_id,
  messageTs: null,
  threadTs: null,
  triggerId: command.trigger_id,
  inModal: false,
  client,
});

/** `/makegood parcel`, and what was typed or scanned behind it; a whole sentence about a parcel is read as one. */
const PARCEL = /^parcel(?:\s+((?:rma[\s#:.-]*)?[0-9a-z-]{0,20}))?$/i;

/** `/makegood <anything>`: an answer is for the asker alone; a proposal starts a thread in the channel. */
const makegood = async (
  deps: SlackDeps,
  command: SlashCommand,
  pressed: Pressed,
  answer: (message: { text: string; blocks?: object[] }) => Promise<unknown>,
): Promise<void> => {
  const text = command.text.trim();
  const shop = await shopOf(deps, command.team_id);
  if (shop === null) return void (await answer({ text: 'This workspace is not connected to a shop.' }));
  if (text === '' || /^help$/i.test(text)) return void (await answer({ text: HELP }));
  const parcel = PARCEL.exec(text);
  if (parcel !== null) return openParcelDesk(deps, pressed, parcel[1] ?? '');
  const key = `command:${command.team_id}:${command.trigger_id}`;
  const said: Said = {
    shop,
    actor: { kind: 'slack', team: command.team_id, user: command.user_id },
    text,
    thread: { channel: command.channel_id, ts: '' },
    key,
    photos: [],
    addressed: true,
  };
  const reply = await answerTo(deps, said, { case: null, proposal: null });
  if (reply.kind === 'silent') return;
  if (reply.kind === 'tell') {
    const order = reply.orderId === undefined ? null : await deps.read.order(shop, reply.orderId);
    const message = fitMessage(sayMessage({ kind: 'say', text: reply.text, order, decision: reply.decision ?? null }));
    return void (await answer({ text: message.text, blocks: message.blocks }));
  }
  const thread = await startThread(pressed.client, command.channel_id, command.user_id, text);
  const outcome = await carryOut(deps, { ...said, thread }, reply);
  if (outcome?.status === 'refused') await tellPresser(deps, pressed, refusalText(outcome));
};

export const commands = (bolt: App, deps: SlackDeps): void => {
  bolt.command(COMMAND.makegood, async ({ ack, command, client, respond }) => {
    await ack();
    const pressed = pressedOf(command, client);
    try {
      await makegood(deps, command, pressed, (message) =>
        respond({ response_type: 'ephemeral', ...message } as Parameters<typeof respond>[0]),
      );
    } catch (error) {
      deps.log.error({ err: error }, 'a command could not be handled');
      await tellPresser(deps, pressed, FAILED);
    }
  });

  bolt.command(COMMAND.rma, async ({ ack, command, client }) => {
    await ack();
    const pressed = pressedOf(command, client);
    try {
      await openReturnForm(deps, pressed, command.text, { channel: command.channel_id });
    } catch (error) {
      deps.log.error({ err: error }, 'the form of a return could not be opened');
      await tellPresser(deps, pressed, FAILED);
    }
  });
};
