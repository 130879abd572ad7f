import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { Deadline, Decision } from '../../policy/decision.ts';
import { formatDeadline } from '../../policy/format.ts';
import { slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { listed } from './blocks.ts';

/** What a granted decision means, in the words an agent would use to a customer. */
const GRANTED: Record<Decision['action'], string> = {
  cancel_order: 'can be cancelled',
  refund_lines: 'can be cancelled in part: what has not shipped',
  offer_return: 'can be returned',
  wait: 'nothing to pay yet: wait',
  issue_rma: 'can be returned: an RMA is issued',
  refund: 'a refund is due',
  exchange: 'an exchange is due',
  reject: 'nothing is due',
  ask: 'after a question',
};

const cited = (decision: Decision): string =>
  decision.clauses.length === 0 ? '' : ` (${decision.clauses.join(', ')})`;

/** P13: a parcel that was refused comes back by itself, without a number. */
const isRefusedParcel = ({ action, clauses }: Decision): boolean => action === 'issue_rma' && clauses.includes('P13');

/** "Yes — can be cancelled (P11)": one line, no meaning by colour or emoji alone. */
export const verdictWords = (decision: Decision): string => {
  switch (decision.verdict) {
    case 'granted':
      return decision.action === 'wait'
        ? `Wait — nothing to pay yet${cited(decision)}`
        : `Yes — ${isRefusedParcel(decision) ? 'it comes back as a refused parcel' : GRANTED[decision.action]}${cited(decision)}`;
    case 'refused':
      return decision.action === 'offer_return'
        ? `No — too late to cancel, it has shipped; it can be returned${cited(decision)}`
        : `No — the policy refuses it${cited(decision)}`;
    case 'needs-info':
      return `Not yet — something is missing${cited(decision)}`;
    case 'needs-person':
      return `A person decides — the policy leaves it open${cited(decision)}`;
    default:
      return decision.verdict satisfies never;
  }
};

const MARK: Record<Decision['verdict'], string> = {
  granted: ':white_check_mark:',
  refused: ':no_entry:',
  'needs-info': ':information_source:',
  'needs-person': ':eyes:',
};

/** The verdict and its reasons, each with its clause. */
export const verdictText = (decision: Decision): string => {
  const reasons = decision.reasons.map((reason) => `• ${safe(reason.because)}  _${reason.clause}_`);
  return `${MARK[decision.verdict]}  *${verdictWords(decision)}*${reasons.length === 0 ? '' : `\n${listed(reasons, 6)}`}`;
};

/** What the law of the market may require beside the policy (never silent, never decided here). */
export const warningText = (decision: Decision): string | null =>
  decision.warnings.length === 0
    ? null
    : listed(
        decision.warnings.map(
          (warning) => `*${safe(warning.market, 20)}*  ${safe(warning.text, 250)} (${warning.clause})`,
        ),
        3,
      );

/**
 * The last day as the shop counts it, and the same instant in the reader's own zone: the two may fall on different days.
 */
export const lastDay = (deadline: Deadline): string =>
  `Last day *${formatDeadline(deadline)}*, ${slackDate(deadline.instant)} your time`;

export const deadlineText = (decision: Decision): string | null =>
  decision.rmaDeadline === null ? null : lastDay(decision.rmaDeadline);

/** What people decided in place of the policy, or against it, each with who and why; null where nobody did. */
export const judgedText = ({ entries }: Pick<CaseDetail, 'entries'>): string | null => {
  const judged = entries.filter(({ event }) => event === 'return.judge' || event.startsWith('return.judge.'));
  return judged.length === 0
    ? null
    : `*Decided by a person*\n${listed(
        judged
          .slice(-3)
          .map(
            ({ byName, text, clauses }) =>
              `• ${safe(byName, 60)}: ${safe(text, 300)}${clauses.length === 0 ? '' : `  _${clauses.join(', ')}_`}`,
          ),
      )}`;
};
