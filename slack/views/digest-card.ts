import type { StaffMessage } from '../../policy/app/ports.ts';
import { safe } from '../text/escape.ts';
import { context, header, type Message, section } from './blocks.ts';
import { caseRow } from './case-row.ts';

type DigestMessage = Extract<StaffMessage, { kind: 'digest' }>;

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`*${count}* ${count === 1 ? one : many}`];

/** Where all of it is found: parcels are not on the Home, which only counts them. */
const listed = ({ waiting, overdue, parcels, cases }: DigestMessage): string => {
  const left = overdue - cases.length;
  return [
    ...(left > 0 ? [`… and ${left} more that are overdue: the Home tab lists them.`] : []),
    ...(left <= 0 && waiting + overdue > 0 ? ['The Home tab lists them.'] : []),
    ...(parcels > 0 ? ['Parcels are listed in Shopify admin, under Parcel desk.'] : []),
  ].join(' ');
};

/** The morning's message: what is due, in one line, and the cases that have been late for longest, each to be opened. */
export const digestCard = (message: DigestMessage): Message => {
  const { whose, waiting, overdue, parcels, cases, now } = message;
  const late =
    whose === 'person'
      ? counted(overdue, 'of your cases is overdue', 'of your cases are overdue')
      : counted(overdue, 'case is overdue', 'cases are overdue');
  const parts = [
    ...counted(waiting, 'refund waits for approval', 'refunds wait for approval'),
    ...late,
    ...counted(parcels, 'parcel lies in quarantine', 'parcels lie in quarantine'),
  ];
  return {
    text: safe(`Good morning. ${parts.join(' · ').replaceAll('*', '')}.`, 600),
    blocks: [
      header('Good morning'),
      section(parts.join('  ·  ')),
      ...cases.map((summary) => caseRow(summary, now, null)),
      context(listed(message)),
    ],
  };
};
