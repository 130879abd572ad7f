import { timingSafeEqual } from 'node:crypto';
import express, { Router } from 'express';
import { z } from 'zod';
import type { MovableClock } from '../shell/clock.ts';

const Move = z.object({ offsetMs: z.number().int() });

/**
 * The sandbox moves Makegood's clock, so that day 31 can be seen today. Mounted only where `MAKEGOOD_SANDBOX_URL` is
 * set, which is refused in production.
 */
export const sandboxClockRoutes = (clock: MovableClock, secret: string, moved: () => Promise<void>): Router =>
  Router().post('/sandbox/clock', express.json(), async (req, res) => {
    const given = Buffer.from(String(req.headers['x-sandbox-secret'] ?? ''));
    const wanted = Buffer.from(secret);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      res.status(401).json({ error: 'the x-sandbox-secret header is missing or wrong' });
      return;
    }
    const parsed = Move.safeParse(req.body);
    if (!parsed.success) {
      res.status(400).json({ error: 'send {"offsetMs": whole milliseconds}' });
      return;
    }
    clock.move(parsed.data.offsetMs);
    await moved();
    res.json({ now: clock.now() });
  });
