import type { StaffMessage } from '../../policy/app/ports.ts';
import type { RefundIntentRecord } from '../../policy/app/records.ts';
import { shipsFirst } from '../../policy/app/ship-first.ts';
import { ACTION } from '../ids.ts';
import { slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';
import { actions, button, context, header, type KnownBlock, type Message, section, sectionIf } from './blocks.ts';
import { caseTitle } from './case-card.ts';
import { breakdownText } from './money.ts';
import { itemsAfter, namedItems, orderLine } from './order-line.ts';
import { judgedText, verdictText } from './verdict.ts';

type ApprovalMessage = Extract<StaffMessage, { kind: 'approval' }>;

/** What became of it, once it no longer waits. */
const ENDED: Record<Exclude<RefundIntentRecord['state'], 'awaiting_approval' | 'proposed' | 'new'>, string> = {
  needs_person: 'Back with a person',
  approved: 'Approved',
  rejected: 'Declined',
  expired: 'No longer open: nobody decided in time',
  superseded: 'No longer open: the order changed, and it is reckoned again',
  executing: 'Approved, being paid',
  succeeded: 'Approved and paid',
  failed: 'Approved, but Shopify refused it',
  unknown: 'Approved; being checked with Shopify',
  settlement_failed: 'Approved, but the bank sent it back',
};

const progress = (intent: RefundIntentRecord): string => `${intent.approvals.length} of ${intent.approvalsNeeded}`;

const approvals = (intent: RefundIntentRecord): string =>
  intent.approvals
    .map((approval) => `:white_check_mark:  ${safe(approval.name, 80)}, ${slackDate(approval.at)}`)
    .join('\n');

const WAITING = ['new', 'proposed', 'awaiting_approval'] as const satisfies readonly RefundIntentRecord['state'][];
const endOf = (state: RefundIntentRecord['state']): string | null =>
  WAITING.some((each) => each === state) ? null : ENDED[state as keyof typeof ENDED];

/** Approved, and still to be stopped. */
const stopButton = (intent: RefundIntentRecord, what: string): KnownBlock[] =>
  actions([
    button('Stop', ACTION.stopRefund, intent.id, {
      style: 'danger',
      accessibility_label: `Stop the ${what}`,
    }),
  ]);

const footer = (intent: RefundIntentRecord, what: string, stopUntil: string | null): KnownBlock[] => {
  const end = endOf(intent.state);
  if (intent.state === 'approved' && stopUntil !== null)
    return [
      section(`*Approved*: it goes out at ${slackDate(stopUntil, '{time_secs}')}. Until then it can be stopped.`),
      ...stopButton(intent, what),
    ];
  if (end === null) {
    return actions([
      button('Approve', ACTION.approve, intent.id, {
        style: 'primary',
        accessibility_label: `Approve the ${what}`,
      }),
      button('Decline…', ACTION.decline, intent.id, { style: 'danger' }),
      button('Hand over…', ACTION.delegate, intent.id),
    ]);
  }
  const why = intent.lastError === null || intent.state === 'succeeded' ? '' : ` — ${safe(intent.lastError, 300)}`;
  return [context(`*${end}*${why} · ${slackDate(intent.updatedAt)}`)];
};

/** How much, why, reckoned how, who proposed it; two buttons while it waits, and who decided afterwards. */
export const approvalCard = ({ view, case: detail, stopUntil = null }: ApprovalMessage): Message => {
  const { intent } = view;
  const first = shipsFirst(detail.case.data, intent.id);
  const amount = formatAmount(first?.worth ?? intent.breakdown.total, intent.breakdown.currency);
  const payout = first === null ? `refund of ${amount}` : `replacement before its goods (worth ${amount})`;
  const end = endOf(intent.state);
  const waits = end === null;
  const { data } = detail.case;
  const items = data.lines === null ? null : namedItems(detail.order, data.lines);
  const proposer = view.proposedByName === null ? 'by the policy' : `by ${safe(view.proposedByName, 80)}`;

  const blocks: KnownBlock[] = [
    header(
      first === null
        ? waits
          ? `Approve ${amount}?`
          : `Refund of ${amount}`
        : `Replacement before its goods${waits ? '?' : ''} (${amount})`,
    ),
    section(
      [
        items === null ? `*${safe(caseTitle(detail), 120)}*` : itemsAfter(`*${safe(caseTitle(detail), 120)}*`, items),
        `Proposed ${proposer}${waits || intent.approvals.length > 0 ? ` · approvals ${progress(intent)}` : ''}${waits && view.delegatedToName != null ? ` · handed to *${safe(view.delegatedToName, 80)}*` : ''}`,
      ].join('\n'),
    ),
    ...(view.decision === null ? [] : [section(verdictText(view.decision))]),
    ...sectionIf(judgedText(detail)),
    section(
      first === null
        ? breakdownText(intent.breakdown)
        : `It goes out before the goods are back: ${safe(first.because, 300)}\nWorth ${amount}. Nothing is paid, now or when they are back.`,
    ),
    ...(intent.approvals.length === 0 ? [] : [section(approvals(intent))]),
    ...footer(intent, payout, stopUntil),
    // Once it is decided nobody redraws it when the order is read again: what it had paid would stay.
    ...(waits ? [context(orderLine(detail.order))] : []),
  ];
  const state = end === null ? `waiting for approval, ${progress(intent)}` : end.toLowerCase();
  return {
    text: safe(`${payout.charAt(0).toUpperCase()}${payout.slice(1)} for ${caseTitle(detail)}: ${state}`, 600),
    blocks,
  };
};
