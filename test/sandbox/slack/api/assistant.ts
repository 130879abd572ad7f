import { LIMITS } from '../block-kit/limits.ts';
import { isObject, type Json } from '../block-kit/schema.ts';
import { SlackRefusal } from '../messages.ts';
import { changed } from '../workspace.ts';
import { type Call, channelOf, type Method, optional, wanted } from './method.ts';

/** What an agent shows beside its messages: prompts to start from, and that it is at work. */

const setSuggestedPrompts = (call: Call): Json => {
  const channel = channelOf(call, 'channel_id');
  const { prompts } = call.args;
  if (!Array.isArray(prompts) || prompts.length === 0) throw new SlackRefusal('no_prompts');
  if (prompts.length > LIMITS.suggestedPrompts) throw new SlackRefusal('too_many_prompts');
  for (const prompt of prompts)
    if (!isObject(prompt) || typeof prompt.title !== 'string' || typeof prompt.message !== 'string')
      throw new SlackRefusal('invalid_arguments', ['[ERROR] a prompt needs title and message [json-pointer:/prompts]']);
  channel.prompts = prompts as { title: string; message: string }[];
  changed(call.workspace);
  return {};
};

const setStatus = (call: Call): Json => {
  const channel = channelOf(call, 'channel_id');
  const thread = optional(call.args, 'thread_ts') ?? '';
  const status = optional(call.args, 'status') ?? '';
  if (status === '') channel.status.delete(thread);
  else channel.status.set(thread, status);
  changed(call.workspace);
  return {};
};

const SESSION_STATES = ['processing', 'active', 'suspended', 'closed'];
const setSessionStatus = ({ args }: Call): Json => {
  const status = wanted(args, 'status');
  if (!SESSION_STATES.includes(status)) throw new SlackRefusal('invalid_status');
  return {};
};

export const assistantMethods: Record<string, Method> = {
  'assistant.threads.setSuggestedPrompts': { scopes: ['assistant:write'], tier: 3, run: setSuggestedPrompts },
  'assistant.threads.setStatus': { scopes: ['assistant:write', 'chat:write'], tier: 4, run: setStatus },
  'agents.sessions.setStatus': { scopes: ['assistant:write', 'chat:write'], tier: 4, run: setSessionStatus },
};
