import type { Request, Response } from 'express';
import { Router } from 'express';
import type { Command } from '../../../../policy/app/commands.ts';
import { whyNotAllowed } from '../../../shell/permissions.ts';
import type { CasePage, SavedViews } from '../contract/case.ts';
import { CaseQuery, ConfirmInput, NoteInput, SavedViewsInput } from '../contract/case.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, found, idOf, restsOn, seenOf } from '../input.ts';
import { doneOrProblem } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';
import { caseView, summaryView } from '../views/case-view.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const caseRoutes = ({ read, handle, clock }: Pick<AdminDeps, 'read' | 'handle' | 'clock'>): Router => {
  /** A decision about a case as somebody saw it: refused where it has moved on since. */
  const decide = async (req: Request, res: Response, command: (caseId: string) => Command): Promise<void> => {
    const session = sessionOf(res);
    const caseId = idOf(req, 'case');
    const asked = command(caseId);
    const envelope = envelopeOf(req, session, asked.kind, caseId, seenOf(req, 'case'));
    const outcome = doneOrProblem(await handle(envelope, asked));
    res.json({ replayed: outcome.replayed, caseId });
  };

  return Router()
    .get('/cases', async (req, res) => {
      const session = sessionOf(res);
      const { mine, overdue, ...query } = CaseQuery.parse(req.query);
      const now = clock.now();
      const person = mine === true ? await read.person(session.shop, actorOf(session)) : null;
      const page = await read.cases(session.shop, {
        ...query,
        // Nobody looks after anything whom Makegood does not know.
        ...(mine === true ? { lookedAfterBy: person?.id ?? NOBODY } : {}),
        ...(overdue === true ? { open: true, dueBefore: now } : {}),
      });
      const body: CasePage = {
        cases: page.cases.map((summary) => summaryView(summary, now)),
        nextCursor: page.nextCursor,
      };
      res.json(body);
    })

    .get('/case-views', async (_req, res) => {
      const session = sessionOf(res);
      const [shop, person] = await Promise.all([read.shop(session.shop), read.person(session.shop, actorOf(session))]);
      const body: SavedViews = {
        version: shop?.preferences?.version ?? 0,
        views: shop?.preferences?.views ?? [],
        mayEdit: whyNotAllowed(actorOf(session), person, 'cases.set-views') === null,
      };
      res.json(body);
    })

    .put('/case-views', async (req, res) => {
      const session = sessionOf(res);
      const { views } = bodyOf(req, SavedViewsInput);
      const expected = restsOn(req, 'saved views') ?? 0;
      const envelope = envelopeOf(req, session, 'cases.set-views', 'views');
      const outcome = doneOrProblem(await handle(envelope, { kind: 'cases.set-views', views, expected }));
      res.json({ replayed: outcome.replayed, caseId: null });
    })

    .get('/cases/:id', async (req, res) => {
      const session = sessionOf(res);
      const id = idOf(req, 'case');
      const [detail, person, people] = await Promise.all([
        read.caseDetail(session.shop, id),
        read.person(session.shop, actorOf(session)),
        read.people(session.shop),
      ]);
      res.json(caseView(found(detail, 'case'), person, people, actorOf(session), clock.now()));
    })

    .post('/cases/:id/notes', async (req, res) => {
      const session = sessionOf(res);
      const caseId = idOf(req, 'case');
      const { text } = bodyOf(req, NoteInput);
      const envelope = envelopeOf(req, session, 'case.note', caseId);
      const outcome = doneOrProblem(await handle(envelope, { kind: 'case.note', caseId, text }));
      res.status(outcome.replayed ? 200 : 201).json({ replayed: outcome.replayed, caseId });
    })

    .post('/cases/:id/retry', (req, res) => decide(req, res, (caseId) => ({ kind: 'case.retry', caseId })))

    .post('/cases/:id/confirm-damage', (req, res) => {
      const { agree } = bodyOf(req, ConfirmInput);
      return decide(req, res, (caseId) => ({ kind: 'unit.confirm', caseId, agree }));
    });
};
