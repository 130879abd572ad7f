import { fileURLToPath } from 'node:url';
import type { Request, Response } from 'express';
import express, { Router } from 'express';
import type { RoomOptions } from '../../room.ts';
import type { Shop } from '../model/model.ts';
import type { World } from '../model/world.ts';
import { framePage } from './frame-page.ts';
import { html } from './html.ts';
import { orderPage } from './order-page.ts';
import { ordersPage, productsPage } from './orders-page.ts';

const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));

type Deps = Readonly<{ options: Pick<RoomOptions, 'makegoodUrl'>; world: World; defaultShop: string }>;

/** What a person sees of the local Shopify: the app in its frame, orders, products. */
export const adminPages = ({ options, world, defaultShop }: Deps): Router => {
  const router = Router();
  const shopOf = (request: Request): Shop | undefined =>
    world.shops.get(typeof request.query.shop === 'string' && request.query.shop ? request.query.shop : defaultShop);
  const missing = (response: Response, what: string): void => {
    response.status(404).type('html').send(html`<!doctype html><title>Not found</title><p>${what}</p>`.text);
  };
  /** A page of the shop that was asked for. */
  const page = (make: (shop: Shop, request: Request) => string | null) => (request: Request, response: Response) => {
    const shop = shopOf(request);
    const text = shop ? make(shop, request) : null;
    if (text === null) missing(response, 'There is no such shop or order in the sandbox.');
    else response.set('cache-control', 'no-store').type('html').send(text);
  };

  router.use('/static', express.static(PUBLIC, { index: false }));
  // The address that apps name in their head.
  router.get('/app-bridge.js', (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('app-bridge.js', { root: PUBLIC });
  });
  const frame = page((shop, request) => {
    const rest = request.params.path;
    const path = `/${Array.isArray(rest) ? rest.join('/') : (rest ?? '')}`;
    const query = new URLSearchParams(request.query as Record<string, string>);
    for (const name of ['shop', 'staff']) query.delete(name);
    return framePage(shop, defaultShop, options.makegoodUrl, query.size > 0 ? `${path}?${query}` : path);
  });
  router.get('/admin', frame);
  router.get('/admin/apps/makegood{/*path}', frame);
  router.get(
    '/admin/orders',
    page((shop) => ordersPage(world, shop, defaultShop)),
  );
  router.get(
    '/admin/products',
    page((shop) => productsPage(world, shop, defaultShop)),
  );
  router.get('/admin/orders/:id', (request, response) => {
    const order = world.findOrder(String(request.params.id));
    if (!order) return missing(response, 'There is no such order in the sandbox.');
    const text = orderPage(world, world.shopOf(order), defaultShop, order);
    response.set('cache-control', 'no-store').type('html').send(text);
  });
  return router;
};
