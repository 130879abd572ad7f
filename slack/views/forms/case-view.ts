import type { CaseDetail } from '../../../policy/app/read-model.ts';
import { CALLBACK } from '../../ids.ts';
import { slackDate } from '../../text/dates.ts';
import { safe } from '../../text/escape.ts';
import { actions, divider, type KnownBlock, section, type View } from '../blocks.ts';
import { caseCard } from '../case-card.ts';
import { menuRest } from '../case-menu.ts';
import { fitMessage } from '../fit-message.ts';
import { modal } from './inputs.ts';

/** Entries shown; the whole history is in admin. */
const SHOWN = 12;

const historyOf = (detail: CaseDetail): KnownBlock[] =>
  detail.entries
    .slice(-SHOWN)
    .map((entry) =>
      section(
        `${slackDate(entry.at)}  *${safe(entry.byName, 60)}*\n${safe(entry.text, 300)}${entry.clauses.length === 0 ? '' : `  _${entry.clauses.join(', ')}_`}`,
      ),
    );

/** A case looked at from the App Home: its card, and what happened so far. */
export const caseView = (detail: CaseDetail): View =>
  modal({
    callbackId: CALLBACK.caseView,
    title: `Case ${detail.case.number}`,
    memory: { caseId: detail.case.id },
    blocks: [...fitMessage(caseCard(detail)).blocks, divider, section('*What happened so far*'), ...historyOf(detail)],
  });

/** The history, for who sees the card already, and what the card's menu had no room for. */
export const historyView = (detail: CaseDetail): View => {
  const more = menuRest(detail);
  return modal({
    callbackId: CALLBACK.history,
    title: `Case ${detail.case.number}`,
    memory: { caseId: detail.case.id },
    blocks: [...(more.length === 0 ? [] : actions(more)), section('*What happened so far*'), ...historyOf(detail)],
  });
};

/** A plain "no", for presses that happen where no message can be sent. */
export const refusalView = (because: string): View =>
  modal({ callbackId: CALLBACK.caseView, title: 'Not done', memory: {}, blocks: [section(safe(because, 1000))] });
