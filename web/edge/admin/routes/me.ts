import { Router } from 'express';
import { missingScopes } from '../../../shell/scopes.ts';
import type { Me } from '../contract/shop.ts';
import type { AdminDeps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { actorOf, sessionOf } from '../session.ts';

export const meRoutes = ({ read }: Pick<AdminDeps, 'read'>): Router =>
  Router().get('/me', async (_req, res) => {
    const session = sessionOf(res);
    const [shop, person] = await Promise.all([read.shop(session.shop), read.person(session.shop, actorOf(session))]);
    if (shop === null) {
      throw new ProblemError('shop-uninstalled', 'open Makegood from Apps in Shopify admin: that installs it');
    }
    const me: Me = {
      shop: {
        domain: shop.domain,
        name: shop.name,
        timeZone: shop.timeZone,
        country: shop.country,
        currency: shop.currency,
        slackConnected: shop.slackTeam !== null,
        missingScopes: shop.scopes == null ? [] : [...missingScopes(shop.scopes)],
      },
      person: person && { id: person.id, name: person.name, role: person.role },
    };
    res.json(me);
  });
