import { v5 } from 'uuid';
import type { EffectOf } from '../../policy/app/effects.ts';
import type { LinkPurpose } from '../../policy/app/links.ts';
import type { CaseDetail } from '../../policy/app/read-model.ts';
import type { Settings } from '../../policy/settings.ts';

type Template = EffectOf<'mail.send'>['template'];

/** What each mail lets its reader do. */
const LINKS: Readonly<Partial<Record<Template, readonly LinkPurpose[]>>> = {
  'out-of-stock': ['backorder-answer'],
  'backorder-reminder': ['backorder-answer'],
  'backorder-waiting': ['backorder-answer'],
  'request-received': ['case', 'withdraw'],
  'photos-wanted': ['photos'],
  'photos-reminder': ['photos'],
  troubleshooting: ['checklist'],
  'rma-issued': ['tracking', 'remedy', 'case', 'withdraw'],
  'tracking-wanted': ['tracking'],
  'deadline-reminder': ['tracking'],
};

export const isOurMistake = (reason: string): boolean => reason === 'wrong_item_sent' || reason === 'missing_item';

/** A19: the choice is the customer's where the mistake was ours, unless the shop chooses. */
export const mayChooseRemedy = ({ case: { data } }: Pick<CaseDetail, 'case'>, settings: Settings): boolean =>
  data.kind === 'return' && isOurMistake(data.reason) && settings['remedy.chooser'] === 'customer';

export const linksOfMail = (template: Template, detail: CaseDetail, settings: Settings): readonly LinkPurpose[] =>
  (LINKS[template] ?? []).filter((purpose) => purpose !== 'remedy' || mayChooseRemedy(detail, settings));

/** Longer than a shop may let anybody wait before they are asked again, with links of their own. */
const DAYS: Readonly<Record<LinkPurpose, number>> = {
  // An answer may be waited for, and a customer kept waiting, for a year.
  'backorder-answer': 400,
  photos: 45,
  checklist: 45,
  // An RMA may be valid for a year, and be extended by half a year more.
  tracking: 600,
  case: 600,
  withdraw: 600,
  remedy: 600,
};

export const expiryOf = (purpose: LinkPurpose, now: string): string =>
  new Date(Date.parse(now) + DAYS[purpose] * 86_400_000).toISOString();

/**
 * One link a mail and purpose: a second attempt sends the same, and its token is written down nowhere but in the mail.
 * The answer to a shortage keeps the effect's own id, by which earlier mails' links were made.
 */
export const linkIdOf = (effectId: string, purpose: LinkPurpose): string =>
  purpose === 'backorder-answer' ? effectId : v5(purpose, effectId);
