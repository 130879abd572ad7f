import type { Person } from '../../policy/app/actors.ts';
import type { CaseSummary, IntentView } from '../../policy/app/read-model.ts';
import { ACTION } from '../ids.ts';
import { slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';
import { stateWords } from '../text/words.ts';
import { actions, button, context, divider, type HomeView, header, type KnownBlock, section } from './blocks.ts';
import { caseTitle } from './case-card.ts';

/** Two blocks each; a home has at most a hundred. */
const APPROVALS_SHOWN = 10;
const CASES_SHOWN = 20;

export type Queue = Readonly<{
  person: Person | null;
  waiting: readonly IntentView[];
  cases: readonly CaseSummary[];
  now: string;
}>;

const waitingBlocks = ({ intent, case: record, proposedByName }: IntentView): KnownBlock[] => [
  section(
    `*${formatAmount(intent.breakdown.total, intent.breakdown.currency)}*  ·  ${safe(caseTitle({ case: record }), 120)}\nproposed by ${safe(proposedByName ?? 'the policy', 80)} · approvals ${intent.approvals.length} of ${intent.approvalsNeeded}`,
  ),
  ...actions([
    button('Approve', ACTION.approve, intent.id, { style: 'primary' }),
    button('Decline…', ACTION.decline, intent.id),
    button('Open', ACTION.openCase, record.id),
  ]),
];

const caseBlocks = (summary: CaseSummary, now: string): KnownBlock[] => {
  const { case: record, dueAt } = summary;
  const due =
    dueAt === null ? '' : dueAt < now ? `  ·  *overdue* since ${slackDate(dueAt)}` : `  ·  due ${slackDate(dueAt)}`;
  return [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: `*${safe(caseTitle(summary), 120)}*  ·  ${stateWords(record.state)}${due}\n:arrow_right:  ${safe(summary.next, 250)}`,
      },
      accessory: button('Open', ACTION.openCase, record.id, { accessibility_label: `Open case ${record.number}` }),
    },
  ];
};

const more = (shown: number, all: number): KnownBlock[] =>
  all > shown ? [context(`… and ${all - shown} more in admin.`)] : [];

/** What waits: approvals first, then open cases, those due soonest on top. */
export const homeView = ({ person, waiting, cases, now }: Queue): HomeView => {
  const decides = person?.role === 'approver' || person?.role === 'owner';
  const sorted = cases.toSorted((a, b) => (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999'));
  return {
    type: 'home',
    blocks: [
      ...actions([button('New return…', ACTION.newReturn, 'new', { style: 'primary' })]),
      header(decides ? 'Waiting for you to approve' : 'Waiting for approval'),
      ...(waiting.length === 0
        ? [section('Nothing waits for approval.')]
        : waiting.slice(0, APPROVALS_SHOWN).flatMap(waitingBlocks)),
      ...more(APPROVALS_SHOWN, waiting.length),
      divider,
      header('Open cases'),
      ...(sorted.length === 0
        ? [section('No case is open. Write to me “cancel #1001”, or “RMA for #1003: 1 kettle, lid broken”.')]
        : sorted.slice(0, CASES_SHOWN).flatMap((summary) => caseBlocks(summary, now))),
      ...more(CASES_SHOWN, sorted.length),
    ],
  };
};

/** For somebody whom nobody has given a role yet. */
export const strangerHome = (): HomeView => ({
  type: 'home',
  blocks: [
    header('Welcome'),
    section('You have no role in this shop yet. Ask an owner to give you one in the app: Settings → People.'),
  ],
});
