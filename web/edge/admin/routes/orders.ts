import { Router } from 'express';
import { PreviewInput } from '../contract/decision.ts';
import type { OrderList } from '../contract/order.ts';
import { OrderSearch } from '../contract/order.ts';
import type { AdminDeps } from '../deps.ts';
import { bodyOf, found, idOf } from '../input.ts';
import { sessionOf } from '../session.ts';
import { orderWithCasesView } from '../views/order-view.ts';

/** A search that finds more than this wants more words. */
const MOST = 25;

export const orderRoutes = ({ read, preview }: Pick<AdminDeps, 'read' | 'preview'>): Router =>
  Router()
    .get('/orders', async (req, res) => {
      const { text } = OrderSearch.parse(req.query);
      const orders = await read.searchOrders(sessionOf(res).shop, text, MOST);
      const body: OrderList = { orders: orders.map(orderWithCasesView) };
      res.json(body);
    })

    .get('/orders/:id', async (req, res) => {
      const view = await read.order(sessionOf(res).shop, idOf(req, 'order'));
      res.json(orderWithCasesView(found(view, 'order')));
    })

    /** Asks the policy; records nothing. */
    .post('/orders/:id/preview', async (req, res) => {
      const { shop } = sessionOf(res);
      const orderId = idOf(req, 'order');
      const { ask } = bodyOf(req, PreviewInput);
      found(await read.order(shop, orderId), 'order');
      res.json(await preview(shop, orderId, ask));
    });
