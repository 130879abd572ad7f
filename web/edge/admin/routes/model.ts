import { Router } from 'express';
import { type LanguageModels, ModelSettings } from '../../../../policy/app/language-model.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf } from '../input.ts';
import { ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

/** Calls shown. */
const SHOWN = 100;

/** Only the key is never given back. Without one, what was set before stays. */
const Input = ModelSettings.extend({ apiKey: ModelSettings.shape.apiKey.optional() }).refine(
  ({ baseUrl }) => /^https:\/\//.test(baseUrl) || /^http:\/\/(?:127\.0\.0\.1|localhost)[:/]/.test(baseUrl),
  { path: ['baseUrl'], message: 'an address that begins with https://' },
);

/** The optional language model of a shop, and what it proposed; owners alone. */
export const modelRoutes = ({ read, models }: Pick<AdminDeps, 'read'> & { models: LanguageModels }): Router => {
  const ownersShop = async (res: Parameters<typeof sessionOf>[0]): Promise<string> => {
    const session = sessionOf(res);
    const person = await read.person(session.shop, actorOf(session));
    if (person?.role !== 'owner') throw new ProblemError('not-allowed', 'the language model is set by an owner');
    return session.shop;
  };
  return Router()
    .get('/model', async (_req, res) => {
      const shop = await ownersShop(res);
      const settings = await models.settings(shop);
      const calls = await models.calls(shop, SHOWN);
      if (settings === null) return void res.json({ settings: null, calls });
      const { apiKey: _key, ...shown } = settings;
      res.json({ settings: { ...shown, hasKey: true }, calls });
    })
    .put('/model', async (req, res) => {
      const shop = await ownersShop(res);
      const { apiKey, ...given } = bodyOf(req, Input);
      const key = apiKey ?? (await models.settings(shop))?.apiKey;
      if (key === undefined) throw new ProblemError('invalid', 'a model needs its key');
      await models.save(shop, { ...given, apiKey: key });
      res.json({ saved: true });
    })
    .delete('/model', async (_req, res) => {
      await models.save(await ownersShop(res), null);
      res.json({ saved: true });
    });
};
