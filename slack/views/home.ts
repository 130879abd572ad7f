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
): KnownBlock[] => {
  const first = shipsFirst(record.data, intent.id);
  const worth = formatAmount(first?.worth ?? intent.breakdown.total, intent.breakdown.currency);
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
const forMe = (person: Person | null, mine: readonly CaseSummary[], open: readonly CaseSummary[]): CaseSummary[] => {
  if (person === null) return [];
  const own = mine.filter((each) => ['agent', 'a second person'].includes(waitsFor(each)));
  const dock = person.role === 'warehouse' ? open.filter((each) => waitsFor(each) === 'warehouse') : [];
  return [...own, ...dock.filter((each) => !own.some(({ case: { id } }) => id === each.case.id))];
};

const soonest = (cases: readonly CaseSummary[]): CaseSummary[] =>
  cases.toSorted((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999') || b.case.number - a.case.number);

const todayText = (figures: Figures, waiting: number, say: Say): string =>
  [
    `*${say('today')}*`,
    `${figures.opened} ${say('opened')}`,
    `${figures.closed} ${say('closed')}`,
    ...figures.refunded.slice(0, 3).map(({ minor, currency }) => `${formatAmount(minor, currency)} ${say('refunded')}`),
    `${waiting} ${say(waiting === 1 ? 'waiting-one' : 'waiting-count')}`,
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
  const me = forMe(person, queue.mine, queue.cases);
  const shown = new Set<string>();
  const cases = (head: HomeWord, list: readonly CaseSummary[]): KnownBlock[] => {
    const left = soonest(list).filter(({ case: { id } }) => !shown.has(id));
    for (const { case: record } of left) shown.add(record.id);
    return left.length === 0
      ? []
      : [
          header(say(head)),
          ...left.slice(0, CASES_SHOWN).map((summary) => caseRow(summary, now, queue.language)),
          ...more(left.length - CASES_SHOWN, say),
        ];
  };
  const approvals = (head: HomeWord, list: readonly IntentView[], may: boolean): KnownBlock[] =>
    list.length === 0
      ? []
      : [
          header(say(head)),
          ...list.slice(0, APPROVALS_SHOWN).flatMap((view) => waitingBlocks(view, may, say)),
          ...more(list.length - APPROVALS_SHOWN, say),
        ];
  const othersHead: HomeWord = others.every(({ intent }) => intent.proposedBy === person?.id)
    ? 'head.own'
    : 'head.approvals';

  const body: Readonly<Record<HomeFilter, () => KnownBlock[]>> = {
    all: () => [
      ...approvals('head.approve', decidable, true),
      ...cases('head.waiting', me),
      ...cases('head.overdue', queue.overdue),
      ...cases('head.mine', queue.mine),
      ...approvals(othersHead, others, false),
      ...cases('head.open', queue.cases),
    ],
    waiting: () => [...approvals('head.approve', decidable, true), ...cases('head.waiting', me)],
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
      ...(queue.figures === null ? [] : [context(todayText(queue.figures, waiting.length, say))]),
      divider,
      ...(blocks.length === 0 ? [section(say(`none.${filter}`))] : blocks.slice(0, 96)),
    ],
  };
};

const more = (left: number, say: Say): KnownBlock[] => (left > 0 ? [context(`… ${left} ${say('more')}`)] : []);

/** For somebody whom nobody has given a role yet. */
export const strangerHome = (language: string | null): HomeView => {
  const words = homeWords(language);
  return { type: 'home', blocks: [header(words['head.welcome']), section(words['no-role'])] };
};
