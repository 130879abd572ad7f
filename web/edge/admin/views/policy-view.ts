import type { Person } from '../../../../policy/app/actors.ts';
import type { BacktestRecord, PolicyDraftRecord, PolicyVersionView } from '../../../../policy/app/policy.ts';
import type { PolicyVersionRecord } from '../../../../policy/app/records.ts';
import { LAW_COUNTRIES, LAW_NOTES } from '../../../../policy/rules/overlay.ts';
import { controlOf } from '../../../../policy/settings/control.ts';
import { parseSettings, SETTING_NAMES, SETTINGS, type SettingDefinition } from '../../../../policy/settings.ts';
import {
  CLAUSE_TEXTS,
  type ClauseTexts,
  type PolicyVersion as CoreVersion,
  diffVersions,
  type VersionChange,
  versionFor,
} from '../../../../policy/versions/index.ts';
import { isDamaged } from '../../../shell/damaged-policy.ts';
import type { BacktestRun, Policy, PolicyChange, PolicyDraft, PolicyVersion, Setting } from '../contract/policy.ts';

/** What does not change while the program runs. */
const SETTING_LIST: readonly Setting[] = SETTING_NAMES.map((name) => {
  const { ambiguity, description, unit, allowed, because, clauses, overridable } = SETTINGS[name] as SettingDefinition;
  const control = controlOf(name);
  const value = SETTINGS[name].default;
  return { name, ambiguity, description, unit, allowed, because, default: value, clauses, control, overridable };
});

type Content = Readonly<{ number: number; settings: Readonly<Record<string, unknown>>; effectiveAt: string }>;

/** As the core compares them. Words that were not kept are those of this release. */
const versionOf = (of: Content & Partial<Pick<PolicyVersionRecord, 'clauses' | 'digest'>>): CoreVersion => ({
  number: of.number,
  settings: parseSettings(of.settings),
  clauses: { ...CLAUSE_TEXTS, ...of.clauses } as ClauseTexts,
  effectiveAt: of.effectiveAt,
  digest: of.digest ?? '',
});

const SCOPED = /^(market|product|collection)s\.([^.]+)\.(.+)$/;

const changeView = ({ path, sentence, clauses }: VersionChange, a: CoreVersion, b: CoreVersion): PolicyChange => {
  const [, kind, id, rest] = SCOPED.exec(path) ?? [];
  const name = rest ?? path;
  const setting = Object.hasOwn(SETTINGS, name) ? name : null;
  const scope = { kind: (kind ?? 'shop') as PolicyChange['scope']['kind'], id: id ?? null };
  const valueIn = ({ settings }: CoreVersion): unknown => {
    const values: Readonly<Record<string, unknown>> | undefined =
      kind === undefined || id === undefined
        ? settings
        : kind === 'market'
          ? settings.markets[id]
          : kind === 'product'
            ? settings.products[id]
            : settings.collections[id]?.settings;
    return values?.[name];
  };
  const values = setting === null ? {} : { before: valueIn(a), after: valueIn(b) };
  return { path, setting, scope, ...values, sentence, clauses };
};

/** What `b` changes against `a`; dates are told elsewhere. */
const changesOf = (a: CoreVersion, b: CoreVersion): PolicyChange[] =>
  diffVersions(a, b)
    .changes.filter((change) => change.path !== 'effectiveAt')
    .map((change) => changeView(change, a, b));

const published = ({ number, effectiveAt, publishedAt, publishedByName }: PolicyVersionView) => ({
  number,
  effectiveAt,
  publishedAt: publishedAt ?? null,
  publishedByName,
});

/** Only owners set the policy; the commands decide so again. */
export const mayEdit = (person: Person | null): boolean => person?.role === 'owner';

export const draftView = (draft: PolicyDraftRecord, current: PolicyVersionRecord): PolicyDraft => {
  const { id, version, basedOn, settings, savedByName, updatedAt } = draft;
  const before = versionOf(current);
  const after = versionOf({ number: current.number + 1, settings, effectiveAt: current.effectiveAt });
  // A draft speaks in this release's words; those of an older version are no change of the draft's.
  const changes = changesOf({ ...before, clauses: after.clauses }, after);
  return { id, version, basedOn, settings, changes, savedByName, updatedAt };
};

/** @param versions newest first, at least one; @param now the shop's clock, ISO 8601 */
export const policyView = (
  versions: readonly PolicyVersionView[],
  draft: PolicyDraftRecord | null,
  person: Person | null,
  now: string,
): Policy => {
  const current = versionFor(versions, now);
  return {
    settings: [...SETTING_LIST],
    law: LAW_NOTES,
    lawCountries: LAW_COUNTRIES,
    current: { ...published(current), settings: { ...parseSettings(current.settings) } },
    scheduled: versions
      .filter(({ effectiveAt, withdrawnAt }) => !withdrawnAt && Date.parse(effectiveAt) > Date.parse(now))
      .map(published),
    draft: draft && draftView(draft, current),
    mayEdit: mayEdit(person),
  };
};

/**
 * What a version takes over from: of those that stand, the last to begin before it. Versions may be published out of
 * order: one for tomorrow after one for next week.
 */
const replacedBy = (of: PolicyVersionView, versions: readonly PolicyVersionView[]): PolicyVersionView | null => {
  const later = (a: PolicyVersionView, b: PolicyVersionView): number =>
    Date.parse(a.effectiveAt) - Date.parse(b.effectiveAt) || a.number - b.number;
  const earlier = versions.filter((version) => !version.withdrawnAt && later(version, of) < 0);
  return earlier.sort(later).at(-1) ?? null;
};

export const versionsView = (versions: readonly PolicyVersionView[], now: string): PolicyVersion[] => {
  const inForce = versionFor(versions, now).number;
  return versions.map((version) => {
    const before = replacedBy(version, versions);
    const later = Date.parse(version.effectiveAt) > Date.parse(now);
    return {
      ...published(version),
      id: version.id,
      digest: version.digest,
      state: version.withdrawnAt ? 'withdrawn' : version.number === inForce ? 'in-force' : later ? 'scheduled' : 'past',
      withdrawnAt: version.withdrawnAt ?? null,
      damaged: isDamaged(version),
      against: before?.number ?? null,
      changes: before === null ? [] : changesOf(versionOf(before), versionOf(version)),
    };
  });
};

export const backtestView = (
  run: BacktestRecord,
  draft: PolicyDraftRecord | null,
  versions: readonly PolicyVersionView[],
  now: string,
): BacktestRun => {
  const { id, state, done, total, changed, against, startedAt, error, result } = run;
  const asStarted = draft?.id === run.draftId && draft.version === run.draftVersion;
  const outdated = !asStarted || versionFor(versions, now).number !== against;
  return { id, state, done, total, changed, against, outdated, startedAt, error, result };
};
