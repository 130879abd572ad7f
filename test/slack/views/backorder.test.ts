import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../policy/app/next-step.ts';
import type { BackorderData } from '../../../policy/app/records.ts';
import { bindShortage, bindShortageAnswer } from '../../../slack/talk/bind-backorder.ts';
import { slackDate } from '../../../slack/text/dates.ts';
import { backorderForm } from '../../../slack/views/forms/backorder-forms.ts';
import { homeView } from '../../../slack/views/home.ts';
import { linkedCase } from '../../../slack/views/linked.ts';
import { staffMessage } from '../../../slack/views/message.ts';
import { sayMessage } from '../../../slack/views/say.ts';
import { checkMessageBlocks, checkView } from '../../sandbox/slack/block-kit.ts';
import { aCase, aDetail, aLine, anOrder, aProposal, aView, NOW } from '../support/builders.ts';

const shortage = (over: Partial<BackorderData> = {}): BackorderData => ({
  kind: 'backorder',
  lines: [{ lineItemId: '11', quantity: 1 }],
  notifiedAt: NOW,
  answer: null,
  eta: null,
  ...over,
});
const detailIn = (state: string, data: Partial<BackorderData> = {}, closedAt: string | null = null) =>
  aDetail({ case: aCase({ kind: 'backorder', rma: null, state, closedAt, data: shortage(data) }) });
const cardOf = (detail: ReturnType<typeof aDetail>) => staffMessage({ kind: 'case', case: detail });
const actionsIn = (blocks: readonly unknown[]): string[] =>
  [...JSON.stringify(blocks).matchAll(/"action_id":"(backorder\.[^"]+|case\.retry)"/g)].map(
    (match) => match[1] as string,
  );

describe('the card of a shortage', () => {
  it.each([
    [
      'customer_notified',
      [
        'backorder.form:wait',
        'backorder.form:refund',
        'backorder.form:discontinued',
        'backorder.form:eta',
        'backorder.release',
      ],
    ],
    ['waiting', ['backorder.release', 'backorder.form:eta', 'backorder.form:refund', 'backorder.form:discontinued']],
    ['needs_agent', ['case.retry', 'backorder.form:wait', 'backorder.form:refund', 'backorder.form:discontinued']],
    ['releasing', []],
    ['refunding', []],
  ])('%s offers what can be done next', (state, actions) => {
    const card = cardOf(detailIn(state));
    expect(actionsIn(card.blocks)).toEqual(actions);
    expect(checkMessageBlocks(card.blocks)).toEqual([]);
  });

  it('says when the customer was asked, for which date they wait, and how they said so', () => {
    const consent = { at: NOW, how: 'staff' as const, note: 'by <phone>', policyVersion: 'p', eta: '2026-12-01' };
    const text = JSON.stringify(cardOf(detailIn('waiting', { eta: '2026-12-01', round: 2, consent })).blocks);
    for (const words of ['Customer asked', 'time 2', 'Tue, Dec 1, 2026', 'told to staff: by &lt;phone&gt;'])
      expect(text).toContain(words);
  });

  it('says until when the customer may choose in the reader’s own zone, wherever it says it', () => {
    const detail = detailIn('customer_notified');
    const dueAt = '2026-11-25T09:00:00.000Z';
    const deadlines = [{ kind: 'backorder-response', dueAt, state: 'open' as const }];
    const next = nextStep({ case: detail.case, units: [], intents: [], deadlines });
    const shown = [
      cardOf({ ...detail, next }),
      linkedCase({ ...detail, next }),
      sayMessage({ kind: 'say', text: `• ${next}`, order: null, decision: null }),
      homeView({
        person: null,
        language: null,
        waiting: [],
        mine: [],
        overdue: [],
        cases: [{ case: detail.case, next, amount: null, dueAt }],
        figures: null,
        now: NOW,
      }),
    ];
    for (const each of shown) {
      const text = JSON.stringify(each);
      expect(text).toContain(slackDate(dueAt));
      expect(text.replaceAll(/<!date[^>]*>/g, '')).not.toMatch(/UTC/);
    }
  });

  it.each(['wait', 'refund'])('is proposed as what the customer said, %s, and as no decision of ours', (answer) => {
    const draft = { kind: 'backorder.answer', caseId: 'case-12', answer, note: 'by phone' };
    const proposal = aProposal({ draft, decision: null });
    const text = JSON.stringify(staffMessage({ kind: 'proposal', proposal, order: aView(), case: null }).blocks);
    expect(text).toContain('by phone');
    expect(text).not.toContain('Decided');
  });

  it('has no buttons once it is over', () => {
    expect(actionsIn(cardOf(detailIn('refunded', {}, NOW)).blocks)).toEqual([]);
  });

  it.each(['wait', 'refund', 'eta', 'discontinued'] as const)('the form for %s is one that Slack takes', (name) => {
    expect(checkView(backorderForm(name)(detailIn('waiting'), {}), 'modal')).toEqual([]);
  });
});

describe('what agents say about it', () => {
  const order = anOrder({ lines: [aLine({ id: '11', title: 'Kettle', quantity: 1, currentQuantity: 1 })] });
  const two = anOrder({
    lines: [
      aLine({ id: '11', title: 'Kettle', quantity: 1, currentQuantity: 1 }),
      aLine({ id: '12', title: 'Mug', quantity: 1, currentQuantity: 1 }),
    ],
  });
  const withOrder = (facts: typeof order, openCases: ReturnType<typeof aView>['openCases'] = []) =>
    ({ read: { orderByName: async () => aView(facts, { openCases }), nearestOrders: async () => [] } }) as never;
  const place = (text = 'as written') => ({ shop: 'demo.myshopify.com', photos: [], case: null, text });
  const open = { id: 'case-1', number: 12, kind: 'backorder' as const, state: 'waiting', rma: null };

  it('takes the only thing on the order for granted, and asks where there are two', async () => {
    const meaning = { intent: 'backorder.report' as const, order: order.name };
    expect(await bindShortage(withOrder(order), meaning, place())).toMatchObject({
      drafts: [{ kind: 'backorder.report', lines: [{ lineItemId: '11', quantity: 1 }] }],
    });
    const asked = await bindShortage(withOrder(two), meaning, place());
    expect(asked).toMatchObject({ drafts: [{ kind: 'backorder.report' }] });
    expect(JSON.stringify(asked)).not.toContain('lines');
  });

  it('understands that what is out of stock never comes', async () => {
    const meaning = { intent: 'backorder.report' as const, order: order.name };
    const said = place('the kettle is discontinued');
    expect(await bindShortage(withOrder(order, [open]), meaning, said)).toMatchObject({
      drafts: [{ kind: 'backorder.discontinued', caseId: 'case-1' }],
    });
    expect(await bindShortage(withOrder(order), meaning, said)).toMatchObject({
      drafts: [{ kind: 'backorder.report' }],
    });
  });

  it('keeps the agent’s own words as the note of how the customer answered', async () => {
    const meaning = { intent: 'backorder.answer' as const, order: order.name, answer: 'wait' as const };
    const answer = await bindShortageAnswer(withOrder(order, [open]), meaning, place('she phoned: she will wait'));
    expect(answer).toMatchObject({
      drafts: [{ kind: 'backorder.answer', caseId: 'case-1', answer: 'wait', note: 'she phoned: she will wait' }],
    });
  });

  it('proposes nothing where nothing is known to be out of stock', async () => {
    const meaning = { intent: 'backorder.answer' as const, order: order.name, answer: 'refund' as const };
    expect(await bindShortageAnswer(withOrder(order), meaning, place())).toMatchObject({ kind: 'tell' });
  });
});
