import { sentencesAfter, sourcesIn } from './source-sentences.ts';

/** What `effects` writes goes to Slack and to customers. */
const ELSEWHERE = /[\\/](effects|photos|backtest)[\\/]|take-mail\.ts$|mail-received\.ts$/;

/** The sentences that command handlers write into histories, as the source words them; what ends in a full stop is told in Slack. */
export const entrySentences = (): readonly string[] =>
  sentencesAfter(
    sourcesIn('web/shell').filter((file) => !ELSEWHERE.test(file)),
    /\btext(?: =|:)\s+(?=[^;]*?['`])/g,
  ).filter((text) => !/[.?]$/.test(text));
