import { actionsOf, type SlackMessage, said } from '../stage.ts';
import { persist } from './persist.ts';
import type { StormStage } from './stage.ts';
import { approveAndWait, noteTrouble, receiveAndTest, type Told } from './tell-by-command.ts';

const CHANNEL = 'C0RETURNS';
/** A slow machine is no failure; a step that never comes is found in the reckoning. */
const PATIENCE_MS = 600_000;
/** After so long without an answer a person asks again. */
const ASK_AGAIN_MS = 15_000;

/** The story as people tell it: a sentence, a card, a button. Two people press at once, and press again. */
export const tellInSlack = async (stage: StormStage, told: Told): Promise<void> => {
  const { watch } = stage;
  await watch.until(() => watch.isKnown(told.orderId), PATIENCE_MS);
  const threads = new Set<string>();
  let askedAt = 0;
  const talk = async (): Promise<void> => {
    const messages = await messagesIn(stage, threads);
    // One card at a time: a second sentence may have brought a second card, and that would be a second case.
    const open = messages.filter((message) => actionsOf(message).includes('proposal.confirm')).slice(0, 1);
    for (const message of open) {
      await Promise.allSettled([
        click(stage, 'U0AGENT', message, 'proposal.confirm'),
        click(stage, 'U0AGENT2', message, 'proposal.confirm'),
      ]);
      await watch.until(() => watch.casesOf(told.orderId)[0], 2_000);
    }
    const asked = messages.flatMap((message) =>
      actionsOf(message)
        .filter((action) => action.startsWith('proposal.amend:') && /yes|true/.test(action))
        .map((action) => ({ message, action })),
    );
    for (const { message, action } of asked) await click(stage, 'U0AGENT', message, action);
    if (open.length + asked.length > 0 || Date.now() - askedAt < ASK_AGAIN_MS) return;
    askedAt = Date.now();
    const { ts } = await stage.call<{ ts: string }>('POST', '/slack/say', {
      user: 'U0AGENT',
      channel: CHANNEL,
      text: sentenceOf(told),
      mention: true,
    });
    threads.add(ts);
  };
  const opened = await persist(
    talk,
    async () => {
      if (watch.casesOf(told.orderId).length > 0) return 'opened';
      if (told.planned.story !== 'too-late') return null;
      const refusal = (await messagesIn(stage, threads)).find((message) => /P12/.test(said(message)));
      told.refusedBecause = refusal === undefined ? null : refusal.text;
      return refusal === undefined ? null : 'refused';
    },
    { patienceMs: PATIENCE_MS, everyMs: 1_500 },
    noteTrouble(told),
  );
  if (opened !== 'opened') return;
  if (told.planned.story === 'return') await receiveAndTest(stage, told);
  await approveAndWait(stage, told);
};

const sentenceOf = ({ planned }: Told): string => {
  const [count] = planned.units;
  switch (planned.story) {
    case 'cancel':
    case 'too-late':
      return `cancel ${planned.name}, customer changed her mind`;
    case 'cancel-part':
      return `cancel ${count} of the headphones on ${planned.name}`;
    case 'return':
      return `return for ${planned.name}, ${count} headphones, changed their mind`;
    default:
      throw new Error(`'${planned.story}' is told by command alone`);
  }
};

const messagesIn = async (stage: StormStage, threads: ReadonlySet<string>): Promise<readonly SlackMessage[]> => {
  if (threads.size === 0) return [];
  const { messages } = await stage.call<{ messages: SlackMessage[] }>('GET', `/slack/messages?channel=${CHANNEL}`);
  return messages.filter((one) => one.bot_id !== undefined && threads.has(one.thread_ts ?? ''));
};

const click = (stage: StormStage, user: string, message: SlackMessage, action: string): Promise<unknown> =>
  stage.call('POST', '/slack/click', { user, channel: CHANNEL, ts: message.ts, action_id: action });
