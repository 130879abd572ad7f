import type { ReturnData } from '../../../../policy/app/records.ts';
import { apart } from '../apart.ts';
import { customer, type Opened, type Purpose, stands } from '../deps.ts';

/** P18: whether the steps helped. */
export const checklistPurpose: Purpose = {
  show: ({ detail, words, shop }, query) => {
    const values = { order: detail.case.orderName, case: detail.case.number };
    if (detail.case.state !== 'troubleshooting') {
      // What was noted, and not what was pressed: on another device somebody may have answered otherwise, or nobody did.
      const noted = notedIn(detail.case);
      const title = words.say(noted === null ? 'checklist.over.title' : 'checklist.done.title');
      const text = words.say(noted === null ? 'checklist.over.text' : `checklist.done.${noted}`, values);
      return { words, shop, title, paragraphs: [text] };
    }
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

/** null: nobody said whether the steps helped. */
const notedIn = ({ state, data }: Opened['detail']['case']): 'solved' | 'not-solved' | null => {
  if (state === 'closed_solved') return 'solved';
  return (data as ReturnData).troubleshootingDone === true ? 'not-solved' : null;
};
