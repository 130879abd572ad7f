import type { ReturnData } from '../../../../policy/app/records.ts';
import { isReplaced } from '../../../../policy/app/ship-first.ts';
import { apart } from '../apart.ts';
import { customer, type Purpose, stands } from '../deps.ts';

/** Until the goods are here. */
const OPEN: ReadonlySet<string> = new Set(['authorized', 'in_transit', 'grey_zone']);

/** P16, A19: refund or exchange. */
export const remedyPurpose: Purpose = {
  show: ({ detail, words, shop }) => {
    const data = detail.case.data as ReturnData;
    const values = { order: detail.case.orderName, rma: data.rma?.number ?? '' };
    if (!OPEN.has(detail.case.state) || isReplaced(data))
      return {
        words,
        shop,
        title: words.say('remedy.over.title'),
        paragraphs: [words.say('remedy.over.text', values)],
      };
    return {
      words,
      shop,
      title: words.say('remedy.title'),
      paragraphs: [words.say('remedy.text', values), words.say(`remedy.chosen.${data.remedy}`)],
      clauses: (['P16', 'P17'] as const).map((id) => ({ id, sentence: words.clause(id) })),
      // What stands already needs no button.
      choices: (['refund', 'exchange'] as const)
        .filter((value) => value !== data.remedy)
        .map((value) => ({ value, label: words.say(`remedy.instead.${value}`), hint: null })),
    };
  },
  press: async (deps, opened, { answer }) => {
    if (answer !== 'refund' && answer !== 'exchange')
      return { status: 400, page: apart('not-answered', opened.words, opened.shop) };
    const { id, version } = opened.detail.case;
    const outcome = await deps.handle(customer(opened, `remedy:${id}:${version}:${answer}`), {
      kind: 'return.remedy',
      caseId: id,
      remedy: answer,
      linkId: opened.link.id,
    });
    return stands(outcome) ? 'again' : { status: 409, page: apart('not-by-itself', opened.words, opened.shop) };
  },
};
