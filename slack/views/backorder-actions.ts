import type { CaseDetail } from '../../policy/app/read-model.ts';
import { ACTION } from '../ids.ts';
import { dayWords, slackDate } from '../text/dates.ts';
import { safe } from '../text/escape.ts';
import { type ActionsElement, button } from './blocks.ts';

/** What opens a form behind a shortage's button. */
export type BackorderForm = 'wait' | 'refund' | 'eta' | 'discontinued';

const form = (detail: CaseDetail, name: BackorderForm, text: string): ActionsElement =>
  button(text, `${ACTION.backorder}:${name}`, detail.case.id);

/** P7–P9: what the customer said, what is known of the date, and that it is there again. */
const NEXT: Readonly<Record<string, (detail: CaseDetail) => ActionsElement[]>> = {
  detected: (d) => [form(d, 'eta', 'Expected date…'), inStock(d), form(d, 'discontinued', 'Never comes…')],
  customer_notified: (d) => [...answers(d), form(d, 'eta', 'Expected date…'), inStock(d)],
  waiting: (d) => [
    inStock(d, 'primary'),
    form(d, 'eta', 'New date…'),
    form(d, 'refund', 'Wants the money…'),
    form(d, 'discontinued', 'Never comes…'),
  ],
  needs_agent: (d) => [button('Ask the policy again', ACTION.retry, d.case.id), ...answers(d)],
};

const answers = (detail: CaseDetail): ActionsElement[] => [
  form(detail, 'wait', 'Will wait…'),
  form(detail, 'refund', 'Wants the money…'),
  form(detail, 'discontinued', 'Never comes…'),
];

const inStock = (detail: CaseDetail, style?: 'primary'): ActionsElement =>
  button('In stock: ship it', ACTION.backorderRelease, detail.case.id, style === undefined ? {} : { style });

export const backorderActions = (detail: CaseDetail): ActionsElement[] => NEXT[detail.case.state]?.(detail) ?? [];

/** What a shortage says beside its state (mrkdwn, escaped). */
export const backorderFacts = (detail: CaseDetail): string[] => {
  const { data } = detail.case;
  if (data.kind !== 'backorder') return [];
  return [
    data.because ? `*Because*  ${safe(data.because, 300)}` : null,
    data.eta === null ? null : `*Expected*  ${safe(dayWords(data.eta), 40)}`,
    data.notifiedAt === null
      ? null
      : `*Customer asked*  ${slackDate(data.notifiedAt)}${(data.round ?? 1) > 1 ? ` (time ${data.round})` : ''}`,
    data.consent == null
      ? null
      : `*Will wait*  since ${slackDate(data.consent.at)}, ${data.consent.how === 'link' ? 'by their link' : `told to staff${data.consent.note === null ? '' : `: ${safe(data.consent.note, 200)}`}`}`,
    data.answer === 'refund' ? '*Answer*  wants the money' : null,
    data.discontinued === true ? '*Never comes*  the customer gets the money back' : null,
  ].filter((line) => line !== null);
};
