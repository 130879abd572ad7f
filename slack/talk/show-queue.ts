import type { Person } from '../../policy/app/actors.ts';
import type { CaseSummary, IntentView } from '../../policy/app/read-model.ts';
import type { SlackDeps } from '../deps.ts';
import type { MeaningOf } from '../interpret/index.ts';
import { formatAmount } from '../text/money.ts';
import { caseTitle } from '../views/case-card.ts';
import { mayDecide } from '../views/home.ts';
import { type Answer, tell } from './answer.ts';

const SHOWN = 10;
/** Cases of which the ones due soonest are shown. */
const LOOKED_AT = 250;
/** Enough to count whatever a shop has. */
const MOST = 1_000_000;

type Filter = MeaningOf<'queue.list'>['filter'];
type Reading = Pick<SlackDeps, 'read' | 'clock'>;
type Listed = Readonly<{ cases: readonly CaseSummary[]; count: number }>;

const NOTHING = {
  all: 'Nothing is open.',
  open: 'Nothing is open.',
  approvals: 'Nothing waits for approval.',
  overdue: 'Nothing is overdue.',
  mine: 'Nothing waits for you, and you look after no open case. “What is open?” lists everybody’s.',
} as const;

const casesOf = async (
  { read }: Reading,
  shop: string,
  filter: Filter,
  person: Person | null,
  now: string,
): Promise<Listed> => {
  if (filter === 'approvals') return { cases: [], count: 0 };
  if (filter === 'mine') {
    if (person === null) return { cases: [], count: 0 };
    const { cases } = await read.cases(shop, { open: true, lookedAfterBy: person.id, limit: LOOKED_AT });
    return { cases, count: cases.length };
  }
  // Who is late for longest is among those that nobody has touched for longest.
  const overdue = read.cases(shop, { open: true, dueBefore: now, order: 'oldest', limit: LOOKED_AT });
  if (filter === 'overdue') return { cases: (await overdue).cases, count: await read.overdue(shop, now, MOST) };
  const [late, open, counts] = await Promise.all([
    overdue,
    read.cases(shop, { open: true, limit: LOOKED_AT }),
    read.counts(shop),
  ]);
  const each = new Map([...late.cases, ...open.cases].map((summary) => [summary.case.id, summary]));
  return { cases: [...each.values()], count: Object.values(counts).reduce((sum, one) => sum + one, 0) };
};

const waitingFor = async (
  { read }: Reading,
  shop: string,
  filter: Filter,
  person: Person | null,
): Promise<readonly IntentView[]> => {
  if (filter === 'overdue' || filter === 'open') return [];
  const waiting = await read.awaitingApproval(shop);
  return filter === 'mine' ? waiting.filter((view) => mayDecide(person, view)) : waiting;
};

/** What waits, of everybody or of who asks: approvals first, then open cases, those due soonest on top. */
export const showQueue = async (
  deps: Reading,
  shop: string,
  filter: Filter,
  person: Person | null,
): Promise<Answer> => {
  const now = deps.clock.now();
  const [waiting, { cases, count }] = await Promise.all([
    waitingFor(deps, shop, filter, person),
    casesOf(deps, shop, filter, person, now),
  ]);
  const lines = [
    ...waiting.map(
      ({ intent, case: record }) =>
        `• Approve ${formatAmount(intent.breakdown.total, intent.breakdown.currency)}? ${caseTitle({ case: record })}`,
    ),
    ...cases
      .toSorted((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999'))
      .map(
        (each) => `• ${caseTitle(each)}: ${each.next}${each.dueAt !== null && each.dueAt < now ? ' (overdue)' : ''}`,
      ),
  ];
  if (lines.length === 0) return tell(NOTHING[filter ?? 'all']);
  const rest = waiting.length + Math.max(count, cases.length) - SHOWN;
  return tell(
    [...lines.slice(0, SHOWN), ...(rest > 0 ? [`… and ${rest} more; the Home tab has them.`] : [])].join('\n'),
  );
};
