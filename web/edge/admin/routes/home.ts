import { Router } from 'express';
import type { Home } from '../contract/home.ts';
import type { AdminDeps } from '../deps.ts';
import { actorOf, sessionOf } from '../session.ts';
import { summaryView } from '../views/case-view.ts';
import { approvalView } from '../views/intent-view.ts';
import { parkedOf } from './parked.ts';

/** As many as fit on a first screen; the lists have the rest. */
const RECENT = 6;

export const homeRoutes = ({ read, clock }: Pick<AdminDeps, 'read' | 'clock'>): Router =>
  Router().get('/home', async (_req, res) => {
    const session = sessionOf(res);
    const [shop, person, approvals, counts, recent, parked] = await Promise.all([
      read.shop(session.shop),
      read.person(session.shop, actorOf(session)),
      read.awaitingApproval(session.shop),
      read.counts(session.shop),
      read.cases(session.shop, { limit: RECENT }),
      parkedOf(read, session.shop),
    ]);
    const home: Home = {
      approvals: approvals.map((view) => approvalView(view, shop?.currency ?? view.intent.breakdown.currency, person)),
      parkedCount: parked.deliveries.length + parked.effects.length,
      counts: Object.entries(counts)
        .map(([state, count]) => ({ state, count }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || a.state.localeCompare(b.state)),
      recent: recent.cases.map((summary) => summaryView(summary, clock.now())),
    };
    res.json(home);
  });
