import { askedAbout, askedInGeneral } from './ask.ts';
import { askedOfCase } from './case-asked.ts';
import { noteOf } from './fields/note.ts';
import { reasonOf } from './fields/reason.ts';
import { readGerman } from './german.ts';
import { namesAmount } from './goods/amounts.ts';
import { type Action, aboutRmaOrOrder } from './intents/action.ts';
import { ACTIONS } from './intents/index.ts';
import { returnRequest } from './intents/return.ts';
import { numberAsked } from './number-asked.ts';
import { ORDER_MARK, RMA_MARK } from './references.ts';
import { asksForMore, hesitates, leavesOut, meansPart } from './speech/hesitation.ts';
import { deniedBehind, isBareNegation, negationBefore, takenBack } from './speech/negation.ts';
import { type Sentence, sentencesOf } from './speech/sentences.ts';
import { commandsSoftware } from './speech/software.ts';
import { type Subject, subjectOf, unknown } from './subject.ts';
import type { Intent, Interpret, Meaning } from './types.ts';

/** Longer texts are letters, not instructions; nothing is proposed from them. */
const LONGEST = 4_000;

type Heard = Readonly<{ action: Action; sentence: Sentence; negated: boolean }>;

const isKnown = (needs: Action['needs'], { order, rma }: Subject): boolean =>
  needs === 'either' ? order !== undefined || rma !== undefined : (needs === 'order' ? order : rma) !== undefined;

/** Every action that the sentences speak of. Questions ask for none. */
const hear = (sentences: readonly Sentence[], subject: Subject): Heard[] => {
  const heard: Heard[] = [];
  let forbidden = false;
  for (const sentence of sentences) {
    for (const action of sentence.question ? [] : ACTIONS) {
      if (!isKnown(action.needs, subject)) continue;
      const text = action.decides === 'own-words' ? sentence.own : sentence.text;
      const matches = [...text.matchAll(action.says)];
      if (matches.length === 0 || (action.unless?.test(text) ?? false)) continue;
      const negated = matches.map(
        (match) =>
          negationBefore(text, match.index, action.decides === undefined) !== null ||
          deniedBehind(text, match.index + match[0].length),
      );
      // Said once plainly and once with a "not", it is not clear.
      heard.push({ action, sentence, negated: forbidden || negated.some(Boolean) });
    }
    forbidden ||= isBareNegation(sentence.text);
  }
  return heard;
};

/** "Doesn't want the desk any more, give him an rma": why it is sent back, and no cancellation. */
const PLAINLY_CANCELS =
  /\bcancel|\bcall(?:s|ed|ing)? (?:\S+ )?off\b|\bvoid\b|\b(?:stop|kill|abort|axe|bin|nuke|drop|scrap|remove|take|withdraw\w*|back\w*|pull)\b/;
const reasonForReturn = (heard: readonly Heard[]): readonly Heard[] =>
  heard.some(({ action, negated }) => action.intent === 'rma.request' && !negated)
    ? heard.filter(({ action, sentence }) => action.intent !== 'order.cancel' || PLAINLY_CANCELS.test(sentence.text))
    : heard;

/** Several readings of one text, down to what it means. */
const settle = (heard: readonly Heard[]): Heard[] => {
  const intents = new Map(heard.map((each) => [each.action.intent, each]));
  return [...intents.values()].filter(
    ({ action }) => ![...intents.values()].some((other) => other.action.wins?.includes(action.intent) ?? false),
  );
};

/** Orders it may be said of several at once. */
const TAKES_ORDERS: readonly Intent[] = [
  'order.cancel',
  'rma.request',
  'rma.invite',
  'delivery.refused',
  'backorder.report',
  'backorder.answer',
];

const isAboutOneThing = ({ intent }: Action, { orders, oneList, text }: Subject): boolean =>
  orders.length < 2 ||
  (TAKES_ORDERS.includes(intent) &&
    oneList &&
    !/\b(?:the|only|just) (?:first|second|last|latter|former|newer|older|other|one)\b|\bone of\b/.test(text));

/** "Cancel one lamp, she keeps the other": with the lamp named, nothing new is said. */
const THE_OTHERS_STAY =
  /\b(?:keep(?:s|ing)?|leave|leaving) the (?:others?|rest|remaining|second|remainder)(?: ones?)?\b/g;

/** The clause the verb stands in: why it is asked for stands in others. */
const clauseOf = (sentence: string, { says }: Action): string => {
  const at = [...sentence.matchAll(says)][0]?.index ?? 0;
  const start = Math.max(...[',', ';', ':'].map((sign) => sentence.lastIndexOf(sign, at))) + 1;
  const end = /[,;:]|\b(?:because|since|as (?:she|he|they|it|the)|customer|she|he|they)\b/.exec(sentence.slice(at + 4));
  return sentence.slice(start, end === null ? undefined : at + 4 + end.index);
};

/** A part was meant, and which one was not understood: proposing the whole would be a wrong action. */
const widens = (meaning: Meaning, { text, orders }: Subject, { sentence, action }: Heard): boolean => {
  if (meaning.intent !== 'order.cancel' && meaning.intent !== 'rma.request' && meaning.intent !== 'rma.invite')
    return false;
  if (meaning.items !== undefined && orders.length > 1) return true;
  if (leavesOut(meaning.items === undefined ? text : text.replace(THE_OTHERS_STAY, ' '))) return true;
  if (meaning.intent !== 'order.cancel' || meaning.items !== undefined) return false;
  const clause = clauseOf(sentence.text, action);
  // "Cancel 20 dollars of #1001" is no cancellation of all of it.
  return meansPart(clause) || namesAmount(clause);
};

/** One word in a thread is no instruction: "return" may mean anything. Decisions are spoken shortly. */
const isTooBare = ({ intent }: Action, bare: string, { refersToNothing }: Subject): boolean =>
  refersToNothing &&
  !['refund.approve', 'refund.decline', 'rma.receive', 'rma.lost'].includes(intent) &&
  bare.split(' ').length < 2;

const proposed = (
  heard: readonly Heard[],
  sentences: readonly Sentence[],
  subject: Subject,
  bare: string,
): Meaning | null => {
  const meant = reasonForReturn(heard);
  const wanted = settle(meant.filter(({ negated }) => !negated));
  const unwanted = meant.filter(({ negated }) => negated);
  const [first] = wanted;
  if (first === undefined)
    return unwanted.length > 0 && !sentences.some(({ question }) => question) ? unknown(subject) : null;
  const { action, sentence } = first;
  const { text } = subject;
  const unclear =
    wanted.length > 1 ||
    unwanted.some((each) => each.action.intent === action.intent) ||
    // "Undo the cancellation" is plain; "don't cancel it, she keeps it" may be said of an order that nobody cancels.
    (action.intent === 'order.keep' && unwanted.length > 0 && /\b(?:not|never|no)\b/.test(text)) ||
    !isAboutOneThing(action, subject) ||
    isTooBare(action, bare, subject) ||
    /\b(?:and|&|plus|also|as well as) (?:all|every|the) (?:the )?(?:others?|rest|remaining|ones?|everything|other (?:orders|refunds|cases|ones))\b|\band (?:others|everything else|all of them|so on)\b/.test(
      text,
    ) ||
    sentences.some(({ question }) => question) ||
    asksForMore(text) ||
    takenBack(text) ||
    (action.decides !== undefined && hesitates(text));
  if (unclear) return unknown(subject);
  const meaning = action.of(subject, sentence);
  return meaning === null || widens(meaning, subject, first) ? unknown(subject) : meaning;
};

/** "#1003: the kettle leaks" asks for a return without saying so. */
const impliedReturn = (subject: Subject, sentences: readonly Sentence[]): Meaning | null => {
  const { orders, rma, text } = subject;
  if (orders.length !== 1 || rma !== undefined || sentences.some(({ question }) => question) || hesitates(text))
    return null;
  const reason = reasonOf(text);
  if (reason !== 'defective' && reason !== 'wrong_item_sent' && reason !== 'missing_item') return null;
  if (
    /\b(?:customs|address|website|payment|label|tracking|invoice|in transit|no longer|not (?:broken|defective|damaged|faulty|missing|cracked))\b/.test(
      text,
    )
  )
    return null;
  const meaning = returnRequest(subject);
  return meaning.intent === 'rma.request' && (meaning.items !== undefined || reason === 'wrong_item_sent')
    ? meaning
    : null;
};

/** The built-in interpreter. */
export const interpret: Interpret = (written, context = {}) => {
  if (written.length > LONGEST) return { intent: 'unknown' };
  const subject = subjectOf(written, context);
  const { text, order, rma, named, refersToNothing } = subject;
  if (commandsSoftware(text)) return unknown(subject);
  const [invalid] = named.invalidRmas;
  if (named.rmas.length === 0 && invalid !== undefined) return { intent: 'invalid_rma', rma: invalid };
  if (named.rmas.length > 1) return unknown(subject);

  const note = order === undefined && rma === undefined ? null : noteOf(written);
  if (note !== null) return { intent: 'case.note', ...aboutRmaOrOrder(subject), ...(note === '' ? {} : { note }) };

  const isNumber = numberAsked(text) !== null;
  if (rma !== undefined && (isNumber || askedOfCase(text) !== null)) return { intent: 'rma.show', rma };

  const german = readGerman(subject);
  if (german !== null) return german;

  const sentences = sentencesOf(text);
  const general = refersToNothing && !(isNumber && order !== undefined) ? askedInGeneral(subject, sentences) : null;
  if (general !== null) return general;

  const bare = text
    .replaceAll(ORDER_MARK, ' ')
    .replaceAll(RMA_MARK, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const heard = hear(sentences, subject);
  return (
    proposed(heard, sentences, subject, bare) ??
    trackedOnly(subject, sentences) ??
    impliedReturn(subject, sentences) ??
    askedAbout(subject, sentences, bare)
  );
};

/** A case and a carrier's number, and nothing else that is understood. */
const trackedOnly = ({ rma, named }: Subject, sentences: readonly Sentence[]): Meaning | null =>
  rma === undefined || named.tracking === null || sentences.some(({ question }) => question)
    ? null
    : {
        intent: 'rma.tracking',
        rma,
        tracking: named.tracking,
        ...(named.carrier === null ? {} : { carrier: named.carrier }),
      };
