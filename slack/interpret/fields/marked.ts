const NUMBER = '(?:the |an? |any |its )?(?:rma(?:[ -](?:number|no|nr|code))?|number|marking|‹rma›)';

const UNMARKED = new RegExp(
  [
    'unmarked|unlabell?ed|blank box',
    `(?:no|without|missing|lacks?|lacking) ${NUMBER}`,
    `${NUMBER} (?:is |was )?(?:missing|not (?:on|written|marked|visible|there|shown|outside))`,
    '(?:is|was|are|were)? ?not (?:marked|labell?ed|on the (?:box|outside|parcel|label)|written)',
    'nothing (?:is |was )?(?:written|marked|on the (?:box|outside|parcel))',
    '(?:does|did) not (?:have|show|carry|bear) (?:the |an? |any )?(?:rma|number)',
    '(?:is|was) not\\b[^.;]{0,20}\\b(?:outside|on the box)',
    'forgot (?:to write |to put )?(?:the )?(?:rma|number)',
  ]
    .map((source) => `\\b(?:${source})\\b`)
    .join('|'),
);
const MARKED = new RegExp(
  [
    `${NUMBER} (?:is |was |are )?(?:clearly |correctly |properly )?(?:on|written|marked|visible|outside|printed|there|readable)`,
    `(?:with|has|shows?|says|bears|carries|and) ${NUMBER} (?:is )?(?:on|written|outside|clearly|marked|visible)`,
    '(?:label|box|outside|parcel|package) (?:says|shows|has|bears|carries|states|with) (?:the )?(?:rma|number)',
    'marked|labell?ed|written on|number on it|rma on it',
    '(?:rma|number) on (?:the )?(?:outside|box|label|parcel|package|carton)|on the outside',
  ]
    .map((source) => `(?<!un)\\b(?:${source})`)
    .join('|'),
);

/** Whether the RMA number was on the outside of the parcel; undefined where the text does not say. */
export const markedOf = (text: string): boolean | undefined =>
  UNMARKED.test(text) ? false : MARKED.test(text) ? true : undefined;
