import type { Json } from '../block-kit/schema.ts';
import { SlackRefusal } from '../messages.ts';
import { openView, parseView, publishHome, pushView, updateView } from '../views.ts';
import type { View } from '../workspace.ts';
import { type Call, type Method, optional, wanted } from './method.ts';

const answer = (view: View): Json => ({ view });
const viewIn = ({ args }: Call): unknown => parseView(args.view);
const triggerIn = ({ args }: Call): string => wanted(args, 'trigger_id', 'invalid_trigger_id');

const update = (call: Call): Json => {
  const named = optional(call.args, 'view_id') ?? optional(call.args, 'external_id');
  if (named === undefined)
    throw new SlackRefusal('invalid_arguments', ['[ERROR] missing required field: view_id [json-pointer:]']);
  return answer(updateView(call.workspace, named, viewIn(call), optional(call.args, 'hash')));
};

export const viewMethods: Record<string, Method> = {
  'views.open': { tier: 4, run: (call) => answer(openView(call.workspace, triggerIn(call), viewIn(call))) },
  'views.push': { tier: 4, run: (call) => answer(pushView(call.workspace, triggerIn(call), viewIn(call))) },
  'views.update': { tier: 4, run: update },
  'views.publish': {
    tier: 4,
    run: (call) =>
      answer(publishHome(call.workspace, wanted(call.args, 'user_id'), viewIn(call), optional(call.args, 'hash'))),
  },
};
