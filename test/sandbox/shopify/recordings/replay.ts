import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
} from 'graphql';
import { until } from '../../../support/wait.ts';
import type { Json, TriedRoom } from '../try-room.ts';

/** One call of the Admin API as it was recorded from a live shop: what was asked, and what came back. */
export type RecordedCall = Readonly<{ query: string; variables: Record<string, unknown>; data: Json; errors: Json }>;

/** What came of one call when it was made again in the sandbox. */
export type Replayed = Readonly<{
  operation: string;
  outcome: 'same' | 'differs' | 'not-modelled' | 'not-reached';
  because: string;
}>;

/** Calls in the order they were made, wherever they stand in a recording. */
export const callsIn = (recording: unknown): RecordedCall[] => {
  if (Array.isArray(recording)) return recording.flatMap(callsIn);
  if (typeof recording !== 'object' || recording === null) return [];
  const { query, document, variables, response, payload } = recording as Record<string, Json>;
  const text = typeof query === 'string' ? query : document;
  const answer = response?.payload ?? response ?? payload;
  if (typeof text === 'string' && /\b(query|mutation)\b/.test(text) && (answer?.data || answer?.errors))
    return [{ query: text, variables: variables ?? {}, data: answer.data ?? null, errors: answer.errors ?? null }];
  return Object.entries(recording)
    .filter(([name]) => name !== 'upstreamCalls' && name !== 'cleanup')
    .flatMap(([, value]) => callsIn(value));
};

/**
 * Makes the calls of a recording again. Orders are placed by the sandbox's own means (an app may not create them there);
 * ids of the recorded shop become the sandbox's by walking both answers side by side.
 */
export const replay = async (tried: TriedRoom, calls: readonly RecordedCall[]): Promise<readonly Replayed[]> => {
  const ids = new Map<string, string>();
  const results: Replayed[] = [];
  for (const call of calls) {
    const document = tryParse(call.query);
    const operation = rootOf(document);
    const known = (value: unknown): unknown => translated(value, ids);
    if (document === null || operation === null) {
      results.push({ operation: '?', outcome: 'not-modelled', because: 'not one operation with one field' });
      continue;
    }
    if (operation === 'orderCreate' && call.data?.orderCreate?.order) {
      const order = await placed(tried, call);
      learn(call.data.orderCreate.order, await readLike(tried, document, order), ids);
      continue;
    }
    const unknown = idsIn(call.variables).filter((id) => !ids.has(id) && !isMadeUp(id));
    if (unknown.length > 0) {
      results.push({ operation, outcome: 'not-reached', because: `nobody made ${unknown[0]}` });
      continue;
    }
    const answer = await tried.admin(call.query, known(call.variables) as Record<string, unknown>);
    if (operation === 'orderCancel') await untilJobsAreDone(tried, answer);
    results.push({ operation, ...compared(call, answer, ids) });
  }
  return results;
};

/** Whoever recorded it waited for the job before the next call. */
const untilJobsAreDone = async (tried: TriedRoom, answer: Json): Promise<void> => {
  const id = answer.data?.orderCancel?.job?.id;
  if (typeof id !== 'string') return;
  await until(
    'the job of the cancellation',
    async () => (await tried.admin('query Job($id: ID!) { job(id: $id) { done } }', { id })).data?.job?.done === true,
  );
};

const tryParse = (query: string): DocumentNode | null => {
  try {
    return parse(query);
  } catch {
    return null;
  }
};

const operationOf = (document: DocumentNode | null): OperationDefinitionNode | undefined =>
  document?.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);

/** The one field an operation asks for; null where there are several or none. */
const rootOf = (document: DocumentNode | null): string | null => {
  const fields = operationOf(document)?.selectionSet.selections ?? [];
  const [field] = fields;
  return fields.length === 1 && field?.kind === Kind.FIELD ? field.name.value : null;
};

const idsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.startsWith('gid://shopify/') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
};

/** Ids that were meant to name nothing; products and places that any shop has one of stay as they are, too. */
const isMadeUp = (id: string): boolean =>
  /\/(0|1|9{6,}\d{0,2})$|\/(ProductVariant|Product|Location|ReturnReasonDefinition)\//.test(id);

const translated = (value: unknown, ids: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => translated(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, translated(field, ids)]));
};

/** Pairs the ids of two answers to the same question. */
const learn = (recorded: Json, ours: Json, ids: Map<string, string>): void => {
  if (typeof recorded === 'string' && typeof ours === 'string') {
    const typeOf = (id: string) => /^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1];
    if (typeOf(recorded) !== undefined && typeOf(recorded) === typeOf(ours)) ids.set(recorded, ours);
  } else if (recorded && ours && typeof recorded === 'object' && typeof ours === 'object') {
    for (const key of Object.keys(recorded)) learn(recorded[key], ours[key], ids);
  }
};

const placed = async (tried: TriedRoom, { variables, data }: RecordedCall): Promise<string> => {
  const order = (variables.order ?? {}) as Json;
  const lines = (order.lineItems ?? []) as Json[];
  const { body } = await tried.post('/orders', {
    email: order.email ?? 'recorded@example.com',
    currency: order.currency ?? 'USD',
    financial_status: data.orderCreate.order.displayFinancialStatus === 'PENDING' ? 'pending' : 'paid',
    line_items: lines.map((line) => ({
      title: line.title ?? 'Recorded',
      quantity: line.quantity ?? 1,
      price: line.priceSet?.shopMoney?.amount ?? '10.00',
      requires_shipping: line.requiresShipping ?? true,
      tax_lines: [],
    })),
    shipping_lines: ((order.shippingLines ?? []) as Json[]).map((line) => ({
      title: line.title,
      price: line.priceSet?.shopMoney?.amount ?? '0.00',
      tax_lines: [],
    })),
  });
  return body.admin_graphql_api_id;
};

/** What the recording read of its new order, read of ours. */
const readLike = async (tried: TriedRoom, document: DocumentNode, id: string): Promise<Json> => {
  const create = operationOf(document)?.selectionSet.selections[0] as FieldNode | undefined;
  const order = create?.selectionSet?.selections.find(
    (one): one is FieldNode => one.kind === Kind.FIELD && one.name.value === 'order',
  );
  const fragments = document.definitions.filter(
    (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
  );
  const text = `query Placed($id: ID!) { order(id: $id) ${order?.selectionSet ? print(order.selectionSet) : '{ id }'} } ${fragments.map(print).join('\n')}`;
  return (await tried.admin(text, { id })).data?.order ?? null;
};

const NOT_MODELLED =
  /does not model|doesn't exist on type|isn't defined|doesn't accept argument|Cannot query field|Unknown (type|argument|field)/;

/** Fields that say what state a thing is in. */
const STATES = /^(status|returnStatus|requestStatus|displayFulfillmentStatus|done)$/;

const compared = (call: RecordedCall, answer: Json, ids: Map<string, string>): Omit<Replayed, 'operation'> => {
  const first = answer.errors?.[0]?.message as string | undefined;
  if (first !== undefined && NOT_MODELLED.test(first)) return { outcome: 'not-modelled', because: first.slice(0, 120) };
  const refused = call.errors?.[0]?.message as string | undefined;
  // A message may name an id of the recorded shop.
  const said = refused?.replaceAll(/gid:\/\/shopify\/\w+\/\d+/g, (id) => ids.get(id) ?? id);
  if ((said ?? '') !== (first ?? ''))
    return { outcome: 'differs', because: `recorded ${refused ?? 'an answer'}, here ${first ?? 'an answer'}` };
  learn(call.data, answer.data, ids);
  const differences = differ(call.data, answer.data, '');
  return differences.length === 0
    ? { outcome: 'same', because: '' }
    : { outcome: 'differs', because: differences.slice(0, 2).join('; ') };
};

/** Errors in their words and codes, states, and what is there at all; amounts, names and dates are a shop's own. */
const differ = (recorded: Json, ours: Json, at: string): string[] => {
  if (Array.isArray(recorded) && /userErrors$/i.test(at)) {
    const words = (list: Json) => JSON.stringify((list ?? []).map(({ message, code = null }: Json) => [message, code]));
    return words(recorded) === words(ours) ? [] : [`${at}: recorded ${words(recorded)}, here ${words(ours)}`];
  }
  if (recorded === null || typeof recorded !== 'object') {
    const name = at.split('.').at(-1) ?? '';
    if (STATES.test(name) && recorded !== ours) return [`${at}: recorded ${recorded}, here ${ours}`];
    return [];
  }
  if (ours === null || typeof ours !== 'object') return [`${at}: recorded an object, here ${JSON.stringify(ours)}`];
  return Object.keys(recorded).flatMap((key) => differ(recorded[key], ours[key], at === '' ? key : `${at}.${key}`));
};
