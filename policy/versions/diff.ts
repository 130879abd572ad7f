import { CLAUSE_IDS, type ClauseId, sortClauses } from '../clauses.ts';
import { countOf } from '../format.ts';
import { SETTING_NAMES, SETTINGS, type SettingDefinition, type SettingName, type Settings } from '../settings.ts';
import type { PolicyVersion } from './version.ts';

/** One difference between two versions, in words, and the clauses it may change decisions under. */
export type VersionChange = Readonly<{
  /** `cancel.until`, `markets.DE.legalOverlay`, `collections.7.productIds`, `clauses.P12`, `effectiveAt`. */
  path: string;
  sentence: string;
  clauses: readonly ClauseId[];
}>;

export type VersionDiff = Readonly<{ changes: readonly VersionChange[]; clauses: readonly ClauseId[] }>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Equal as JSON; the order of names does not count. */
const same = (a: unknown, b: unknown): boolean => {
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return a === b;
  return keysOf(a, b).every((key) => same(a[key], b[key]));
};

const definition = (name: SettingName): SettingDefinition => SETTINGS[name] as unknown as SettingDefinition;

/** A setting's value as people read it. */
export const valueInWords = (value: unknown): string => {
  if (value === null) return 'not set';
  if (value === undefined) return 'as for the shop';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length === 0 ? 'none' : entries.map(([key, one]) => `${key} ${String(one)}`).join(', ');
  }
  return String(value);
};

type Values = Readonly<Partial<Record<SettingName, unknown>>>;

/** @param where `''` for the shop's own values, else `markets.DE.`; @param whereInWords e.g. `in DE` */
const settingChanges = (a: Values, b: Values, where: string, whereInWords: string): VersionChange[] =>
  SETTING_NAMES.filter((name) => !same(a[name], b[name])).map((name) => {
    const { unit, clauses } = definition(name);
    const lead = whereInWords === '' ? name : `${name} ${whereInWords}`;
    const counted = unit === null ? '' : ` (${unit})`;
    return {
      path: `${where}${name}`,
      sentence: `${lead}: ${valueInWords(a[name])} → ${valueInWords(b[name])}${counted}`,
      clauses,
    };
  });

const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();

const scopedChanges = (a: Settings, b: Settings): VersionChange[] => [
  ...keysOf(a.markets, b.markets).flatMap((country) =>
    settingChanges(a.markets[country] ?? {}, b.markets[country] ?? {}, `markets.${country}.`, `in ${country}`),
  ),
  ...keysOf(a.products, b.products).flatMap((id) =>
    settingChanges(a.products[id] ?? {}, b.products[id] ?? {}, `products.${id}.`, `of product ${id}`),
  ),
  ...keysOf(a.collections, b.collections).flatMap((id) => collectionChanges(a, b, id)),
];

const collectionChanges = (a: Settings, b: Settings, id: string): VersionChange[] => {
  const [before, after] = [a.collections[id], b.collections[id]];
  const changes = settingChanges(
    before?.settings ?? {},
    after?.settings ?? {},
    `collections.${id}.`,
    `of collection ${id}`,
  );
  const [held, holds] = [before?.productIds ?? [], after?.productIds ?? []];
  const added = holds.filter((product) => !held.includes(product)).length;
  const removed = held.filter((product) => !holds.includes(product)).length;
  if (added + removed === 0) return changes;
  const names = Object.keys({ ...before?.settings, ...after?.settings }) as SettingName[];
  const moved: VersionChange = {
    path: `collections.${id}.productIds`,
    sentence: `collection ${id}: ${countOf(added, 'product')} added, ${removed} removed`,
    clauses: sortClauses(names.flatMap((name) => definition(name).clauses)),
  };
  return [...changes, moved];
};

/** What a version changes against the one before it, in words, and every clause that it touches. */
export const diffVersions = (a: PolicyVersion, b: PolicyVersion): VersionDiff => {
  const texts: VersionChange[] = CLAUSE_IDS.filter((id) => a.clauses[id] !== b.clauses[id]).map((id) => ({
    path: `clauses.${id}`,
    sentence: `${id}: “${a.clauses[id] ?? ''}” → “${b.clauses[id] ?? ''}”`,
    clauses: [id],
  }));
  // The same instant may be written with another offset.
  const dates: VersionChange[] =
    Date.parse(a.effectiveAt) === Date.parse(b.effectiveAt)
      ? []
      : [{ path: 'effectiveAt', sentence: `counts from ${b.effectiveAt} (before: ${a.effectiveAt})`, clauses: [] }];
  const changes = [
    ...settingChanges(a.settings, b.settings, '', ''),
    ...scopedChanges(a.settings, b.settings),
    ...texts,
    ...dates,
  ];
  return { changes, clauses: sortClauses(changes.flatMap((change) => change.clauses)) };
};
