import { Router } from 'express';
import { startOfDay } from '../../../../policy/days/local-day.ts';
import type { Figures } from '../contract/figures.ts';
import type { AdminDeps } from '../deps.ts';
import { ProblemError } from '../problem.ts';
import { sessionOf } from '../session.ts';

/** Sums over months move slowly and cost a read of the window: each process reckons a shop's once in this time, */
const FRESH_MS = 60_000;
/** and up to this age shows what it has while it reckons them anew: the page asks again soon. */
const SHOWN_MS = 60 * 60_000;
const DAYS_90_MS = 90 * 86_400_000;

type Kept = Readonly<{ at: number; figures: Figures }>;

/** @param millis monotonic time in milliseconds (never the shop's movable clock) */
export const figureRoutes = (
  { read, admin, clock }: Pick<AdminDeps, 'read' | 'admin' | 'clock'>,
  millis: () => number = () => performance.now(),
): Router => {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Figures>>();

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

  /** One reckoning of a shop at a time, however many ask. What failed is asked for again. */
  const anew = (domain: string): Promise<Figures> => {
    const known = underWay.get(domain);
    if (known !== undefined) return known;
    const at = millis();
    const reckoning = reckon(domain)
      .then((figures) => {
        kept.set(domain, { at, figures });
        return figures;
      })
      .finally(() => underWay.delete(domain));
    underWay.set(domain, reckoning);
    return reckoning;
  };

  return Router().get('/figures', async (_req, res) => {
    const { shop } = sessionOf(res);
    const now = millis();
    for (const [key, { at }] of kept) if (now - at >= SHOWN_MS) kept.delete(key);
    const known = kept.get(shop);
    if (known === undefined) return void res.json(await anew(shop));
    // Who asks next is told of what fails now.
    if (now - known.at >= FRESH_MS) anew(shop).catch(() => kept.delete(shop));
    res.json(known.figures);
  });
};
