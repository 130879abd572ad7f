import type { Json } from '../block-kit/schema.ts';
import type { Slack } from '../context.ts';
import { sendEvent } from '../events.ts';
import { SlackRefusal } from '../messages.ts';
import { APP } from '../people.ts';
import { type Channel, changed, type Message, type Workspace } from '../workspace.ts';
import { type Call, channelOf, type Method, messageOf, wanted } from './method.ts';

/** @throws SlackRefusal `already_reacted`, `no_reaction`, `invalid_name` */
export const react = (
  slack: Slack,
  workspace: Workspace,
  at: { channel: Channel; message: Message; user: string; name: string },
  how: 'added' | 'removed',
): void => {
  const { channel, message, user, name } = at;
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackRefusal('invalid_name');
  message.reactions ??= [];
  const { reactions } = message;
  const reaction = reactions.find((entry) => entry.name === name);
  if (how === 'added') {
    if (reaction?.users.includes(user)) throw new SlackRefusal('already_reacted');
    if (reaction === undefined) reactions.push({ name, users: [user], count: 1 });
    else reaction.count = reaction.users.push(user);
  } else {
    if (reaction === undefined || !reaction.users.includes(user)) throw new SlackRefusal('no_reaction');
    reaction.users.splice(reaction.users.indexOf(user), 1);
    reaction.count -= 1;
    if (reaction.count === 0) reactions.splice(reactions.indexOf(reaction), 1);
  }
  changed(workspace);
  sendEvent(slack, workspace, {
    type: `reaction_${how}`,
    user,
    reaction: name,
    item: { type: 'message', channel: channel.id, ts: message.ts },
    item_user: message.user,
    event_ts: message.ts,
  });
};

const byApp =
  (how: 'added' | 'removed') =>
  (call: Call): Json => {
    const channel = channelOf(call);
    const message = messageOf(channel, wanted(call.args, 'timestamp', 'no_item_specified'));
    react(
      call.slack,
      call.workspace,
      { channel, message, user: APP.botUser, name: wanted(call.args, 'name', 'invalid_name') },
      how,
    );
    return {};
  };

export const reactionMethods: Record<string, Method> = {
  'reactions.add': { scopes: ['reactions:write'], tier: 3, run: byApp('added') },
  'reactions.remove': { scopes: ['reactions:write'], tier: 2, run: byApp('removed') },
};
