import type { Command } from '../../../policy/app/commands.ts';
import type { WayBack } from '../../../policy/decide/way-back.ts';
import type { Ask, Decision } from '../../../policy/decision.ts';
import type { Settings } from '../../../policy/settings.ts';
import { deductionName, showAmount } from '../../../policy/texts/customer/amounts.ts';
import { showDeadline } from '../../../policy/texts/customer/dates.ts';
import type { Words } from '../../../policy/texts/customer/index.ts';
import type { CustomerPage } from '../customer/page.ts';
import type { Answers, Reason } from './questions.ts';

export type Wanted = Extract<Command, { kind: 'return.request' | 'cancellation.request' }>;

/** The command that the form comes to. */
export const wantedOf = (
  orderId: string,
  reason: Reason,
  answers: Answers,
  photos: Extract<Wanted, { kind: 'return.request' }>['photos'],
): Wanted =>
  reason === 'cancel'
    ? {
        kind: 'cancellation.request',
        orderId,
        lines: [...answers.lines],
        ...(answers.because === undefined ? {} : { because: answers.because }),
      }
    : {
        kind: 'return.request',
        orderId,
        reason,
        lines: [...answers.lines],
        remedy: answers.remedy,
        photos,
        ...(answers.because === undefined ? {} : { because: answers.because }),
        ...(answers.troubleshooting === undefined ? {} : { troubleshootingDone: answers.troubleshooting }),
        ...(answers.ownDamage === undefined ? {} : { artificialDamageDeclared: answers.ownDamage }),
      };

/** The answers that such a command came from, as the form names them: who wants to change one finds the others. */
export const givenOf = (wanted: Wanted): Readonly<Record<string, string>> => {
  const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    ...Object.fromEntries((wanted.lines ?? []).map((line) => [`line-${line.lineItemId}`, String(line.quantity)])),
    ...(wanted.because === undefined ? {} : { because: wanted.because }),
    ...(wanted.kind === 'cancellation.request'
      ? {}
      : {
          remedy: wanted.remedy,
          ...(wanted.artificialDamageDeclared === undefined
            ? {}
            : { ownDamage: yesNo(wanted.artificialDamageDeclared) }),
          ...(wanted.troubleshootingDone === undefined ? {} : { troubleshooting: yesNo(wanted.troubleshootingDone) }),
        }),
  };
};

/** The question that the policy is asked to show the outcome before anything is sent. */
export const askOf = (wanted: Wanted): Ask =>
  wanted.kind === 'cancellation.request'
    ? { kind: 'cancel', lines: wanted.lines ?? [] }
    : {
        kind: 'return',
        reason: wanted.reason,
        lines: wanted.lines,
        photos: wanted.photos.length,
        ...(wanted.troubleshootingDone === undefined ? {} : { troubleshootingDone: wanted.troubleshootingDone }),
        ...(wanted.artificialDamageDeclared === undefined
          ? {}
          : { artificialDamageDeclared: wanted.artificialDamageDeclared }),
      };

/**
 * What the policy says, in a customer's words: the answer, the sum, the last day, and the rules it rests on.
 * @param wayBack  null: nothing is sent back
 * @param hasMail  false: the order has no address, so no mail is promised
 */
export const outcomeOf = (
  decision: Decision,
  wanted: Wanted,
  words: Words,
  wayBack: WayBack | null,
  settings: Settings,
  hasMail = true,
): Pick<CustomerPage, 'paragraphs' | 'amounts' | 'clauses'> => ({
  paragraphs: [
    ...headlinesOf(headlineOf(decision, wanted), hasMail).map((word) => words.say(word)),
    ...moreOf(decision, wayBack, words, settings),
  ],
  clauses: decision.clauses.map((id) => ({ id, sentence: words.clause(id) })),
  ...sumOf(decision, wanted, words),
});

type Headline = Extract<Parameters<Words['say']>[0], `request.preview.${string}`>;

const headlineOf = ({ verdict, action, missing }: Decision, wanted: Wanted): Headline => {
  if (action === 'offer_return') return 'request.preview.shipped';
  if (verdict === 'granted')
    return wanted.kind === 'cancellation.request' ? 'request.preview.granted.cancel' : 'request.preview.granted.return';
  // What is not granted here can't be sent: nobody would hear of it.
  if (wanted.kind === 'cancellation.request')
    return verdict === 'refused' ? 'request.preview.refused.cancel' : 'request.preview.person.cancel';
  if (verdict === 'refused') return 'request.preview.refused';
  if (verdict === 'needs-info' && missing.includes('photos')) return 'request.preview.photos';
  if (verdict === 'needs-info' && missing.includes('troubleshootingDone')) return 'request.preview.checklist';
  return 'request.preview.person';
};

/** What promises a mail, as it is said where none can come. */
const WITHOUT_MAIL: Readonly<Partial<Record<Headline, Headline>>> = {
  'request.preview.granted.return': 'request.preview.granted.return.no-mail',
  'request.preview.photos': 'request.preview.photos.no-mail',
  'request.preview.checklist': 'request.preview.checklist.no-mail',
  'request.preview.person': 'request.preview.person.no-mail',
};

const headlinesOf = (headline: Headline, hasMail: boolean): readonly Headline[] => {
  const instead = hasMail ? undefined : WITHOUT_MAIL[headline];
  return instead === undefined ? [headline] : [instead, 'request.preview.no-mail'];
};

const moreOf = (
  { verdict, rmaDeadline }: Decision,
  wayBack: WayBack | null,
  words: Words,
  settings: Settings,
): string[] => {
  const lastDay = `request.preview.last-day${settings['deadline.basis'] === 'received' ? '' : '.sent'}` as const;
  if (wayBack === null || verdict === 'refused') return [];
  return [
    words.say(wayBack.paidBy === 'merchant' ? 'request.preview.free' : 'request.preview.costs'),
    ...(rmaDeadline === null ? [] : [words.say(lastDay, { date: showDeadline(rmaDeadline, words) })]),
  ];
};

const sumOf = ({ refund, estimate }: Decision, wanted: Wanted, words: Words): Pick<CustomerPage, 'amounts'> => {
  const sum = refund ?? estimate;
  if (sum === null || sum.total === null) return {};
  const { currency } = sum;
  const row = (word: 'items' | 'tax' | 'shipping' | 'duties' | 'tips') => ({
    label: words.say(`amounts.${word}`),
    amount: showAmount(sum[word], currency, words),
    value: sum[word],
  });
  return {
    amounts: {
      title: words.say('request.preview.back'),
      rows: [
        ...(['items', 'tax', 'shipping', 'duties', 'tips'] as const)
          .map(row)
          .filter(({ value }, index) => index === 0 || value !== 0),
        ...sum.deductions.map(({ label, amount }) => ({
          label: deductionName(label, words),
          amount: `−${showAmount(amount, currency, words)}`,
        })),
      ],
      total: {
        // What has not left is looked at by nobody.
        label: words.say(wanted.kind === 'cancellation.request' ? 'amounts.refund' : 'amounts.if-accepted'),
        amount: showAmount(sum.total, currency, words),
      },
    },
  };
};
