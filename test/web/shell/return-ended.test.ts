import { describe, expect, it } from 'vitest';
import type { RefundIntentRecord, ReturnData } from '../../../policy/app/records.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import type { World } from '../../../web/shell/handler.ts';
import { returnEndedNews } from '../../../web/shell/order-news/return-ended.ts';
import { requestWithdrawnNews } from '../../../web/shell/order-news/return-requests.ts';
import { aCase, context, deadline, order, returnData, unit, world } from './return-world.ts';

/** The Return of a case that is past its review, ended in Shopify by somebody's hand. */

type Status = 'open' | 'closed' | 'canceled';
const LINE = {
  returnLineItemId: '1',
  reverseFulfillmentOrderId: '1',
  reverseFulfillmentOrderLineItemId: '1',
  lineItemId: '1',
  quantity: 2,
};
const mirrored = (more: Partial<ReturnData> = {}) =>
  returnData({ shopifyReturn: { id: '9', name: '#1003-R1', lines: [LINE] }, ...more });
const facts = (status: Status): OrderFacts => ({
  ...order(),
  returns: [{ id: '9', name: '#1003-R1', status, lines: [] }],
});
const amount = (state: string, more: object = {}): RefundIntentRecord =>
  ({
    id: 'intent-1',
    caseId: 'case-1',
    state,
    version: 2,
    approvalsNeeded: 1,
    unitIds: ['unit-1', 'unit-2'],
    breakdown: { currency: 'USD', total: 8640 },
    ...more,
  }) as unknown as RefundIntentRecord;

const here = (state: string, more: Partial<World> & { data?: Partial<ReturnData>; goods?: string } = {}): World => {
  const { data, goods = 'expected', ...rest } = more;
  return world({
    case: aCase({ state, data: mirrored(data) }),
    units: [unit({ goods }), unit({ id: 'unit-2', index: 1, goods })],
    deadlines: [deadline()],
    ...rest,
  });
};
const news = (at: World, status: Status) => returnEndedNews(at, order(), facts(status), context());
const kinds = (changes: ReturnType<typeof news>) => (changes?.effects ?? []).map(({ effect }) => effect.kind);

describe('cancelled there before anything came back', () => {
  it.each(['authorized', 'in_transit', 'grey_zone', 'suspected_lost', 'expired'])('ends a case that is %s', (state) => {
    const changes = news(here(state), 'canceled');
    expect(changes?.cases).toMatchObject([
      { state: 'canceled', closedAt: context().now, data: { calledOffBy: 'other' } },
    ]);
    expect(changes?.entries?.map(({ text }) => text)).toEqual(['the return was cancelled in Shopify by hand']);
    expect(changes?.deadlines?.map((one) => one.state)).toEqual(['dropped']);
    expect(changes?.units?.map(({ money }) => money)).toEqual(['refused', 'refused']);
    expect(kinds(changes)).toEqual(['mail.send', 'slack.show', 'slack.say']);
  });

  it('gives up a replacement that nobody has sent yet', () => {
    const data = { remedy: 'exchange', shipFirst: { intentIds: ['intent-1'], worth: 1, sentAt: null } } as never;
    const changes = news(here('authorized', { data, intents: [amount('awaiting_approval')] }), 'canceled');
    expect(changes?.cases).toMatchObject([{ state: 'canceled' }]);
    expect(changes?.intents).toMatchObject([{ state: 'superseded' }]);
  });
});

describe('ended there while goods are here, money is asked for, or a replacement is out', () => {
  it.each<[string, World, Status, string]>([
    ['closed while it is awaited', here('authorized'), 'closed', 'authorized'],
    ['canceled with its goods here', here('received', { goods: 'arrived' }), 'canceled', 'received'],
    [
      'canceled with a replacement out',
      here('authorized', { data: { shipFirst: { intentIds: [], worth: 1, sentAt: '2026-11-23T12:00:00Z' } } as never }),
      'canceled',
      'authorized',
    ],
    ['closed, reopened here', here('review', { data: { reopened: 1 } }), 'closed', 'review'],
  ])('%s: says what to do, once', (_what, at, status, state) => {
    const changes = news(at, status);
    expect(changes?.cases).toMatchObject([{ state, closedAt: null, data: { endedInShopify: status } }]);
    expect(changes?.entries).toMatchObject([{ text: expect.stringMatching(/in Shopify by hand/) }]);
    expect(kinds(changes)).toEqual(['slack.show', 'slack.say']);
    expect(news({ ...at, case: changes?.cases?.[0] ?? null }, status)).toBeNull();
  });

  it.each(['new', 'awaiting_approval', 'approved', 'expired'])('stops an amount that is %s', (state) => {
    const at = here('settling', { goods: 'accepted', intents: [amount(state)] });
    const proposed = { ...at, units: at.units.map((one) => ({ ...one, money: 'proposed' as const })) };
    const changes = news(proposed, 'closed');
    expect(changes?.intents).toMatchObject([{ state: 'superseded' }]);
    expect(changes?.cases).toMatchObject([{ state: 'received' }]);
    expect(changes?.units?.map(({ money }) => money)).toEqual(['none', 'none']);
  });

  it('is over once it is open there again', () => {
    const changes = news(here('received', { data: { endedInShopify: 'closed' } }), 'open');
    expect(changes?.cases).toMatchObject([{ data: { endedInShopify: null } }]);
    expect(news(here('received'), 'open')).toBeNull();
  });
});

/** Asked for once in vain, asked for again and paid. */
const paidAtLast = (): World => {
  const intents = [amount('needs_person'), amount('succeeded', { id: 'intent-2' })];
  const at = here('settling', { goods: 'accepted', intents });
  return { ...at, units: at.units.map((one) => ({ ...one, money: 'paid' as const })) };
};

describe('what is none of it', () => {
  it.each<[string, World]>([
    ['Makegood is replacing it', here('authorized', { returnAtWork: true })],
    ['not opened in Shopify yet', here('authorized', { data: { shopifyReturn: { id: '9', name: '', lines: [] } } })],
    ['a dispute is open', here('frozen')],
    ['the case ended by itself', here('canceled')],
    ['paid, and closed by Makegood', here('settling', { goods: 'accepted', intents: [amount('succeeded')] })],
    ['paid after a first amount that a person had to look at', paidAtLast()],
    ['its money is on its way', here('settling', { goods: 'accepted', intents: [amount('executing')] })],
    ['its money has to be looked at', here('settling', { intents: [amount('needs_person', { execution: {} })] })],
    ['a request that is not answered', here('evidence_pending')],
  ])('%s', (_what, at) => {
    expect(news(at, 'canceled')).toBeNull();
    expect(news(at, 'closed')).toBeNull();
  });

  it('what a webhook repeats from before, and does not tell', () => {
    const known = facts('canceled');
    expect(returnEndedNews(here('authorized'), known, { ...known }, context())).toBeNull();
  });

  it('a case that was opened again after its return was closed does not end as a withdrawn request', () => {
    expect(requestWithdrawnNews(here('review', { data: { reopened: 1 } }), facts('closed'), context())).toBeNull();
  });
});
