import type { PolicyChange, Setting } from '../../edge/admin/contract.ts';
import { hasWord, said, t, word } from '../messages/index.ts';

/** What a setting is about, without its full stop: a label. */
export const settingLabel = ({ name, description }: Pick<Setting, 'name' | 'description'>): string =>
  hasWord('setting', name) ? word('setting', name) : said(description).replace(/\.$/, '');

/**
 * e.g. `days` of `days since delivery`; null for amounts and choices.
 * @param count how many of them; left out where any number may follow
 */
export const unitOf = ({ control, unit }: Pick<Setting, 'control' | 'unit'>, count?: number): string | null => {
  const [first = ''] = unit?.split(' ') ?? [];
  if (control.kind !== 'number' || first === '') return null;
  return word(count === 1 && hasWord('unit-of-one', first) ? 'unit-of-one' : 'unit', first);
};

/** A setting's value as people read it, e.g. `30 days`, `Until it ships`, `DE 4.90, * 9.90`. */
export const valueWords = (setting: Pick<Setting, 'name' | 'control' | 'unit'>, value: unknown): string => {
  if (value === undefined) return t('value.as-usual');
  if (value === null) return t('value.none');
  if (Array.isArray(value)) {
    return value.length === 0
      ? t('value.empty')
      : value.map((one) => word(`choice.${setting.name}`, String(one))).join(', ');
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length === 0 ? t('value.empty') : entries.map(([key, one]) => `${key} ${String(one)}`).join(', ');
  }
  if (typeof value === 'number') {
    const unit = unitOf(setting, value);
    return unit === null ? String(value) : `${value} ${unit}`;
  }
  const { kind } = setting.control;
  return kind === 'choice' || hasWord(`choice.${setting.name}`, String(value))
    ? word(`choice.${setting.name}`, String(value))
    : String(value);
};

/** A place in which something differs: `Germany`, `product 8001`, `collection 77`. */
export const scopeWords = (scope: string, country: (code: string) => string): string => {
  const [, collection] = /^collection:(\d+)$/.exec(scope) ?? [];
  if (collection !== undefined) return t('policy.scope.collection', { id: collection });
  return /^\d+$/.test(scope) ? t('policy.scope.product', { id: scope }) : country(scope);
};

/** A change in plain words; what no setting names (a collection's products, a clause's words) as the server says it. */
export const changeWords = (
  change: PolicyChange,
  settings: readonly Setting[],
  country: (code: string) => string,
): string => {
  const setting = settings.find(({ name }) => name === change.setting);
  if (setting === undefined) return said(change.sentence);
  const values = {
    setting: settingLabel(setting),
    before: valueWords(setting, change.before),
    after: valueWords(setting, change.after),
  };
  const { kind, id } = change.scope;
  if (kind === 'shop' || id === null) return t('policy.change', values);
  return t('policy.change.in', {
    ...values,
    place: scopeWords(kind === 'collection' ? `collection:${id}` : id, country),
  });
};
