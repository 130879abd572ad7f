import { stands } from '../../policy/app/deadline-stands.ts';
import type { SamePhoto } from '../../policy/app/evidence.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { RefundIntentRecord } from '../../policy/app/records.ts';
import { isReminder } from '../../policy/app/reminders.ts';
import { shipsFirst } from '../../policy/app/ship-first.ts';
import type { Decision } from '../../policy/decision.ts';
import { formatDeadline } from '../../policy/format.ts';
import { readersDates, slackDate } from '../text/dates.ts';
import { oneLine, safe, truncate } from '../text/escape.ts';
import type { Links } from '../text/links.ts';
import { formatAmount } from '../text/money.ts';
import { capital, dueWords, KIND_WORDS, REASON_WORDS, resultWords, stateWords, workWords } from '../text/words.ts';
import { backorderFacts } from './backorder-actions.ts';
import { actions, context, header, type KnownBlock, listed, type Message, section, sectionIf } from './blocks.ts';
import { caseActions } from './case-actions.ts';
import { breakdownText, moneyText } from './money.ts';
import { bothSums, moneyFacts, previewSums } from './money-actions.ts';
import { itemsAfter, lineTitle, namedItems, orderItems, orderLine } from './order-line.ts';
import { samePhotosText } from './same-photos.ts';
import { judgedText, lastDay, verdictText, warningText } from './verdict.ts';

/** `Case 12 · #1003 · RMA-4F7K2QZ`. @param word  what a case is called where it is read */
export const caseTitle = (detail: Pick<CaseDetail, 'case'>, word = 'Case'): string =>
  [`${word} ${detail.case.number}`, truncate(oneLine(detail.case.orderName), 60), detail.case.rma]
    .filter((part) => part !== null)
    .join(' · ');

export const latestDecision = (detail: CaseDetail): Decision | null => detail.decisions.at(-1)?.decision ?? null;

export const INTENT_WORDS: Record<RefundIntentRecord['state'], string> = {
  new: 'being reckoned',
  proposed: 'proposed',
  needs_person: 'needs a person',
  awaiting_approval: 'waiting for approval',
  approved: 'approved',
  rejected: 'declined',
  expired: 'found no approver in time',
  superseded: 'replaced by a new reckoning',
  executing: 'being paid',
  succeeded: 'paid',
  failed: 'failed',
  unknown: 'being checked with Shopify',
  settlement_failed: 'sent back by the bank',
};

/** Of what goes out instead of money. */
const FIRST_WORDS: Partial<typeof INTENT_WORDS> = { executing: 'being sent', succeeded: 'on its way' };

/** A24: the same goes out as came back. */
const isEven = ({ breakdown }: RefundIntentRecord, data: CaseDetail['case']['data']): boolean =>
  data.kind === 'return' && data.remedy === 'exchange' && breakdown.total === 0;

/** The refund that counts: the newest that was not replaced. */
const currentIntent = (detail: CaseDetail): RefundIntentRecord | null =>
  detail.intents.filter((intent) => intent.state !== 'superseded').at(-1) ?? null;

const itemsOf = (detail: CaseDetail): string => {
  const { data } = detail.case;
  return data.lines === null ? orderItems(detail.order) : namedItems(detail.order, data.lines);
};

/** P13: what became of a parcel that did not reach the customer, once somebody has said. */
const FOUND: Readonly<Record<string, string>> = {
  refused: 'Refused at the door: coming back',
  wrong_address: 'Wrong address, our mistake: coming back',
};
const standsWords = ({ state, data }: CaseDetail['case']): string =>
  (state === 'refused_suspected' && data.kind === 'return' && FOUND[data.undelivered?.finding ?? '']) ||
  stateWords(state);

/** What a return says beside its state: reason, pictures, tracking, parcel. */
const returnFacts = (detail: CaseDetail): string[] => {
  const { data } = detail.case;
  if (data.kind !== 'return') return [];
  return [
    `*Reason*  ${REASON_WORDS[data.reason]}${data.because === null || data.because === '' ? '' : `: ${safe(data.because, 140)}`}`,
    data.remedy === 'exchange' ? '*Wanted*  an exchange' : null,
    data.photos.length === 0 ? null : `*Photos*  ${data.photos.length}`,
    data.tracking === null
      ? null
      : `*Tracking*  ${safe([data.tracking.carrier, data.tracking.number].filter(Boolean).join(' '), 120)}`,
    data.lost == null
      ? null
      : `*Parcel*  lost on its way, sent with ${data.lost.labelBy === 'merchant' ? 'our label' : "the customer's own label"}`,
    data.extension == null
      ? null
      : `*${safe(data.extension.byName, 60)} asks for ${data.extension.days} more ${data.extension.days === 1 ? 'day' : 'days'}*  ${safe(data.extension.because, 300)}`,
    data.parcel === null
      ? null
      : `*Parcel*  here since ${slackDate(data.parcel.receivedAt)}${data.parcel.rmaMarked === false ? ' · RMA number was not on the outside' : ''}`,
  ].filter((line) => line !== null);
};

export const reasonOf = ({ case: { data } }: CaseDetail) => (data.kind === 'return' ? data.reason : null);

/** `2 × Headphones: defect confirmed, accepted`: units of one line with one result are one line. */
const testedLines = (detail: CaseDetail): string[] => {
  const words = resultWords(reasonOf(detail));
  const counts = new Map<string, number>();
  for (const unit of detail.units) {
    if (unit.result === null) continue;
    const line = detail.order.lines.find((candidate) => candidate.id === unit.lineItemId);
    const pending = unit.goods === 'rejected_pending' ? ' (a second person has to agree)' : '';
    const key = `${line === undefined ? 'an item' : safe(lineTitle(line), 60)}: ${words[unit.result].toLowerCase()}${pending}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `• ${count} × ${key}`);
};

/** States that a return is in once its last day is over. */
const AFTER_LAST_DAY: ReadonlySet<string> = new Set(['expired', 'grey_zone']);

/** The day that counts, unless the next step says it already. */
const deadlineLine = (detail: CaseDetail): string | null => {
  const { data, state, closedAt } = detail.case;
  if (closedAt !== null) return null;
  const rma = data.kind === 'return' && data.parcel === null ? (data.rma?.deadline ?? null) : null;
  if (rma !== null) {
    const day = formatDeadline(rma);
    if (AFTER_LAST_DAY.has(state)) return `The last day was *${day}*`;
    return detail.next.includes(day) ? `In your time  ${slackDate(rma.instant)}` : lastDay(rma);
  }
  const [due] = detail.deadlines
    .filter((deadline) => stands(deadline) && !isReminder(deadline))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (due === undefined || detail.next.includes(due.dueAt.slice(0, 16).replace('T', ' '))) return null;
  const what = dueWords(due.kind);
  const when = due.state === 'late' ? `*Overdue* since ${slackDate(due.dueAt)}` : `Due ${slackDate(due.dueAt)}`;
  return `${when}${what === null ? '' : `: ${what}`}`;
};

const intentText = (intent: RefundIntentRecord, data: CaseDetail['case']['data']): string => {
  const approvals = intent.approvals.map((approval) => safe(approval.name, 60)).join(', ');
  const by = approvals === '' ? '' : ` · approved by ${approvals}`;
  const first = shipsFirst(data, intent.id);
  const goesOut = FIRST_WORDS[intent.state] ?? INTENT_WORDS[intent.state];
  const what =
    first !== null
      ? `*Replacement before its goods: ${goesOut}*${by}\nWorth ${formatAmount(first.worth, intent.breakdown.currency)}; nothing is paid`
      : isEven(intent, data)
        ? `*Replacement: ${goesOut}*${by}\nThe same goes out as came back; nothing is paid`
        : `*Refund ${INTENT_WORDS[intent.state]}*${by}\n${breakdownText(intent.breakdown)}`;
  return `${what}${
    intent.lastError === null || intent.state === 'succeeded'
      ? ''
      : `\n:warning:  ${safe(capital(intent.lastError), 300)}`
  }`;
};

/** Work that somebody has to look at: parked, refused or unknown effects. */
const troubleText = (detail: CaseDetail): string | null => {
  const stuck = detail.effects.filter((effect) => effect.state === 'parked' || effect.state === 'unknown');
  return stuck.length === 0
    ? null
    : listed(
        [
          ...stuck.map(({ kind, state, lastError }) => {
            const stands = state === 'parked' ? 'stopped' : 'being checked';
            return `:warning:  *${safe(workWords(kind), 80)}*: ${stands}${lastError === null ? '' : `, ${safe(lastError, 250)}`}`;
          }),
          ...(stuck.some(({ state }) => state === 'parked')
            ? ['It can be tried again in Shopify, under *Parked work*.']
            : []),
        ],
        4,
      );
};

const summary = (detail: CaseDetail): string => {
  const intent = currentIntent(detail);
  const money =
    intent === null || shipsFirst(detail.case.data, intent.id) !== null || isEven(intent, detail.case.data)
      ? ''
      : ` Refund ${formatAmount(intent.breakdown.total, intent.breakdown.currency)}, ${INTENT_WORDS[intent.state]}.`;
  const next = detail.case.closedAt === null ? ` Next: ${detail.next}.` : '';
  return `${caseTitle(detail)}: ${stateWords(detail.case.state)}.${next}${money}`;
};

/** What is next; of a case that has ended, what is said beyond its state. */
export const nextLine = ({ case: record, next }: CaseDetail): string => {
  if (record.closedAt === null) return `\n:arrow_right:  ${readersDates(safe(next, 300))}`;
  const end = next.replace(/^done: /, '');
  return end === stateWords(record.state).toLowerCase() ? '' : `\n${safe(end, 300)}`;
};

/** Of a case that has ended without money, what a return would have given is no news any more. */
const isPromiseOfBefore = (detail: CaseDetail): boolean =>
  detail.case.closedAt !== null && latestDecision(detail)?.action === 'issue_rma';

/** What is known beyond the case itself. */
export type CardExtras = Readonly<{ samePhotos?: readonly SamePhoto[]; links?: Links }>;

const linksText = ({ case: record }: CaseDetail, links: Links | undefined): string =>
  links === undefined
    ? ''
    : `\n<${links.order(record.shop, record.orderId)}|Order in Shopify>  ·  <${links.case(record.shop, record.id)}|Case in Shopify>`;

/** The one message that shows a case: where it stands, what is next and by whom, on which clauses, and the money. */
export const caseCard = (detail: CaseDetail, more: CardExtras = {}): Message => {
  const decision = latestDecision(detail);
  const intent = currentIntent(detail);
  const { case: record } = detail;
  // What was lost nobody has looked at.
  const tested = record.data.kind === 'return' && record.data.lost != null ? [] : testedLines(detail);

  const blocks: KnownBlock[] = [
    header(caseTitle(detail)),
    section(
      `*${standsWords(record)}*${record.closedAt === null ? '' : ` · ended ${slackDate(record.closedAt)}`}${nextLine(detail)}`,
    ),
    ...sectionIf(deadlineLine(detail)),
    section(
      listed([
        itemsAfter(`*${KIND_WORDS[record.kind] ?? record.kind}*`, itemsOf(detail)),
        ...returnFacts(detail),
        ...backorderFacts(detail),
        ...(record.data.reopening == null
          ? []
          : [
              `*${safe(record.data.reopening.byName, 60)} asks to open it again*  ${safe(record.data.reopening.because, 300)}`,
            ]),
        ...moneyFacts(detail),
      ]),
    ),
    ...(tested.length === 0
      ? []
      : [section(`*${reasonOf(detail) === 'defective' ? 'Tested' : 'Looked at'}*\n${listed(tested, 6)}`)]),
    ...(decision === null || isPromiseOfBefore(detail) ? [] : [section(verdictText(decision))]),
    ...sectionIf(judgedText(detail)),
    ...sectionIf(
      intent === null
        ? isPromiseOfBefore(detail)
          ? null
          : moneyText(decision, record.data.kind === 'return' ? record.data.remedy : 'refund')
        : intentText(intent, record.data),
    ),
    ...sectionIf(intent === null ? previewSums(detail) : bothSums(intent)),
    ...(decision === null || warningText(decision) === null ? [] : [context(warningText(decision) ?? '')]),
    ...sectionIf(samePhotosText(more.samePhotos)),
    ...sectionIf(troubleText(detail)),
    ...actions(caseActions(detail)),
    context(
      `${orderLine(detail.order)}${detail.openedByName === null ? '' : `  ·  confirmed by ${safe(detail.openedByName, 80)}, ${slackDate(record.createdAt)}`}  ·  updated ${slackDate(record.updatedAt)}${linksText(detail, more.links)}`,
    ),
  ];
  return { text: readersDates(safe(summary(detail), 600)), blocks };
};
