import { describe, expect, it } from 'vitest';
import { CallFailed } from '../../../policy/app/ports.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import { createReturn } from '../../../web/shell/effects/create-return.ts';
import type { RunnerDeps } from '../../../web/shell/effects/runner.ts';
import { requestWithdrawnNews } from '../../../web/shell/order-news/return-requests.ts';
import { aCase, context, order, returnData, world } from './return-world.ts';

/** A request that a customer made in Shopify and the policy grants: by what became of it there meanwhile. */

type Row = Readonly<{
  status: string;
  fee: boolean;
  unsure?: boolean;
  /** An earlier run has taken the request back. */
  gaveWay?: boolean;
  does: readonly string[];
  refused?: RegExp;
}>;

const asked = returnData({ reason: 'changed_mind', lines: [{ lineItemId: '1', quantity: 1 }] });
const LINE = {
  returnLineItemId: '91',
  reverseFulfillmentOrderId: '92',
  reverseFulfillmentOrderLineItemId: '93',
  lineItemId: '1',
  quantity: 1,
};

const run = async ({ status, fee, unsure = false, gaveWay = false }: Row) => {
  const did: string[] = [];
  const record = aCase({ state: 'authorized', data: asked });
  const facts = order();
  const estimate = { deductions: fee ? [{ clause: 'P12', label: 'return label', amount: 500 }] : [] };
  const made = { id: '9', name: '#1003-R1', lines: [LINE] };
  const deps = {
    read: {
      caseDetail: async () => ({
        case: record,
        order: facts,
        units: [],
        intents: [],
        effects: [],
        decisions: [{ kind: 'return', decision: { estimate } }],
      }),
    },
    settingsOf: async () => world().settings,
    shopify: {
      readOrder: async () => ({ facts, contact: {} }),
      readReturns: async () => [
        { ...made, lines: status === 'open' ? [LINE] : [], status, notes: [], refunds: [], processed: 0 },
      ],
      approveReturn: async () => {
        did.push('approve');
        return made;
      },
      cancelReturn: async () => void did.push('cancel'),
      previewReturn: async () => {
        did.push('preview');
        return { items: 0, tax: 0, restocking: 0, shippingFee: 0, exchange: null };
      },
      createReturn: async () => {
        did.push('create');
        return made;
      },
    },
  } as unknown as RunnerDeps;
  // Looked three times already, where an attempt died.
  const result = unsure ? { looks: 3, at: 4, refusals: 0 } : gaveWay ? { gaveWay: '9' } : null;
  const effect = {
    id: 'e',
    shop: record.shop,
    key: 'create-return:case-1',
    attempts: 5,
    unsure,
    result,
  } as EffectRecord;
  const ended = await createReturn(deps, { kind: 'shopify.create-return', caseId: record.id }, effect).catch(
    (error: unknown) => (error instanceof CallFailed ? { refused: error.message } : { defect: String(error) }),
  );
  return { did, ended };
};

describe('a request in Shopify that is about to be approved', () => {
  it.each<Row>([
    { status: 'requested', fee: false, does: ['approve'] },
    { status: 'open', fee: false, does: [] },
    { status: 'open', fee: true, does: [] },
    { status: 'declined', fee: false, does: [], refused: /declined by hand in Shopify/ },
    { status: 'declined', fee: true, does: [], refused: /declined by hand in Shopify/ },
    { status: 'declined', fee: true, unsure: true, does: [], refused: /declined by hand in Shopify/ },
    { status: 'canceled', fee: false, does: [], refused: /taken back in Shopify/ },
    { status: 'canceled', fee: true, does: [], refused: /taken back in Shopify/ },
    { status: 'canceled', fee: true, unsure: true, does: ['preview', 'create'] },
    { status: 'canceled', fee: true, gaveWay: true, does: ['preview', 'create'] },
  ])('is $status there, fee: $fee, an attempt died: $unsure, gave way: $gaveWay → $does', async (row) => {
    const { did, ended } = await run(row);
    expect(did).toEqual(row.does);
    expect(ended).toMatchObject(
      row.refused === undefined ? { done: { return: { id: '9' } } } : { refused: expect.stringMatching(row.refused) },
    );
  });
});

describe('a request that gives way to a return with a fee', () => {
  it('is taken back and noted as that, before anything else can fail', async () => {
    const { did, ended } = await run({ status: 'requested', fee: true, does: [] });
    expect(did).toEqual(['cancel']);
    expect(ended).toEqual({ again: 0, progress: { gaveWay: '9' } });
  });
});

describe('a request that the policy has granted and somebody declines in Shopify', () => {
  const news = (status: string, lines: readonly (typeof LINE)[]) => {
    const record = aCase({
      state: 'authorized',
      data: returnData({ shopifyReturn: { id: '9', name: '#1003-R1', lines } }),
    });
    const facts = { ...order(), returns: [{ id: '9', name: '#1003-R1', status, lines: [] }] } as never;
    return requestWithdrawnNews(world({ case: record }), facts, context());
  };

  it('ends its case', () => {
    expect(news('declined', [])?.cases?.[0]).toMatchObject({ state: 'canceled', closedAt: expect.any(String) });
  });

  it('goes on where we took it back ourselves, for a return that names its fee', () => {
    expect(news('canceled', [])).toBeNull();
  });

  it('goes on where it is a return already', () => {
    expect(news('declined', [LINE])).toBeNull();
  });
});
