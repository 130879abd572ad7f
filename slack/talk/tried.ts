const STEPS = '(?:trouble-?shooting|trouble shooting|check-?list|all (?:of )?the steps|the steps|reset)';
const LEAD_UP = '(?:\\w+ ){0,3}';

/** "Troubleshooting done", "we went through the checklist", "tried all the steps, still dead". */
const TRIED = new RegExp(
  [
    `\\b${STEPS} (?:is |was |has been |were |already |all )*(?:done|complete|completed|finished|did not help|did nothing|failed|tried|gone through)\\b`,
    `\\b(?:did|done|tried|finished|completed|went through|gone through|been through|walked (?:her|him|them) through|after) ${LEAD_UP}${STEPS}\\b`,
  ].join('|'),
);
/** What was not done, is still to be done, or is asked about. */
const NOT_TRIED = new RegExp(
  [
    `\\b(?:not|never|without|no|before|skip(?:ped)?|yet to|refuse[sd]? to|will|should|must|can|could|please|pending|if) ${LEAD_UP}${STEPS}\\b`,
    `\\b${STEPS} (?:is |was |are |were |has |have )?(?:not (?!help)|pending|open|to do|next|still)`,
    `\\b(?:did|has|have|was) ${LEAD_UP}not ${LEAD_UP}${STEPS}\\b`,
    '\\?',
  ].join('|'),
);

/** Whether a text says that the customer went through the troubleshooting and it did not help (P18). Narrow on purpose. */
export const saysTried = (text: string): boolean => {
  const words = text.toLowerCase().replaceAll('’', "'").replace(/n't\b/g, ' not').replace(/\s+/g, ' ');
  return TRIED.test(words) && !NOT_TRIED.test(words);
};
