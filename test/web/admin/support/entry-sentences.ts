import { sentencesAfter, sentencesOfArgument, sourcesIn } from './source-sentences.ts';

/** What `effects` writes goes to Slack and to customers. */
const ELSEWHERE = /[\\/](effects|photos|backtest)[\\/]|take-mail\.ts$|mail-received\.ts$/;

const HANDED_ON: readonly (readonly [RegExp, number])[] = [
  [/\bmoveIntent\(/g, 3],
  [/\bchanged\(/g, 3],
  [/\bwrite\(/g, 3],
  [/\brelease\(/g, 3],
  [/\bdropShipFirst\(/g, 2],
  [/\bsuspectRefusal\(/g, 2],
  [/\bmismatch\(/g, 2],
];

/** The sentences that command handlers write into histories, as the source words them; what ends in a full stop is told in Slack. */
export const entrySentences = (): readonly string[] => {
  const files = sourcesIn('web/shell').filter((file) => !ELSEWHERE.test(file));
  const found = [
    ...sentencesAfter(files, /\btext(?: =|:)\s+(?=[^;]*?['`])/g, /\b(?:says|HOW|PROBLEMS?|LOST_PART)(?: =|:)\s+/g),
    // Handed on by these: which argument it is.
    ...HANDED_ON.flatMap(([call, argument]) => sentencesOfArgument(files, call, argument)),
  ];
  return [...new Set(found.filter((text) => !/[.?]$/.test(text)))].sort();
};
