import { stepsOf } from '../../policy/app/case-steps.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import { ACTION } from '../ids.ts';
import { type ActionsElement, button, option } from './blocks.ts';

type Entry = Readonly<{ what: string; text: string }>;

/** Slack's limit of an overflow menu. */
const MOST = 5;

const isOnItsWay = ({ case: record }: CaseDetail): boolean =>
  record.state === 'authorized' || record.state === 'in_transit';

/** What can be done beside the one next thing, what is done most on top. */
const entriesOf = (detail: CaseDetail): readonly Entry[] => {
  const steps = stepsOf(detail);
  return [
    { what: 'note', text: 'Write a note…' },
    detail.case.closedAt === null
      ? { what: 'assign', text: 'Hand it over…' }
      : { what: 'reopen', text: 'Open it again…' },
    ...(isOnItsWay(detail) && steps.includes('extend') ? [{ what: 'extend', text: 'More time…' }] : []),
    ...(isOnItsWay(detail) ? [{ what: 'off', text: 'It will not come…' }] : []),
    ...(steps.includes('withdraw') ? [{ what: 'withdraw', text: 'Customer keeps the order…' }] : []),
    ...(steps.includes('remedy') ? [{ what: 'remedy', text: 'Refund or exchange…' }] : []),
    { what: 'history', text: 'Show the history' },
    ...(steps.includes('void-links') ? [{ what: 'void_links', text: "Void the customer's links…" }] : []),
  ];
};

const splitOf = (detail: CaseDetail): Readonly<{ shown: readonly Entry[]; rest: readonly Entry[] }> => {
  const entries = entriesOf(detail);
  if (entries.length <= MOST) return { shown: entries, rest: [] };
  const rest = entries.slice(MOST - 1);
  // The window behind it shows the history itself.
  return {
    shown: [...entries.slice(0, MOST - 1), { what: 'more', text: 'History and more…' }],
    rest: rest.filter(({ what }) => what !== 'history'),
  };
};

/** The menu of a case's card. */
export const caseMenu = (detail: CaseDetail): ActionsElement => ({
  type: 'overflow',
  action_id: ACTION.more,
  options: splitOf(detail).shown.map(({ what, text }) => option(text, `${what}:${detail.case.id}`)),
});

/** What the menu has no room for, as buttons of the window behind its last entry. */
export const menuRest = (detail: CaseDetail): ActionsElement[] =>
  splitOf(detail).rest.map(({ what, text }) => button(text, `${ACTION.more}:${what}`, `${what}:${detail.case.id}`));
