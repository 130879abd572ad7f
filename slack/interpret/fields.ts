import * as cues from './cues.ts';
import { takeItems } from './items.ts';
import { ORDER_MARK, RMA_MARK } from './references.ts';
import { type Subject, unknown } from './subject.ts';
import type { Intent, Meaning } from './types.ts';

export const resultOf = (text: string): string | null =>
  cues.RESULTS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
export const reasonOf = (text: string): string | null =>
  cues.REASONS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

export const fieldsOf = {
  because: (subject: Subject): { because?: string } => {
    const match = /(?:\bbecause\b|\bsince\b|\bas\b(?= (?:the|it|he|she|they|serial))|,|;| - |:)\s*(.{3,300})$/i.exec(
      subject.raw.replaceAll(RMA_MARK, '').replaceAll(ORDER_MARK, '').trim(),
    );
    const because = match?.[1]?.replace(/^because\s+/i, '').replace(/^[\s,:-]+|[\s.!]+$/g, '');
    return because === undefined || because.length < 3 ? {} : { because };
  },
  orders: (subject: Subject) =>
    subject.orders.length > 1 ? { orders: [...subject.orders] } : { order: subject.order as string },
  items: (subject: Subject) => {
    const items = takeItems(subject.raw);
    return items.length === 0 ? {} : { items };
  },
  rmaOrOrder: (subject: Subject) =>
    subject.rma === undefined ? (subject.order === undefined ? {} : { order: subject.order }) : { rma: subject.rma },
};

const daysOf = (text: string): number | undefined => {
  const match = /\b(\d{1,3}|a|one|two|three|four|ten)\s+(?:more |extra |additional )?(day|week|month)s?\b/.exec(text);
  if (match === null) return undefined;
  const words: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4, ten: 10 };
  const count = words[match[1] ?? ''] ?? Number(match[1]);
  return count * (match[2] === 'week' ? 7 : match[2] === 'month' ? 30 : 1);
};

const markedOf = (text: string): boolean | undefined => {
  if (
    /\b(?:not|no|without|never|un) ?(?:the |an? )?(?:rma )?(?:marked|number|rma|label|written|labelled)\b|\bunmarked\b|\bnot (?:on|written|marked)\b|\b(?:was|is) not\b[^.;]{0,20}\b(?:outside|on the box)/.test(
      text,
    )
  )
    return false;
  if (
    /\b(?:marked|number (?:is |was )?(?:clearly )?(?:on|written)|written on|labelled|on the (?:outside|box|label))\b/.test(
      text,
    )
  )
    return true;
  return undefined;
};

/** The meaning of one action, with the fields the text gives. */
export const meaningOf = (intent: Intent, sentence: string, subject: Subject): Meaning => {
  const { rma, order, named, text } = subject;
  switch (intent) {
    case 'order.cancel':
      return { intent, ...fieldsOf.orders(subject), ...fieldsOf.items(subject) };
    case 'rma.request': {
      const reason = reasonOf(text);
      const exchange = /\b(?:exchange|swap|replace(?:ment)?)\b/.test(text);
      const refund = /\b(?:refund|money back)\b/.test(text);
      return {
        intent,
        ...fieldsOf.orders(subject),
        ...(reason === null ? {} : { reason: reason as 'defective' }),
        ...fieldsOf.items(subject),
        ...(exchange ? { outcome: 'exchange' as const } : refund ? { outcome: 'refund' as const } : {}),
        ...(named.email === null ? {} : { email: named.email }),
        ...(named.phone === null ? {} : { phone: named.phone }),
      };
    }
    case 'delivery.refused':
      return { intent, order: order as string };
    case 'backorder.report':
      return { intent, order: order as string, ...fieldsOf.items(subject) };
    case 'backorder.answer':
      return {
        intent,
        order: order as string,
        answer: /\b(?:not|rather than|instead of|tired of|sick of)\b[^.;]{0,24}\bwait/.test(sentence)
          ? 'refund'
          : 'wait',
      };
    case 'rma.tracking':
      return {
        intent,
        rma: rma as string,
        ...(named.tracking === null ? {} : { tracking: named.tracking }),
        ...(named.carrier === null ? {} : { carrier: named.carrier }),
      };
    case 'rma.receive': {
      const marked = markedOf(text);
      return { intent, rma: rma as string, ...(marked === undefined ? {} : { marked }) };
    }
    case 'rma.inspect':
      return { intent, rma: rma as string, result: resultOf(text) as 'accepted' };
    case 'refund.approve':
      return { intent, ...fieldsOf.rmaOrOrder(subject) };
    case 'refund.decline':
      return { intent, ...fieldsOf.rmaOrOrder(subject), ...fieldsOf.because(subject) };
    case 'rma.decline':
      return { intent, rma: rma as string, ...fieldsOf.because(subject) };
    case 'rma.extend': {
      const days = daysOf(text);
      return { intent, rma: rma as string, ...(days === undefined ? {} : { days }) };
    }
    case 'rma.lost':
      return { intent, rma: rma as string };
    case 'case.assign': {
      const to = /\bto\s+@?([a-z][a-z .-]{1,40}?)(?=\s*(?:please|thanks|asap|today)?[.!,]?$)/i.exec(subject.raw)?.[1];
      return { intent, ...fieldsOf.rmaOrOrder(subject), ...(to === undefined ? {} : { to: to.trim() }) };
    }
    default:
      return unknown(subject);
  }
};
