import type { CaseDetail } from '../../policy/app/read-model.ts';
import { formatDeadline } from '../../policy/format.ts';
import type { AskedOfCase } from '../interpret/case-asked.ts';
import { formatAmount } from '../text/money.ts';
import { resultWords, stateWordsInside } from '../text/words.ts';
import { INTENT_WORDS, latestDecision, reasonOf } from '../views/case-card.ts';
import { lineTitle } from '../views/order-line.ts';

/** How the newest refund that counts stands, in words; null where there is none. */
export const refundWords = ({ intents }: CaseDetail): string | null => {
  const newest = intents.filter((intent) => intent.state !== 'superseded').at(-1);
  if (newest === undefined) return null;
  const approvers = newest.approvals.map(({ name }) => name).join(', ');
  const by = approvers === '' ? '' : `; approved by ${approvers}`;
  return `The refund of ${formatAmount(newest.breakdown.total, newest.breakdown.currency)}: ${INTENT_WORDS[newest.state]}${by}.`;
};

const nextWords = ({ case: record, next }: CaseDetail): string => (record.closedAt === null ? ` Next: ${next}` : '');

/** Last days that are over, whatever the calendar says. */
const OVER: ReadonlySet<string> = new Set(['expired', 'grey_zone']);

const deadlineWords = (detail: CaseDetail, what: string): string => {
  const { data, state, closedAt } = detail.case;
  const last = data.kind === 'return' ? (data.rma?.deadline ?? null) : null;
  if (last === null) return `${what} has no last day.${nextWords(detail)}`;
  const day = formatDeadline(last);
  if (closedAt !== null) return `${what} has ended (${stateWordsInside(state)}). Its last day was ${day}.`;
  if (data.kind === 'return' && data.parcel !== null) return `The parcel of ${what} is here. Its last day was ${day}.`;
  return OVER.has(state)
    ? `The last day of ${what} was ${day}.${nextWords(detail)}`
    : `The last day of ${what} is ${day}.`;
};

/** What somebody gave back past us counts for whoever asks what the customer has. */
const byHandWords = ({ case: { data }, order: { currency } }: CaseDetail): string => {
  const amount = (data.byHand ?? []).reduce((sum, refund) => sum + refund.amount, 0);
  return amount === 0 ? '' : ` Refunded in Shopify by hand: ${formatAmount(amount, currency)}.`;
};

const moneyWords = (detail: CaseDetail, what: string): string => {
  const { data, closedAt } = detail.case;
  const { currency } = detail.order;
  const more = `${byHandWords(detail)}${nextWords(detail)}`;
  const refund = refundWords(detail);
  if (refund !== null) {
    const counts = detail.intents.filter(({ state }) => state !== 'superseded');
    if (data.kind === 'return' && data.remedy === 'exchange' && counts.at(-1)?.breakdown.total === 0)
      return `${what} is an exchange: the same goes out as came back, and nothing is paid.${more}`;
    const paid = counts.filter(({ state }) => state === 'succeeded');
    const total = paid.reduce((sum, { breakdown }) => sum + breakdown.total, 0);
    const inAll = counts.length > 1 && paid.length > 0 ? ` Paid in all: ${formatAmount(total, currency)}.` : '';
    return `${what}: ${refund.charAt(0).toLowerCase()}${refund.slice(1)}${inAll}${more}`;
  }
  if (closedAt !== null) return `${what} has ended without a refund of ours.${more}`;
  const estimate = latestDecision(detail)?.estimate ?? null;
  const would =
    estimate === null || estimate.total === null
      ? ''
      : ` The estimate is ${formatAmount(estimate.total, estimate.currency)}.`;
  return `${what}: no refund has been proposed yet.${would}${more}`;
};

const testWords = (detail: CaseDetail, what: string): string => {
  const words = resultWords(reasonOf(detail));
  const counts = new Map<string, number>();
  for (const { lineItemId, result, goods } of detail.units) {
    if (result === null) continue;
    const line = detail.order.lines.find(({ id }) => id === lineItemId);
    const pending = goods === 'rejected_pending' ? ' (a second person has to agree)' : '';
    const key = `${line === undefined ? 'an item' : lineTitle(line)}: ${words[result].toLowerCase()}${pending}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (counts.size === 0) return `Nothing of ${what} has been tested yet.${nextWords(detail)}`;
  return [`The test of ${what}:`, ...[...counts].map(([key, count]) => `• ${count} × ${key}`)].join('\n');
};

const WORDS: Readonly<Record<AskedOfCase, (detail: CaseDetail, what: string) => string>> = {
  deadline: deadlineWords,
  money: moneyWords,
  test: testWords,
};

/** The answer to a question about a return, from the case itself; null of a case that is none. */
export const askedWords = (detail: CaseDetail, asked: AskedOfCase): string | null => {
  const { data, rma, number } = detail.case;
  return data.kind === 'return' ? WORDS[asked](detail, rma ?? `case ${number}`) : null;
};
