import { LIMITS } from './block-kit/limits.ts';
import type { Json } from './block-kit/schema.ts';
import { checkSuggestions, inSlacksWords } from './block-kit.ts';
import { findElement, outcome, type Place, placeOf, type Target } from './click.ts';
import type { Slack } from './context.ts';
import { publicMessage } from './events.ts';
import { actor, ControlError, channelRef } from './payloads.ts';
import type { Workspace } from './workspace.ts';

/** Typeahead of an external menu: sends `block_suggestion` and answers the options, checked as Slack checks them. */
export const suggest = async (
  slack: Slack,
  workspace: Workspace,
  target: Target & { value: string },
): Promise<Json> => {
  const who = actor(workspace, target.user);
  const place = whereItIs(workspace, target);
  const found = place === null ? null : findElement(place, target);
  const shortest = Number(found?.element.min_query_length ?? (found === null ? 0 : LIMITS.minQueryLength));
  if (target.value.length < shortest) return { ok: true, options: [] };
  const context =
    place === null || found === null
      ? { container: { type: 'view', view_id: '' } }
      : 'view' in place
        ? { container: { type: 'view', view_id: place.view.id }, view: place.view }
        : {
            container: {
              type: 'message',
              message_ts: place.message.ts,
              channel_id: place.channel.id,
              is_ephemeral: false,
            },
            channel: channelRef(place.channel),
            message: publicMessage(place.message),
          };
  const answer = await slack.sender.interaction(
    {
      type: 'block_suggestion',
      ...who,
      ...context,
      action_id: target.action_id,
      block_id: found?.block.block_id ?? target.block_id ?? '',
      value: target.value,
    },
    'block_suggestion',
  );
  if (!answer.ok) return outcome(answer);
  return remembered(slack, target.action_id, answer.text);
};

/** A message or view that was named has to be there; otherwise the first place that holds such an element. */
const whereItIs = (workspace: Workspace, target: Target): Place | null => {
  if (target.view_id !== undefined || target.ts !== undefined) return placeOf(workspace, target);
  const views = [...(workspace.modals.get(target.user) ?? [])].reverse();
  const home = workspace.homes.get(target.user);
  const inView = [...views, ...(home === undefined ? [] : [home])].find(
    (view) => findElement({ view }, target) !== null,
  );
  if (inView !== undefined) return { view: inView };
  for (const channel of workspace.channels.values())
    for (const message of [...channel.messages].reverse())
      if (channel.members.has(target.user) && findElement({ channel, message }, target) !== null)
        return { channel, message };
  return null;
};

const remembered = (slack: Slack, actionId: string, text: string): Json => {
  let given: Json;
  try {
    given = JSON.parse(text);
  } catch {
    throw new ControlError(502, `the app answered no JSON to typeahead of ${actionId}`);
  }
  const complaints = checkSuggestions(given).map(inSlacksWords);
  if (complaints.length > 0) return { ok: false, error: 'invalid_options', messages: complaints };
  const groups = (given.option_groups as { options: Json[] }[] | undefined) ?? [{ options: given.options as Json[] }];
  const known = slack.suggested.get(actionId) ?? new Map<string, Json>();
  for (const option of groups.flatMap(({ options }) => options)) known.set(String(option.value), option);
  slack.suggested.set(actionId, known);
  return { ok: true, ...given };
};
