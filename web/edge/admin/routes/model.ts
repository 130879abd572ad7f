import { Router } from 'express';
import { budgetStarts, type LanguageModels, type ModelCall } from '../../../../policy/app/language-model.ts';
import { ModelInput } from '../contract/model.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf } from '../input.ts';
import { ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

/** Calls shown. */
const SHOWN = 100;

const intentOf = ({ meaning }: ModelCall): string | null =>
  (meaning as { intent?: string } | null | undefined)?.intent ?? null;

/** The optional language model of a shop, and what it proposed; owners alone. */
export const modelRoutes = ({
  read,
  clock,
  models,
  modelsMayBeLocal = true,
}: Pick<AdminDeps, 'read' | 'clock' | 'modelsMayBeLocal'> & { models: LanguageModels }): Router => {
  const ownersShop = async (res: Parameters<typeof sessionOf>[0]): Promise<string> => {
    const session = sessionOf(res);
    const person = await read.person(session.shop, actorOf(session));
    if (person?.role !== 'owner') throw new ProblemError('not-allowed', 'the language model is set by an owner');
    return session.shop;
  };
  return Router()
    .get('/model', async (_req, res) => {
      const shop = await ownersShop(res);
      const starts = budgetStarts(clock.now(), (await read.shop(shop))?.timeZone ?? 'UTC');
      const [settings, calls, people, month, day] = await Promise.all([
        models.settings(shop),
        models.calls(shop, SHOWN),
        read.people(shop),
        models.spentSince(shop, starts.month),
        models.spentSince(shop, starts.day),
      ]);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      res.json({
        settings: settings === null ? null : { ...settings, hasKey: true },
        spent: { month, day },
        calls: calls.map((call) => ({ ...call, byName: names.get(call.by) ?? '', intent: intentOf(call) })),
      });
    })
    .put('/model', async (req, res) => {
      const shop = await ownersShop(res);
      const { apiKey, ...given } = bodyOf(req, ModelInput);
      if (!modelsMayBeLocal && !given.baseUrl.startsWith('https://'))
        throw new ProblemError('invalid', 'an address that begins with https://');
      const before = await models.settings(shop);
      // A key goes only to the address that it was given for.
      const kept = before?.baseUrl === given.baseUrl ? before.apiKey : undefined;
      const key = apiKey ?? kept;
      if (key === undefined)
        throw new ProblemError('invalid', before === null ? 'a model needs its key' : 'another address needs its key');
      await models.save(shop, { ...given, apiKey: key });
      res.json({ saved: true });
    })
    .delete('/model', async (_req, res) => {
      await models.save(await ownersShop(res), null);
      res.json({ saved: true });
    });
};
