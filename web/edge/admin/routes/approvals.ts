import type { Request, Response } from 'express';
import { Router } from 'express';
import type { Command } from '../../../../policy/app/commands.ts';
import type { Approvals } from '../contract/approval.ts';
import { DeclineInput } from '../contract/approval.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, found, idOf, seenOf } from '../input.ts';
import { doneOrProblem } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';
import { approvalView } from '../views/intent-view.ts';

export const approvalRoutes = ({ read, handle }: Pick<AdminDeps, 'read' | 'handle'>): Router => {
  /** Who may decide, and whether on what they saw, is the command's business. */
  const decide = async (req: Request, res: Response, command: (intentId: string) => Command): Promise<void> => {
    const session = sessionOf(res);
    const intentId = idOf(req, 'refund');
    const asked = command(intentId);
    const { intent } = found(await read.intent(session.shop, intentId), 'refund');
    const envelope = envelopeOf(req, session, asked.kind, intentId, seenOf(req, 'refund'));
    const outcome = doneOrProblem(await handle(envelope, asked));
    res.json({ replayed: outcome.replayed, caseId: intent.caseId });
  };

  return Router()
    .get('/approvals', async (_req, res) => {
      const session = sessionOf(res);
      const [shop, person, waiting] = await Promise.all([
        read.shop(session.shop),
        read.person(session.shop, actorOf(session)),
        read.awaitingApproval(session.shop),
      ]);
      const body: Approvals = {
        approvals: waiting.map((view) => approvalView(view, shop?.currency ?? view.intent.breakdown.currency, person)),
      };
      res.json(body);
    })

    .post('/intents/:id/approve', (req, res) => decide(req, res, (intentId) => ({ kind: 'refund.approve', intentId })))

    .post('/intents/:id/decline', (req, res) => {
      const { because } = bodyOf(req, DeclineInput);
      return decide(req, res, (intentId) => ({ kind: 'refund.decline', intentId, because }));
    });
};
