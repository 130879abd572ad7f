import type { CaseDetail, OrderView } from '../../policy/app/read-model.ts';
import type { Ask, Decision } from '../../policy/decision.ts';
import { formatDeadline } from '../../policy/format.ts';
import type { SlackDeps } from '../deps.ts';
import { askedOfCase } from '../interpret/case-asked.ts';
import { type AskedNumber, numberAsked } from '../interpret/number-asked.ts';
import { takeReferences } from '../interpret/references.ts';
import { normalise } from '../interpret/spelling.ts';
import { KIND_WORDS, stateWords, stateWordsInside } from '../text/words.ts';
import { caseTitle } from '../views/case-card.ts';
import { shippingWords } from '../views/order-line.ts';
import { type Answer, tell } from './answer.ts';
import { askedWords, refundWords } from './asked-words.ts';
import { whatIf } from './what-if.ts';

/** What the policy would say, where it can be asked at all (an order with nothing left can't). */
const previewOf = async (deps: SlackDeps, shop: string, orderId: string, ask: Ask): Promise<Decision | null> => {
  try {
    return await deps.preview(shop, orderId, ask);
  } catch (error) {
    deps.log.debug({ order: orderId, ask: ask.kind, err: error }, 'nothing to preview');
    return null;
  }
};

const openCaseWords = (view: OrderView): string =>
  view.openCases.length === 0
    ? 'No open case.'
    : `Open: ${view.openCases.map((each) => `case ${each.number}${each.rma === null ? '' : ` (${each.rma})`}, ${(KIND_WORDS[each.kind] ?? each.kind).toLowerCase()}, ${stateWordsInside(each.state)}`).join('; ')}.`;

/** An order as it stands, and what the policy would say to what the question imagines: a cancellation, where it does not say. */
export const showOrder = async (deps: SlackDeps, shop: string, view: OrderView, text: string): Promise<Answer> => {
  const { facts } = view;
  const { ask, says } = whatIf(text, facts);
  const decision = facts.cancelledAt === null ? await previewOf(deps, shop, facts.id, ask) : null;
  const tracking = facts.fulfillments
    .flatMap((fulfillment) => fulfillment.tracking)
    .map((each) => [each.company, each.number].filter(Boolean).join(' '));
  const lines = [
    `${facts.name}: ${facts.financialStatus.replaceAll('_', ' ')}, ${shippingWords(facts)}${tracking.length === 0 ? '' : ` (${tracking.slice(0, 3).join(', ')})`}. ${openCaseWords(view)}`,
    decision === null ? null : says,
  ];
  return tell(lines.filter((line) => line !== null).join('\n'), { orderId: facts.id, decision });
};

/** A number to pass on, with what goes with it. */
const numberWords = (detail: CaseDetail, asked: AskedNumber): string | null => {
  const { data, rma, number, closedAt } = detail.case;
  if (data.kind !== 'return') return null;
  const what = rma ?? `case ${number}`;
  if (asked === 'tracking')
    return data.tracking === null
      ? `There is no tracking number of ${what} yet.`
      : `Tracking of ${what}: ${[data.tracking.carrier, data.tracking.number].filter(Boolean).join(' ')}`;
  if (rma === null) return null;
  const deadline = closedAt === null ? (data.rma?.deadline ?? null) : null;
  return `The RMA number is ${rma}.${deadline === null ? '' : ` Last day: ${formatDeadline(deadline)}`}`;
};

/** @param text  what was asked, in plain words */
export const showCase = (detail: CaseDetail, text = ''): Answer => {
  const question = normalise(takeReferences(text).rest);
  const number = numberAsked(question);
  const asked = askedOfCase(question);
  const passed = number !== null ? numberWords(detail, number) : asked !== null ? askedWords(detail, asked) : null;
  if (passed !== null) return tell(passed);
  const next = detail.case.closedAt === null ? `Next: ${detail.next}` : 'Nothing is left to do.';
  return tell(
    [`${caseTitle(detail)}: ${stateWords(detail.case.state)}. ${next}`, refundWords(detail)]
      .filter((line) => line !== null)
      .join('\n'),
    { decision: detail.decisions.at(-1)?.decision ?? null },
  );
};
