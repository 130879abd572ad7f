import { randomBytes, randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import type { Json } from './block-kit/schema.ts';
import { APP, CHANNELS, PEOPLE, type Person, USERGROUPS } from './people.ts';

/** What one Slack team holds: people, channels, messages, open modals, files. All of it in memory. */

export type Message = Json & {
  type: 'message';
  ts: string;
  text: string;
  user?: string;
  bot_id?: string;
  thread_ts?: string;
  blocks?: Json[];
  metadata?: Json;
  files?: StoredFile['info'][];
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  /** Only this person sees it. */
  ephemeral_to?: string;
};

export type Channel = {
  id: string;
  name: string;
  topic: string;
  kind: 'channel' | 'private' | 'im';
  /** Nobody writes there any more. */
  archived?: boolean;
  members: Set<string>;
  /** Oldest first, replies and ephemeral ones among them. */
  messages: Message[];
  /** What the app says it is doing, by thread (`assistant.threads.setStatus`). */
  status: Map<string, string>;
  prompts: { title: string; message: string }[];
};

export type StoredFile = {
  info: Json & { id: string; name: string; mimetype: string; url_private: string };
  bytes: Buffer;
};

/** A modal or home that is shown to somebody. */
export type View = Json & {
  id: string;
  type: 'modal' | 'home';
  blocks: Json[];
  hash: string;
  callback_id: string;
  private_metadata: string;
  external_id: string;
  state: { values: Record<string, Record<string, Json>> };
  root_view_id: string;
  previous_view_id: string | null;
};

export type Trigger = { user: string; expiresAt: number; used: boolean; view: string | null };
export type ResponseUrl = {
  channel: string;
  user: string;
  /** The message it came from: `replace_original` and `delete_original` act on it. */
  source: { ts: string; ephemeral: boolean } | null;
  uses: number;
  expiresAt: number;
};

export type Workspace = {
  readonly team: string;
  readonly domain: string;
  readonly name: string;
  botToken: string;
  installed: boolean;
  readonly people: Map<string, Person>;
  readonly groups: Map<string, readonly string[]>;
  readonly channels: Map<string, Channel>;
  readonly files: Map<string, StoredFile>;
  /** Open modals by person: the root first, the visible one last. */
  readonly modals: Map<string, View[]>;
  readonly homes: Map<string, View>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** What a person chose in a message's menus: `channel/ts/user` → state values. */
  readonly choices: Map<string, Record<string, Record<string, Json>>>;
  /** Counts everything that a reader could see change. */
  version: number;
  readonly watchers: Set<() => void>;
};

export const id = (prefix: string): string => prefix + randomBytes(5).toString('hex').toUpperCase();

const newChannel = (
  channel: Omit<Channel, 'messages' | 'status' | 'prompts' | 'members'> & { members: Iterable<string> },
): Channel => ({
  ...channel,
  members: new Set(channel.members),
  messages: [],
  status: new Map(),
  prompts: [],
});

export const createWorkspace = (team: string, botToken: string, domain: string): Workspace => ({
  team,
  domain,
  name: domain,
  botToken,
  installed: true,
  people: new Map(PEOPLE.map((person) => [person.id, person])),
  groups: new Map(USERGROUPS.map((group) => [group.id, group.users])),
  channels: new Map([
    ...CHANNELS.map((channel) => [channel.id, newChannel({ ...channel, kind: 'channel' })] as const),
    ...PEOPLE.map(({ id: user }) => [`D0${user}`, newDirectMessage(user)] as const),
  ]),
  files: new Map(),
  modals: new Map(),
  homes: new Map(),
  triggers: new Map(),
  responseUrls: new Map(),
  choices: new Map(),
  version: 0,
  watchers: new Set(),
});

const newDirectMessage = (user: string): Channel =>
  newChannel({ id: `D0${user}`, name: 'directmessage', topic: '', kind: 'im', members: [user, APP.botUser] });

export const addChannel = (
  workspace: Workspace,
  channel: { id: string; name: string; kind: 'channel' | 'private'; members: readonly string[] },
): Channel => {
  const made = newChannel({ ...channel, topic: '' });
  workspace.channels.set(made.id, made);
  changed(workspace);
  return made;
};

/** Finds a channel by its id, its name (`#returns`), or a person's id (the direct message with the app). */
export const findChannel = (workspace: Workspace, wanted: string): Channel | null =>
  workspace.channels.get(wanted) ??
  workspace.channels.get(`D0${wanted}`) ??
  [...workspace.channels.values()].find(({ name, kind }) => kind !== 'im' && name === wanted.replace(/^#/, '')) ??
  null;

export const findMessage = (channel: Channel, ts: string): Message | null =>
  channel.messages.find((message) => message.ts === ts) ?? null;

export const changed = (workspace: Workspace): void => {
  workspace.version += 1;
  for (const watch of workspace.watchers) watch();
};

/** A Slack timestamp in the sandbox's time, unique in its channel: seconds with six decimals. */
export const timestamp = (clock: SandboxClock, channel: Channel): string => {
  const taken = new Set(channel.messages.map(({ ts }) => ts));
  for (let micros = Math.floor(clock.now()) * 1000; ; micros += 1) {
    const ts = `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    if (!taken.has(ts)) return ts;
  }
};

/** Gives every block its id, and every interactive element that lacks one its action_id, as Slack does. */
export const withIds = (blocks: readonly Json[]): Json[] =>
  blocks.map((block) => ({ ...(withActionIds(block) as Json), block_id: block.block_id ?? short() }));

const withActionIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withActionIds);
  if (typeof value !== 'object' || value === null) return value;
  const copy: Json = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withActionIds(entry)]));
  if (INTERACTIVE.test(String(copy.type)) && copy.action_id === undefined) copy.action_id = short();
  return copy;
};
const INTERACTIVE = /button|_select$|picker$|_input$|^overflow$|^checkboxes$/;
const short = (): string => randomBytes(4).toString('base64url').slice(0, 5);

export const newTrigger = (workspace: Workspace, user: string, view: string | null, lifetimeMs: number): string => {
  const trigger = `${Date.now()}.${randomBytes(4).readUInt32BE()}.${randomBytes(16).toString('hex')}`;
  workspace.triggers.set(trigger, { user, view, used: false, expiresAt: Date.now() + lifetimeMs });
  return trigger;
};

export const newResponseUrl = (
  workspace: Workspace,
  sandboxUrl: string,
  target: Pick<ResponseUrl, 'channel' | 'user' | 'source'>,
  lifetimeMs: number,
): string => {
  const key = `${workspace.team}-${randomUUID()}`;
  workspace.responseUrls.set(key, { ...target, uses: 0, expiresAt: Date.now() + lifetimeMs });
  return `${sandboxUrl}/slack/response/${key}`;
};
