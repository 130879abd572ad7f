import type { Command } from '../../policy/app/commands.ts';
import type { ProposalRecord } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';
import { type Intent, interpret } from '../interpret/index.ts';
import { takeItems } from '../interpret/items.ts';
import { takeReferences } from '../interpret/references.ts';
import { parseAmount } from '../text/money.ts';
import { plainText } from '../text/plain.ts';
import { bindItems } from './bind-items.ts';
import type { Said } from './respond.ts';
import { saysTried } from './tried.ts';

const YES = /^(?:yes|yep|yeah|y|sure|done|correct|it was|they did|still (?:broken|dead|not working))\b[\s.!]*$/i;
const NO = /^(?:no|nope|not yet|n)\b[\s.!]*$/i;
const AMOUNT =
  /^(?:it (?:was|cost)|cost(?:s)?(?: us)?|shipping (?:was|cost))?\s*[$€£¥]?\s*\d{1,6}(?:[.,]\d{1,3})?\s*(?:[$€£¥]|[a-z]{3})?[\s.!]*$/i;
const TAKES_PHOTOS = new Set(['return.open', 'unit.inspect']);

type Fields = Record<string, unknown>;

/** Yes or no, where exactly one such question is open. */
const yesOrNo = (words: string, missing: readonly string[]): Fields => {
  const asked = missing.filter((field) => field === 'troubleshootingDone' || field === 'artificialDamageDeclared');
  if (asked.includes('troubleshootingDone') && saysTried(words)) return { troubleshootingDone: true };
  const [field] = asked;
  if (asked.length !== 1 || field === undefined || !(YES.test(words) || NO.test(words))) return {};
  return { [field]: YES.test(words) };
};

/** What tells of goods and parcels may well be a reason; what asks or instructs is something else. */
const MAY_BE_REASONS: ReadonlySet<Intent> = new Set<Intent>([
  'unknown',
  'rma.inspect',
  'rma.lost',
  'rma.receive',
  'rma.tracking',
  'delivery.refused',
  'backorder.report',
  'backorder.answer',
]);
/** A thread that is about both, whichever it is: only what kind of thing is said counts here. */
const ANY_THREAD = { order: '#1', rma: 'RMA-4F7K2QZ' };

/** Words that tell something answer "why", where that alone is asked; "where is it?" and "approve it" do not. */
const reason = (words: string, missing: readonly string[]): Fields => {
  const [field] = missing;
  const isAsked = missing.length === 1 && (field === 'because' || field === 'reasonGiven');
  if (!isAsked || words.trim() === '' || words.includes('?')) return {};
  return MAY_BE_REASONS.has(interpret(words, ANY_THREAD).intent) ? { [field]: words.trim().slice(0, 500) } : {};
};

const amount = async (deps: SlackDeps, said: Said, words: string, proposal: ProposalRecord): Promise<Fields> => {
  if (!proposal.missing.includes('originalShippingCost') || !AMOUNT.test(words) || proposal.orderId === null) return {};
  const order = await deps.read.order(said.shop, proposal.orderId);
  const minor = order === null ? null : parseAmount(words, order.facts.currency);
  return minor === null ? {} : { originalShippingCost: minor };
};

/** The items or the reason, where the card asks for them. */
const details = async (deps: SlackDeps, said: Said, words: string, proposal: ProposalRecord): Promise<Fields> => {
  const fields: Fields = {};
  const order = proposal.orderId === null ? null : await deps.read.order(said.shop, proposal.orderId);
  if (order === null) return fields;
  if (proposal.missing.includes('reason')) {
    const meaning = interpret(`rma for ${order.facts.name}: ${words}`);
    if (meaning.intent === 'rma.request' && meaning.reason !== undefined) fields.reason = meaning.reason;
  }
  if (proposal.missing.includes('lines')) {
    const items = takeItems(words);
    const bound = items.length === 0 ? null : bindItems(order.facts, items, 'return');
    if (bound?.ok === true) fields.lines = bound.lines;
  }
  return fields;
};

/** Whether the text is about something else than the proposal it answers. */
export const speaksOfOthers = (words: string): boolean => {
  const { orders, rmas, invalidRmas } = takeReferences(words);
  return orders.length > 0 || rmas.length > 0 || invalidRmas.length > 0;
};

/** A reply in the thread of an open proposal that gives what its card asks for; null where it does not. */
export const amendByReply = async (
  deps: SlackDeps,
  said: Said,
  proposal: ProposalRecord | null,
): Promise<Command | null> => {
  if (proposal === null) return null;
  const words = plainText(said.text);
  if (speaksOfOthers(words)) return null;
  const photos = TAKES_PHOTOS.has(proposal.draft.kind) && said.photos.length > 0 ? { photos: said.photos } : {};
  const fields: Fields = {
    ...photos,
    ...yesOrNo(words, proposal.missing),
    ...(await amount(deps, said, words, proposal)),
    ...reason(words, proposal.missing),
    ...(await details(deps, said, words, proposal)),
  };
  return Object.keys(fields).length === 0 ? null : { kind: 'proposal.amend', proposalId: proposal.id, fields };
};
