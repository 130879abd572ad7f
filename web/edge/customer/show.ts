import type { CaseDetail } from '../../../policy/app/read-model.ts';
import type { Deadline } from '../../../policy/decision.ts';
import { formatDecimal } from '../../../policy/money/decimal.ts';
import type { Words } from '../../../policy/texts/customer/index.ts';

/** `Tuesday 22 December 2026`: of a date that is counted nowhere in particular. */
export const showDate = (date: string, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));

/** With time and zone. */
export const showInstant = (instant: string, timeZone: string, { locale }: Words): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone }).format(new Date(instant));

/** The last day of something, with its zone. */
export const showLastDay = ({ date, timeZone }: Pick<Deadline, 'date' | 'timeZone'>, words: Words): string =>
  words.say('date.end-of-day', { date: showDate(date, words), zone: timeZone.replaceAll('_', ' ') });

/** The exact amount, never through a float. */
export const showAmount = (minor: number, currency: string, { locale }: Words): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    formatDecimal(minor, currency) as unknown as number,
  );

type Lines = readonly Readonly<{ lineItemId: string; quantity: number }>[];

export const itemsOf = ({ order }: Pick<CaseDetail, 'order'>, lines: Lines, words: Words) =>
  lines.map(({ lineItemId, quantity }) => {
    const line = order.lines.find((one) => one.id === lineItemId);
    return { quantity, title: [line?.title ?? words.say('sheet.item'), line?.variantTitle].filter(Boolean).join(', ') };
  });
