import { Router } from 'express';
import type { Person } from '../../../../policy/app/actors.ts';
import type { ShopRecord } from '../../../../policy/app/records.ts';
import type { Home } from '../contract/home.ts';
import type { AdminDeps } from '../deps.ts';
import { actorOf, sessionOf } from '../session.ts';
import { summaryView } from '../views/case-view.ts';
import { approvalView } from '../views/intent-view.ts';
import { setUpView } from '../views/set-up-view.ts';
import { parkedOf } from './parked.ts';

/** As many as fit on a first screen; the lists have the rest. */
const RECENT = 6;
/** Nobody works through more at once, and counting further takes longer than it tells. */
const MOST_COUNTED = 99;

const counted = (count: number): Home['waiting'] => ({
  count: Math.min(count, MOST_COUNTED),
  more: count > MOST_COUNTED,
});

type Deps = Pick<AdminDeps, 'read' | 'policy' | 'admin' | 'backfills' | 'clock'>;

/** Asked for only where it would be shown: most who open the page are done with it. */
const setUpOf = async (deps: Deps, shop: ShopRecord | null, person: Person | null): Promise<Home['setUp']> => {
  if (shop === null || person?.role !== 'owner' || shop.preferences?.setUpDismissed === true) return null;
  const [versions, testMail, people, backfill] = await Promise.all([
    deps.policy.policyVersions(shop.domain),
    deps.admin.lastTestMail(shop.domain),
    deps.read.people(shop.domain),
    deps.backfills.read(shop.domain),
  ]);
  const mailTested = testMail?.state === 'done';
  const { steps } = setUpView({ shop, versions: versions.length, mailTested, people, backfill });
  const done = steps.filter((step) => step.done).length;
  return done === steps.length ? null : { done, all: steps.length, version: shop.preferences?.version ?? 0 };
};

export const homeRoutes = (deps: Deps): Router => {
  const { read, clock } = deps;
  return Router().get('/home', async (_req, res) => {
    const session = sessionOf(res);
    const now = clock.now();
    const [shop, person, approvals, counts, recent, parked, waiting, overdue] = await Promise.all([
      read.shop(session.shop),
      read.person(session.shop, actorOf(session)),
      read.awaitingApproval(session.shop),
      read.counts(session.shop),
      read.cases(session.shop, { limit: RECENT }),
      parkedOf(read, session.shop),
      read.waiting(session.shop, MOST_COUNTED + 1),
      read.overdue(session.shop, now, MOST_COUNTED + 1),
    ]);
    const home: Home = {
      approvals: approvals.map((view) => approvalView(view, shop?.currency ?? view.intent.breakdown.currency, person)),
      parkedCount: parked.deliveries.length + parked.effects.length,
      waiting: counted(waiting),
      overdue: counted(overdue),
      counts: Object.entries(counts)
        .map(([state, count]) => ({ state, count }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || a.state.localeCompare(b.state)),
      recent: recent.cases.map((summary) => summaryView(summary, now)),
      setUp: await setUpOf(deps, shop, person),
    };
    res.json(home);
  });
};
