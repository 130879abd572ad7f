import { assigneeOf } from '../fields/assignee.ts';
import { type Action, aboutRmaOrOrder, words } from './action.ts';

const CASE = '(?:it|this|that|this one|that one|the case|this case|case ‹\\w+›|case|‹rma›|‹order›)';

export const assign: Action = {
  intent: 'case.assign',
  needs: 'either',
  says: words(
    're-?assign|assign|assigning',
    `(?:hand|give|pass|transfer|forward|route|send|escalate|delegate|move)(?:ing)? (?:${CASE} )?(?:over |on )*to(?= (?!the customer|customer|her money|him\\b|her\\b|us\\b|sender|dhl|ups|the (?:carrier|courier|bank)))`,
    `hand(?:ing)? over ${CASE}|hand ${CASE} over`,
    `[a-z-]+ (?:takes?|will take|is taking|should take) (?:over|care of) ${CASE}`,
    `i (?:will take|take|am taking|can take|will handle|have got|will do|am on) (?:over |care of )?${CASE}|taking over ${CASE}`,
    `let [a-z-]+ (?:handle|take|do|have) (?:over )?${CASE}`,
    `put [a-z-]+ on ${CASE}`,
    'for @\\w+',
  ),
  unless:
    /\b(?:was|were|been|already|is) (?:re-?)?assigned\b|\bput (?:a |the )?\w* ?(?:note|label|sticker|hold|comment)\b/,
  wins: ['rma.request', 'order.cancel', 'rma.inspect', 'rma.receive', 'rma.tracking'],
  of: (subject) => {
    const to = assigneeOf(subject.written);
    return { intent: 'case.assign', ...aboutRmaOrOrder(subject), ...(to === null ? {} : { to }) };
  },
};
