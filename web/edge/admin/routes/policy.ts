import { Router } from 'express';
import type { Person } from '../../../../policy/app/actors.ts';
import { startOfDay } from '../../../../policy/days/local-day.ts';
import { versionFor } from '../../../../policy/versions/index.ts';
import { type Backtest, PublishInput, SettingsInput } from '../contract/policy.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, idOf, notFound, restsOn } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { type AdminSession, actorOf, sessionOf } from '../session.ts';
import { backtestView, draftView, mayEdit, policyView, versionsView } from '../views/policy-view.ts';

type Deps = Pick<AdminDeps, 'read' | 'policy' | 'backtester' | 'handle' | 'clock'>;

/** A shop has one policy: commands need no id of it. */
const SUBJECT = 'policy';

export const policyRoutes = ({ read, policy, backtester, handle, clock }: Deps): Router => {
  const personOf = (session: AdminSession): Promise<Person | null> => read.person(session.shop, actorOf(session));
  const versionsOf = async (shop: string) => {
    const versions = await policy.policyVersions(shop);
    if (versions.length === 0) throw new ProblemError('shop-uninstalled', 'open Makegood from Apps: that installs it');
    return versions;
  };
  /** Runs cost the server work and stop those of others: they are for those who may change the policy. */
  const onlyOwners = async (session: AdminSession): Promise<void> => {
    if (mayEdit(await personOf(session))) return;
    throw new ProblemError('not-allowed', 'this takes an owner of this shop: ask one to try the draft');
  };

  return (
    Router()
      .get('/policy', async (_req, res) => {
        const session = sessionOf(res);
        const [versions, draft, person] = await Promise.all([
          versionsOf(session.shop),
          policy.policyDraft(session.shop),
          personOf(session),
        ]);
        res.json(policyView(versions, draft, person, clock.now()));
      })

      .get('/policy/versions', async (_req, res) => {
        res.json({ versions: versionsView(await versionsOf(sessionOf(res).shop), clock.now()) });
      })

      .post('/policy/versions/:id/withdraw', async (req, res) => {
        const session = sessionOf(res);
        const versionId = idOf(req, 'version');
        const envelope = envelopeOf(req, session, 'policy.withdraw', versionId);
        const outcome = doneOrProblem(await handle(envelope, { kind: 'policy.withdraw', versionId }));
        res.json({ replayed: outcome.replayed, caseId: null });
      })

      .put('/policy/draft', async (req, res) => {
        const session = sessionOf(res);
        const { settings } = bodyOf(req, SettingsInput);
        const expected = restsOn(req, 'draft');
        const envelope = envelopeOf(req, session, 'policy.save-draft', SUBJECT);
        const outcome = doneOrProblem(await handle(envelope, { kind: 'policy.save-draft', settings, expected }));
        const [versions, draft] = await Promise.all([versionsOf(session.shop), policy.policyDraft(session.shop)]);
        // Published by somebody between the write and this look.
        if (draft === null) throw new ProblemError('ended', 'the draft was published meanwhile: load the policy again');
        res
          .status(outcome.replayed || expected !== null ? 200 : 201)
          .json(draftView(draft, versionFor(versions, clock.now())));
      })

      .delete('/policy/draft', async (req, res) => {
        const session = sessionOf(res);
        const expected = restsOn(req, 'draft') ?? 0;
        const envelope = envelopeOf(req, session, 'policy.discard-draft', SUBJECT);
        const outcome = doneOrProblem(await handle(envelope, { kind: 'policy.discard-draft', expected }));
        res.json({ replayed: outcome.replayed, caseId: null });
      })

      .post('/policy/publish', async (req, res) => {
        const session = sessionOf(res);
        const { effectiveOn } = bodyOf(req, PublishInput);
        const expected = restsOn(req, 'draft') ?? 0;
        const shop = await read.shop(session.shop);
        const effectiveAt = effectiveOn === null ? null : startOfDay(effectiveOn, shop?.timeZone ?? 'UTC');
        const envelope = envelopeOf(req, session, 'policy.publish', SUBJECT);
        const outcome = doneOrProblem(await handle(envelope, { kind: 'policy.publish', expected, effectiveAt }));
        res.json({ replayed: outcome.replayed, caseId: null });
      })

      .get('/policy/backtest', async (_req, res) => {
        const { shop } = sessionOf(res);
        const [run, draft, versions] = await Promise.all([
          backtester.latest(shop),
          policy.policyDraft(shop),
          versionsOf(shop),
        ]);
        const body: Backtest = { run: run && backtestView(run, draft, versions, clock.now()) };
        res.json(body);
      })

      /** Starts it and answers at once; progress is read with GET. */
      .post('/policy/backtest', async (_req, res) => {
        const session = sessionOf(res);
        await onlyOwners(session);
        const run = await backtester.start(session.shop);
        if (run === null) throw new ProblemError('ended', 'there is no draft to try: change something first');
        const [draft, versions] = await Promise.all([policy.policyDraft(session.shop), versionsOf(session.shop)]);
        res.status(202).json(backtestView(run, draft, versions, clock.now()));
      })

      .post('/policy/backtest/:id/stop', async (req, res) => {
        const session = sessionOf(res);
        await onlyOwners(session);
        if (!(await backtester.stop(session.shop, idOf(req, 'backtest')))) throw notFound('backtest');
        res.json({ replayed: false, caseId: null });
      })
  );
};
