import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AdminRead } from '../../../policy/app/admin-read.ts';
import { figureRoutes } from '../../../web/edge/admin/routes/figures.ts';
import { until } from '../../support/wait.ts';
import { demoShop } from './support/demo-shop.ts';
import { memoryWorld } from './support/memory-world.ts';
import { NOW } from './support/records.ts';
import { ask, plainSession } from './support/serve.ts';

/** The month's figures over HTTP, with a clock that is moved by hand; each reckoning counts one refund more. */
const MINUTE = 60_000;
let server: Server;
let at = 0;
let reckoned = 0;
let wait: Promise<void> = Promise.resolve();
let fails = false;

const refunds = async (): Promise<unknown> => {
  const { status, body } = await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, '/figures');
  return status === 200 ? (body as { refunds: number }).refunds : status;
};

beforeEach(async () => {
  [at, reckoned, wait, fails] = [0, 0, Promise.resolve(), false];
  const world = memoryWorld(demoShop());
  const figures: AdminRead['figures'] = async (...asked) => {
    reckoned += 1;
    const refunded = reckoned;
    await wait;
    if (fails) throw new Error('the database is away');
    return { ...(await world.own.admin.figures(...asked)), refunds: refunded };
  };
  const routes = figureRoutes(
    { read: world.read, admin: { ...world.own.admin, figures }, clock: { now: () => NOW } },
    () => at,
  );
  server = await new Promise<Server>((resolve) => {
    const listening = express()
      .use(plainSession, routes)
      .listen(0, '127.0.0.1', () => resolve(listening));
  });
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

it('are reckoned once a minute, however many look', async () => {
  expect(await Promise.all([refunds(), refunds(), refunds()])).toEqual([1, 1, 1]);
  at = MINUTE - 1;
  expect(await refunds()).toBe(1);
  expect(reckoned).toBe(1);
});

it('are shown as they were while they are reckoned anew, and new to whoever asks next', async () => {
  expect(await refunds()).toBe(1);
  at = MINUTE;
  let release = (): void => undefined;
  wait = new Promise((resolve) => {
    release = resolve;
  });
  expect([await refunds(), await refunds()]).toEqual([1, 1]);
  release();
  await until('the new figures', async () => (await refunds()) === 2);
  expect(reckoned).toBe(2);
});

it('are waited for where the last ones are an hour old', async () => {
  expect(await refunds()).toBe(1);
  at = 60 * MINUTE;
  expect(await refunds()).toBe(2);
});

it('tell of a failure instead of showing the last ones for ever', async () => {
  expect(await refunds()).toBe(1);
  [at, fails] = [MINUTE, true];
  expect(await refunds()).toBe(1);
  await until('the failure', async () => (await refunds()) === 500);
  fails = false;
  expect(await refunds()).toBe(reckoned);
});
