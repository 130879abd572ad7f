import type { Draft } from '../../policy/app/commands.ts';
import type { CaseRecord } from '../../policy/app/records.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import type { SlackDeps } from '../deps.ts';
import type { MeaningOf, NamedItem } from '../interpret/index.ts';
import { shippedUnits } from '../views/order-line.ts';
import { type Answer, propose, tell } from './answer.ts';
import type { Place } from './bind.ts';
import { bindItems } from './bind-items.ts';
import { findOrder } from './find.ts';

/** The longest note a command takes. */
const NOTE = 500;

/** Of something that is known to be out of stock: it is not only late. */
const NEVER_COMES = /\bdiscontinue|\bno longer (?:made|produced|available|sold)|\bnever (?:be |come|coming)/i;

/** P6: something of an order can't be supplied. What is unclear is asked, never guessed: the customer is written to. */
export const bindShortage = async (
  deps: SlackDeps,
  { order, items }: MeaningOf<'backorder.report'>,
  { shop, text }: Place,
): Promise<Answer> => {
  const found = await findOrder(deps.read, shop, order ?? '');
  if (!found.ok) return found.answer;
  const { facts, openCases } = found.value;
  const [known, another] = openCases.filter((one) => one.kind === 'backorder');
  if (known !== undefined && another === undefined && NEVER_COMES.test(text ?? ''))
    return propose({ kind: 'backorder.discontinued', caseId: known.id, because: (text ?? '').slice(0, NOTE) });
  if (openLines(facts).length === 0)
    return tell(`Nothing of ${facts.name} is left to ship, so nothing of it can be out of stock.`, {
      orderId: facts.id,
    });
  const lines = items === undefined ? onlyLine(facts) : namedLines(facts, items);
  if (typeof lines === 'string')
    return tell(`I did not propose anything: ${lines}. Say which one, and how many.`, { orderId: facts.id });
  return propose({ kind: 'backorder.report', orderId: facts.id, ...(lines === null ? {} : { lines }) });
};

const namedLines = (facts: OrderFacts, items: readonly NamedItem[]): Draft['lines'] => {
  const bound = bindItems(facts, items, 'cancel');
  return bound.ok ? bound.lines : bound.because;
};

const openLines = (facts: OrderFacts) => {
  const shipped = shippedUnits(facts);
  return facts.lines
    .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity - (shipped.get(line.id) ?? 0) }))
    .filter((line) => line.quantity > 0);
};

/** Where only one thing is left to ship, that is what is missing. */
const onlyLine = (facts: OrderFacts) => {
  const open = openLines(facts);
  return open.length === 1 ? open : null;
};

/** P8, P9: what the customer said. The agent's own words are the note of how they heard it. */
export const bindShortageAnswer = async (
  deps: SlackDeps,
  { order, answer }: MeaningOf<'backorder.answer'>,
  { shop, case: detail, text }: Place,
): Promise<Answer> => {
  const note = text === undefined ? {} : { note: text.slice(0, NOTE) };
  const proposeFor = (one: Pick<CaseRecord, 'id'>) =>
    propose({ kind: 'backorder.answer', caseId: one.id, answer, ...note });
  const isMeant = order === undefined || detail?.case.orderName === order;
  if (detail?.case.kind === 'backorder' && isMeant) return proposeFor(detail.case);
  const found = await findOrder(deps.read, shop, order ?? detail?.case.orderName ?? '');
  if (!found.ok) return found.answer;
  const [only, second] = found.value.openCases.filter((one) => one.kind === 'backorder');
  const { name, id } = found.value.facts;
  if (only === undefined)
    return tell(`Nothing of ${name} is known to be out of stock. Say what is: “${name}: 1 kettle is out of stock”.`, {
      orderId: id,
    });
  if (second !== undefined)
    return tell(`${name} has several shortages: answer in the thread of the one that is meant.`);
  return proposeFor(only);
};
