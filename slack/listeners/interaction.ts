import type { webApi } from '@slack/bolt';
import type { Command, Envelope, Outcome } from '../../policy/app/commands.ts';
import type { SlackDeps } from '../deps.ts';
import { NO_ROLE } from '../talk/texts.ts';
import { truncate } from '../text/escape.ts';
import { refusalView } from '../views/forms/case-view.ts';

type Client = webApi.WebClient;

/** The parts that presses, commands, shortcuts and forms have in common. */
export type Pressed = Readonly<{
  team: string;
  user: string;
  /** The workspace a person belongs to: another one's guests are nobody here. */
  userTeam: string;
  channel: string | null;
  /** The message that was pressed, and its thread. */
  messageTs: string | null;
  threadTs: string | null;
  triggerId: string | null;
  /** In a modal, refusals are shown on top of it. */
  inModal: boolean;
  client: Client;
}>;

type Body = Readonly<{
  team?: { id?: string } | null;
  user?: { id?: string; team_id?: string };
  channel?: { id?: string };
  message?: { ts?: string; thread_ts?: string };
  container?: { message_ts?: string; channel_id?: string; thread_ts?: string };
  trigger_id?: string;
  view?: { type?: string } | null;
}>;

export const pressedOf = (body: object, client: Client): Pressed => {
  const { team, user, channel, message, container, trigger_id: trigger, view } = body as Body;
  return {
    team: team?.id ?? '',
    user: user?.id ?? '',
    userTeam: user?.team_id ?? team?.id ?? '',
    channel: channel?.id ?? container?.channel_id ?? null,
    messageTs: message?.ts ?? container?.message_ts ?? null,
    threadTs: message?.thread_ts ?? container?.thread_ts ?? null,
    triggerId: trigger ?? null,
    inModal: view?.type === 'modal',
    client,
  };
};

export const shopOf = async (deps: SlackDeps, team: string): Promise<string | null> =>
  (await deps.read.shopOfSlackTeam(team))?.domain ?? null;

/** Whether somebody has a role in the shop: nobody else is shown an order, a case, or an amount. */
export const isStaff = async (
  deps: SlackDeps,
  shop: string,
  who: Pick<Pressed, 'userTeam' | 'user'>,
): Promise<boolean> =>
  (await deps.read.person(shop, { kind: 'slack', team: who.userTeam, user: who.user }))?.role != null;

/** The shop, for its staff alone; whoever has no role is told so. */
export const shopForStaff = async (deps: SlackDeps, pressed: Pressed): Promise<string | null> => {
  const shop = await shopOf(deps, pressed.team);
  if (shop !== null && (await isStaff(deps, shop, pressed))) return shop;
  await tellPresser(deps, pressed, shop === null ? 'This workspace is not connected to a shop.' : NO_ROLE);
  return null;
};

/** Tells the presser alone: in the channel where there is one, else in a window. */
export const tellPresser = async (deps: SlackDeps, pressed: Pressed, text: string): Promise<void> => {
  const { client, channel, user, triggerId } = pressed;
  try {
    if (channel !== null) {
      const thread = pressed.threadTs ?? null;
      await client.chat.postEphemeral({
        channel,
        user,
        text: truncate(text, 3000),
        ...(thread === null ? {} : { thread_ts: thread }),
      });
    } else if (triggerId !== null) {
      const view = refusalView(text);
      await (pressed.inModal
        ? client.views.push({ trigger_id: triggerId, view })
        : client.views.open({ trigger_id: triggerId, view }));
    } else {
      await client.chat.postMessage({ channel: user, text: truncate(text, 3000) });
    }
  } catch (error) {
    deps.log.warn({ err: error, team: pressed.team }, 'a refusal could not be shown to who pressed');
  }
};

const sentence = (because: string): string => {
  const text = because.charAt(0).toUpperCase() + because.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
};

/** A refusal in words for the person it concerns. */
export const refusalText = (outcome: Extract<Outcome, { status: 'refused' }>): string =>
  `Not done: ${outcome.because}${/[.!?]$/.test(outcome.because) ? '' : '.'}${outcome.clauses.length === 0 ? '' : ` (${outcome.clauses.join(', ')})`}`;

/** What is kept of a press in the transcript of its case: which button, and why it did nothing where it did not. */
const notePress = async (
  deps: SlackDeps,
  shop: string,
  pressed: Pressed,
  id: string,
  command: Command,
  outcome: Outcome,
): Promise<void> => {
  if (deps.transcript === undefined || outcome.caseId === null) return;
  const what = command.kind === 'proposal.confirm' ? 'Confirm' : command.kind.replaceAll(/[.-]/g, ' ');
  const now = deps.clock.now();
  await deps.transcript.noteTranscript(shop, {
    caseId: outcome.caseId,
    channel: pressed.channel ?? 'home',
    threadTs: pressed.threadTs ?? pressed.messageTs ?? '',
    // Presses have no timestamp of their own in a channel: the press itself is what is unique, in the order of time.
    ts: `${(Date.parse(now) / 1000).toFixed(6)}-${id}`.slice(0, 200),
    by: pressed.user,
    text: outcome.status === 'done' ? `[pressed] ${what}` : `[pressed] ${what}: refused, ${outcome.because}`,
    at: now,
  });
};

export const FAILED = 'Something went wrong on our side, and nothing was done. Please try again in a moment.';

/**
 * Handles one command of a press. A refusal goes to the presser alone; a failure too, and into the log.
 * @param id  made from the payload: a press that arrives twice acts once
 */
export const act = async (deps: SlackDeps, pressed: Pressed, id: string, command: Command): Promise<Outcome | null> => {
  const shop = await shopOf(deps, pressed.team);
  if (shop === null) {
    await tellPresser(deps, pressed, sentence('this workspace is not connected to a shop'));
    return null;
  }
  const envelope: Envelope = {
    id: `slack:${id}`.slice(0, 200),
    shop,
    actor: { kind: 'slack', team: pressed.userTeam, user: pressed.user },
  };
  try {
    const outcome = await deps.handle(envelope, command);
    await notePress(deps, shop, pressed, id, command, outcome);
    if (outcome.status === 'refused') await tellPresser(deps, pressed, refusalText(outcome));
    return outcome;
  } catch (error) {
    deps.log.error({ err: error, command: command.kind, shop }, 'a press could not be handled');
    await tellPresser(deps, pressed, FAILED);
    return null;
  }
};
