import type { ParcelProblem, ParcelRecord } from '../../policy/app/parcels.ts';
import type { StaffMessage } from '../../policy/app/ports.ts';
import type { Candidate } from '../../policy/parcels/rank.ts';
import { ACTION } from '../ids.ts';
import { slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { stateWordsInside } from '../text/words.ts';
import {
  actions,
  button,
  context,
  header,
  type KnownBlock,
  type Message,
  option,
  section,
  sectionIf,
} from './blocks.ts';

type ParcelMessage = Extract<StaffMessage, { kind: 'parcel' }>;

const PROBLEM: Readonly<Record<ParcelProblem, string>> = {
  unmarked: 'No number on the outside',
  misread: 'The number does not fit its check symbol: something was misread',
  unknown: 'A good number, but no case here has it',
  'not-expected': 'Its case does not wait for a parcel',
};

const ENDED: Readonly<Record<NonNullable<ParcelRecord['ended']>, string>> = {
  sent_back: 'Sent back',
  disposed: 'Disposed of',
  not_a_return: 'No return of ours',
};

export const parcelTitle = (parcel: Pick<ParcelRecord, 'number'>): string => `Parcel ${parcel.number}`;

const isOpen = ({ state }: ParcelRecord): boolean => state === 'quarantined' || state === 'held';

const seenText = ({ seen, photos }: ParcelRecord): string | null => {
  const parts = [
    seen.tracking === null ? null : `*Tracking*  ${safe(seen.tracking, 80)}`,
    seen.senderName === null ? null : `*Sender*  ${safe(seen.senderName, 80)}`,
    seen.senderPhone === null ? null : `*Phone*  ${safe(seen.senderPhone, 40)}`,
    seen.orderNumber === null ? null : `*Order number inside*  ${safe(seen.orderNumber, 40)}`,
    seen.note === null ? null : `*Note*  ${safe(seen.note, 300)}`,
    photos.length === 0 ? null : `*Photos*  ${photos.length}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('\n');
};

/** The newest of what those wrote who were asked whether it is theirs. */
const answersText = ({ seen }: ParcelRecord): string | null => {
  const answers = seen.answers.slice(-3).map(({ orderName, text, fromCustomer }) => {
    const order = safe(orderName, 40);
    const who = fromCustomer ? `${order} answered` : `Somebody, not from the address of ${order}, answered`;
    return `*${who}*  ${safe(text === '' ? '(no text)' : text, 140)}`;
  });
  return answers.length === 0 ? null : answers.join('\n');
};

const stands = (parcel: ParcelRecord, now: string): string => {
  if (parcel.state === 'held' && parcel.holdUntil !== null)
    return `*Held* until ${slackDate(parcel.holdUntil, '{date_short_pretty}')}`;
  const over = parcel.holdUntil !== null && parcel.holdUntil <= now ? '  ·  the days it was held for are over' : '';
  return `*In quarantine*${over}`;
};

const candidateBlock = (parcel: ParcelRecord, candidate: Candidate, place: number): KnownBlock => {
  const what =
    candidate.caseId === null
      ? 'no return is open'
      : `${candidate.rma ?? `case ${candidate.caseNumber}`}, ${stateWordsInside(candidate.state ?? '')}`;
  return {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `${place}.  *${safe(candidate.orderName, 40)}*  ·  ${safe(what, 120)}\n${safe(candidate.why.join(', '), 200)}`,
    },
    accessory:
      candidate.caseId === null
        ? button('Ask sender', `${ACTION.askSender}:${place}`, `${parcel.id}:${candidate.orderId}`, {
            accessibility_label: `Ask the customer of ${candidate.orderName}`,
          })
        : button('Match', `${ACTION.matchParcel}:${place}`, `${parcel.id}:${candidate.caseId}`, {
            ...(place === 1 ? { style: 'primary' as const } : {}),
            accessibility_label: `Match with ${candidate.rma ?? candidate.orderName}`,
          }),
  };
};

/** Asks the customer of the likeliest order, where a return of it is open: the others have the button beside them. */
const askLikeliest = (parcel: ParcelRecord, [first]: readonly Candidate[]) =>
  first === undefined || first.caseId === null
    ? []
    : [button(`Ask sender (${first.orderName})`, ACTION.askSender, `${parcel.id}:${first.orderId}`)];

/** P20: what lies there, whose it may be, and what can be done with it. */
export const parcelCard = ({ view, now }: ParcelMessage): Message => {
  const { parcel, candidates, case: found } = view;
  const open = isOpen(parcel);
  const written = parcel.written === null ? '' : `\n*Reads*  ${safe(parcel.written, 40)}`;
  const by = parcel.endedByName === null ? '' : ` by ${safe(parcel.endedByName, 80)}`;
  const end =
    parcel.state === 'matched'
      ? `*Matched* with ${found === null ? 'a case' : safe([`case ${found.number}`, found.orderName, found.rma].filter(Boolean).join(' · '), 120)}${by}`
      : `*${ENDED[parcel.ended ?? 'not_a_return']}*${by}${parcel.endedBecause === null ? '' : `: ${safe(parcel.endedBecause, 300)}`}`;
  const blocks: KnownBlock[] = [
    header(`${parcelTitle(parcel)}${open ? ': whose is it?' : ''}`),
    section(open ? `${stands(parcel, now)}\n${PROBLEM[parcel.problem]}${written}` : end),
    ...sectionIf(seenText(parcel)),
    ...sectionIf(answersText(parcel)),
    ...(open
      ? [
          section(
            candidates.length === 0
              ? 'Nothing that was read on it fits an order of ours. Add what is inside: a slip, a name, a phone number.'
              : '*Likely*',
          ),
          ...candidates.map((candidate, index) => candidateBlock(parcel, candidate, index + 1)),
          ...actions([
            ...(candidates.length === 0
              ? [
                  button('Add what can be read…', `${ACTION.parcelForm}:describe`, `describe:${parcel.id}`, {
                    style: 'primary',
                  }),
                ]
              : []),
            button('Another return…', ACTION.matchOther, parcel.id),
            ...askLikeliest(parcel, candidates),
            {
              type: 'overflow',
              action_id: ACTION.parcelForm,
              options: [
                ...(candidates.length === 0 ? [] : [option('Add what can be read…', `describe:${parcel.id}`)]),
                option('Hold it…', `hold:${parcel.id}`),
                option('Send back or close…', `close:${parcel.id}`),
              ],
            },
          ]),
        ]
      : []),
    context(
      `arrived ${slackDate(parcel.receivedAt)}, recorded by ${safe(parcel.byName, 80)}${parcel.askedAt === null ? '' : `  ·  sender asked ${slackDate(parcel.askedAt)}`}${open ? '  ·  the day it arrived counts, however long it lies here (P20)' : ''}`,
    ),
  ];
  const state = open ? `${PROBLEM[parcel.problem].toLowerCase()}, ${candidates.length} likely` : parcel.state;
  return { text: safe(`${parcelTitle(parcel)}: ${state}`, 600), blocks };
};
