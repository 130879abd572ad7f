import type { Request, Response } from 'express';
import { Router } from 'express';
import { Command } from '../../../../policy/app/commands.ts';
import { OrderStepInput, StepInput } from '../contract/step.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, found, idOf, seenOf } from '../input.ts';
import { doneOrProblem } from '../problem.ts';
import { sessionOf } from '../session.ts';
import { withPhotos } from './with-photos.ts';

/** Everything a person may ask for about a case, or to open one: the fields are the command's own. */
export const stepRoutes = ({ read, handle, evidence }: Pick<AdminDeps, 'read' | 'handle' | 'evidence'>): Router => {
  const run = async (req: Request, res: Response, subject: string, fields: unknown, status = 200): Promise<void> => {
    const session = sessionOf(res);
    const asked = Command.parse(fields);
    // What opens a case rests on an order, which has no version here.
    const seen = 'caseId' in asked ? seenOf(req, 'case') : undefined;
    const outcome = doneOrProblem(await handle(envelopeOf(req, session, asked.kind, subject, seen), asked));
    res.status(outcome.replayed ? 200 : status).json({ replayed: outcome.replayed, caseId: outcome.caseId });
  };

  return Router()
    .post('/cases/:id/steps', async (req, res) => {
      const { shop } = sessionOf(res);
      const caseId = idOf(req, 'case');
      // A customer's link answers for a customer, not for staff; nor does the address it was pressed from.
      const { linkId: _, ip: __, ...body } = bodyOf(req, StepInput);
      const detail = found(await read.caseDetail(shop, caseId), 'case');
      if (body.intentId !== undefined) found(detail.intents.find(({ id }) => id === body.intentId) ?? null, 'refund');
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
