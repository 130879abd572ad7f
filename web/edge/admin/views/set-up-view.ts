import type { Person } from '../../../../policy/app/actors.ts';
import type { Backfills } from '../../../../policy/app/backfill.ts';
import type { ShopRecord } from '../../../../policy/app/records.ts';
import type { SetUp } from '../contract/settings.ts';

export type SetUpFacts = Readonly<{
  shop: ShopRecord;
  /** Versions of the policy, that of the installation counted. */
  versions: number;
  /** The newest test mail arrived at its server. */
  mailTested: boolean;
  people: readonly Person[];
  backfill: Awaited<ReturnType<Backfills['read']>>;
}>;

/** What a new shop goes through, in this order. What the data shows counts; the rest is ticked off by an owner. */
export const setUpView = ({ shop, versions, mailTested, people, backfill }: SetUpFacts): SetUp => {
  const ticked = (name: string): boolean => shop.preferences?.setUpDone?.includes(name) === true;
  return {
    dismissed: shop.preferences?.setUpDismissed === true,
    steps: [
      { name: 'policy', done: versions > 1 || ticked('policy') },
      { name: 'law', done: ticked('law') },
      { name: 'slack', done: shop.slackTeam !== null },
      { name: 'mail', done: mailTested },
      { name: 'address', done: shop.returnAddress.length > 0 && ticked('address') },
      { name: 'people', done: people.filter(({ role }) => role !== null).length > 1 },
      { name: 'orders', done: backfill?.state === 'done' || ticked('orders') },
    ],
  };
};
