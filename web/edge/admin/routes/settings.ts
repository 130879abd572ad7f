import { Router } from 'express';
import { Command } from '../../../../policy/app/commands.ts';
import { KEPT_MESSAGE_DAYS, LIST_FROM } from '../../../../policy/app/records.ts';
import { type ShopSettings, ShopSettingsInput } from '../contract/settings.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, restsOn } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';
import { setUpView } from '../views/set-up-view.ts';

type Deps = Pick<AdminDeps, 'read' | 'policy' | 'admin' | 'backfills' | 'handle'>;

export const settingsRoutes = ({ read, policy, admin, backfills, handle }: Deps): Router =>
  Router()
    .get('/settings', async (_req, res) => {
      const session = sessionOf(res);
      const [shop, person, people, versions, testMail, backfill] = await Promise.all([
        read.shop(session.shop),
        read.person(session.shop, actorOf(session)),
        read.people(session.shop),
        policy.policyVersions(session.shop),
        admin.lastTestMail(session.shop),
        backfills.read(session.shop),
      ]);
      if (shop === null) throw new ProblemError('shop-uninstalled', 'open Makegood from Apps: that installs it');
      const body: ShopSettings = {
        version: shop.preferences?.version ?? 0,
        mailFrom: shop.mailFrom,
        contactEmail: shop.contactEmail,
        returnAddress: shop.returnAddress,
        slack: {
          connected: shop.slackTeam !== null,
          team: shop.slackTeam,
          channel: shop.slackChannel,
          approvalsChannel: shop.approvalsChannel,
          listFrom: shop.preferences?.slackListFrom ?? LIST_FROM,
        },
        retention: {
          webhookDays: shop.preferences?.retention?.webhookDays ?? KEPT_MESSAGE_DAYS,
          photoDays: shop.preferences?.retention?.photoDays ?? null,
          personalDays: shop.preferences?.retention?.personalDays ?? null,
        },
        testMail,
        setUp: setUpView({
          shop,
          versions: versions.length,
          mailTested: testMail?.state === 'done',
          people,
          backfill,
        }),
        mayEdit: person?.role === 'owner',
      };
      res.json(body);
    })

    .put('/settings', async (req, res) => {
      const session = sessionOf(res);
      const changes = bodyOf(req, ShopSettingsInput);
      const expected = restsOn(req, 'settings') ?? 0;
      const command = Command.parse({ kind: 'shop.configure', changes, expected });
      const outcome = doneOrProblem(await handle(envelopeOf(req, session, 'shop.configure', 'settings'), command));
      res.json({ replayed: outcome.replayed, caseId: null });
    })

    .post('/settings/test-mail', async (req, res) => {
      const envelope = envelopeOf(req, sessionOf(res), 'mail.test', 'settings');
      const outcome = doneOrProblem(await handle(envelope, { kind: 'mail.test' }));
      res.status(202).json({ replayed: outcome.replayed, caseId: null });
    });
