import { Router } from 'express';
import { Command } from '../../../../policy/app/commands.ts';
import type { ShopRecord } from '../../../../policy/app/records.ts';
import { type ShopSettings, ShopSettingsInput } from '../contract/settings.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, restsOn } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

type Seen = Readonly<{ published: boolean; testedMail: boolean; people: number }>;

/** What a new shop goes through, in this order. What the data shows counts; the rest is ticked off by an owner. */
const stepsOf = (shop: ShopRecord, { published, testedMail, people }: Seen): ShopSettings['setUp']['steps'] => {
  const ticked = (name: string): boolean => shop.preferences?.setUpDone?.includes(name) === true;
  return [
    { name: 'policy', done: published || ticked('policy') },
    { name: 'law', done: ticked('law') },
    { name: 'slack', done: shop.slackTeam !== null },
    { name: 'mail', done: testedMail },
    { name: 'address', done: shop.returnAddress.length > 0 && ticked('address') },
    { name: 'people', done: people > 1 },
  ];
};

type Deps = Pick<AdminDeps, 'read' | 'policy' | 'admin' | 'handle'>;

export const settingsRoutes = ({ read, policy, admin, handle }: Deps): Router =>
  Router()
    .get('/settings', async (_req, res) => {
      const session = sessionOf(res);
      const [shop, person, people, versions, testMail] = await Promise.all([
        read.shop(session.shop),
        read.person(session.shop, actorOf(session)),
        read.people(session.shop),
        policy.policyVersions(session.shop),
        admin.lastTestMail(session.shop),
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
        },
        testMail,
        setUp: {
          dismissed: shop.preferences?.setUpDismissed === true,
          steps: stepsOf(shop, {
            published: versions.length > 1,
            testedMail: testMail?.state === 'done',
            people: people.filter(({ role }) => role !== null).length,
          }),
        },
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
