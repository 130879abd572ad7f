import { z } from 'zod';
import { RequestReasons } from '../../../policy/app/customer-commands.ts';
import { ledgerOf } from '../../../policy/decide/ledger.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';
import type { Words } from '../../../policy/texts/customer/index.ts';
import type { Field } from '../customer/form.ts';

export const Reason = z.enum(['cancel', ...RequestReasons.options]);
export type Reason = z.infer<typeof Reason>;

/** What may be asked for of each line: what has not left yet, or what has. */
export const linesFor = (facts: OrderFacts, reason: Reason, settings: Settings) =>
  ledgerOf(facts, settings).lines.flatMap(({ line, unshipped }) => {
    const shipped = line.currentQuantity - unshipped;
    const most = reason === 'cancel' ? unshipped : shipped;
    return most > 0 && !line.giftCard ? [{ line, most }] : [];
  });

const titleOf = ({ title, variantTitle }: OrderFacts['lines'][number]): string =>
  [title, variantTitle].filter(Boolean).join(', ');

const photosNeeded = (reason: Reason, settings: Settings): number => {
  const value = (settings as Readonly<Record<string, unknown>>)[`evidence.minPhotos.${reason}`];
  return typeof value === 'number' ? value : 0;
};

/** P16, A19: where the mistake was ours the choice may be the shop's; a defect is told with what is wanted (P26). */
const asksRemedy = (reason: Reason, settings: Settings): boolean =>
  reason === 'defective' ||
  ((reason === 'wrong_item_sent' || reason === 'missing_item') && settings['remedy.chooser'] === 'customer');

export const asksPhotos = (reason: Reason, settings: Settings): boolean =>
  reason !== 'cancel' && (photosNeeded(reason, settings) > 0 || reason === 'defective');

type Asked = Readonly<Record<string, string>>;

/** P2, P3, P16, P18: what the policy needs to know for this reason, and nothing else. */
export const questionsFor = (
  facts: OrderFacts,
  reason: Reason,
  settings: Settings,
  words: Words,
  given: Asked,
  /** `later`: a link for photos can be sent. `have`: photos that came with what was sent before. */
  limits: Readonly<{ photos: number; megabytes: number; later: boolean; have: number }>,
): readonly Field[] => {
  const lines = linesFor(facts, reason, settings);
  const yesNo = (name: string, label: string): Field => ({
    kind: 'choose',
    name,
    label,
    required: true,
    options: [
      { value: 'yes', label: words.say('request.yes') },
      { value: 'no', label: words.say('request.no') },
    ],
    ...(given[name] === undefined ? {} : { value: given[name] }),
  });
  const only = lines.length === 1;
  return [
    { kind: 'heading', label: words.say('request.lines') },
    ...lines.map(
      ({ line, most }): Field => ({
        kind: 'count',
        name: `line-${line.id}`,
        label: titleOf(line),
        of: words.say('request.of', { count: most }),
        most: Math.min(most, 100),
        value: given[`line-${line.id}`] ?? (only ? String(Math.min(most, 100)) : '0'),
      }),
    ),
    ...(reason === 'defective'
      ? [
          yesNo('ownDamage', words.say('request.own-damage')),
          yesNo('troubleshooting', words.say('request.troubleshooting')),
        ]
      : []),
    ...(asksRemedy(reason, settings)
      ? [
          {
            kind: 'choose',
            name: 'remedy',
            label: words.say('request.remedy'),
            options: [
              { value: 'refund', label: words.say('remedy.refund') },
              { value: 'exchange', label: words.say('remedy.exchange') },
            ],
            value: given.remedy ?? 'refund',
          } as const,
        ]
      : []),
    ...(asksPhotos(reason, settings)
      ? [
          {
            kind: 'photos',
            name: 'photos',
            label: words.say('request.photos'),
            hint: [
              ...(limits.have > 0 ? [words.say('photos.have', { count: limits.have })] : []),
              words.say('photos.limits', { count: limits.photos, size: limits.megabytes }),
              ...(limits.later ? [words.say('request.photos.later')] : []),
            ].join(' '),
          } as const,
        ]
      : []),
    { kind: 'area', name: 'because', label: words.say('request.because'), value: given.because ?? '', most: 500 },
  ];
};

export type Answers = Readonly<{
  lines: readonly Readonly<{ lineItemId: string; quantity: number }>[];
  ownDamage?: boolean;
  troubleshooting?: boolean;
  remedy: 'refund' | 'exchange';
  because?: string;
}>;

/** What was filled in, or what is wrong with it. Lines are those of this order, and no more than may be asked for. */
export const parseAnswers = (
  facts: OrderFacts,
  reason: Reason,
  settings: Settings,
  words: Words,
  given: Asked,
): Answers | Readonly<{ problems: readonly string[] }> => {
  const lines = linesFor(facts, reason, settings).flatMap(({ line, most }) => {
    const quantity = Number(given[`line-${line.id}`] ?? 0);
    return Number.isInteger(quantity) && quantity > 0
      ? [{ lineItemId: line.id, quantity: Math.min(quantity, most) }]
      : [];
  });
  const problems = lines.length === 0 ? [words.say('request.choose-lines')] : [];
  const isAnswered = (name: string): boolean => given[name] === 'yes' || given[name] === 'no';
  if (reason === 'defective' && !(isAnswered('ownDamage') && isAnswered('troubleshooting')))
    problems.push(words.say('request.answer-both'));
  if (problems.length > 0) return { problems };
  const because = (given.because ?? '').trim().slice(0, 500);
  return {
    lines,
    remedy: given.remedy === 'exchange' && asksRemedy(reason, settings) ? 'exchange' : 'refund',
    ...(reason === 'defective'
      ? { ownDamage: given.ownDamage === 'yes', troubleshooting: given.troubleshooting === 'yes' }
      : {}),
    ...(because === '' ? {} : { because }),
  };
};
