import { Router } from 'express';
import type { PrivacyRequestRecord } from '../../../../policy/app/privacy.ts';
import type { PrivacyRequest, PrivacyRequests } from '../contract/privacy.ts';
import type { AdminDeps } from '../deps.ts';
import { envelopeOf, found, idOf } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { sessionOf } from '../session.ts';

/** Months of them: Shopify sends few. */
const MOST = 100;

const view = (request: PrivacyRequestRecord, now: string): PrivacyRequest => ({
  id: request.id,
  kind: request.kind,
  state: request.state,
  receivedAt: request.receivedAt,
  dueAt: request.dueAt,
  doneAt: request.doneAt,
  canDownload: request.kind === 'data-request' && request.state !== 'received' && now < request.dueAt,
  found: request.found && {
    orders: request.found.orders,
    cases: request.found.cases,
    photos: request.found.photos,
    waitingFor: request.found.waitingFor,
  },
});

export const privacyRoutes = ({ privacy, handle, clock }: Pick<AdminDeps, 'privacy' | 'handle' | 'clock'>): Router =>
  Router()
    .get('/privacy', async (_req, res) => {
      const all = await privacy.list(sessionOf(res).shop, MOST);
      const answer: PrivacyRequests = { requests: all.map((request) => view(request, clock.now())) };
      res.json(answer);
    })

    /** What is kept about a customer, as a file. Made when it is asked for, and kept nowhere; the download is logged. */
    .get('/privacy/:id/export', async (req, res) => {
      const session = sessionOf(res);
      const id = idOf(req, 'request');
      const request = found(await privacy.read(session.shop, id), 'request');
      if (request.kind !== 'data-request')
        throw new ProblemError('invalid', 'only a data request has something to download');
      if (request.subject === null)
        throw new ProblemError('ended', 'whom it is about is not known any more: Shopify’s 30 days are over');
      doneOrProblem(
        await handle(envelopeOf(req, session, 'privacy.exported', id), { kind: 'privacy.exported', requestId: id }),
      );
      const file = await privacy.export(session.shop, request.subject, clock.now());
      res
        .set('Content-Disposition', `attachment; filename="customer-data-${request.receivedAt.slice(0, 10)}.json"`)
        .type('json')
        .send(JSON.stringify(file, null, 2));
    });
