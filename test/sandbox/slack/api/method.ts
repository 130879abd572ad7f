import type { Json } from '../block-kit/schema.ts';
import type { Slack } from '../context.ts';
import { SlackRefusal } from '../messages.ts';
import type { Tier } from '../rate-limits.ts';
import { type Channel, findChannel, type Message, type Workspace } from '../workspace.ts';

/** One call of the Web API, its token already turned into a workspace. */
export type Call = Readonly<{ slack: Slack; workspace: Workspace; args: Json }>;

export type Method = Readonly<{
  tier: Tier;
  /** One of these has to be granted. */
  scopes?: readonly string[];
  /** Answers what stands beside `ok: true`, or throws SlackRefusal. */
  run(call: Call): Json;
  /** The connection may be cut after this one was done (`cutAfterPost`). */
  posts?: true;
  /** Needs no token. */
  open?: true;
}>;

/** @throws SlackRefusal `missing_scope` */
export const needScope = ({ registration }: Slack, ...scopes: readonly string[]): void => {
  if (!scopes.some((scope) => registration.scopes.includes(scope)))
    throw new SlackRefusal('missing_scope', [], { needed: scopes.join(','), provided: registration.scopes.join(',') });
};

export const wanted = (args: Json, name: string, refusal = 'invalid_arguments'): string => {
  const value = args[name];
  if (typeof value !== 'string' || value === '')
    throw new SlackRefusal(refusal, refusal === 'invalid_arguments' ? [`[ERROR] missing required field: ${name}`] : []);
  return value;
};

export const optional = (args: Json, name: string): string | undefined =>
  typeof args[name] === 'string' && args[name] !== '' ? args[name] : undefined;

export const truthy = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1;

export const channelOf = ({ workspace, args }: Call, name = 'channel'): Channel => {
  const channel = findChannel(workspace, wanted(args, name, 'channel_not_found'));
  if (channel === null) throw new SlackRefusal('channel_not_found');
  return channel;
};

export const messageOf = (channel: Channel, ts: string): Message => {
  const message = channel.messages.find((entry) => entry.ts === ts && entry.ephemeral_to === undefined);
  if (message === undefined) throw new SlackRefusal('message_not_found');
  return message;
};

/** A page of a list: Slack's cursor is opaque, here it is an offset. */
export const page = <T>(
  args: Json,
  all: readonly T[],
  standard: number,
): { items: T[]; cursor: string; more: boolean } => {
  const limit = Math.min(Number(args.limit ?? standard) || standard, 999);
  const from = Number(Buffer.from(optional(args, 'cursor') ?? '', 'base64').toString() || 0);
  if (!Number.isInteger(from)) throw new SlackRefusal('invalid_cursor');
  const next = from + limit;
  const more = next < all.length;
  return { items: all.slice(from, next), more, cursor: more ? Buffer.from(String(next)).toString('base64') : '' };
};
