import express, { Router } from 'express';
import { checkedOutput } from './checked-output.ts';
import type { AdminDeps } from './deps.ts';
import { problemHandler, unknownRoute } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import { approvalRoutes } from './routes/approvals.ts';
import { auditRoutes } from './routes/audit.ts';
import { backfillRoutes } from './routes/backfill.ts';
import { caseRoutes } from './routes/cases.ts';
import { deskRoutes } from './routes/desk.ts';
import { figureRoutes } from './routes/figures.ts';
import { homeRoutes } from './routes/home.ts';
import { mailRoutes } from './routes/mails.ts';
import { meRoutes } from './routes/me.ts';
import { modelRoutes } from './routes/model.ts';
import { orderRoutes } from './routes/orders.ts';
import { parkedRoutes } from './routes/parked.ts';
import { peopleRoutes } from './routes/people.ts';
import { photoRoutes } from './routes/photos.ts';
import { policyRoutes } from './routes/policy.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { productRoutes } from './routes/products.ts';
import { settingsRoutes } from './routes/settings.ts';
import { slackRoutes } from './routes/slack.ts';
import { stepRoutes } from './routes/steps.ts';
import { storable } from './storable.ts';

/** The admin API of `contract.ts`, to be mounted at /api. Every answer depends on who asks and may name a customer. */
export const adminRoutes = (deps: AdminDeps): Router =>
  Router()
    .use((_req, res, next) => {
      res.set('Cache-Control', 'no-store');
      next();
    })
    .use(deps.requireSession)
    .use(deps.limit ?? rateLimit())
    .use(express.json({ limit: '100kb' }))
    .use(storable)
    .use(checkedOutput)
    .use(
      meRoutes(deps),
      homeRoutes(deps),
      caseRoutes(deps),
      orderRoutes(deps),
      approvalRoutes(deps),
      parkedRoutes(deps),
      policyRoutes(deps),
      backfillRoutes(deps),
      privacyRoutes(deps),
      stepRoutes(deps),
      photoRoutes(deps),
      figureRoutes(deps),
      auditRoutes(deps),
      peopleRoutes(deps),
      settingsRoutes(deps),
      productRoutes(deps),
      slackRoutes(deps),
      deps.models === undefined ? Router() : modelRoutes({ ...deps, models: deps.models }),
      deskRoutes(deps),
      ...(deps.mails === undefined ? [] : [mailRoutes(deps, deps.mails)]),
    )
    .use(unknownRoute)
    .use(problemHandler(deps.report));
