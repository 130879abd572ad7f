import { z } from 'zod';
import { SETTINGS } from './table.ts';

/** How a setting is filled in, told from its schema: what a form needs, and nothing of how it looks. */
export type Control =
  | Readonly<{ kind: 'choice'; options: readonly string[] }>
  | Readonly<{ kind: 'choices'; options: readonly string[]; least: number }>
  /** A number; `none`: may be left out (null); `word`: or this word instead. */
  | Readonly<{ kind: 'number'; min: number; max: number; step: number; none: boolean; word: string | null }>
  | Readonly<{ kind: 'amount' }>
  /** Amounts by key: countries (and `*` for all others), or names. */
  | Readonly<{ kind: 'amounts'; keys: 'country' | 'name' }>
  /** An IANA time zone, or this word instead. */
  | Readonly<{ kind: 'time-zone'; word: string }>;

type Json = Readonly<Record<string, unknown>> & Readonly<{ anyOf?: readonly Json[] }>;

const one = (schema: Json): Control | null => {
  if (Array.isArray(schema.enum)) return { kind: 'choice', options: schema.enum as string[] };
  if (schema.type === 'array') {
    const items = schema.items as Json;
    if (!Array.isArray(items.enum)) return null;
    return { kind: 'choices', options: items.enum as string[], least: Number(schema.minItems ?? 0) };
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    return {
      kind: 'number',
      min: Number(schema.minimum ?? 0),
      max: Number(schema.maximum ?? Number.MAX_SAFE_INTEGER),
      step: schema.type === 'integer' ? 1 : Number(schema.multipleOf ?? 0.01),
      none: false,
      word: null,
    };
  }
  return null;
};

const either = (parts: readonly Json[]): Control | null => {
  const word = parts.find((part) => typeof part.const === 'string')?.const as string | undefined;
  const number = parts.map(one).find((control) => control?.kind === 'number');
  if (number?.kind === 'number') {
    // An amount is text, and may be written as a whole number.
    if (parts.some((part) => part.type === 'string' && part.const === undefined)) return { kind: 'amount' };
    return { ...number, none: parts.some((part) => part.type === 'null'), word: word ?? null };
  }
  return word === undefined ? null : { kind: 'time-zone', word };
};

/** @throws TypeError where a setting has a schema that no form is known for */
export const controlOf = (name: keyof typeof SETTINGS): Control => {
  const schema = z.toJSONSchema(SETTINGS[name].schema, { io: 'input', unrepresentable: 'any' }) as Json;
  if (schema.type === 'object') {
    const keys = schema.propertyNames as Json | undefined;
    return { kind: 'amounts', keys: keys?.anyOf === undefined ? 'name' : 'country' };
  }
  const control = schema.anyOf ? either(schema.anyOf) : one(schema);
  if (control === null) throw new TypeError(`no form is known for the values of setting ${name}`);
  return control;
};
