import { apart } from '../apart.ts';
import { customer, type Purpose, stands } from '../deps.ts';

/** P18: whether the steps helped. */
export const checklistPurpose: Purpose = {
  show: ({ detail, words, shop }, query) => {
    const values = { order: detail.case.orderName, case: detail.case.number };
    if (detail.case.state !== 'troubleshooting')
      return {
        words,
        shop,
        title: words.say('checklist.done.title'),
        paragraphs: [words.say('checklist.done.text', values)],
      };
    const choices = (['solved', 'not-solved'] as const).map((value) => ({
      value,
      label: words.say(`checklist.${value}`),
      hint: words.say(`checklist.${value}.hint`),
    }));
    return {
      words,
      shop,
      title: words.say('checklist.title'),
      paragraphs: [words.say('checklist.text', values)],
      clauses: [{ id: 'P18', sentence: words.clause('P18') }],
      choices: query.answer === 'not-solved' ? choices.toReversed() : choices,
    };
  },
  press: async (deps, opened, { answer }) => {
    if (answer !== 'solved' && answer !== 'not-solved')
      return { status: 400, page: apart('not-answered', opened.words, opened.shop) };
    const outcome = await deps.handle(customer(opened, `checklist:${opened.link.id}:${answer}`), {
      kind: 'return.supply',
      caseId: opened.detail.case.id,
      photos: [],
      solved: answer === 'solved',
      linkId: opened.link.id,
    });
    return stands(outcome) ? 'again' : { status: 409, page: apart('not-by-itself', opened.words, opened.shop) };
  },
};
