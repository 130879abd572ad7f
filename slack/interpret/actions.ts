import * as cues from './cues.ts';
import { resultOf } from './fields.ts';
import type { Sentence, Subject } from './subject.ts';
import type { Intent } from './types.ts';

/** The verbs that a negation before them turns round; a customer who will not wait has given an answer all the same. */
const NEGATABLE: Partial<Record<Intent, string>> = {
  'order.cancel': String.raw`cancel\w*|void|call off`,
  'rma.request': 'return(?:ing)?|rma|exchange|send|replace|swap|open|start|issue|create',
  'refund.approve': 'approve|refund|pay|release|ok|fine|go ahead',
  'refund.decline': 'decline|reject|deny|refuse|block',
  'rma.decline': 'decline|reject|deny|refuse',
  'rma.extend': 'extend|give|more',
  'rma.receive': 'arrived?|received?|here|come|came|in|landed|delivered|got',
  'rma.tracking': 'sent|shipped|posted|mailed|on',
  'rma.lost': 'lost|missing',
  'delivery.refused': 'refused?|reject(?:ed)?',
  'backorder.report': 'out of stock|sold out|discontinued|backorder(?:ed)?',
  'case.assign': 'assign|hand|give|pass',
};

const NEGATIONS = new Map(Object.entries(NEGATABLE).map(([intent, verb]) => [intent, cues.negated(verb)]));

/** Whole words, and never inside a mark. */
const CUES = cues.ACTIONS.map((cue) => ({ ...cue, pattern: new RegExp(`(?<![\\w‹-])(?:${cue.verb})(?![\\w])`) }));

const isNegated = (intent: Intent, sentence: string): boolean => NEGATIONS.get(intent)?.test(sentence) ?? false;

/** A cancellation said with a negation in it: "no longer wants it". */
const WANTS_NO_MORE = /\b(?:no longer (?:wants?|needs?|wanted|needed)|(?:does|do) not (?:want|need))\b/;

export type Found = Readonly<{ intent: Intent; negated: boolean; sentence: string }>;

const needsMet = (needs: 'order' | 'rma' | 'either', subject: Subject): boolean => {
  if (needs === 'rma') return subject.rma !== undefined;
  if (needs === 'order') return subject.order !== undefined;
  return subject.rma !== undefined || subject.order !== undefined;
};

/** Every action that the sentences ask for, and whether they ask against it. Questions ask for none. */
export const actionsIn = (sentences: readonly Sentence[], subject: Subject): Found[] => {
  const found: Found[] = [];
  for (const { text, question } of sentences) {
    if (question) continue;
    for (const cue of CUES) {
      if (!needsMet(cue.needs, subject)) continue;
      if (cue.intent === 'rma.inspect') {
        if (resultOf(text) !== null) found.push({ intent: cue.intent, negated: false, sentence: text });
        continue;
      }
      if (!cue.pattern.test(text)) continue;
      const wantsNoMore =
        cue.intent === 'order.cancel' && WANTS_NO_MORE.test(text) && !/\bnot (?:want|need) to\b|\bcancel/.test(text);
      found.push({ intent: cue.intent, negated: !wantsNoMore && isNegated(cue.intent, text), sentence: text });
    }
  }
  return found;
};

/** Of two intents that one sentence may mean, the one it does mean. */
const WINS: Partial<Record<Intent, readonly Intent[]>> = {
  'delivery.refused': ['rma.request', 'order.cancel', 'rma.receive'],
  'backorder.answer': ['rma.request', 'order.cancel', 'backorder.report', 'refund.approve', 'refund.decline'],
  'backorder.report': ['rma.request', 'order.cancel', 'refund.approve'],
  'refund.decline': ['rma.decline', 'refund.approve', 'rma.inspect', 'rma.receive', 'rma.tracking', 'rma.request'],
  'rma.decline': ['rma.inspect', 'rma.receive', 'rma.tracking', 'rma.request'],
  'refund.approve': ['rma.inspect', 'rma.receive', 'rma.tracking'],
  'rma.extend': ['rma.tracking', 'rma.receive', 'rma.inspect', 'rma.request'],
  'rma.lost': ['rma.tracking', 'rma.receive', 'rma.inspect'],
  'rma.inspect': ['rma.receive', 'rma.tracking', 'rma.request'],
  'rma.receive': ['rma.tracking', 'rma.request'],
  'rma.tracking': ['rma.request'],
  'case.assign': ['rma.request', 'order.cancel', 'rma.inspect'],
};

/** Several cues of one sentence, down to what it means. */
export const settle = (intents: readonly Intent[]): Intent[] => {
  const unique = [...new Set(intents)];
  return unique.filter(
    (intent) => !unique.some((other) => other !== intent && (WINS[other]?.includes(intent) ?? false)),
  );
};
