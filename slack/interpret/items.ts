import type { NamedItem } from './types.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  both: 2,
  single: 1,
};
const QUANTITY = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;

/** Words that end the name of goods. */
const STOP =
  /^(?:is|are|was|were|has|have|had|do|does|did|not|never|no|will|would|can|could|should|must|and|or|but|because|since|as|so|if|that|which|who|when|where|from|for|on|in|at|to|with|without|of|by|off|out|up|it|its|they|them|he|she|we|you|i|his|her|their|our|my|your|arrived|arrives|came|comes|come|broke|broken|breaks|stopped|stops|keeps|won't|doesn't|don't|isn't|defective|faulty|damaged|cracked|dead|missing|please|pls|plz|thanks|thx|thank|asap|customer|client|order|orders|rma|return|returns|refund|cancel|cancelled|exchange|instead|only|just|too|this|these|those|after|before|today|yesterday|tomorrow|now|again|back|sent|send|wants|want|wanted|needs|need|says|said|still|already|turned|got|get|gets|went|lid|ordered|changed|smashed|scratched|torn|leaking|leaks|wrong|bought|per|via|into|onto|also|works|work|working|which|than|then|shipped|received|delivered|wouldn't|couldn't|can't|isnt|doesnt|dont|wont|sold|unavailable|discontinued|short|stays|never|fell|died|anymore|any|more|kaputt?|doa|pleas|ple(?:ase|se))$/;

/** Words that are no goods by themselves. */
const GENERIC =
  /^(?:a|an|the|all|everything|whole|entire|full|complete|order|orders|parcel|parcels|package|packages|box|boxes|rma|rmas|return|returns|refund|refunds|exchange|item|items|product|products|article|articles|unit|units|piece|pieces|thing|things|stuff|goods|one|ones|it|them|that|this|rest|half|part|parts|remainder|everything|label|labels|number|numbers|customer|customers|client|money|day|days|week|weeks|month|months|hour|hours|time|times|photo|photos|picture|pictures|pic|pics|mail|mails|email|emails|person|people|call|calls|‹order›|‹rma›|delivery|shipment|shipping|reason|wrong|different|another|same|other|others|mind|lot|bit|while|issue|problem|case|cases|line|lines|pair|set|replacement|way|status|note|years?|guy|lady|man|woman|agent|driver|courier|sender|email|phone|mistake|error|side|sides|ear|ears|earcup|lid|corner|button|screen|money|free|half|money)$/;

const TRAILING =
  /^(?:x|×|of|the|of the|pcs|pieces|pc|units?|pairs?|sets?|a|an|his|her|their|our|those|these|both|new|ordered|defective|broken|faulty|damaged|dead|more)$/;

type Named = NamedItem & { at: number };

const nameFrom = (words: readonly string[]): string | null => {
  const kept: string[] = [];
  let start = 0;
  while (start < words.length && TRAILING.test((words[start] ?? '').toLowerCase())) start += 1;
  for (const word of words.slice(start)) {
    const bare = word.toLowerCase();
    if (STOP.test(bare) || /^[‹#]/.test(bare) || /^\d+$/.test(bare)) break;
    kept.push(word);
    if (kept.length === 5) break;
  }
  while (kept.length > 0 && GENERIC.test((kept[0] ?? '').toLowerCase()) && kept.length === 1) kept.shift();
  if (kept.length === 0 || kept.every((word) => GENERIC.test(word.toLowerCase()))) return null;
  return kept.join(' ');
};

const wordsAfter = (text: string, at: number): string[] =>
  (/^[^,;:.!?()\n"]*/.exec(text.slice(at))?.[0] ?? '').split(/\s+/).filter((word) => word !== '');

const quantityOf = (written: string): number | null => {
  const quantity = NUMBERS[written.toLowerCase()] ?? Number(written);
  return Number.isSafeInteger(quantity) && quantity > 0 && quantity < 1000 ? quantity : null;
};

/** "2 headphones", "2x kettle", "one of the two lamps", "both mugs". */
const counted = (text: string): Named[] => {
  const found: Named[] = [];
  const pattern = new RegExp(
    `(?<![\\w.,#$€£-])(${QUANTITY})(?:\\s*[x×]\\s*|\\s+(?:of\\s+(?:the|his|her|their|those|these)\\s+)?(?:(?:${QUANTITY})\\s+)?)(?=[a-z])`,
    'gi',
  );
  for (const match of text.matchAll(pattern)) {
    const quantity = quantityOf(match[1] ?? '');
    const name = nameFrom(wordsAfter(text, match.index + match[0].length));
    if (quantity !== null && name !== null) found.push({ quantity, name, at: match.index });
  }
  return found;
};

/** "kettle x2", "headphones (2)". */
const countedBehind = (text: string): Named[] => {
  const found: Named[] = [];
  for (const match of text.matchAll(
    /\b([a-z][a-z-]*(?: [a-z][a-z-]*)?)\s*(?:[x×]\s?(\d{1,3})|\((\d{1,3})(?:x|pcs)?\))(?!\w)/gi,
  )) {
    const words = (match[1] ?? '').split(' ').filter((word) => !STOP.test(word.toLowerCase()));
    const name = nameFrom(words);
    const quantity = quantityOf(match[2] ?? match[3] ?? '');
    if (quantity !== null && name !== null) found.push({ quantity, name, at: match.index });
  }
  return found;
};

const OBJECT =
  /\b(?:happy with|likes?|wants?|keep|(?:ran|run|running) out of|out of|short of|replacement for|exchange for|cancel|return|returns|returning|exchange|replace|swap|remove|drop|take|take off|send back|sending back|rma for|return for|rma|supply|ship|deliver)\s+(?:only\s+|just\s+)?(?:the|his|her|their|a|an|my|that|this)\s+(?=[a-z])/gi;
const SUBJECT =
  /(?:^|[\s,;:.(‹›-])(?:the|his|her|their|my|a|an|one)\s+([a-z][a-z -]{1,40}?)\s+(?:(?:from|on|of|in|for)\s+‹order›\s+|\(\s*‹order›\s*\)\s+)?(?:is|are|was|were|has|have|does|do|did|will|would|can|stopped|stops|broke|breaks|arrived|came|won't|keeps?|died|leaks?|never|no longer|not|fell|smells?|makes?|turned|went)\b/gi;

/** "kettle on ‹order›", "replace headphones from ‹order›": no article, but the order right behind. */
const BEFORE_ORDER =
  /(?:(?:^|[,;:.(]\s*)(?!(?:please|cancel|return|exchange|replace|swap|remove|take|drop|open|create|issue|supply|ship|rma|put|send|stop|need|want)\b)|\b(?:cancel|return|exchange|replace|swap|and|supply|ship)\s+)([a-z][a-z-]*(?: [a-z-]+){0,3}?)\s+(?:on|from|of|off|in)\s+‹order›/gi;
/** "headphones don't turn on": what fails, without an article. */
const FAILS =
  /(?:[,;:.(›]\s*|^)([a-z][a-z-]*(?: [a-z-]+){0,2}?)\s+(?:do not|don't|does not|doesn't|won't|will not|stopped|broke|leaks?|died|keeps?)\b/gi;
/** "defective kettle", "‹order› lamp discontinued". */
const STATE_BEFORE = /\b(?:defective|broken|faulty|damaged|cracked|leaking|dead)\s+(?=[a-z])/gi;
const STATE_BEHIND =
  /‹order›[\s:,-]+(?:the\s+)?([a-z][a-z-]*(?: [a-z-]+){0,2}?)\s+(?:is\s+|are\s+)?(?:discontinued|out of stock|sold out|unavailable|broken|defective|faulty|cracked|dead|doa)\b/gi;

/** Goods named without a number: what is to be cancelled or sent back, or what does not work. */
const named = (text: string): Named[] => {
  const found: Named[] = [];
  const add = (name: string | null, at: number): void => {
    if (name !== null) found.push({ quantity: null, name, at });
  };
  for (const pattern of [OBJECT, STATE_BEFORE])
    for (const match of text.matchAll(pattern))
      add(nameFrom(wordsAfter(text, match.index + match[0].length)), match.index);
  for (const pattern of [SUBJECT, BEFORE_ORDER, FAILS, STATE_BEHIND])
    for (const match of text.matchAll(pattern)) add(nameFrom((match[1] ?? '').split(' ')), match.index);
  return found;
};

/** "2 mugs and the kettle": more goods behind the ones that are counted. */
const alongside = (text: string): Named[] =>
  [...text.matchAll(/\band\s+(?:also\s+)?(?:the|a|an|his|her|their)\s+(?=[a-z])/gi)].flatMap((match) => {
    const name = nameFrom(wordsAfter(text, match.index + match[0].length));
    return name === null ? [] : [{ quantity: /\ban?\s+$/i.test(match[0]) ? 1 : null, name, at: match.index }];
  });

/** Goods that the text names, in the order it names them. `text` has its order and RMA numbers taken out. */
export const takeItems = (text: string): NamedItem[] => {
  const numbered = [...counted(text), ...countedBehind(text)];
  const items = (numbered.length > 0 ? [...numbered, ...alongside(text)] : named(text)).toSorted((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return items
    .filter(({ name }) => {
      const key = name.toLowerCase();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(({ quantity, name }) => ({ quantity, name: name === name.toUpperCase() ? name.toLowerCase() : name }));
};
