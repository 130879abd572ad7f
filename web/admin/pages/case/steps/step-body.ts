import type { StepName } from '../../../../../policy/app/case-steps.ts';
import type { Photo } from '../../../../edge/admin/contract.ts';
import { parseMoney } from '../../../format/parse-money.ts';
import { startOfDay } from '../../../format/time.ts';
import type { Field } from './fields.ts';

/** What a form holds: texts as typed, ids of ticked units, photos that are kept already. */
export type StepForm = Readonly<{
  texts: Readonly<Record<string, string>>;
  unitIds: readonly string[];
  photos: readonly Photo[];
}>;

export const emptyStepForm: StepForm = { texts: {}, unitIds: [], photos: [] };

/** What several steps send of one kind: which of its answers each means. */
const FIXED: Partial<Record<StepName, Readonly<Record<string, string>>>> = {
  'accept-late': { answer: 'accept_late' },
  goodwill: { answer: 'goodwill' },
  charge: { answer: 'charge' },
  waive: { answer: 'waive' },
};

/** Choices that are left out of the request: "not known", "as the policy says". */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['unknown', 'as-policy']);
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
]);

/** How the order and the shop count: digits its currency has after the point, and whose days they are (IANA). */
export type StepUnits = Readonly<{ digits: number; timeZone: string }>;

type Read = { value: unknown } | { bad: true };

const readField = (field: Field, form: StepForm, { digits, timeZone }: StepUnits): Read => {
  if (field.control === 'preset') return { value: field.value };
  if (field.control === 'units')
    return form.unitIds.length > 0
      ? { value: [...form.unitIds] }
      : field.optional
        ? { value: undefined }
        : { bad: true };
  if (field.control === 'photos')
    return form.photos.length === 0 && !field.optional
      ? { bad: true }
      : { value: form.photos.map(({ id }) => ({ id })) };
  const text = (form.texts[field.name] ?? '').trim();
  const isNothing = text === '' || (field.control === 'choice' && SAYS_NOTHING.has(text));
  if (isNothing) return field.optional ? { value: undefined } : { bad: true };
  switch (field.control) {
    case 'money': {
      const minor = parseMoney(text, digits);
      return minor === null ? { bad: true } : { value: minor };
    }
    case 'days': {
      const days = Number(text);
      return Number.isInteger(days) && days >= 1 && days <= 180 ? { value: days } : { bad: true };
    }
    case 'date':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { bad: true };
      // A day is told; the instant is its beginning, as in Slack: of today that is never later than now.
      return { value: field.name === 'acceptedAt' ? startOfDay(text, timeZone) : text };
    case 'choice':
      return { value: YES_NO.get(text) ?? text };
    default:
      return { value: text };
  }
};

/**
 * The request a form stands for.
 * @returns names of fields that are missing or can't be read, where there are any
 */
export const stepBody = (
  step: StepName,
  kind: string,
  fields: readonly Field[],
  form: StepForm,
  units: StepUnits,
): { body: Record<string, unknown>; bad: readonly string[] } => {
  const body: Record<string, unknown> = { kind, ...FIXED[step] };
  const bad: string[] = [];
  for (const field of fields) {
    const read = readField(field, form, units);
    if ('bad' in read) bad.push(field.name);
    else if (read.value !== undefined) {
      if (field.name === 'postage') body.returnPostage = { paidBy: 'merchant', amount: read.value };
      else body[field.name] = read.value;
    }
  }
  return { body, bad };
};
