import { isReplaced } from '../../../../policy/app/ship-first.ts';
import { apart } from '../apart.ts';
import { customer, type Opened, type Purpose, stands } from '../deps.ts';
import type { CustomerPage } from '../page.ts';

/** Stages from which a request can still be called off: nothing has come back, nothing was carried out. */
const OPEN: Readonly<Record<string, ReadonlySet<string>>> = {
  return: new Set([
    'intake',
    'evidence_pending',
    'troubleshooting',
    'review',
    'authorized',
    'in_transit',
    'grey_zone',
    'suspected_lost',
    'expired',
  ]),
  cancellation: new Set(['requested', 'recalling', 'partial_offer', 'needs_agent']),
};
const DONE: ReadonlySet<string> = new Set(['canceled', 'withdrawn', 'closed_solved']);

const isDone = ({ case: { kind, state } }: Opened['detail']): boolean =>
  kind === 'cancellation' ? state === 'withdrawn' : DONE.has(state);

/** P5, P10: they keep it after all. */
export const withdrawPurpose: Purpose = {
  show: ({ detail, words, shop }): CustomerPage => {
    const { kind, state, orderName: order, number } = detail.case;
    const values = { order, case: number };
    const over = (name: 'done' | 'over'): CustomerPage => ({
      words,
      shop,
      title: words.say(`withdraw.${name}.title`),
      paragraphs: [words.say(`withdraw.${name}.text`, values)],
    });
    if (isDone(detail)) return over('done');
    // P17: what went out first has to be answered with the goods.
    if (!OPEN[kind]?.has(state) || isReplaced(detail.case.data)) return over('over');
    return {
      words,
      shop,
      title: words.say('withdraw.title'),
      paragraphs: [words.say(kind === 'cancellation' ? 'withdraw.text.cancellation' : 'withdraw.text', values)],
      choices: [{ label: words.say('withdraw.yes'), value: 'withdraw', hint: null }],
    };
  },
  press: async (deps, opened, { answer }) => {
    if (answer !== 'withdraw') return { status: 400, page: apart('not-answered', opened.words, opened.shop) };
    const { id, kind, data } = opened.detail.case;
    // Opened again, it may be called off again.
    const outcome = await deps.handle(customer(opened, `withdraw:${id}:${data.reopened ?? 0}`), {
      kind: kind === 'cancellation' ? 'cancellation.withdraw' : 'return.cancel',
      caseId: id,
      linkId: opened.link.id,
    });
    return stands(outcome) ? 'again' : { status: 409, page: apart('not-by-itself', opened.words, opened.shop) };
  },
};
