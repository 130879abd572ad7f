import type { ParcelRecord } from '../../../policy/app/parcels.ts';
import { CALLBACK, FIELD } from '../../ids.ts';
import { safe } from '../../text/escape.ts';
import { type KnownBlock, option, plain, section, type View } from '../blocks.ts';
import { parcelTitle } from '../parcel-card.ts';
import { choose, type FormMemory, input, modal, photos, text } from './inputs.ts';

/** Days a parcel is held for where nobody says otherwise. */
const HOLD_DAYS = '14';

const clues = (parcel: ParcelRecord | null): KnownBlock[] => {
  const seen = parcel?.seen ?? null;
  const field = (id: string, label: string, initial: string | null | undefined, hint?: string): KnownBlock =>
    input(id, label, text({ max: 200, ...(initial == null ? {} : { initial }) }), {
      optional: true,
      ...(hint === undefined ? {} : { hint }),
    });
  return [
    field(FIELD.orderNumber, 'Order number inside', seen?.orderNumber, 'On a slip or an invoice in the parcel.'),
    field(FIELD.tracking, 'Tracking number', seen?.tracking),
    field(FIELD.senderName, "Sender's name", seen?.senderName),
    field(FIELD.senderPhone, "Sender's phone", seen?.senderPhone),
  ];
};

/** The dock: a number typed or scanned; without one the parcel is kept apart, with what can be read. */
export const parcelDeskForm = (typed: string, warning: string | null, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.parcelDesk,
    title: 'Parcel desk',
    submit: 'Take in',
    memory,
    blocks: [
      ...(warning === null ? [] : [section(`:warning:  ${safe(warning, 500)}`)]),
      input(FIELD.number, 'RMA number on the outside', text({ max: 60, initial: typed, placeholder: 'RMA-…' }), {
        optional: true,
        hint: 'Type or scan it. Leave it empty where there is none: the parcel goes into quarantine.',
      }),
      input(
        FIELD.keepApart,
        'If the number is not right',
        {
          type: 'checkboxes',
          options: [option('It says exactly this: put the parcel into quarantine', 'yes')],
        },
        { optional: true },
      ),
      ...clues(null),
      input(FIELD.note, 'Anything else', text({ multiline: true }), { optional: true }),
      input(FIELD.photos, 'Photos', photos(), { optional: true }),
    ],
  });

export const parcelDescribeForm = (parcel: ParcelRecord, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.parcelDescribe,
    title: parcelTitle(parcel),
    submit: 'Add',
    memory: { ...memory, parcelId: parcel.id },
    blocks: [
      ...clues(parcel),
      input(
        FIELD.note,
        'Anything else',
        text({ multiline: true, ...(parcel.seen.note === null ? {} : { initial: parcel.seen.note }) }),
        {
          optional: true,
        },
      ),
    ],
  });

export const parcelHoldForm = (parcel: ParcelRecord, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.parcelHold,
    title: `Hold parcel ${parcel.number}`,
    submit: 'Hold',
    memory: { ...memory, parcelId: parcel.id },
    blocks: [
      input(
        FIELD.days,
        'Days',
        { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '365', initial_value: HOLD_DAYS },
        { hint: 'Then it is looked at again. Its arrival counts, however long it lies here (P20).' },
      ),
    ],
  });

export const parcelCloseForm = (parcel: ParcelRecord, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.parcelClose,
    title: `Close parcel ${parcel.number}`,
    submit: 'Close the parcel',
    memory: { ...memory, parcelId: parcel.id },
    blocks: [
      input(
        FIELD.result,
        'What becomes of it',
        choose(
          { sent_back: 'It is sent back', disposed: 'It is disposed of', not_a_return: 'It is no return of ours' },
          'Choose',
        ),
      ),
      input(FIELD.because, 'Why?', text({ multiline: true }), { hint: 'Kept in the history of the shop.' }),
    ],
  });

/** Any open return, found by its RMA or its order's number. */
export const parcelMatchForm = (parcel: ParcelRecord, memory: FormMemory): View =>
  modal({
    callbackId: CALLBACK.parcelMatch,
    title: `Match parcel ${parcel.number}`,
    submit: 'Match',
    memory: { ...memory, parcelId: parcel.id },
    blocks: [
      input(
        FIELD.rma,
        'Return',
        { type: 'external_select', min_query_length: 1, placeholder: plain('RMA or order number', 150) },
        { hint: 'The parcel is taken in for it, as of the day it arrived.' },
      ),
    ],
  });
