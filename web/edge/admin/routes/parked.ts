import { Router } from 'express';
import type { Role } from '../../../../policy/app/actors.ts';
import type { ReadModel } from '../../../../policy/app/read-model.ts';
import type { Parked } from '../contract/effect.ts';
import { DismissInput } from '../contract/settings.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, envelopeOf, idOf, notFound } from '../input.ts';
import { doneOrProblem, ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';
import { effectView, MONEY, STOPPED } from '../views/effect-view.ts';

/** More than a person works through; the page says when there is more. */
const MOST = 200;

export const parkedOf = async (read: ReadModel, shop: string): Promise<Parked> => {
  const [deliveries, effects] = await Promise.all([
    read.parked(shop, MOST),
    read.effects(shop, { states: STOPPED, notRefused: MONEY, limit: MOST }),
  ]);
  return {
    deliveries: deliveries.map(({ id, source, topic, receivedAt, reason, attempts }) => ({
      id,
      source,
      topic,
      receivedAt,
      reason,
      attempts,
    })),
    effects: effects.map(effectView),
  };
};

/** Deliveries are no case of anybody's: those who run the shop's cases may have them tried again. */
const MAY_RETRY: readonly (Role | null)[] = ['owner', 'approver', 'agent'];

export const parkedRoutes = ({
  read,
  handle,
  retryParked,
  dismissParked,
}: Pick<AdminDeps, 'read' | 'handle' | 'retryParked' | 'dismissParked'>): Router =>
  Router()
    .get('/parked', async (_req, res) => {
      res.json(await parkedOf(read, sessionOf(res).shop));
    })

    .post('/parked/:id/retry', async (req, res) => {
      const session = sessionOf(res);
      const id = idOf(req, 'delivery');
      const person = await read.person(session.shop, actorOf(session));
      if (!MAY_RETRY.includes(person?.role ?? null)) {
        throw new ProblemError('not-allowed', 'ask an owner, an approver or an agent of this shop to try it again');
      }
      // The inbox knows rows, not shops: what this shop can't see, it can't start.
      const parked = await read.parked(session.shop, MOST);
      const item = parked.find((one) => one.id === id);
      if (item === undefined) throw notFound('delivery');
      const what = `${item.source} ${item.topic}`;
      const envelope = envelopeOf(req, session, 'delivery.retry', id);
      doneOrProblem(await handle(envelope, { kind: 'delivery.retry', rowId: id, what }));
      if (!(await retryParked(id))) throw notFound('delivery');
      res.json({ replayed: false, caseId: null });
    })

    /** Who left it and why is written down first; what came in stays in the inbox. */
    .post('/parked/:id/dismiss', async (req, res) => {
      const session = sessionOf(res);
      const id = idOf(req, 'delivery');
      const { because } = bodyOf(req, DismissInput);
      const item = (await read.parked(session.shop, MOST)).find((one) => one.id === id);
      if (item === undefined) throw notFound('delivery');
      const what = `${item.source} ${item.topic}`;
      const envelope = envelopeOf(req, session, 'delivery.dismiss', id);
      const outcome = doneOrProblem(await handle(envelope, { kind: 'delivery.dismiss', rowId: id, what, because }));
      await dismissParked(id);
      res.json({ replayed: outcome.replayed, caseId: null });
    })

    .post('/effects/:id/dismiss', async (req, res) => {
      const session = sessionOf(res);
      const effectId = idOf(req, 'effect');
      const { because } = bodyOf(req, DismissInput);
      const envelope = envelopeOf(req, session, 'effect.dismiss', effectId);
      const outcome = doneOrProblem(await handle(envelope, { kind: 'effect.dismiss', effectId, because }));
      res.json({ replayed: outcome.replayed, caseId: outcome.caseId });
    })

    .post('/effects/:id/retry', async (req, res) => {
      const session = sessionOf(res);
      const effectId = idOf(req, 'effect');
      const envelope = envelopeOf(req, session, 'effect.retry', effectId);
      const outcome = doneOrProblem(await handle(envelope, { kind: 'effect.retry', effectId }));
      res.json({ replayed: outcome.replayed, caseId: outcome.caseId });
    });
