import type { CaseDetail, OrderView } from '../../policy/app/read-model.ts';
import { ACTION } from '../ids.ts';
import { safe } from '../text/escape.ts';
import { stateWords, stateWordsInside } from '../text/words.ts';
import { actions, button, context, type KnownBlock, section } from './blocks.ts';
import { caseTitle, nextLine } from './case-card.ts';
import { orderItems, orderLine } from './order-line.ts';

/** What a shared link to an order shows. */
export const linkedOrder = ({ facts, openCases }: OrderView): KnownBlock[] => [
  section(`${orderLine(facts)}\n${orderItems(facts)}`),
  ...openCases
    .slice(0, 3)
    .flatMap((each) => [
      context(`Case ${each.number}${each.rma === null ? '' : ` · ${each.rma}`}: ${stateWordsInside(each.state)}`),
      ...actions([button('Open', `${ACTION.openCase}:${each.number}`, each.id)]),
    ]),
];

/** What a shared link to a case shows. */
export const linkedCase = (detail: CaseDetail): KnownBlock[] => [
  section(`*${safe(caseTitle(detail), 120)}*  ·  ${stateWords(detail.case.state)}${nextLine(detail)}`),
  context(orderLine(detail.order)),
  ...actions([button('Open', ACTION.openCase, detail.case.id)]),
];
