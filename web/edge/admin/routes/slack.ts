import { Router } from 'express';
import type { AdminDeps } from '../deps.ts';
import { envelopeOf } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

/** Connecting a Slack workspace to this shop, and taking it away again; owners alone. */
export const slackRoutes = ({
  read,
  handle,
  connectSlack,
}: Pick<AdminDeps, 'read' | 'handle' | 'connectSlack'>): Router =>
  Router()
    .post('/slack/connect', async (_req, res) => {
      const session = sessionOf(res);
      const person = await read.person(session.shop, actorOf(session));
      if (person?.role !== 'owner')
        throw new ProblemError('not-allowed', 'connecting Slack takes an owner of the shop');
      if (connectSlack === undefined)
        throw new ProblemError(
          'not-found',
          'this installation has no Slack app: set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET',
        );
      res.json({ url: await connectSlack(session.shop, session.staffId) });
    })

    .post('/slack/disconnect', async (req, res) => {
      const session = sessionOf(res);
      const shop = await read.shop(session.shop);
      const team = shop?.slackTeam ?? null;
      if (team === null) return void res.json({ replayed: true });
      const envelope = envelopeOf(req, session, 'slack.disconnect', team);
      const outcome = doneOrProblem(await handle(envelope, { kind: 'slack.disconnect', team, because: 'by hand' }));
      res.json({ replayed: outcome.replayed });
    });
