import type { ClauseId } from '../../../../policy/clauses.ts';
import type { Deadline } from '../../../../policy/decision.ts';
import { showDeadline } from '../../../../policy/texts/customer/dates.ts';
import { policyBlocks } from '../amounts.ts';
import { greeting, type MailBase, type MailDocument, type MailItem, note, paragraph } from '../blocks.ts';
import { type RejectedGoods, rejectedGoods } from './rejected-goods.ts';

export type TestResultData = MailBase &
  Readonly<{
    rma: string | null;
    /** `detail` says what was found. */
    items: readonly MailItem[];
    /** What follows. */
    next: 'refund' | 'nothing' | 'exchange' | 'open';
    /** null: everything was accepted. */
    rejected: RejectedGoods | null;
    clauses: readonly ClauseId[];
  }>;

/** P24, P25: what the test found, unit by unit. */
export const testResult = (data: TestResultData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('test-result.subject', { order }),
    preview: words.say('test-result.preview'),
    title: words.say('test-result.title'),
    blocks: [
      greeting(data),
      paragraph(
        rma === null
          ? words.say('test-result.intro.no-rma', { order })
          : words.say('test-result.intro', { rma, order }),
      ),
      { kind: 'items', items: data.items },
      paragraph(words.say(`test-result.next.${data.next}`)),
      ...(data.rejected === null ? [] : [rejectedGoods(data.rejected, words)]),
      ...policyBlocks(data.clauses, words),
      ...(data.rejected === null ? [] : [note(words.say('note.object'))]),
    ],
  };
};

export type ExchangeShippedData = MailBase &
  Readonly<{
    rma: string | null;
    items: readonly MailItem[];
    /** Why it is exchanged. */
    clauses: readonly ClauseId[];
    tracking: readonly Readonly<{ number: string; carrier: string | null; site: string | null }>[];
    /** It went out first (P17): the day by which what it replaces has to be here. null: that is here. */
    back: Deadline | null;
    /** By that day it has to be with the carrier; else with us (A11). */
    bySending: boolean;
  }>;

/** P16, P17: the same again, on its way. */
export const exchangeShipped = (data: ExchangeShippedData): MailDocument => {
  const { words, rma, orderName: order } = data;
  return {
    subject: words.say('exchange-shipped.subject', { order }),
    preview: words.say('exchange-shipped.preview'),
    title: words.say('exchange-shipped.title'),
    blocks: [
      greeting(data),
      paragraph(
        rma === null
          ? words.say('exchange-shipped.intro.no-rma', { order })
          : words.say('exchange-shipped.intro', { rma, order }),
      ),
      { kind: 'items', items: data.items },
      ...data.tracking.map(
        ({ number, carrier, site }) =>
          ({
            kind: 'facts',
            facts: [
              { label: words.say('label.tracking'), value: number },
              ...(carrier === null ? [] : [{ label: words.say('label.carrier'), value: carrier }]),
              ...(site === null ? [] : [{ label: words.say('label.site'), value: site }]),
            ],
          }) as const,
      ),
      ...(data.back === null
        ? []
        : [
            paragraph(
              words.say(data.bySending ? 'exchange-shipped.back.sent' : 'exchange-shipped.back', {
                date: showDeadline(data.back, words),
              }),
            ),
          ]),
      paragraph(words.say('exchange-shipped.next')),
      ...policyBlocks(data.clauses, words),
    ],
  };
};
