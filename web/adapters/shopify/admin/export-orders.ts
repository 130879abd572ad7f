import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { CallFailed, type ExportedOrder, type ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { PolicyError } from '../../../../policy/errors.ts';
import { parseAdminOrder } from '../../../../policy/facts/admin-order.ts';
import { legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { exportQuery, FIND_EXPORT, READ_EXPORT, START_EXPORT } from '../operations/export-orders.ts';
import { ordersOf } from './export-lines.ts';

const EXPORT_GONE = "shopify does not keep the export's file any more: start it again";

type Exports = Pick<ShopifyAdmin, 'startExport' | 'findExport' | 'readExport' | 'exportedOrders'>;

/** A file of a year's orders takes minutes; one that stops for so long has stopped. */
const STALLED_MS = 60_000;

export const createExports = (call: Call): Exports => ({
  startExport: async (shop, since) => {
    const { bulkOperationRunQuery: started } = await call(shop, START_EXPORT, { query: exportQuery(since) });
    const errors = started?.userErrors ?? [];
    if (errors.some(({ code }) => code === 'OPERATION_IN_PROGRESS' || code === 'LIMIT_REACHED'))
      throw new CallFailed('unavailable', 'shopify runs another bulk operation of this shop', { retryAfterMs: 60_000 });
    checkUserErrors(START_EXPORT, errors);
    if (!started?.bulkOperation) throw missing(START_EXPORT, 'operation');
    return { operation: started.bulkOperation.id };
  },

  findExport: async (shop, since, startedAfter) => {
    const { bulkOperations } = await call(shop, FIND_EXPORT, {});
    const found = bulkOperations.nodes.find(
      (one) => one.query === exportQuery(since) && Date.parse(one.createdAt) >= Date.parse(startedAfter),
    );
    return found === undefined ? null : { operation: found.id };
  },

  readExport: async (shop, operation) => {
    const { bulkOperation: read } = await call(shop, READ_EXPORT, { id: operation });
    if (read === null) return { state: 'failed', objects: 0, orders: 0, url: null, error: 'shopify has forgotten it' };
    const state =
      read.status === 'COMPLETED' ? 'completed' : /^(CREATED|RUNNING)$/.test(read.status) ? 'running' : 'failed';
    return {
      state,
      objects: Number(read.objectCount),
      orders: Number(read.rootObjectCount),
      url: read.url ?? null,
      error: state === 'failed' ? `shopify ended it: ${(read.errorCode ?? read.status).toLowerCase()}` : null,
    };
  },

  exportedOrders: (url, fromLine) => exportedOrders(url, fromLine),
});

async function* exportedOrders(url: string, fromLine: number): AsyncGenerator<ExportedOrder> {
  for await (const { node, lines } of ordersOf(linesFrom(url, fromLine))) yield { ...orderOf(node), lines };
}

/** The lines of the file from one on: the file itself is not asked for a part, since lines are what is counted. */
async function* linesFrom(url: string, fromLine: number): AsyncGenerator<string> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALLED_MS);
  try {
    const response = await fetch(url, { signal: stalled.signal });
    // Shopify keeps it for a week; its address was read a moment ago, so it does not come back.
    if (/^(400|403|404|410)$/.test(String(response.status))) throw new CallFailed('refused', EXPORT_GONE);
    if (!response.ok || response.body === null)
      throw new CallFailed('unavailable', `the file of the export answered http ${response.status}`);
    const lines = createInterface({
      input: Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    let index = 0;
    for await (const line of lines) {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), STALLED_MS);
      if (index >= fromLine && line !== '') yield line;
      index += 1;
    }
  } catch (error) {
    if (error instanceof CallFailed || error instanceof SyntaxError) throw error;
    throw new CallFailed('unavailable', 'the file of the export was cut short', { cause: error });
  } finally {
    clearTimeout(timer);
    stalled.abort();
  }
}

const isEmpty = (list: unknown): boolean => !Array.isArray(list) || list.length === 0;

/** Whole where nothing is missing that decisions rest on. */
const orderOf = (node: Readonly<Record<string, unknown>>): Pick<ExportedOrder, 'id' | 'updatedAt' | 'whole'> => {
  const id = legacyId(String(node.id));
  const updatedAt = new Date(String(node.updatedAt)).toISOString();
  const isWhole = isEmpty(node.fulfillments) && isEmpty(node.refunds) && node.returnStatus === 'NO_RETURN';
  if (!isWhole) return { id, updatedAt, whole: null };
  try {
    return { id, updatedAt, whole: parseAdminOrder({ ...node, returns: { nodes: [] } }) };
  } catch (error) {
    // What can't be understood from here is read by itself, and there says why.
    if (!(error instanceof PolicyError)) throw error;
    return { id, updatedAt, whole: null };
  }
};
