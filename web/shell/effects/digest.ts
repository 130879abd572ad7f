import type { Person } from '../../../policy/app/actors.ts';
import type { StaffMessage } from '../../../policy/app/ports.ts';
import type { CasePage, CaseSummary } from '../../../policy/app/read-model.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { Runner, RunnerDeps } from './runner.ts';

/** Cases named in a message; the Home lists more. */
const NAMED = 5;
/** Read at a time of what is overdue. */
const PAGE = 250;
const LOOKED_AT = 100;

type Digest = Extract<StaffMessage, { kind: 'digest' }>;

/** The morning's digest: to the channel what is due at all, to each person what is theirs; nothing where nothing is. */
export const sendDigest: Runner<'slack.digest'> = async (deps, effect, record) => {
  const shop = await deps.read.shop(record.shop);
  if (shop === null || shop.slackChannel === null) return { done: { sent: false } };
  const now = deps.clock.now();
  const [waiting, overdue, parcels, people] = await Promise.all([
    deps.read.awaitingApproval(record.shop),
    allOverdue(deps, record.shop, now),
    deps.parcels.parcels(record.shop, { open: true, limit: LOOKED_AT }),
    deps.read.people(record.shop),
  ]);
  const digest = (whose: Digest['whose'], late: readonly CaseSummary[], more: Partial<Digest>): Digest => ({
    kind: 'digest',
    whose,
    waiting: 0,
    overdue: late.length,
    parcels: 0,
    cases: longestLate(late).slice(0, NAMED),
    now,
    ...more,
  });
  const ofShop = digest('shop', overdue, { waiting: waiting.length, parcels: parcels.parcels.length });
  if (ofShop.waiting + ofShop.overdue + ofShop.parcels === 0) return { done: { sent: false } };
  await show(deps, record, shop.slackChannel, effect.date, ofShop);
  for (const person of people.filter((each) => hears(each, shop.slackTeam))) {
    const mine = overdue.filter(({ case: each }) => (each.assignee ?? each.openedBy) === person.id);
    if (mine.length > 0)
      await show(deps, record, person.slackUser as string, `${effect.date}:${person.id}`, digest('person', mine, {}));
  }
  return { done: { sent: true } };
};

/** Everything, however much: who is late for longest may be anywhere in it. */
const allOverdue = async (deps: RunnerDeps, shop: string, now: string): Promise<readonly CaseSummary[]> => {
  // By id: a case that changes meanwhile goes to the list's end, and would be read twice.
  const found = new Map<string, CaseSummary>();
  let cursor: string | null = null;
  do {
    const more: string | null = cursor;
    const page: CasePage = await deps.read.cases(shop, {
      open: true,
      dueBefore: now,
      order: 'oldest',
      limit: PAGE,
      ...(more === null ? {} : { cursor: more }),
    });
    for (const each of page.cases) found.set(each.case.id, each);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return [...found.values()];
};

const longestLate = (cases: readonly CaseSummary[]): readonly CaseSummary[] =>
  cases.toSorted((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999') || a.case.number - b.case.number);

const hears = (person: Person, team: string | null): boolean =>
  person.role !== null && person.slackUser !== null && person.slackTeam === team && (person.notify ?? 'all') === 'all';

/** Each message once: what an earlier attempt has posted is noted; what it may have posted is looked for by its key. */
const show = async (
  deps: RunnerDeps,
  record: EffectRecord,
  channel: string,
  key: string,
  message: Digest,
): Promise<void> => {
  if (record.attempts > 1 && (await deps.store.messageOf(record.shop, 'digest', key)) !== null) return;
  const at = await deps.channel.show(
    record.shop,
    { channel, threadTs: null, ts: null, key: `digest:${key}`, retry: record.unsure === true },
    message,
  );
  await deps.store.noteMessage(record.shop, 'digest', key, at);
};
