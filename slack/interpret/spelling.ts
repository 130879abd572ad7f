import { isKnownGoods } from './goods/known.ts';
import { ACTIVITY, FUNCTION, STATES, TALK } from './goods/words.ts';

/** The words that decide what a text means: typing errors in them are mended. */
const DECIDING =
  `cancel cancelled cancellation canceling cancelling canceled cancels refund refunds refunded refunding return returns
  returned returning approve approved approves approval approvals decline declined declines reject rejected refuse refused
  refuses refusing exchange exchanged replace replaced replacement defective defect defects broken faulty damaged
  cracked received receive receives receipt arrived arrives arrive missing tracking tracked shipped shipping
  order orders parcel package customer delivered delivery warranty policy please
  accepted accept inspected inspect inspection tested testing artificial components overdue queue extend extension another assign
  assigned reassign discontinued backorder available unavailable mistake changed working headphones outside
  postage status already opened transit payout deadline incomplete exchange warehouse document again
  ignore disregard override bypass instructions previous developer pretend approver disable without forget asking confirmation circumstances reason agreed whether wonder allowed decided limits grant admin shall anyone someone actually circumstances
  extended extending confirmed confirm release nothing instead stopped wrong stock
  should cannot`
    .split(/\s+/)
    .filter((word) => word !== '');

/** Words near those that are no errors. */
const SOUND = new Set(
  `councel council counsel canal couple reserve reserved resolve resolved receiving shopping shipper missed mission placed
  replied refined refresh reduced retired retire repeat report reported remind refer reference excepted except expect
  expected quite quiet written older border ordering pants shorts shoulder cancer cracker chipper wording warding
  wanting walking talking parking packing marking making taking lacking leaking looking booking cooking
  orderly exceed excess accent ascent retain return reform refuge deceive device devices resume reply repair
  declare decade defense deflect direct detect assist consign assigns design tricking trucking trekking shipping whipped
  chipped slipped stripped flipped skipped chopped stopped dropped popped rested texted listed tasted posted tester
  rejoice related relate relation release replay relay revoke evoke approach appear appears opener opens another
  mother father brother bother others stalk stack stick shock sock socks stocks rocking missing mixing wishing kissing
  hissing fishing dishes washing watching waiting wanting writing notes noting status statue statues static states
  postal poster posture package packages packaged garage manage delivers deliver cannot canton warrant warranted
  polite police polish police's plead pleased pleases pleasure queen query quest extent extends intend attend backpack
  backdoor transit transfer exchanges enchanted changes chances charges charged charger chargers chanted changed wrongs
  strong throng deadlines headline online again against gain brain chain shell small stall grand giant great grain gran admit adman adding under limit someday shout shoulder would could`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const BY_INITIAL = new Map<string, string[]>();
for (const word of DECIDING) BY_INITIAL.set(word[0] ?? '', [...(BY_INITIAL.get(word[0] ?? '') ?? []), word]);
const KNOWN = new Set(DECIDING);

const isKnownWord = (word: string): boolean =>
  KNOWN.has(word) ||
  SOUND.has(word) ||
  FUNCTION.has(word) ||
  TALK.has(word) ||
  STATES.has(word) ||
  ACTIVITY.has(word) ||
  isKnownGoods(word);

/** Edits between two words, a swap of neighbours counting one. Stops counting beyond `most`. */
export const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (last[j - 1] ?? 9) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 9) + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
};

/** Mended where exactly one deciding word is one edit away, or two of a long word. */
const mend = (word: string): string => {
  const typo = TYPO_OF.get(word);
  if (typo !== undefined) return typo;
  if (word.length < 5 || word.length > 16 || isKnownWord(word)) return word;
  if (isKnownWord(word.replace(/(?:s|es|ed|d|ing|er|ers|ly)$/, ''))) return word;
  const most = word.length >= 8 ? 2 : 1;
  let nearest: string | null = null;
  let edits = most + 1;
  for (const candidate of BY_INITIAL.get(word[0] ?? '') ?? []) {
    const found = distance(word, candidate, most);
    if (found < edits) {
      nearest = candidate;
      edits = found;
    } else if (found === edits && nearest !== null && !candidate.startsWith(nearest.slice(0, 5))) nearest = null;
  }
  return nearest ?? word;
};

/** Errors and short forms of single words that are too short, or too far off, to be measured. */
const TYPOS: Readonly<Record<string, string>> = {
  order: 'ordr odrer ordre ordder',

  cancel: 'cancle cancl cancell cancal cansel cnacel canel cancek kancel acncel cacnel cnl cxl',
  cancelled: 'cancled canceld cancelld cxld',
  return: 'retrun retunr reutrn retur retrn ruturn rtn',
  returns: 'retruns',
  refund: 'refudn rufund refnd reund erfund reufnd refun',
  approve: 'aprove approv aprrove apporve',
  approved: 'aproved',
  assign: 'asign',
  assigned: 'asigned',
  stock: 'stok sotck',
  stopped: 'stoped',
  receive: 'recieve',
  received: 'recieved recived receved rcvd',
  receives: 'recieves',
  please: 'pls plz plse plea pleas plase plesae pleease kindly',
  thanks: 'thx thanx tks ty tnx',
  customer: 'cust custmer cx cstmr custome',
  because: 'bc cuz coz cos becuase becasue',
  arrived: 'arived arrvd',
  shipped: 'shiped',
  missing: 'mising',
  broken: 'brokn',
  exchange: 'exchnage',
  would: 'woud wud',
  should: 'shud',
};
const TYPO_OF = new Map(
  Object.entries(TYPOS).flatMap(([word, errors]) => errors.split(' ').map((error) => [error, word])),
);

/** Texts repeat themselves: the same error is mended once. */
const mended = new Map<string, string>();
const MOST_REMEMBERED = 5_000;

export const mendedWord = (word: string): string => {
  const known = mended.get(word);
  if (known !== undefined) return known;
  const result = mend(word);
  if (mended.size >= MOST_REMEMBERED) mended.clear();
  mended.set(word, result);
  return result;
};

/** Short forms and errors that are too short to be measured. `not` is the word that must never be lost. */
const WRITTEN_OUT: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [
    /\bd\s?[o0]\s?['"]?\s?n\s?['"]?\s?['"]?t\b(?!\w)|\bd'?ont\b|\bdon;t\b|\bdo'nt\b|\bdnt\b|\bdotn\b|\bdnot\b|\bodnt\b|\bdon+'?t+\b|\bdo+n'?t\b|\bodn't\b|\bdno't\b|\bdn'ot\b|\bdo['"]?tn\b|\bdon\b(?= (?:cancel|refund|approve|return|open|pay|do)\b)|\bdomt\b|\bdon\s?'\s?t\b/g,
    'do not',
  ],
  [/\b(?:nto|nott|noot|nnot|n0t|noy|nt)\b/g, 'not'],
  [/\b(?:nevr|neevr|nver|neve|nevver|nevre|enver|neverr)\b/g, 'never'],
  [/\b(?:wont|won't|wnot|won'?t+)\b/g, 'will not'],
  [/\b(?:cant|can't|cannot|cnat|cna't|cant't)\b/g, 'can not'],
  [/\b(?:aint|ain't)\b/g, 'is not'],
  [/\bshan't\b/g, 'shall not'],
  [/\bmus(?:n'?t+'?t?|t'?nt|t+'t)\b|\bm[ust]{1,3}n'?t+\b/g, 'must not'],
  [/\b([a-z]{2,})n't\b/g, '$1 not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|should|would|could|must|need)n'?t\b/g, '$1 not'],
  [/\b(?:shoudl|shuold|sould|shold) not\b/g, 'should not'],
  [/\b(i|you|we|they)'?re\b(?<!\bwere)/g, '$1 are'],
  [/\b(i|you|we|they|he|she|it)'ll\b/g, '$1 will'],
  [/\b(i|you|we|they)'ve\b/g, '$1 have'],
  [/\b(i|you|we|they|he|she)'d\b/g, '$1 would'],
  [/\bi'?m\b/g, 'i am'],
  [/\b(he|she|it|that|this|what|who|where|there|when|how)'s\b/g, '$1 is'],
  [/\b(what|where|who|that|how|when)s\b/g, '$1 is'],
  [/\blet's\b/g, 'let us'],
  [/\bits (?=here|back|in\b|arrived|on\b|lost|a |the |been|not|shipped|broken|going|gone|missing)/g, 'it is '],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\bw\/o\b/g, 'without'],
  [/\bw\/\s?/g, 'with '],
  [/\bb\/c\b/g, 'because'],
];

/**
 * Short words that must never be lost, for they say that nothing is to be done. Letters swapped or doubled, with or
 * without an apostrophe, are put right: what is left of such an error has the same letters and the same first one.
 */
const GUARDS =
  "don't not never shall skip sudo grant need mind from under admin limits actually someone anyone won't system anybody asks mustn't shouldn't can't".split(
    ' ',
  );
const lettersOf = (word: string): string => word.charAt(0) + [...new Set(word.replaceAll("'", ''))].toSorted().join('');
const GUARD_OF = new Map(GUARDS.map((word) => [lettersOf(word), word]));
/** Words with the same letters that mean something else. */
const OTHER_WORDS = new Set([
  'form',
  'nerve',
  'note',
  'seton',
  'wont',
  'now',
  'own',
  'slash',
  'neat',
  'net',
  'ten',
  'send',
  'sen',
]);
const guardIn = (word: string): string => {
  const guard = OTHER_WORDS.has(word) ? undefined : GUARD_OF.get(lettersOf(word));
  return guard === undefined || Math.abs(guard.length - word.length) > 1 ? word : guard;
};

/** Faces and signs that ask or ponder; every other one says nothing. */
const PONDERING = /[🤔❓❔⁉]|:(?:thinking(?:_face)?|question|grey_question):/gu;

/** Lower case, short forms written out, typing errors mended, line breaks kept. For matching, never for showing. */
export const normalise = (text: string): string => {
  let result = text.toLowerCase().replace(/[?¿؟]/g, '?').replace(PONDERING, ' ? ');
  result = result
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f|\p{Emoji_Modifier}/gu, ' ')
    .replace(/(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])/g, ' ');
  result = result
    .replace(/'{2,}/g, "'")
    .replace(/([a-z])\1{2,}/g, '$1$1')
    .replace(/(?<![\w'])[a-z][a-z']{2,9}(?![\w'])/g, guardIn);
  for (const [pattern, replacement] of WRITTEN_OUT) result = result.replace(pattern, replacement);
  return result
    .replace(/[a-z']{2,}/g, mendedWord)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
};
