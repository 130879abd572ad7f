import { PolicyError, quoted } from '../errors.ts';
import { legacyId } from '../facts/order-facts.ts';
import { nearest } from '../settings/nearest.ts';

const illTyped = (path: string, what: string, value: unknown): PolicyError =>
  new PolicyError('input/ill-typed', path, `expected ${what}, got ${quoted(value)}`);

/** An object of a question, read field by field, each with its place for the complaint. Null counts as not there. */
export class Fields {
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;

  private constructor(at: string, value: Record<string, unknown>) {
    this.at = at;
    this.value = value;
  }

  static of(value: unknown, at: string): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return new Fields(at, value as Record<string, unknown>);
    }
    if (value === undefined || value === null) throw new PolicyError('input/missing', at, `\`${at}\` is missing`);
    throw new PolicyError('input/not-an-object', at, `expected an object, got ${quoted(value)}`);
  }

  has(key: string): boolean {
    return this.value[key] !== undefined && this.value[key] !== null;
  }

  /** Refuses other fields: a misspelt one would change the answer unnoticed. */
  only(...known: readonly string[]): void {
    for (const key of Object.keys(this.value)) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      throw new PolicyError(
        'input/unknown-field',
        this.path(key.slice(0, 60)),
        `unknown field ${quoted(key)}${near ? `; did you mean \`${near}\`?` : `; known: ${known.join(', ')}`}`,
      );
    }
  }

  /** Refuses what looks like a known field misspelt; other fields are labels of the asker's own, and left alone. */
  noneMisspelt(...known: readonly string[]): void {
    for (const key of Object.keys(this.value)) {
      if (!known.includes(key) && nearest(key, known) !== null) this.only(...known, ...this.labels(known));
    }
  }

  private labels(known: readonly string[]): string[] {
    return Object.keys(this.value).filter((key) => !known.includes(key) && nearest(key, known) === null);
  }

  path(key: string): string {
    return this.at === '' ? key : `${this.at}.${key}`;
  }

  private read<T>(key: string, parse: (value: unknown, path: string) => T): T | undefined {
    return this.has(key) ? parse(this.value[key], this.path(key)) : undefined;
  }

  private need<T>(key: string, value: T | undefined): T {
    if (value === undefined) throw new PolicyError('input/missing', this.path(key), `\`${this.path(key)}\` is missing`);
    return value;
  }

  child(key: string): Fields | undefined {
    return this.read(key, Fields.of);
  }

  needChild(key: string): Fields {
    return this.need(key, this.child(key));
  }

  list(key: string): Fields[] | undefined {
    return this.read(key, (value, path) => {
      if (!Array.isArray(value)) throw illTyped(path, 'a list', value);
      return value.map((item, i) => Fields.of(item, `${path}[${i}]`));
    });
  }

  needList(key: string): Fields[] {
    return this.need(key, this.list(key));
  }

  text(key: string): string | undefined {
    return this.read(key, (value, path) => {
      if (typeof value !== 'string') throw illTyped(path, 'text', value);
      return value;
    });
  }

  needText(key: string): string {
    return this.need(key, this.text(key));
  }

  texts(key: string): string[] | undefined {
    return this.read(key, (value, path) => {
      if (!Array.isArray(value)) throw illTyped(path, 'a list', value);
      value.forEach((item, i) => {
        if (typeof item !== 'string') throw illTyped(`${path}[${i}]`, 'text', item);
      });
      return value as string[];
    });
  }

  flag(key: string): boolean | undefined {
    return this.read(key, (value, path) => {
      if (typeof value !== 'boolean') throw illTyped(path, 'true or false', value);
      return value;
    });
  }

  /** A whole number, 0 included. */
  count(key: string): number | undefined {
    return this.read(key, (value, path) => {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
        throw illTyped(path, 'a whole number from 0', value);
      }
      return value;
    });
  }

  /** A whole number, 0 not included. */
  needQuantity(key: string): number {
    return this.need(
      key,
      this.read(key, (value, path) => {
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
          throw new PolicyError('input/bad-quantity', path, `expected a whole number from 1, got ${quoted(value)}`);
        }
        return value;
      }),
    );
  }

  /** Digits of an id given as a number of any size, as digits, or as a global id. */
  needId(key: string): string {
    return this.need(
      key,
      this.read(key, (value, path) => {
        const whole = (typeof value === 'bigint' || Number.isSafeInteger(value)) && (value as number | bigint) >= 0;
        const written = typeof value === 'string' && /^(\d+|gid:\/\/shopify\/LineItem\/\d+)$/.test(value);
        if (!whole && !written) throw illTyped(path, 'an id of digits', value);
        return legacyId(value as string | number | bigint);
      }),
    );
  }

  word<W extends string>(key: string, words: readonly W[]): W | undefined {
    return this.read(key, (value, path) => {
      if (words.includes(value as W)) return value as W;
      throw new PolicyError('input/unknown-value', path, `expected one of ${words.join(', ')}, got ${quoted(value)}`);
    });
  }

  needWord<W extends string>(key: string, words: readonly W[]): W {
    return this.need(key, this.word(key, words));
  }
}
