import { actionsIn, type Found, settle } from './actions.ts';
import * as cues from './cues.ts';
import { fieldsOf, meaningOf, reasonOf } from './fields.ts';
import { ORDER_MARK, RMA_MARK } from './references.ts';
import { type Sentence, type Subject, sentencesOf, subjectOf, unknown } from './subject.ts';
import type { Intent, Interpret, Meaning } from './types.ts';

const NOTE =
  /^(?:‹\w+›[\s,:-]*)?(?:please\s+)?(?:(?:add|make|take|leave)\s+(?:a\s+)?note|note(?:\s+to\s+self)?|note\s+(?:on|for|that)|write\s+down|jot\s+down|remark|fyi|for\s+the\s+record)\b[\s:,-]*(?:(?:(?:on|for|to)\s+)?‹\w+›)?[\s:,-]*(?:that\s+)?(.*)$/is;

/** What may stand beside "don't refund" as its reason, without asking for something else. */
const BESIDE_A_REFUSAL: readonly Intent[] = [
  'rma.inspect',
  'refund.decline',
  'refund.approve',
  'rma.decline',
  'rma.receive',
];

/** The built-in interpreter. */
export const interpret: Interpret = (written, context = {}) => {
  const subject = subjectOf(written, context);
  const { text, order, rma, named } = subject;
  const bare = text
    .replaceAll(ORDER_MARK, ' ')
    .replaceAll(RMA_MARK, ' ')
    .replace(/[\s:,.-]+/g, ' ')
    .trim();

  if (cues.COMMANDS_SOFTWARE.test(text)) return unknown(subject);
  if (named.rmas.length === 0 && named.invalidRmas[0] !== undefined)
    return { intent: 'invalid_rma', rma: named.invalidRmas[0] };
  if (named.rmas.length > 1) return unknown(subject);
  const refersToNothing = named.orders.length === 0 && named.rmas.length === 0;
  if (refersToNothing && (cues.GREETING.test(text) || cues.HELP.test(text))) return { intent: 'help' };

  const note = NOTE.exec(subject.raw);
  if (note !== null && (order !== undefined || rma !== undefined)) {
    const words = note[1]?.replaceAll(ORDER_MARK, '').replaceAll(RMA_MARK, '').trim() ?? '';
    return { intent: 'case.note', ...fieldsOf.rmaOrOrder(subject), ...(words === '' ? {} : { note: words }) };
  }

  const sentences = sentencesOf(text);
  const found = actionsIn(sentences, subject);

  // "Don't refund RMA-…" decides; every other negation only says what is not wanted.
  const refusesRefund =
    found.some((action) => action.intent === 'refund.approve' && action.negated) &&
    !cues.PUTS_OFF.test(text) &&
    (rma !== undefined || order !== undefined);
  const instead = found.filter((action) => !action.negated).map((action) => action.intent);
  if (refusesRefund && !instead.includes('rma.request') && !sentences.some((sentence) => sentence.question)) {
    return settle(instead).some((intent) => !BESIDE_A_REFUSAL.includes(intent))
      ? unknown(subject)
      : meaningOf('refund.decline', text, subject);
  }

  const wanted = settle(found.filter((action) => !action.negated).map((action) => action.intent));
  const unwanted = found.filter((action) => action.negated);
  const first = wanted[0];
  if (wanted.length === 1 && first !== undefined && !contradicts(first, unwanted)) {
    if (several(first, subject)) return unknown(subject);
    const sentence = found.find((action) => action.intent === first && !action.negated)?.sentence ?? text;
    if (isBareInThread(first, bare, refersToNothing)) return unknown(subject);
    const meaning = meaningOf(first, sentence, subject);
    return widensTheRequest(meaning, text) || isHesitant(meaning, text) ? unknown(subject) : meaning;
  }
  if (wanted.length > 1) return unknown(subject);
  if (unwanted.length > 0 && !sentences.some((sentence) => sentence.question)) return unknown(subject);

  return questionOf(subject, sentences, bare, refersToNothing);
};

/** Money, orders and refusals are for decisions, not for thoughts; what happened to a parcel may be told in any words. */
const WEIGHTY: readonly Intent[] = ['order.cancel', 'rma.request', 'refund.approve', 'refund.decline', 'rma.decline'];
const isHesitant = ({ intent }: Meaning, text: string): boolean => WEIGHTY.includes(intent) && cues.HESITANT.test(text);

/** A part was meant, and which one was not understood: proposing the whole would be a wrong action. */
const widensTheRequest = (meaning: Meaning, text: string): boolean => {
  if (meaning.intent !== 'order.cancel' && meaning.intent !== 'rma.request') return false;
  if (cues.ALL_BUT.test(text)) return true;
  return meaning.intent === 'order.cancel' && meaning.items === undefined && cues.PART_ONLY.test(text);
};

/** "Not cancel, but return" leaves the return; "do not refund yet, approve later" leaves nothing. */
const contradicts = (wanted: Intent, unwanted: readonly Found[]): boolean =>
  unwanted.some(({ intent }) => intent === wanted);

const several = (intent: Intent, subject: Subject): boolean =>
  subject.orders.length > 1 && intent !== 'order.cancel' && intent !== 'rma.request';

/** One word is no instruction: "refund?" or "return" in a thread may mean anything. */
const isBareInThread = (intent: Intent, bare: string, refersToNothing: boolean): boolean =>
  refersToNothing && intent !== 'refund.approve' && intent !== 'refund.decline' && bare.split(' ').length < 2;

/** No action: a look-up, a question, or nothing we know. */
const questionOf = (
  subject: Subject,
  sentences: readonly Sentence[],
  bare: string,
  refersToNothing: boolean,
): Meaning => {
  const { text, order, rma } = subject;
  const asks = sentences.some((sentence) => sentence.question);
  const looksUp = cues.LOOK_UP.test(text);
  // In a thread, "it" is what the thread is about; elsewhere it is a manner of speaking.
  const pointsAtThread =
    (order !== undefined || rma !== undefined) && /\b(?:it|this|that one|he|she)\b(?! is our)/.test(text);
  if (refersToNothing && cues.QUEUE.test(text)) {
    const filter = filterOf(text);
    return { intent: 'queue.list', ...(filter === undefined ? {} : { filter }) };
  }
  if (refersToNothing && asks && cues.POLICY_WORDS.test(text) && !pointsAtThread) {
    return { intent: 'policy.ask', topic: bare };
  }
  if (refersToNothing && /\b(?:policy|clause)\b/.test(text)) return { intent: 'policy.ask', topic: bare };
  if (rma !== undefined) {
    return asks || looksUp || bare === '' ? { intent: 'rma.show', rma } : unknown(subject);
  }
  if (order !== undefined) {
    if (asks || looksUp || (bare === '' && !refersToNothing))
      return subject.orders.length > 1 ? unknown(subject) : { intent: 'order.show', order };
    const reason = reasonOf(text);
    if (
      !refersToNothing &&
      subject.orders.length === 1 &&
      (reason === 'defective' || reason === 'wrong_item_sent' || reason === 'missing_item')
    ) {
      return meaningOf('rma.request', text, subject);
    }
  }
  return unknown(subject);
};

const filterOf = (text: string): 'approvals' | 'overdue' | 'open' | 'mine' | undefined => {
  if (/\bapprov/.test(text)) return 'approvals';
  if (/\b(?:overdue|late|due)\b/.test(text)) return 'overdue';
  if (/\b(?:my|mine|me|i)\b/.test(text) && !/\bshow me\b|\bgive me\b/.test(text)) return 'mine';
  return /\bopen\b/.test(text) ? 'open' : undefined;
};
