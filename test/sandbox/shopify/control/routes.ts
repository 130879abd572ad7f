import type { NextFunction, Request, Response } from 'express';
import express, { Router } from 'express';
import { z } from 'zod';
import { parseJson } from '../model/json.ts';
import type { Order } from '../model/model.ts';
import { decimal } from '../model/money.ts';
import { totalsOf } from '../model/order-sums.ts';
import { Refused } from '../model/refused.ts';
import { idAndGid } from '../rest/rest-common.ts';
import type { Control } from './control.ts';
import { NotHere } from './not-here.ts';

/** Bodies of control calls, read so that ids of any size survive. */
export const jsonBody = [
  express.text({ type: () => true, limit: '20mb' }),
  (request: Request, _response: Response, next: NextFunction): void => {
    const text = typeof request.body === 'string' ? request.body : '';
    try {
      request.body = text.trim() === '' ? {} : parseJson(text);
      next();
    } catch (error) {
      next(new BadBody('the body is not JSON', { cause: error }));
    }
  },
];
export class BadBody extends Error {
  override readonly name = 'BadBody';
}

/** Ids are written as bare numbers, whatever their size: `JSON.stringify` of raw numbers, not express's own. */
export const send = (response: Response, value: unknown, status = 200): void => {
  response.status(status).type('json').send(JSON.stringify(value));
};

const problemOf = (error: unknown): { status: number; body: object } => {
  if (error instanceof Refused) {
    const errors = error.errors.map(({ field, message, code }) => ({ field, message, ...(code ? { code } : {}) }));
    return { status: 422, body: { error: error.message, errors } };
  }
  if (error instanceof z.ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ field: path.map(String), message }));
    return { status: 422, body: { error: errors.map((e) => `${e.field.join('.')}: ${e.message}`).join('; '), errors } };
  }
  if (error instanceof NotHere) return { status: 404, body: { error: error.message } };
  if (error instanceof BadBody) return { status: 400, body: { error: error.message } };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { error: `the sandbox failed: ${message}` } };
};

/** Clear 4xx answers; anything else is a bug of the sandbox and says so. */
export const controlErrors = (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, body } = problemOf(error);
  send(response, body, status);
};

const shopOf = (request: Request, fallback: string): string => {
  const body = request.body as { shop?: unknown } | undefined;
  const named =
    request.query.shop ?? (typeof body?.shop === 'string' ? body.shop : undefined) ?? request.get('x-sandbox-shop');
  return typeof named === 'string' ? named : fallback;
};

const created = (order: Order) => ({
  ...idAndGid('Order', order.id),
  name: order.name,
  total_price: decimal(totalsOf(order).total.shop, order.currency),
});

/** The control calls of the Shopify room. */
export const controlRoutes = (control: Control, defaultShop: string): Router => {
  const router = Router();
  const id = (request: Request): string => String(request.params.id);
  router.use(jsonBody);
  router.post('/orders', (request, response) => {
    send(response, created(control.placeOrder(shopOf(request, defaultShop), request.body)), 201);
  });
  router.get('/orders', (request, response) => {
    send(response, { orders: control.orders(shopOf(request, defaultShop)) });
  });
  router.get('/orders/:id', (request, response) => send(response, control.order(id(request))));
  router.post('/orders/:id/fulfill', (request, response) => send(response, control.fulfill(id(request), request.body)));
  router.post('/orders/:id/pay', (request, response) => send(response, control.pay(id(request))));
  router.post('/orders/:id/cancel', (request, response) => send(response, control.cancel(id(request), request.body)));
  router.post('/orders/:id/refund', (request, response) => send(response, control.refund(id(request), request.body)));
  router.post('/orders/:id/edit', (request, response) => send(response, control.edit(id(request), request.body)));
  router.post('/orders/:id/return-request', (request, response) =>
    send(response, control.returnRequest(id(request), request.body)),
  );
  router.post('/returns/:id/answer', (request, response) =>
    send(response, control.answerReturn(id(request), request.body)),
  );
  router.post('/orders/:id/dispute', (request, response) => send(response, control.dispute(id(request), request.body)));
  router.post('/fulfillments/:id/events', (request, response) =>
    send(response, control.carrierEvent(id(request), request.body)),
  );
  router.post('/fulfillment-orders/:id/cancellation', (request, response) =>
    send(response, control.answerCancellation(id(request), request.body)),
  );
  router.post('/transactions/:id/settle', (request, response) =>
    send(response, control.settleTransaction(id(request), request.body)),
  );
  router.post('/inventory', (request, response) =>
    send(response, control.inventory(shopOf(request, defaultShop), request.body)),
  );
  router.get('/products', (request, response) =>
    send(response, { products: control.products(shopOf(request, defaultShop)) }),
  );
  router.post('/deliver', (request, response) => send(response, control.deliver(request.body, defaultShop), 202));
  router.post('/shops', (request, response) => {
    const { domain, name, currency, timeZone, country, installed } = control.addShop(request.body);
    send(response, { domain, name, currency, timeZone, country, installed }, 201);
  });
  router.get('/shops', (_request, response) =>
    send(response, {
      shops: control.shops().map(({ domain, name, currency, timeZone, country, installed }) => ({
        domain,
        name,
        currency,
        timeZone,
        country,
        installed,
      })),
    }),
  );
  router.post('/shops/:domain/update', (request, response) =>
    send(response, control.updateShop(String(request.params.domain), request.body)),
  );
  router.post('/shops/:domain/scopes', (request, response) =>
    send(response, control.changeScopes(String(request.params.domain), request.body)),
  );
  router.post('/shops/:domain/uninstall', (request, response) =>
    send(response, control.uninstall(String(request.params.domain))),
  );
  return router;
};
