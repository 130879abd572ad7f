import type { StaffMessage } from '../../policy/app/ports.ts';
import type { CaseRecord, ProposalRecord } from '../../policy/app/records.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { ACTION } from '../ids.ts';
import { slackDate } from '../text/dates.ts';
import { oneLine, safe, truncate } from '../text/escape.ts';
import {
  type ActionsElement,
  actions,
  button,
  context,
  header,
  type KnownBlock,
  listed,
  type Message,
  section,
  sectionIf,
} from './blocks.ts';
import { type DraftView, draftFacts, draftTitle, draftView } from './draft.ts';
import { missingBlocks, missingWords } from './missing.ts';
import { moneyText, moneyWords } from './money.ts';
import { orderItems, orderLine } from './order-line.ts';
import { samePhotosText } from './same-photos.ts';
import { deadlineText, verdictText, verdictWords, warningText } from './verdict.ts';

type ProposalMessage = Extract<StaffMessage, { kind: 'proposal' }>;

const placeOf = (order: OrderFacts | null, record: CaseRecord | null): string => {
  if (record !== null && record.rma !== null) return record.rma;
  if (record !== null) return `case ${record.number}`;
  return order === null ? 'an order' : truncate(oneLine(order.name), 60);
};

/** An order that shipped can't be cancelled, but be returned: the one thing to do next. */
export const offersReturn = (proposal: ProposalRecord): boolean =>
  proposal.state === 'open' &&
  proposal.draft.kind === 'cancellation.request' &&
  proposal.orderId !== null &&
  proposal.decision?.action === 'offer_return';

/** What the customer can send by a link of theirs, without an agent who passes it on. */
const CUSTOMERS_TO_SEND: ReadonlySet<string> = new Set(['photos', 'troubleshootingDone']);

/** Photos, or whether the steps helped, are missing, and all else is known: the customer may be asked for them. */
export const asksCustomer = ({ state, draft, missing }: ProposalRecord): boolean =>
  state === 'open' &&
  draft.kind === 'return.open' &&
  missing.length > 0 &&
  missing.every((field) => CUSTOMERS_TO_SEND.has(field)) &&
  draft.reason !== 'refused_delivery';

const buttonsOf = (proposal: ProposalRecord): KnownBlock[] => {
  const { id } = proposal;
  const startReturn = button('Start the return', ACTION.startReturn, `proposal:${id}`, { style: 'primary' });
  const confirmable = proposal.refusal === null && proposal.missing.length === 0;
  const elements: ActionsElement[] = [
    ...(offersReturn(proposal) ? [startReturn] : []),
    ...(confirmable ? [button('Confirm', ACTION.confirm, id, offersReturn(proposal) ? {} : { style: 'primary' })] : []),
    ...(asksCustomer(proposal) ? [button('Ask the customer…', ACTION.askCustomer, id)] : []),
    ...(proposal.draft.kind === 'return.open' ? [button('Change…', ACTION.edit, id)] : []),
    // Nothing to put off where it can't be done.
    button(
      confirmable || proposal.missing.length > 0 || offersReturn(proposal) ? 'Not now' : 'Close',
      ACTION.dismiss,
      id,
    ),
  ];
  return actions(elements);
};

const ENDED: Record<Exclude<ProposalRecord['state'], 'open'>, string> = {
  confirmed: ':white_check_mark:  *Confirmed*',
  dismissed: '*Not now*',
  lapsed: '*No longer open*',
};

const endOf = (proposal: ProposalRecord): string => {
  const ended = proposal.state === 'open' ? '' : ENDED[proposal.state];
  const by = proposal.endedByName === null ? '' : ` by ${safe(proposal.endedByName, 80)}`;
  return `${ended}${by}${proposal.endedAt === null ? '' : `, ${slackDate(proposal.endedAt)}`}`;
};

/**
 * What stands in the way although the policy has nothing against it. The verdict of a refusal says why by itself; beside
 * this one there is none to show, nor what would be paid, or by when: nothing of it is so.
 */
const obstacle = ({ decision, refusal }: ProposalRecord): string | null =>
  decision === null || decision.verdict === 'granted' ? refusal : null;

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const summary = (proposal: ProposalRecord, title: string): string => {
  if (proposal.state !== 'open') {
    const by = proposal.endedByName === null ? '' : ` by ${proposal.endedByName}`;
    return `${title}: ${proposal.state}${by}`;
  }
  const inTheWay = obstacle(proposal);
  const decision = inTheWay === null ? proposal.decision : null;
  const parts = [
    decision === null ? null : verdictWords(decision),
    inTheWay,
    moneyWords(decision),
    proposal.missing.length === 0 ? null : missingWords(proposal.missing),
  ].filter((part) => part !== null);
  return [title, ...parts.map(sentence)].join('. ');
};

/** No button could say what a person has to weigh; where it can be decided is said instead. */
const LEFT_TO_A_PERSON =
  'No button decides this. Change what was asked, or settle it in Shopify and write down what was done.';

const openBlocks = (
  proposal: ProposalRecord,
  facts: OrderFacts | null,
  draft: DraftView,
  title: string,
  same: string | null,
): KnownBlock[] => {
  const inTheWay = obstacle(proposal);
  const decision = inTheWay === null ? proposal.decision : null;
  const would = proposal.would.map((sentence) => `• ${safe(sentence, 250)}`);
  const warning = decision === null ? null : warningText(decision);
  return [
    header(title),
    ...(facts === null ? [] : [context(`${orderLine(facts)}\n${orderItems(facts)}`)]),
    ...sectionIf(listed(draftFacts(draft, facts))),
    ...sectionIf(same),
    ...(decision === null ? [] : [section(verdictText(decision))]),
    ...(inTheWay === null ? [] : [section(`:no_entry:  ${safe(inTheWay, 500)}`)]),
    ...(would.length > 0 ? [section(`*What would happen*\n${listed(would)}`)] : []),
    ...sectionIf(moneyText(decision, draft.remedy === 'exchange' ? 'exchange' : 'refund')),
    ...sectionIf(decision === null ? null : deadlineText(decision)),
    ...(warning === null ? [] : [context(warning)]),
    ...missingBlocks(proposal.missing, proposal.id),
    ...(decision?.verdict === 'needs-person' && proposal.refusal !== null ? [section(LEFT_TO_A_PERSON)] : []),
    ...buttonsOf(proposal),
    context(`Asked by ${safe(proposal.byName, 80)} · nothing has been done yet`),
  ];
};

/** What is left of it in the thread: what was asked, what was said to it, and who ended it when. */
const endedBlocks = (proposal: ProposalRecord, facts: OrderFacts | null, title: string): KnownBlock[] => {
  const decision = obstacle(proposal) === null ? proposal.decision : null;
  const money = moneyWords(decision);
  return [
    section(
      `*${safe(title, 150)}*${decision === null ? '' : `\n${verdictWords(decision)}${money === null ? '' : ` · ${money}`}`}`,
    ),
    ...(facts === null ? [] : [context(orderLine(facts))]),
    context(endOf(proposal)),
  ];
};

/** What was understood, what would happen, and the buttons that decide. Updated in place when it ends. */
export const proposalCard = ({ proposal, order, case: detail, samePhotos }: ProposalMessage): Message => {
  const facts = order?.facts ?? detail?.order ?? null;
  const draft = draftView(proposal.draft);
  const title = draftTitle(draft, placeOf(facts, detail?.case ?? null));
  const blocks =
    proposal.state === 'open'
      ? openBlocks(proposal, facts, draft, title, samePhotosText(samePhotos))
      : endedBlocks(proposal, facts, title);
  return { text: safe(summary(proposal, title), 600), blocks };
};
