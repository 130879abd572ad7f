import type { Person } from '../../policy/app/actors.ts';
import { localDate, startOfDay } from '../../policy/days/local-day.ts';
import type { SlackDeps } from '../deps.ts';
import type { HomeView } from '../views/blocks.ts';
import { CASES_READ, homeView, strangerHome } from '../views/home.ts';

export type HomeDeps = Pick<SlackDeps, 'read' | 'figures' | 'clock'>;

/** The Home of one person as it stands. @param language  in which they read it; null: English */
export const drawHome = async (
  deps: HomeDeps,
  shop: string,
  person: Person | null,
  language: string | null,
): Promise<HomeView> => {
  if (person?.role == null) return strangerHome(language);
  const now = deps.clock.now();
  const record = await deps.read.shop(shop);
  const zone = record?.timeZone ?? 'UTC';
  const today = startOfDay(localDate(Date.parse(now), zone), zone);
  const [waiting, mine, mineWaiting, overdue, open, dock, figures] = await Promise.all([
    deps.read.awaitingApproval(shop),
    deps.read.cases(shop, { open: true, lookedAfterBy: person.id, limit: CASES_READ }),
    // What was forgotten is not among the newest.
    deps.read.cases(shop, { open: true, waiting: true, lookedAfterBy: person.id, order: 'oldest', limit: CASES_READ }),
    // Who is late for longest is among those that nobody has touched for longest.
    deps.read.cases(shop, { open: true, dueBefore: now, order: 'oldest', limit: CASES_READ }),
    deps.read.cases(shop, { open: true, limit: CASES_READ }),
    person.role === 'warehouse'
      ? deps.read.cases(shop, { open: true, state: 'received', order: 'oldest', limit: CASES_READ })
      : { cases: [] },
    deps.figures.figures(shop, today),
  ]);
  return homeView({
    person,
    language,
    waiting,
    mine: mine.cases,
    mineWaiting: mineWaiting.cases,
    overdue: overdue.cases,
    cases: open.cases,
    dock: dock.cases,
    figures,
    now,
  });
};
