import { Router } from 'express';
import { startOfDay } from '../../../../policy/days/local-day.ts';
import type { Figures } from '../contract/figures.ts';
import type { AdminDeps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { sessionOf } from '../session.ts';

/** Sums over months move slowly and cost a read of the window: each process reckons a shop's once in this time. */
const KEPT_MS = 60_000;
const DAYS_90_MS = 90 * 86_400_000;

type Kept = Readonly<{ until: number; figures: Promise<Figures> }>;

/** @param millis monotonic time in milliseconds (never the shop's movable clock) */
export const figureRoutes = (
  { read, admin, clock }: Pick<AdminDeps, 'read' | 'admin' | 'clock'>,
  millis: () => number = () => performance.now(),
): Router => {
  const kept = new Map<string, Kept>();

  const reckon = async (domain: string): Promise<Figures> => {
    const shop = await read.shop(domain);
    if (shop === null) throw new ProblemError('shop-uninstalled', 'open Makegood from Apps: that installs it');
    const now = clock.now();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: shop.timeZone }).format(new Date(now));
    const since = {
      month: startOfDay(`${today.slice(0, 7)}-01`, shop.timeZone),
      days90: new Date(Date.parse(now) - DAYS_90_MS).toISOString(),
      now,
    };
    return { ...(await admin.figures(domain, since)), currency: shop.currency };
  };

  return Router().get('/figures', async (_req, res) => {
    const { shop } = sessionOf(res);
    const now = millis();
    for (const [key, { until }] of kept) if (until <= now) kept.delete(key);
    const known = kept.get(shop);
    const figures = known?.figures ?? reckon(shop);
    if (known === undefined) {
      kept.set(shop, { until: now + KEPT_MS, figures });
      // What failed is asked for again.
      figures.catch(() => kept.delete(shop));
    }
    res.json(await figures);
  });
};
