import { createHash } from 'node:crypto';
import type { DecisionRequest } from '../decision.ts';
import type { Settings } from '../settings.ts';

/** JSON with keys in order of their code units, so that equal values print equally. */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${fields.join(',')}}`;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 (hex) of the canonical JSON of what was asked and known. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));

/** Settings never change, and most questions are asked under the same; forgotten together with them. */
const written = new WeakMap<Settings, string>();

const settingsJson = (settings: Settings): string => {
  const before = written.get(settings);
  if (before !== undefined) return before;
  const text = canonicalJson(settings);
  written.set(settings, text);
  return text;
};

/** SHA-256 (hex) over everything that a decision rests on: `digestOf` it, with the settings written out once. */
export const requestDigest = ({ now, shop, settings, order, ask }: DecisionRequest): string =>
  sha256(
    `{"ask":${canonicalJson(ask)},"now":${canonicalJson(now)},"order":${canonicalJson(order)},` +
      `"settings":${settingsJson(settings)},"shop":${canonicalJson(shop)}}`,
  );
