import type { CaseDetail } from '../../../../policy/app/read-model.ts';
import { sum } from '../../../../policy/money/money.ts';
import { showAmount } from '../../../../policy/texts/customer/amounts.ts';
import { showDeadline } from '../../../../policy/texts/customer/dates.ts';
import { CUSTOMER_WORDS, type CustomerWord, type Words } from '../../../../policy/texts/customer/index.ts';
import { apart } from '../apart.ts';
import type { Opened, Purpose } from '../deps.ts';
import { itemsOf } from '../show.ts';

const KNOWN: ReadonlySet<string> = new Set(CUSTOMER_WORDS);

/** How a case stands, in one sentence for the customer. */
const standsAt = ({ case: { kind, state } }: CaseDetail, words: Words): string => {
  const word = `state.${kind}.${state}`;
  if (KNOWN.has(word)) return words.say(word as CustomerWord);
  return words.say(kind === 'cancellation' ? 'state.cancellation.open' : 'state.return.review');
};

/** P5: how a case stands. It only shows: nothing can be pressed. */
export const statePurpose: Purpose = {
  show: (opened) => {
    const { detail, words, shop, settings } = opened;
    const { data, orderName, number } = detail.case;
    const rma = data.kind === 'return' ? data.rma : null;
    // What comes back in several parcels is paid for in several refunds.
    const paid = detail.intents.filter(({ state }) => state === 'succeeded').map(({ breakdown }) => breakdown);
    const [first] = paid;
    return {
      words,
      shop,
      title: words.say('state.title', { order: orderName, case: number }),
      paragraphs: [standsAt(detail, words)],
      facts: [
        ...(rma === null ? [] : [{ label: words.say('state.rma'), value: rma.number }]),
        ...(rma?.deadline && isWaited(detail)
          ? [
              {
                label: words.say(settings['deadline.basis'] === 'received' ? 'state.due' : 'state.due.sent'),
                value: showDeadline(rma.deadline, words),
              },
            ]
          : []),
        ...(first === undefined
          ? []
          : [
              {
                label: words.say('amounts.refund'),
                value: showAmount(sum(paid.map(({ total }) => total)), first.currency, words),
              },
            ]),
      ],
      items: itemsOf(detail, data.lines ?? [], words),
      links: hasLabel(opened) ? [{ label: words.say('state.label-sheet'), url: '?sheet' }] : [],
    };
  },
  press: async (_deps, opened) => ({ status: 400, page: apart('not-answered', opened.words, opened.shop) }),
};

const isWaited = ({ case: { state } }: CaseDetail): boolean =>
  state === 'authorized' || state === 'in_transit' || state === 'expired';

/** The sheet helps until the parcel is here. */
export const hasLabel = ({ detail }: Pick<Opened, 'detail'>): boolean =>
  detail.case.data.kind === 'return' && detail.case.data.rma !== null && isWaited(detail);
