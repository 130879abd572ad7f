import { HomeFilter, type Person } from '../../policy/app/actors.ts';
import type { Figures } from '../../policy/app/figures.ts';
import type { CaseSummary, IntentView } from '../../policy/app/read-model.ts';
import { shipsFirst } from '../../policy/app/ship-first.ts';
import { ACTION } from '../ids.ts';
import { slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';
import {
  actions,
  button,
  context,
  divider,
  type HomeView,
  header,
  type KnownBlock,
  option,
  plain,
  section,
} from './blocks.ts';
import { caseTitle } from './case-card.ts';
import { caseRow } from './case-row.ts';
import { type HomeWord, homeWords } from './home-words.ts';

/** Two blocks an approval, one a case; a home has at most a hundred. */
const APPROVALS_SHOWN = 10;
const CASES_SHOWN = 15;
/** Cases read for each part of a Home, and refunds: of as many there may be more. */
export const CASES_READ = 50;
const APPROVALS_READ = 200;
/** A home has at most a hundred blocks; the first of them are the buttons and the day's figures. */
const BLOCKS_BELOW = 96;

export type Queue = Readonly<{
  person: Person | null;
  /** In which they read it; null: English. */
  language: string | null;
  waiting: readonly IntentView[];
  /** Looked after by this person. */
  mine: readonly CaseSummary[];
  overdue: readonly CaseSummary[];
  /** The newest that are open. */
  cases: readonly CaseSummary[];
  /** Of theirs those that wait for staff, the longest untouched first. */
  mineWaiting?: readonly CaseSummary[];
  /** Parcels that are here, those that wait for longest first: for who works at the dock. */
  dock?: readonly CaseSummary[];
  figures: Figures | null;
  now: string;
}>;

type Say = (word: HomeWord) => string;

const decides = (person: Person | null): boolean => person?.role === 'approver' || person?.role === 'owner';

/** As far as a page can know: the press is judged where it is handled. */
export const mayDecide = (person: Person | null, { intent }: IntentView): boolean =>
  person !== null &&
  decides(person) &&
  intent.proposedBy !== person.id &&
  !intent.approvals.some((approval) => approval.personId === person.id);

const waitingBlocks = (
  { intent, case: record, proposedByName, delegatedToName }: IntentView,
  may: boolean,
  say: Say,
  language: string | null,
): KnownBlock[] => {
  const first = shipsFirst(record.data, intent.id);
  const worth = formatAmount(first?.worth ?? intent.breakdown.total, intent.breakdown.currency, language);
  const amount = first === null ? worth : `${say('replacement')} ${worth}`;
  const handed = delegatedToName == null ? '' : ` · ${say('handed-to')} ${safe(delegatedToName, 80)}`;
  return [
    section(
      `*${amount}*  ·  ${safe(caseTitle({ case: record }, say('case')), 120)}\n${say('proposed-by')} ${safe(proposedByName ?? say('the-policy'), 80)} · ${say('approvals')} ${intent.approvals.length} ${say('of')} ${intent.approvalsNeeded}${handed} · ${slackDate(intent.updatedAt)}`,
    ),
    ...actions([
      ...(may
        ? [
            button(say('approve'), ACTION.approve, intent.id, {
              style: 'primary',
              accessibility_label: `${say('approve')} ${amount}, ${record.orderName}`,
            }),
            button(say('decline'), ACTION.decline, intent.id),
            button(say('delegate'), ACTION.delegate, intent.id),
          ]
        : []),
      button(say('open'), ACTION.openCase, record.id),
    ]),
  ];
};

/** Of whom the next step waits: what stands behind the dash. */
const waitsFor = ({ next }: CaseSummary): string => next.split('—').at(-1)?.trim() ?? '';

/** Cases whose next step is this person's to take. */
const forMe = ({ person, mine, mineWaiting = [], dock = [], cases }: Queue): CaseSummary[] => {
  if (person === null) return [];
  const own = [...mineWaiting, ...mine].filter((each) => ['agent', 'a second person'].includes(waitsFor(each)));
  const here = person.role === 'warehouse' ? [...dock, ...cases].filter((each) => waitsFor(each) === 'warehouse') : [];
  return [...new Map([...own, ...here].map((each) => [each.case.id, each])).values()];
};

const soonest = (cases: readonly CaseSummary[]): CaseSummary[] =>
  cases.toSorted((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999') || b.case.number - a.case.number);

const todayText = (figures: Figures, waiting: number, say: Say, language: string | null): string =>
  [
    `*${say('today')}*`,
    `${figures.opened} ${say('opened')}`,
    `${figures.closed} ${say('closed')}`,
    ...figures.refunded
      .slice(0, 3)
      .map(({ minor, currency }) => `${formatAmount(minor, currency, language)} ${say('refunded')}`),
    `${waiting}${waiting >= APPROVALS_READ ? '+' : ''} ${say(waiting === 1 ? 'waiting-one' : 'waiting-count')}`,
    ...(figures.parcels === 0 ? [] : [`${figures.parcels} ${say(figures.parcels === 1 ? 'parcel' : 'parcels')}`]),
  ].join('  ·  ');

/** What waits: for this person first, then what they look after, what is late, and the rest; or one of these alone. */
export const homeView = (queue: Queue): HomeView => {
  const { person, waiting, now } = queue;
  const filter = person?.home ?? 'all';
  const words = homeWords(queue.language);
  const say: Say = (word) => words[word];

  const decidable = waiting
    .filter((each) => mayDecide(person, each))
    .toSorted((a, b) => Number(b.intent.delegatedTo === person?.id) - Number(a.intent.delegatedTo === person?.id));
  const others = waiting.filter((each) => !mayDecide(person, each));
  const me = forMe(queue);
  const shown = new Set<string>();
  const isFull = (list: readonly CaseSummary[] = []): boolean => list.length >= CASES_READ;
  const cases = (head: HomeWord, list: readonly CaseSummary[], isCut = isFull(list)): KnownBlock[] => {
    const left = soonest(list).filter(({ case: { id } }) => !shown.has(id));
    for (const { case: record } of left) shown.add(record.id);
    return left.length === 0
      ? []
      : [
          header(say(head)),
          ...left.slice(0, CASES_SHOWN).map((summary) => caseRow(summary, now, queue.language)),
          ...more(left.length - CASES_SHOWN, isCut, say),
        ];
  };
  const approvals = (head: HomeWord, list: readonly IntentView[], may: boolean): KnownBlock[] =>
    list.length === 0
      ? []
      : [
          header(say(head)),
          ...list.slice(0, APPROVALS_SHOWN).flatMap((view) => waitingBlocks(view, may, say, queue.language)),
          ...more(list.length - APPROVALS_SHOWN, waiting.length >= APPROVALS_READ, say),
        ];
  const othersHead: HomeWord = others.every(({ intent }) => intent.proposedBy === person?.id)
    ? 'head.own'
    : 'head.approvals';

  const body: Readonly<Record<HomeFilter, () => KnownBlock[]>> = {
    all: () => [
      ...approvals('head.approve', decidable, true),
      ...cases('head.waiting', me, isFull(queue.mineWaiting) || isFull(queue.dock)),
      ...cases('head.overdue', queue.overdue),
      ...cases('head.mine', queue.mine),
      ...approvals(othersHead, others, false),
      ...cases('head.open', queue.cases),
    ],
    waiting: () => [
      ...approvals('head.approve', decidable, true),
      ...cases('head.waiting', me, isFull(queue.mineWaiting) || isFull(queue.dock)),
    ],
    mine: () => cases('head.mine', queue.mine),
    approvals: () => [...approvals('head.approve', decidable, true), ...approvals(othersHead, others, false)],
    overdue: () => cases('head.overdue', queue.overdue),
  };
  const blocks = body[filter]();
  return {
    type: 'home',
    blocks: [
      ...actions([
        button(say('new-return'), ACTION.newReturn, 'new', { style: 'primary' }),
        button(say('desk'), ACTION.parcelDesk, 'desk'),
        button(say('settings'), ACTION.settings, 'mine'),
        {
          type: 'static_select',
          action_id: ACTION.homeFilter,
          placeholder: plain(say('show'), 150),
          options: HomeFilter.options.map((each) => option(say(`filter.${each}`), each)),
          initial_option: option(say(`filter.${filter}`), filter),
        },
      ]),
      ...(queue.figures === null ? [] : [context(todayText(queue.figures, waiting.length, say, queue.language))]),
      divider,
      ...(blocks.length === 0 ? [section(say(`none.${filter}`))] : upTo(BLOCKS_BELOW, blocks, say)),
    ],
  };
};

/** `isCut`: only so many were read, and there may be more of them. */
const more = (left: number, isCut: boolean, say: Say): KnownBlock[] =>
  left > 0 ? [context(`… ${left}${isCut ? '+' : ''} ${say('more')}`)] : [];

/** What does not fit is said to be there; no heading is left alone at the end. */
const upTo = (most: number, blocks: readonly KnownBlock[], say: Say): KnownBlock[] => {
  if (blocks.length <= most) return [...blocks];
  const kept = blocks.slice(0, most - 1);
  return [...(kept.at(-1)?.type === 'header' ? kept.slice(0, -1) : kept), context(`… ${say('more')}`)];
};

/** For somebody whom nobody has given a role yet. */
export const strangerHome = (language: string | null): HomeView => {
  const words = homeWords(language);
  return { type: 'home', blocks: [header(words['head.welcome']), section(words['no-role'])] };
};
