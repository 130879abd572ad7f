import { expect, it, vi } from 'vitest';
import type { clientPool } from '../../slack/client.ts';
import { createHomePublisher } from '../../slack/home/publisher.ts';
import { NOW, SHOP } from './support/builders.ts';
import { aPerson, aWorld, readModelOf } from './support/doubles.ts';

it('draws the Homes of all who decide, also where one of them has left Slack', async () => {
  const drawn: string[] = [];
  const publish = async ({ user_id: user }: { user_id: string }) => {
    if (user === 'U0GONE') throw new Error('user_not_found');
    drawn.push(user);
  };
  const people = ['U0LEAD', 'U0GONE', 'U0LEAD2'].map((user) => aPerson(user, 'approver'));
  const publisher = createHomePublisher({
    read: readModelOf(aWorld({ people })),
    figures: { figures: async () => ({ opened: 0, closed: 0, parcels: 0, refunded: [] }) },
    clock: { now: () => NOW },
    installations: { slackToken: async () => 'xoxb-test' },
    clientFor: (() => ({ views: { publish } })) as unknown as ReturnType<typeof clientPool>,
    languageOf: async () => null,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} } as never,
  });
  publisher.soon(SHOP);
  await vi.waitFor(() => expect(drawn).toEqual(['U0LEAD', 'U0LEAD2']), 3_000);
});
