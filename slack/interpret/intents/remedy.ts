import type { MeaningOf } from '../types.ts';
import { type Action, words } from './action.ts';

type Outcome = MeaningOf<'rma.remedy'>['outcome'];

const EXCHANGE = '(?:exchange|replacement|swap|new one|another one)';
const REFUND = '(?:refund|money back|(?:the |her |his |their )?money)';
const EITHER = `(?:${EXCHANGE}|${REFUND})`;
const A = '(?:an? |the |to (?:get |have )?(?:an? |the )?)?';
const OF = '(?: (?:for|on|of))?(?: ‹rma›)?';

/** "Instead", "rather", "change to": the customer chose again, and the other of the two was noted before. */
export const choosesAgain: Action = {
  intent: 'rma.remedy',
  needs: 'rma',
  says: words(
    String.raw`(?:change|switch|convert|turn|move|set)(?:s|ing)?\b[^.;]{0,40}\b(?:to|into|as) ${A}${EITHER}`,
    String.raw`make (?:it|this|that|‹rma›) (?:an? |the )?${EITHER}`,
    String.raw`(?:would )?(?:rather|prefers?|sooner)(?: have| get| take| wants?| go for)? ${A}${EITHER}`,
    String.raw`${EITHER}(?: please)?${OF}(?: please)?,? (?:instead|after all|rather)`,
    String.raw`${EITHER}${OF} (?:rather than|instead of|not) ${A}${EITHER}`,
    String.raw`(?:wants?|would like|chose|chooses|decided (?:on|for)|opted for|opts for|asks? for|takes?|needs?) ${A}${EITHER} (?:now|rather than|instead of)`,
  ),
  unless:
    /\b(?:we|i|you|approver|boss|policy) (?:would |will |can |could |should )?(?:rather|prefer)\b|\bexchange rate\b|\bwait/,
  decides: 'any-words',
  wins: ['rma.request', 'refund.approve', 'rma.inspect', 'order.cancel'],
  of: ({ rma, text }) => {
    const outcome = outcomeChosen(text);
    return rma === undefined || outcome === null ? null : { intent: 'rma.remedy', rma, outcome };
  },
};

const NOT_CHOSEN = new RegExp(
  String.raw`\b(?:instead of|rather than|not|no longer|no|from|over) (?:wants? )?${A}(?:\w+ )?${EITHER}\b`,
  'g',
);

/** The one of the two that is left once what it replaces is taken out; null where both or none are. */
const outcomeChosen = (text: string): Outcome | null => {
  const chosen = text.replace(NOT_CHOSEN, ' ');
  const exchange = new RegExp(String.raw`\b${EXCHANGE}\b`).test(chosen);
  const refund = new RegExp(String.raw`\b${REFUND}\b`).test(chosen);
  return exchange === refund ? null : exchange ? 'exchange' : 'refund';
};
