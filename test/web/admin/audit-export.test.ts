import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { auditRoutes } from '../../../web/edge/admin/routes/audit.ts';
import { PEOPLE } from './support/demo-shop.ts';
import { aShop, NOW, SHOP } from './support/records.ts';

/** Pages of a long history: each is more than a socket takes at once. */
const [PARTS, PART] = [40, 'x'.repeat(200_000)];

it('a long history leaves as it is read, and leaves nothing listening behind', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): void => void warnings.push(warning);
  process.on('warning', note);
  const deps = {
    read: { person: async () => PEOPLE.owner, shop: async () => aShop() },
    audit: {
      auditFile: async function* () {
        for (let part = 0; part < PARTS; part += 1) yield PART;
      },
    },
    clock: { now: () => NOW },
  } as unknown as Parameters<typeof auditRoutes>[0];
  const app = express().use((_req, res, next) => {
    res.locals.session = { shop: SHOP, staffId: '1' };
    next();
  }, auditRoutes(deps));
  const server = app.listen(0);
  try {
    const { port } = server.address() as AddressInfo;
    const ask = (signal?: AbortSignal) => fetch(`http://127.0.0.1:${port}/audit/export?format=csv`, { signal });
    // Whoever closes the page half-way stops nobody else.
    const closed = new AbortController();
    await ask(closed.signal);
    closed.abort();
    const answer = await ask();
    expect((await answer.text()).length).toBe(PARTS * PART.length);
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', note);
    server.close();
  }
});
