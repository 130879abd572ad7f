import type { Person } from '../../../policy/app/actors.ts';
import type { CaseSummary } from '../../../policy/app/read-model.ts';
import type { EffectRecord } from '../../../policy/app/records.ts';
import type { Runner, RunnerDeps } from './runner.ts';

/** Own cases named in a message; the Home lists all. */
const NAMED = 5;
const LOOKED_AT = 100;

const count = (number: number, one: string, many: string): string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];

/** The morning's digest: to the channel what is due at all, to each person what is theirs; nothing where nothing is. */
export const sendDigest: Runner<'slack.digest'> = async (deps, effect, record) => {
  const shop = await deps.read.shop(record.shop);
  if (shop === null || shop.slackChannel === null) return { done: { sent: false } };
  const [waiting, overdue, parcels, people] = await Promise.all([
    deps.read.awaitingApproval(record.shop),
    deps.read.cases(record.shop, { open: true, dueBefore: deps.clock.now(), limit: LOOKED_AT }),
    deps.parcels.parcels(record.shop, { open: true, limit: LOOKED_AT }),
    deps.read.people(record.shop),
  ]);
  const parts = [
    ...count(waiting.length, 'refund waits for approval', 'refunds wait for approval'),
    ...count(overdue.cases.length, 'case is overdue', 'cases are overdue'),
    ...count(parcels.parcels.length, 'parcel lies in quarantine', 'parcels lie in quarantine'),
  ];
  if (parts.length === 0) return { done: { sent: false } };
  await say(
    deps,
    record,
    shop.slackChannel,
    effect.date,
    `Good morning. ${parts.join(' · ')}. The Home tab lists them.`,
  );
  for (const person of people.filter((each) => hears(each, shop.slackTeam))) {
    const mine = overdue.cases.filter(({ case: each }) => (each.assignee ?? each.openedBy) === person.id);
    if (mine.length > 0)
      await say(deps, record, person.slackUser as string, `${effect.date}:${person.id}`, ownText(mine));
  }
  return { done: { sent: true } };
};

const hears = (person: Person, team: string | null): boolean =>
  person.role !== null && person.slackUser !== null && person.slackTeam === team && (person.notify ?? 'all') === 'all';

const ownText = (mine: readonly CaseSummary[]): string =>
  [
    `${mine.length === 1 ? 'One of your cases is' : `${mine.length} of your cases are`} overdue:`,
    ...mine.slice(0, NAMED).map(({ case: each, next }) => `• case ${each.number}, ${each.orderName}: ${next}`),
    ...(mine.length > NAMED ? [`… and ${mine.length - NAMED} more on your Home`] : []),
  ].join('\n');

const say = (deps: RunnerDeps, record: EffectRecord, channel: string, key: string, text: string): Promise<unknown> =>
  deps.channel.show(
    record.shop,
    // What an earlier attempt may have posted is looked for by its key.
    { channel, threadTs: null, ts: null, key: `digest:${key}`, retry: record.attempts > 1 },
    { kind: 'say', text, order: null, decision: null },
  );
