import type { CaseSummary } from '../../policy/app/read-model.ts';
import { nextStepsIn } from '../../policy/app/said/index.ts';
import { ACTION } from '../ids.ts';
import { readersDates, slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { stateWords } from '../text/words.ts';
import { button, type KnownBlock } from './blocks.ts';
import { caseTitle } from './case-card.ts';
import { homeWords } from './home-words.ts';

/** A case among others: what it is, how it stands, when it is due, what is next, and a button that opens it. */
export const caseRow = (summary: CaseSummary, now: string, language: string | null): KnownBlock => {
  const { case: record, dueAt, next } = summary;
  const words = homeWords(language);
  const due =
    dueAt === null
      ? ''
      : dueAt < now
        ? `  ·  *${words.overdue}* ${words.since} ${slackDate(dueAt)}`
        : `  ·  ${words.due} ${slackDate(dueAt)}`;
  const step = readersDates(safe(nextStepsIn(language)(next), 250));
  return {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*${safe(caseTitle(summary, words.case), 120)}*  ·  ${stateWords(record.state, language)}${due}\n:arrow_right:  ${step}`,
    },
    accessory: button(words.open, ACTION.openCase, record.id, {
      accessibility_label: `${words.open}: ${words.case} ${record.number}`,
    }),
  };
};
