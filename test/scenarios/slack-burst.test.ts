import { expect, it } from 'vitest';
import { setTheStage } from '../support/set-the-stage.ts';
import { actionsOf, said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Many cases that open by themselves within moments: a list of them instead of a message each. */
const CHANNEL = 'C0RETURNS';
const COUNT = 24;
const names = Array.from({ length: COUNT }, (_, index) => `#${4001 + index}`);

const { stage } = setTheStage({ settings: { 'evidence.minPhotos.wrong_item_sent': 0 } });

const asked = async (name: string): Promise<void> => {
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', {
    name,
    email: `${name.slice(1)}@example.com`,
    currency: 'USD',
    line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 1, price: '40.00' }],
  });
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, {});
  await stage.call('POST', `/shopify/orders/${id}/return-request`, { reason: 'wrong_item' });
};

const roots = async () => (await stage.messages(CHANNEL)).filter((one) => one.bot_id && one.thread_ts === undefined);
const lists = async () => (await roots()).filter((one) => actionsOf(one).includes('case.open'));
const cards = async () => (await roots()).filter((one) => !actionsOf(one).includes('case.open'));
const about = (name: string) => new RegExp(`${name}(?!\\d)`);

it('are listed together, opened from the list, and get a thread when somebody acts', async () => {
  await Promise.all(names.map(asked));
  await until(
    'every case on the channel',
    async () => {
      const shown = (await roots()).map(said).join('\n');
      return names.every((name) => about(name).test(shown));
    },
    120_000,
  );
  // A few that came first may have their own; the rest share a message or two, not one each.
  expect((await cards()).length).toBeLessThan(COUNT / 2);
  const [list] = await lists();
  if (list === undefined) throw new Error('no list of new cases');
  expect((await lists()).length).toBeLessThanOrEqual(3);

  const { blocks = [] } = list as { blocks?: readonly { elements?: readonly { options?: readonly any[] }[] }[] };
  const options = blocks.flatMap((block) => block.elements ?? []).flatMap((element) => element.options ?? []);
  const ownCards = (await cards()).map(said).join('\n');
  const listedOnly = options.find((option) => !about(option.text.text.split(' · ')[1]).test(ownCards));
  const name = listedOnly.text.text.split(' · ')[1] as string;
  await stage.click('U0AGENT', CHANNEL, list.ts, 'case.open', { value: listedOnly.value });
  const view = await until('the case in a window', async () => {
    const { views } = await stage.call<{ views: { id: string; callback_id: string }[] }>(
      'GET',
      '/slack/views?user=U0AGENT',
    );
    return views.find((one) => one.callback_id === 'view.case' && about(name).test(JSON.stringify(one)));
  });
  await stage.call('POST', '/slack/click', { user: 'U0AGENT', view_id: view.id, action_id: 'parcel.receive' });
  const card = await until('a card of its own', async () => (await cards()).find((one) => about(name).test(said(one))));
  expect(actionsOf(card)).toContain('unit.inspect');
  // From now on it is talked about there.
  await stage.say('U0AGENT', CHANNEL, 'note: the box is dented', { thread_ts: card.ts });
  await stage.seen(CHANNEL, /dented/, { thread: card.ts });
});
