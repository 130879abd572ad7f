import type { Command } from '../../policy/app/commands.ts';
import type { InboxItem } from '../../policy/app/store.ts';
import { PolicyError } from '../../policy/errors.ts';
import { parseJson } from '../../policy/facts/json.ts';
import { parseWebhookOrder } from '../../policy/facts/webhook-order.ts';
import { at, findId, findOrderId } from './order-id.ts';
import { personOf } from './privacy.ts';
import { TOPICS } from './topics.ts';

/**
 * What a stored webhook asks for. `commands` may be empty: then the table of topics says why (`because`). `park`: it can
 * not be understood or a person has to act, for the reason given; nothing is ever dropped in silence.
 */
export type Understood = Readonly<{ commands: readonly Command[]; because?: string }> | Readonly<{ park: string }>;

type Stored = Pick<InboxItem, 'topic' | 'id' | 'body'> & Partial<Pick<InboxItem, 'triggeredAt'>>;

/** Pure: the same item always asks for the same commands. */
export const commandsFor = (item: Stored): Understood => {
  const meaning = Object.hasOwn(TOPICS, item.topic) ? TOPICS[item.topic] : undefined;
  if (meaning === undefined) return { park: `nobody knows the topic ${item.topic}` };
  switch (meaning.does) {
    case 'hint':
      return withPayload(item, (payload) => hinted(item, payload, meaning));
    case 'export':
      return withPayload(item, (payload) => exported(item, payload));
    case 'privacy':
      return withPayload(item, (payload) => personOf(payload, meaning.request));
    case 'uninstall':
      return {
        commands: [{ kind: 'shop.uninstalled', ...(item.triggeredAt == null ? {} : { at: item.triggeredAt }) }],
      };
    case 'shop':
      return { commands: [{ kind: 'shop.stale', because: item.topic }] };
    case 'observe':
      return withPayload(item, (payload) => observed(item, payload));
    case 'recall':
      return withPayload(item, (payload) => answered(item, payload, meaning.fulfillmentOrder));
    case 'stock':
      return withPayload(item, (payload) => restocked(item, payload, meaning.item, meaning.unnamed));
    case 'reread':
      return withPayload(item, (payload) => stale(item, payload, meaning.order, meaning.unnamed));
  }
};

const withPayload = (item: Stored, understand: (payload: unknown) => Understood): Understood => {
  try {
    return understand(parseJson(new TextDecoder('utf-8', { fatal: true }).decode(item.body)));
  } catch (error) {
    if (error instanceof PolicyError) {
      const where = error.path === '' ? '' : `${error.path}: `;
      return { park: `${item.topic} can't be understood: ${where}${error.message}` };
    }
    if (error instanceof TypeError || error instanceof SyntaxError) return { park: `${item.topic} is no JSON text` };
    throw error;
  }
};

const observed = (item: Stored, payload: unknown): Understood => {
  // Of an order that is too large Shopify may send the id alone.
  const id = findOrderId(payload, ['admin_graphql_api_id', 'id']);
  if (id !== null && at(payload, 'line_items') === undefined) return reread(item, id);
  return { commands: [{ kind: 'order.observed', ...parseWebhookOrder(payload) }] };
};

const stale = (item: Stored, payload: unknown, places: readonly string[], unnamed: string | undefined): Understood => {
  const orderId = findOrderId(payload, places);
  if (orderId !== null) return reread(item, orderId);
  if (unnamed !== undefined) return { commands: [], because: unnamed };
  return { park: `${item.topic} names no order (looked at ${places.join(', ')})` };
};

const answered = (item: Stored, payload: unknown, places: readonly string[]): Understood => {
  const fulfillmentOrderId = findId(payload, places, 'FulfillmentOrder');
  if (fulfillmentOrderId !== null) return { commands: [{ kind: 'recall.answered', fulfillmentOrderId }] };
  return { park: `${item.topic} names no fulfilment order (looked at ${places.join(', ')})` };
};

const restocked = (item: Stored, payload: unknown, place: string, unnamed: string | undefined): Understood => {
  const inventoryItemId = findId(payload, [place], 'InventoryItem');
  if (inventoryItemId !== null) return { commands: [{ kind: 'stock.changed', inventoryItemId }] };
  if (unnamed !== undefined) return { commands: [], because: unnamed };
  return { park: `${item.topic} names no inventory item (looked at ${place})` };
};

type Hint = Extract<(typeof TOPICS)[string], { does: 'hint' }>;

const hinted = (item: Stored, payload: unknown, { about, id: places, because, only }: Hint): Understood => {
  if (only !== undefined && at(payload, only.at) !== only.is) return { commands: [], because: only.otherwise };
  const id = findId(payload, places, about === 'product' ? 'Product' : 'FulfillmentOrder');
  if (id !== null) return { commands: [{ kind: 'shortage.hinted', about, id, because }] };
  return { park: `${item.topic} names no ${about.replace('-', ' ')} (looked at ${places.join(', ')})` };
};

/** It names the operation by its global id only. */
const exported = (item: Stored, payload: unknown): Understood => {
  const operation = at(payload, 'admin_graphql_api_id');
  return typeof operation === 'string' && /^gid:\/\/shopify\/BulkOperation\/\d+$/.test(operation)
    ? { commands: [{ kind: 'backfill.exported', operation }] }
    : { park: `${item.topic} names no bulk operation (looked at admin_graphql_api_id)` };
};

const reread = (item: Stored, orderId: string): Understood => ({
  commands: [{ kind: 'order.stale', orderId, because: item.topic }],
});
