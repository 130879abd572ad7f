import { Router } from 'express';
import type { Backfill } from '../contract/backfill.ts';
import type { AdminDeps } from '../deps.ts';
import { envelopeOf } from '../input.ts';
import { doneOrProblem } from '../problem.ts';
import { sessionOf } from '../session.ts';

export const backfillRoutes = ({ backfills, handle }: Pick<AdminDeps, 'backfills' | 'handle'>): Router =>
  Router()
    .get('/backfill', async (_req, res) => {
      const record = await backfills.read(sessionOf(res).shop);
      const answer: Backfill = {
        backfill: record && {
          state: record.state,
          since: record.since,
          total: record.total,
          taken: record.taken,
          skipped: record.skipped,
          error: record.error,
          startedAt: record.startedAt,
          doneAt: record.doneAt,
        },
      };
      res.json(answer);
    })

    .post('/backfill', async (req, res) => {
      const session = sessionOf(res);
      const outcome = doneOrProblem(
        await handle(envelopeOf(req, session, 'backfill.start', session.shop), { kind: 'backfill.start' }),
      );
      res.json({ replayed: outcome.replayed, caseId: null });
    });
