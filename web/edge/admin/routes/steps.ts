import type { Request, Response } from 'express';
import { Router } from 'express';
import { Request as AnyRequest } from '../../../../policy/app/commands.ts';
import type { EvidenceStore } from '../../../../policy/app/ports.ts';
import { OrderStepInput, StepInput } from '../contract/step.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, found, idOf, ifMatch } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { sessionOf } from '../session.ts';

/** Photos are named by id alone and looked up in this shop: what a page says of them is not believed. */
const withPhotos = async (
  evidence: EvidenceStore,
  shop: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> => {
  if (!Array.isArray(body.photos)) return { ...body };
  const refs = await Promise.all(
    body.photos.slice(0, 20).map(async (photo: unknown) => {
      const id = typeof photo === 'object' && photo !== null && 'id' in photo ? String(photo.id) : String(photo);
      const kept = await evidence.get(shop, id);
      if (kept === null) throw new ProblemError('bad-input', 'one of the photos is not here any more: add it again');
      return kept.ref;
    }),
  );
  return { ...body, photos: refs };
};

/** Everything a person may ask for about a case, or to open one: the fields are the command's own. */
export const stepRoutes = ({ read, handle, evidence }: Pick<AdminDeps, 'read' | 'handle' | 'evidence'>): Router => {
  const run = async (req: Request, res: Response, subject: string, fields: unknown, status = 200): Promise<void> => {
    const session = sessionOf(res);
    const asked = AnyRequest.parse(fields);
    const outcome = doneOrProblem(await handle(envelopeOf(req, session, asked.kind, subject), asked));
    res.status(outcome.replayed ? 200 : status).json({ replayed: outcome.replayed, caseId: outcome.caseId });
  };

  return Router()
    .post('/cases/:id/steps', async (req, res) => {
      const { shop } = sessionOf(res);
      const caseId = idOf(req, 'case');
      // A customer's link answers for a customer, not for staff.
      const { linkId: _, ...body } = bodyOf(req, StepInput);
      const detail = found(await read.caseDetail(shop, caseId), 'case');
      ifMatch(req, detail.case.version, 'case');
      await run(req, res, caseId, { ...(await withPhotos(evidence, shop, body)), caseId });
    })

    .post('/orders/:id/cases', async (req, res) => {
      const { shop } = sessionOf(res);
      const orderId = idOf(req, 'order');
      const body = bodyOf(req, OrderStepInput);
      found(await read.order(shop, orderId), 'order');
      await run(req, res, orderId, { ...(await withPhotos(evidence, shop, body)), orderId }, 201);
    });
};
