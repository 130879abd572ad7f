import { Router } from 'express';
import { OrderSearch, type ProductList } from '../contract/order.ts';
import type { AdminDeps } from '../deps.ts';
import { sessionOf } from '../session.ts';

/** As many as somebody looks through; more words find the others. */
const MOST = 100;

export const productRoutes = ({ admin }: Pick<AdminDeps, 'admin'>): Router =>
  Router().get('/products', async (req, res) => {
    const { text } = OrderSearch.parse(req.query);
    const body: ProductList = { products: [...(await admin.products(sessionOf(res).shop, text, MOST))] };
    res.json(body);
  });
